"""The list for the body above: choosing, the slip, sending, its answer; packages taken in."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from convoca.calls import rules
from convoca.calls.actions import selections as acts
from convoca.calls.actions.packages import import_package
from convoca.calls.forms.calls import PackageForm
from convoca.calls.forms.reviews import AnswerForm, CoverForm, RemarkForm
from convoca.calls.models import Contribution, SelectedItem, Selection, SelectionState
from convoca.calls.queries.contributions import received, score_table
from convoca.calls.queries.selections import items_of, obstacles
from convoca.calls.refusals import words_of
from convoca.calls.signals import parts_of_selection
from convoca.calls.views.doors import actor_of, call_for, known
from convoca.files.responses import download
from convoca.journal.timeline import timeline
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.queries import choosable
from convoca.pages.asked import uids
from convoca.pages.middleware import body_limit
from convoca.pages.parts import Step
from convoca.pages.views import shown
from convoca.standards.package import PackageRefused

PACKAGE_BYTES = 64 * 2**20
_ORDER = [
    SelectionState.SHORTLIST,
    SelectionState.SUBMITTED,
    SelectionState.AGREED,
    SelectionState.APPROVED,
    SelectionState.FORWARDED,
]


@known
@require_POST
def begin(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Begin a list for the body that the call names, else for the union above."""
    one = call_for(request, uid)
    above = one.forward_to or Body.objects.filter(kind="union", uid__in=one.body.lineage).first()
    if above is None:
        raise Http404
    made = acts.begin_selection(by=actor_of(request), call=one, forward_to=above)
    return redirect("calls:selection", made.uid)


def _selection(request: HttpRequest, uid: UUID) -> Selection:
    found = (
        Selection.objects.select_related("call", "forward_to", "forwarding__stored")
        .filter(uid=uid)
        .first()
    )
    if found is None:
        raise Http404
    found.call = call_for(request, found.call.uid)
    return found


@known
@require_GET
def selection(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A list: its items, what each still lacks, the slip, and the one next step."""
    one = _selection(request, uid)
    return shown(request, "calls/selection.html", _context(request, one))


def _context(request: HttpRequest, one: Selection, **more: Any) -> dict[str, Any]:
    by, items = actor_of(request), items_of(one)
    shortlisting = one.state == SelectionState.SHORTLIST
    chosen = {item.contribution_id for item in items}
    means = {row.contribution.pk: row.mean_text for row in score_table(one.call)}
    at_desk = {
        SelectionState.SUBMITTED: rules.heads,
        SelectionState.AGREED: rules.approves,
    }.get(SelectionState(one.state))
    return {
        "selection": one,
        "call": one.call,
        "rows": [(item, obstacles(item), means.get(item.contribution_id, "")) for item in items],
        "candidates": [
            (other, means.get(other.pk, ""))
            for other in (received(one.call) if shortlisting else [])
            if other.pk not in chosen and other.state != "returned"
        ],
        "steps": _steps(one),
        "slip": one.steps.all(),
        "works_on": rules.works_on(by, one.call),
        "at_desk": at_desk is not None and at_desk(by, one.call),
        "remark": RemarkForm(initial={"version": one.version}),
        "forwarding": getattr(one, "forwarding", None),
        "timeline": timeline(subject_kind="selection", subject_uid=one.uid),
        "parts": parts_of_selection(request, one),
        **more,
    }


def _steps(one: Selection) -> list[Step]:
    place = _ORDER.index(SelectionState(one.state))
    done = len(_ORDER) if one.state == SelectionState.FORWARDED else place
    return [
        Step(state.label, "done" if number < done else "current" if number == place else "ahead")
        for number, state in enumerate(_ORDER)
    ]


@known
@require_POST
def choose(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put the ticked contributions on the shortlist."""
    one = _selection(request, uid)
    items = Contribution.objects.filter(
        reply__call=one.call, uid__in=uids(request.POST.getlist("item"))
    ).select_related("reply")
    acts.shortlist(by=actor_of(request), selection=one, contributions=list(items))
    return redirect("calls:selection", one.uid)


@known
@require_POST
def take_off(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take an item off a shortlist."""
    item = _item(request, uid)
    acts.take_off(by=actor_of(request), item=item)
    return redirect("calls:selection", item.selection.uid)


def _item(request: HttpRequest, uid: UUID) -> SelectedItem:
    found = SelectedItem.objects.select_related("selection", "contribution").filter(uid=uid).first()
    if found is None:
        raise Http404
    found.selection = _selection(request, found.selection.uid)
    return found


@known
def cover(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write the letter that goes with the list."""
    one = _selection(request, uid)
    rules.demand_officer(actor_of(request), one.call)
    form = CoverForm(request.POST or None, initial={"cover_letter": one.cover_letter})
    if form.is_valid():
        try:
            acts.write_cover(
                by=actor_of(request),
                selection=one,
                cover_letter=form.cleaned_data["cover_letter"],
            )
        except ValidationError as refusal:
            form.add_error("cover_letter", refusal)
        else:
            return redirect("calls:selection", one.uid)
    return shown(request, "calls/cover.html", {"selection": one, "call": one.call}, form=form)


@known
@require_POST
def step(request: HttpRequest, uid: UUID, did: str) -> HttpResponse:
    """Submit, agree, approve or return the list, or send it."""
    one = _selection(request, uid)
    form = RemarkForm(request.POST)
    by = actor_of(request)
    if not form.is_valid():
        return _again(request, one, form, None)
    version, remark = form.cleaned_data["version"], form.cleaned_data["remark"]
    try:
        if did == "submit":
            acts.submit_selection(by=by, selection=one, remark=remark)
        elif did == "agree":
            acts.agree_selection(by=by, selection=one, version=version, remark=remark)
        elif did == "approve":
            acts.approve_selection(by=by, selection=one, version=version, remark=remark)
        elif did == "return":
            acts.return_selection(by=by, selection=one, remark=remark)
        else:
            acts.forward(by=by, selection=one, installation=settings.BASE_URL)
    except ValidationError as refusal:
        return _again(request, one, form, refusal)
    messages.success(request, _("Done."))
    return redirect("calls:selection", one.uid)


def _again(
    request: HttpRequest, one: Selection, form: RemarkForm, refusal: ValidationError | None
) -> HttpResponse:
    if refusal is not None:
        form.add_error(None, ValidationError(refusal.messages))
    context = _context(request, one, remark=form)
    return shown(request, "calls/selection.html", context, form=form)


@known
@require_GET
def package(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Give out the package as it was frozen."""
    one = _selection(request, uid)
    forwarding = getattr(one, "forwarding", None)
    if forwarding is None:
        raise Http404
    return download(forwarding.stored)


@known
def answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Note what the body above made of an item."""
    item = _item(request, uid)
    rules.demand_officer(actor_of(request), item.selection.call)
    form = AnswerForm(request.POST or None, initial={"on": today()})
    if form.is_valid():
        given = form.cleaned_data
        acts.record_answer(
            by=actor_of(request),
            item=item,
            answer=given["answer"],
            words=given["words"],
            on=given["on"],
        )
        messages.success(request, _("Noted. Its sender sees the answer."))
        return redirect("calls:selection", item.selection.uid)
    context = {
        "item": item.contribution,
        "call": item.selection.call,
        "title": _("Answer of the union"),
        "button": _("Note the answer"),
    }
    return shown(request, "calls/item_form.html", context, form=form)


@known
@body_limit(PACKAGE_BYTES)
def take_package(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a package of another installation in as a reply to this call."""
    one = call_for(request, uid)
    rules.demand_officer(actor_of(request), one)
    form = PackageForm(request.POST or None, request.FILES or None, bodies=choosable(on=today()))
    if form.is_valid():
        given = form.cleaned_data
        try:
            done = import_package(
                by=actor_of(request), call=one, body=given["body"], content=given["package"].read()
            )
        except PackageRefused as refusal:
            form.add_error("package", words_of(refusal))
        except ValidationError as refusal:
            form.add_error("package", refusal)
        else:
            _tell(request, is_new=done.is_new, count=done.contributions)
            return redirect("calls:reply", done.received.reply.uid)
    return shown(request, "calls/package.html", {"call": one}, form=form)


def _tell(request: HttpRequest, *, is_new: bool, count: int) -> None:
    if is_new:
        messages.success(request, _("Taken in. Items: %(count)s.") % {"count": count})
    else:
        messages.info(request, _("This package was taken in before. Nothing was changed."))
