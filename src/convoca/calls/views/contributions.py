"""Contributions as officers and reviewers see them: lists, one page each, what is decided."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from convoca.calls import rules
from convoca.calls.actions import handling
from convoca.calls.actions.decisions import accept, reject
from convoca.calls.fates import fates
from convoca.calls.forms.contributions import EnglishForm
from convoca.calls.forms.reviews import DecisionForm, ReasonForm, StandInForm
from convoca.calls.models import Contribution, ContributionState
from convoca.calls.queries import contributions as reads
from convoca.calls.said import said_of
from convoca.calls.topics import ACTION_LINES, GOALS, Kind
from convoca.calls.views.doors import actor_of, call_for, contribution_for, known
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from convoca.pages.charts import Part
from convoca.pages.views import shown

PER_PAGE = 50
_FILTERS = ("kind", "state", "outcome", "goal", "line")


@known
@require_GET
def contributions(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What came in to a call, filtered by kind, state, goal and action line."""
    one = call_for(request, uid)
    given = {name: request.GET.get(name, "") for name in _FILTERS}
    page = Paginator(reads.received(one, **given), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "call": one,
        "page": page,
        "given": given,
        "kinds": [("shared", _("all but activities")), *Kind.choices],
        "states": ContributionState.choices,
        "outcomes": reads.Outcome.choices,
        "goals": [(str(goal.number), goal.label) for goal in GOALS.values()],
        "lines": [(line.code, line.label) for line in ACTION_LINES.values()],
        "works_on": rules.works_on(actor_of(request), one),
    }
    return shown(request, "calls/contributions.html", context)


@known
@require_GET
def activities(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The calendar of activities of a call, with totals."""
    one = call_for(request, uid)
    found = reads.activities(one)
    months: dict[str, int] = {}
    for activity in found:
        month = f"{activity.starts_on:%m/%Y}"
        months[month] = months.get(month, 0) + 1
    context = {
        "call": one,
        "activities": found,
        "totals": reads.totals(found),
        "months": [Part(month, count) for month, count in months.items()],
    }
    return shown(request, "calls/activities.html", context)


@known
@require_GET
def contribution(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One contribution with all that belongs to it."""
    one = contribution_for(request, uid)
    by = actor_of(request)
    officer = rules.works_on(by, one.reply.call)
    context = {
        "item": one,
        "call": one.reply.call,
        "reply": one.reply,
        "fates": fates(one),
        "officer": officer,
        "reviews": one.reviews.select_related("reviewer") if officer else [],
        "my_review": one.reviews.filter(reviewer__uid=by.uid).first() if len(by.uid) == 36 else "",
        "shows_contact": officer or rules.answers_for(by, one.reply),
        "timeline": timeline(subject_kind="contribution", subject_uid=one.uid),
    }
    return shown(request, "calls/contribution.html", context)


def _officers(request: HttpRequest, uid: UUID) -> Contribution:
    one = contribution_for(request, uid)
    rules.demand_officer(actor_of(request), one.reply.call)
    return one


def _context(one: Contribution, **more: Any) -> dict[str, Any]:
    return {"item": one, "call": one.reply.call, "reply": one.reply, **more}


@known
def decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Publish for everyone or for agencies, or not at all, with the reason."""
    one = _officers(request, uid)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        given, by = form.cleaned_data, actor_of(request)
        try:
            if given["decision"] == "reject":
                reject(by=by, contribution=one, reason=given["reason"])
            else:
                accept(by=by, contribution=one, shelf=given["decision"], reason=given["reason"])
        except ValidationError as refusal:
            form.add_error("reason" if given["decision"] == "reject" else "decision", refusal)
        else:
            messages.success(request, _("Decided. Its sender sees it."))
            return redirect("calls:contribution", one.uid)
    rows = {row.contribution.pk: row for row in reads.score_table(one.reply.call)}
    return shown(request, "calls/decide.html", _context(one, scored=rows.get(one.pk)), form=form)


@known
def give_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Return it to its sender to be completed."""
    one = _officers(request, uid)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        handling.return_contribution(
            by=actor_of(request), contribution=one, because=form.cleaned_data["reason"]
        )
        messages.success(request, _("Returned. Its sender can complete it."))
        return redirect("calls:contribution", one.uid)
    context = _context(one, title=_("Return to its sender"), button=_("Return it"))
    return shown(request, "calls/item_form.html", context, form=form)


@known
def english(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write or correct the English text, and say that a person has checked it."""
    one = _officers(request, uid)
    first = {name: getattr(one, name).get("en", "") for name in ("title", "summary", "text")}
    form = EnglishForm(request.POST or None, initial=first)
    if form.is_valid():
        given, said = form.cleaned_data, said_of(one)
        changed = said.with_texts(
            title=Translated({**said.title, "en": given["title"]}),
            summary=Translated({**said.summary, "en": given["summary"]}),
            text=Translated({**said.text, "en": given["text"]}),
        )
        by = actor_of(request)
        try:
            handling.check_english(by=by, contribution=one, said=changed, checked_by=by.name)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The English text is checked."))
            return redirect("calls:contribution", one.uid)
    return shown(request, "calls/english.html", _context(one), form=form)


@known
def stand_in(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say that another contribution stands for this one."""
    one = _officers(request, uid)
    others = reads.received(one.reply.call, kind=one.kind).exclude(pk=one.pk)
    titles = [(str(other.uid), other.title[other.main_language]) for other in others]
    form = StandInForm(request.POST or None, others=titles)
    if form.is_valid():
        other = others.filter(uid=form.cleaned_data["other"]).first()
        if other is None:
            raise Http404
        by = actor_of(request)
        if form.cleaned_data["how"] == "merge":
            handling.merge(by=by, contribution=one, into=other)
        else:
            handling.mark_duplicate(by=by, contribution=one, of=other)
        messages.success(request, _("Done."))
        return redirect("calls:contribution", one.uid)
    context = _context(one, title=_("Another item stands for this one"), button=_("Note it"))
    return shown(request, "calls/item_form.html", context, form=form)
