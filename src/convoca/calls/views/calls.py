"""The officer's pages of a call: overview, drafting, closing, coverage."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from convoca.calls import rules
from convoca.calls.actions.calls import change_call, close_call, draft_call
from convoca.calls.forms.calls import CallForm
from convoca.calls.models import Call, ReplyState
from convoca.calls.queries.calls import (
    KindCoverage,
    Together,
    addressees,
    coverage_by_kind,
    figures,
    readable,
    topic_coverage,
)
from convoca.calls.queries.contributions import Outcome
from convoca.calls.queries.observances import edition_for, editions_to_call
from convoca.calls.queries.selections import selections_of
from convoca.calls.signals import parts_of_call
from convoca.calls.topics import ACTION_LINES, GOALS
from convoca.calls.views.doors import actor_of, call_for, known
from convoca.journal.timeline import timeline
from convoca.letters.models import Letter
from convoca.letters.rules import DRAFTERS, at_bodies
from convoca.members.models import Body, BodyKind
from convoca.pages.charts import Coverage, Part
from convoca.pages.parts import Figure
from convoca.pages.views import Question, ask_first, confirmed, shown

_TILES = {
    ReplyState.SILENT: "plain",
    ReplyState.DRAFTED: "plain",
    ReplyState.HANDED_ON: "plain",
}


@known
@require_GET
def calls(request: HttpRequest) -> HttpResponse:
    """The calls that the reader handles or sees."""
    found = readable(actor_of(request))
    context = {"calls": found, "may_draft": letters_to_call(request).exists()}
    return shown(request, "calls/calls.html", context)


@known
@require_GET
def call(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One call: how far it has come, who has answered, what is covered and what is not."""
    one = call_for(request, uid)
    replies = list(addressees(one))
    topics = topic_coverage(one)
    context = {
        "call": one,
        "figures": _figures(one),
        "answers": _answers(one),
        "coverage": [_tiles(one, found) for found in coverage_by_kind(replies)],
        "goals": [
            Part(GOALS[number].label, count, url=_filtered(one, f"goal={number}"))
            for number, count in topics.goals.items()
        ],
        "lines": [
            Part(ACTION_LINES[code].label, count, url=_filtered(one, f"line={code}"))
            for code, count in topics.action_lines.items()
            if count
        ],
        "missing": [GOALS[number].label for number in topics.missing_goals],
        "selections": selections_of(one),
        "timeline": timeline(subject_kind="call", subject_uid=one.uid),
        "works_on": rules.works_on(actor_of(request), one),
        "is_late": not one.takes_replies(timezone.now()),
        "parts": parts_of_call(request, one),
    }
    return shown(request, "calls/call.html", context)


def _figures(one: Call) -> list[Figure]:
    counted = figures(one)
    table = reverse("calls:addressees", args=[one.uid])
    items = reverse("calls:contributions", args=[one.uid])
    tones = {Together.ANSWERED: "ok", Together.OWING: "late" if counted[Together.OWING] else ""}
    return [
        Figure(counted["addressees"], _("addressees"), table),
        *(
            Figure(counted[which], which.label, f"{table}?state={which}", tones.get(which, ""))
            for which in Together
        ),
        Figure(counted["contributions"], _("contributions"), f"{items}?kind=shared"),
        Figure(
            counted["activities"],
            _("activities"),
            reverse("calls:activities", args=[one.uid]),
        ),
        *(Figure(counted[fate], fate.label, f"{items}?outcome={fate}") for fate in Outcome),
    ]


def _answers(one: Call) -> list[Part]:
    counted, table = figures(one), reverse("calls:addressees", args=[one.uid])
    tones = {
        ReplyState.RECEIVED: "ok",
        ReplyState.THROUGH: "k2",
        ReplyState.LETTER_ONLY: "info",
        ReplyState.NOTHING: "k5",
        ReplyState.HANDED_ON: "k4",
        ReplyState.DRAFTED: "k3",
        ReplyState.SILENT: "late",
    }
    return [
        Part(state.label, counted[state], tone, f"{table}?state={state}")
        for state, tone in tones.items()
        if counted[state]
    ]


def _tiles(one: Call, found: KindCoverage) -> Coverage:
    label = BodyKind(found.kind).label if found.kind else _("others")
    table = reverse("calls:addressees", args=[one.uid])
    return Coverage(
        label,
        [_TILES.get(state, "ok") for state in found.states],
        f"{table}?kind={found.kind}",
    )


def _filtered(one: Call, query: str) -> str:
    return f"{reverse('calls:contributions', args=[one.uid])}?{query}"


def letters_to_call(request: HttpRequest) -> QuerySet[Letter]:
    """Return the letters of the reader's units that have not gone out and open no call yet."""
    mine = at_bodies(actor_of(request), DRAFTERS, "drafting_unit__")
    return Letter.objects.filter(mine, issued_at=None, call=None).order_by("-changed_at")


@known
def draft(request: HttpRequest) -> HttpResponse:
    """Draft a call with one of the reader's letters."""
    form = CallForm(
        request.POST or None,
        editions=editions_to_call(),
        letters=letters_to_call(request),
        above=_bodies_above(),
        initial=_first_words(request),
    )
    if form.is_valid():
        try:
            made = draft_call(
                by=actor_of(request),
                edition=form.cleaned_data["edition"],
                letter=form.cleaned_data["letter"],
                asked=form.asked(),
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The call is drafted. It opens when its letter goes out."))
            return redirect("calls:call", made.uid)
    return shown(request, "calls/call_form.html", form=form)


def _bodies_above() -> QuerySet[Body]:
    return Body.objects.filter(kind=BodyKind.UNION).order_by("sort_order", "key")


def _first_words(request: HttpRequest) -> dict[str, object]:
    """The letter that led here, else the last one written; its edition and the name of that."""
    letter = _given_letter(request) or letters_to_call(request).first()
    edition = edition_for(letter, timezone.localdate().year)
    unions = list(_bodies_above()[:2])
    first: dict[str, object] = {
        "letter": letter,
        "forward_to": unions[0] if len(unions) == 1 else None,
    }
    if edition is not None:
        names = edition.observance.name
        first["edition"] = edition
        first["title"] = {code: f"{name} {edition.year}" for code, name in names.items()}
    return first


def _given_letter(request: HttpRequest) -> Letter | None:
    try:
        wanted = UUID(request.GET.get("letter", ""))
    except ValueError:
        return None
    return letters_to_call(request).filter(uid=wanted).first()


@known
def change(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change what a call asks for."""
    one = call_for(request, uid)
    rules.demand_officer(actor_of(request), one)
    form = CallForm(
        request.POST or None, editions=None, letters=None, above=_bodies_above(), call=one
    )
    if form.is_valid():
        try:
            change_call(by=actor_of(request), call=one, asked=form.asked())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Your changes are saved."))
            return redirect("calls:call", one.uid)
    return shown(request, "calls/call_form.html", {"call": one}, form=form)


@known
@require_POST
def close(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Close a call, after asking."""
    one = call_for(request, uid)
    if not confirmed(request):
        question = Question(
            title=_("Close this call?"),
            button=_("Close the call"),
            back=reverse("calls:call", args=[one.uid]),
            note=_("Nothing more comes in. It can be reopened for one body at a time."),
        )
        return ask_first(request, question)
    close_call(by=actor_of(request), call=one)
    messages.success(request, _("The call is closed."))
    return redirect("calls:call", one.uid)
