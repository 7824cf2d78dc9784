"""Answering a call: by link without an account, as focal point, or on behalf of a body."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from convoca.calls import rules
from convoca.calls.actions import contributions as acts
from convoca.calls.actions import replies as sending
from convoca.calls.fates import fates
from convoca.calls.forms.contributions import (
    STEPS,
    BlankQuestions,
    ContributionForm,
    NothingForm,
    SenderForm,
    initial,
)
from convoca.calls.models import Contribution, Reply
from convoca.calls.models.contributions import WRITABLE
from convoca.calls.queries.replies import items_of, owed_by
from convoca.calls.said import said_of
from convoca.calls.topics import Kind
from convoca.calls.views.doors import actor_of, contribution_for, known, reply_for
from convoca.calls.views.remarks import keep_remarks, remarks_of
from convoca.journal.actors import ActorKind
from convoca.journal.refusals import StateConflict
from convoca.journal.timeline import timeline
from convoca.pages.asked import whole_number
from convoca.pages.middleware import body_limit
from convoca.pages.parts import Step
from convoca.pages.views import shown

UPLOADS = 64 * 2**20
_STEP_WORDS = {
    "what": gettext_lazy("What was done"),
    "topics": gettext_lazy("Goals"),
    "consent": gettext_lazy("Who may read it"),
    "send": gettext_lazy("Check and send"),
}


@known
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The calls that the reader's body answers."""
    found = list(owed_by(actor_of(request)))
    if len(found) == 1:
        return redirect("calls:reply", found[0].uid)
    return shown(request, "calls/replies.html", {"replies": found, "now": timezone.now()})


@known
@require_GET
def reply(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One's own reply: what is drafted, what was sent and what became of it."""
    one = reply_for(request, uid)
    return shown(request, "calls/reply.html", _reply_context(request, one))


def _reply_context(request: HttpRequest, one: Reply) -> dict[str, Any]:
    by, items = actor_of(request), items_of(one)
    return {
        "reply": one,
        "call": one.call,
        "kinds": [(kind.value, kind.label) for kind in Kind if kind.value in one.call.kinds],
        "drafts": [item for item in items if item.state in WRITABLE],
        "sent": [(item, fates(item)) for item in items if item.state not in WRITABLE],
        "is_open": one.is_open(timezone.now()) or rules.works_on(by, one.call),
        "writes": rules.writes(by, one),
        "is_officer": rules.works_on(by, one.call),
        "timeline": timeline(subject_kind="reply", subject_uid=one.uid),
    }


@known
@body_limit(UPLOADS)
def add(request: HttpRequest, uid: UUID, kind: str) -> HttpResponse:
    """The first page of a new item: what was done. Its draft is kept from here on."""
    one = _writable(request, uid)
    if kind not in one.call.kinds:
        raise Http404
    context = {"reply": one, "call": one.call, "kind": Kind(kind), "steps": _steps("what")}
    if request.method != "POST":
        return shown(request, "calls/step.html", {**context, "blank": BlankQuestions(kind, "what")})
    form = ContributionForm(request.POST, request.FILES, kind=kind, step="what")
    if form.is_valid():
        made = _saved(request, one, form)
        if made is not None:
            return _next(made, "what")
    return shown(request, "calls/step.html", context, form=form)


@known
@body_limit(UPLOADS)
def edit(request: HttpRequest, uid: UUID, step: str) -> HttpResponse:
    """One page of a draft: what was done, its goals, or who may read it."""
    item = contribution_for(request, uid)
    one = _writable(request, item.reply.uid)
    if step not in STEPS or item.state not in WRITABLE:
        raise Http404
    said = said_of(item)
    form = ContributionForm(*_sent(request), kind=item.kind, step=step, initial=initial(said))
    if form.is_valid():
        made = _saved(request, one, form, item)
        if made is not None:
            return _next(made, step)
    context = {
        "reply": one,
        "call": one.call,
        "item": item,
        "kind": Kind(item.kind),
        "steps": _steps(step, item),
        "step": step,
        # What somebody else wrote meanwhile, to be read beside one's own words.
        "stands": item if form.has_error(NON_FIELD_ERRORS, "changed") else None,
    }
    return shown(request, "calls/step.html", context, form=form)


@known
@body_limit(UPLOADS)
def write(request: HttpRequest, uid: UUID, kind: str) -> HttpResponse:
    """The whole item on one page, sent at once: for focal points and officers."""
    one = _writable(request, uid)
    if kind not in one.call.kinds:
        raise Http404
    sender = SenderForm(
        request.POST or None, initial={**remarks_of(one), "sent_by": actor_of(request).name}
    )
    context = {"reply": one, "call": one.call, "kind": Kind(kind), "sender": sender}
    if request.method != "POST":
        return shown(request, "calls/write.html", {**context, "blank": BlankQuestions(kind)})
    form = ContributionForm(request.POST, request.FILES, kind=kind)
    if form.is_valid() and sender.is_valid():
        made = _submitted(request, one, form, sender)
        if made is not None:
            messages.success(request, _("Received. Thank you."))
            return redirect("calls:reply", one.uid)
    return shown(request, "calls/write.html", context, form=form, formsets=[sender])


def _submitted(
    request: HttpRequest, one: Reply, form: ContributionForm, sender: SenderForm
) -> Contribution | None:
    by, uploads = actor_of(request), form.cleaned_data["uploads"]
    try:
        with transaction.atomic():
            sent_by = sender.cleaned_data["sent_by"]
            made = acts.submit_contribution(
                by=by, reply=one, said=form.said(), sent_by=sent_by, uploads=uploads
            )
            keep_remarks(request, one, sender)
            return made
    except ValidationError as refusal:
        form.add_error("uploads" if uploads else None, refusal)
        return None


def _saved(
    request: HttpRequest, one: Reply, form: ContributionForm, item: Contribution | None = None
) -> Contribution | None:
    by, before = actor_of(request), said_of(item) if item else None
    try:
        with transaction.atomic():
            made = acts.save_draft(
                by=by,
                reply=one,
                said=form.said(before),
                contribution=item,
                edition=_version(request) if item else None,
            )
            for upload in form.cleaned_data.get("uploads", []):
                acts.attach(by=by, contribution=made, stream=upload, name=upload.name)
            return made
    except ValidationError as refusal:
        form.add_error("uploads" if "uploads" in form.fields else None, refusal)
    except StateConflict as conflict:
        form.add_error(None, ValidationError(str(conflict), code="changed"))
    return None


def _version(request: HttpRequest) -> int | None:
    return whole_number(request.POST.get("version", ""))


def _sent(request: HttpRequest) -> tuple[Any, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _writable(request: HttpRequest, uid: UUID) -> Reply:
    one = reply_for(request, uid)
    rules.demand(rules.writes(actor_of(request), one), _("You do not answer for this body."))
    sending.demand_open(actor_of(request), one, timezone.now())
    return one


def _next(item: Contribution, step: str) -> HttpResponseRedirect:
    order = list(STEPS)
    after = order[order.index(step) + 1 :]
    if after:
        return redirect("calls:edit", item.uid, after[0])
    return redirect("calls:send", item.reply.uid)


def _steps(current: str, item: Contribution | None = None) -> list[Step]:
    order = [*STEPS, "send"]
    place = order.index(current)
    return [
        Step(
            _STEP_WORDS[name],
            state="done" if number < place else "current" if number == place else "ahead",
            url=reverse("calls:edit", args=[item.uid, name]) if item and number < place else "",
        )
        for number, name in enumerate(order)
    ]


@known
def send(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Everything that would be sent, to be checked once; then it is sent."""
    one = _writable(request, uid)
    form = SenderForm(
        request.POST or None, initial={**remarks_of(one), "sent_by": _usual_sender(request)}
    )
    if form.is_valid():
        try:
            with transaction.atomic():
                sending.send_reply(
                    by=actor_of(request),
                    reply=one,
                    version=form.cleaned_data["version"],
                    sent_by=form.cleaned_data["sent_by"],
                )
                keep_remarks(request, one, form)
        except StateConflict as conflict:
            return _read_again(request, one, str(conflict))
        messages.success(request, _("Sent. You can see here what becomes of each item."))
        return redirect("calls:reply", one.uid)
    return shown(request, "calls/send.html", _send_context(one), form=form)


def _read_again(request: HttpRequest, one: Reply, why: str) -> HttpResponse:
    fresh = reply_for(request, one.uid)
    form = SenderForm(
        initial={**remarks_of(fresh), **request.POST.dict(), "version": fresh.version}
    )
    context = {**_send_context(fresh), "conflict": why}
    response = shown(request, "calls/send.html", context, form=form)
    response.status_code = 409
    return response


def _send_context(one: Reply) -> dict[str, Any]:
    drafts = [item for item in items_of(one) if item.state in WRITABLE]
    return {"reply": one, "call": one.call, "drafts": drafts, "steps": _steps("send")}


def _usual_sender(request: HttpRequest) -> str:
    by = actor_of(request)
    return "" if by.kind is ActorKind.LINK else by.name


@known
def nothing(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Answer that there is nothing to report."""
    one = _writable(request, uid)
    form = NothingForm(
        request.POST or None, initial={**remarks_of(one), "sent_by": _usual_sender(request)}
    )
    if form.is_valid():
        given = form.cleaned_data
        try:
            with transaction.atomic():
                sending.say_nothing_to_report(
                    by=actor_of(request),
                    reply=one,
                    version=given["version"],
                    sent_by=given["sent_by"],
                    remark=given["remark"],
                )
                keep_remarks(request, one, form)
        except ValidationError as refusal:
            form.add_error("remark", refusal)
        else:
            messages.success(request, _("Your answer is noted: nothing to report."))
            return redirect("calls:reply", one.uid)
    return shown(request, "calls/nothing.html", {"reply": one, "call": one.call}, form=form)
