"""Letters received: registering one, its page, giving it to a unit."""

import io
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from convoca.files.actions import store
from convoca.files.kinds import DEFAULT_KINDS, Kind
from convoca.files.models import StoredFile
from convoca.files.responses import download
from convoca.journal.refusals import NotPermitted
from convoca.journal.timeline import timeline
from convoca.letters import actions
from convoca.letters.actions.incoming import Arrival
from convoca.letters.forms.incoming import GiveForm, IncomingForm, MailFileForm
from convoca.letters.models import IncomingFile, IncomingLetter, Recipient
from convoca.letters.queries import (
    awaited_from,
    bodies_with_registers,
    handlers_below,
    same_incoming,
    units_below,
)
from convoca.letters.reading_mail import ReadMail, read_mail
from convoca.letters.rules import CLERK, may_keep_register
from convoca.letters.senders import sender_named
from convoca.letters.views.answers import back_with, put_refusal
from convoca.letters.views.reach import actor_of, incoming_for, officer
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.pages.asked import uids
from convoca.pages.views import shown

_KINDS = DEFAULT_KINDS | {Kind.EML}


def _body(request: HttpRequest) -> Body:
    """The body whose register is meant: the one asked for, else the clerk's first."""
    bodies = list(bodies_with_registers(officer(request), [CLERK]))
    asked = request.POST.get("body") or request.GET.get("body")
    body = next((one for one in bodies if str(one.uid) == asked), bodies[0] if bodies else None)
    if body is None:
        raise NotPermitted(_("Only a records clerk registers letters."))
    return body


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Register a letter; an uploaded e-mail fills the fields in first."""
    body = _body(request)
    if request.method == "POST" and "read_mail" in request.POST:
        return _from_mail(request, body)
    initial = _initial(request, body)
    form = _form(body, request.POST or None, request.FILES or None, initial=initial)
    double, kept = None, _kept(request)
    if request.method == "POST" and form.is_valid():
        double = _double(body, form)
        if double is not None:
            # Kept now, so that nothing is handed in twice after the question.
            kept += _stored(request, form.cleaned_data["attached"])
        elif made := _registered(request, body, form):
            said = _("Registered under number %(number)s.") % {"number": f"{made.number:02d}"}
            return back_with(request, said, "letters:incoming_letter", made.uid)
    context = {
        "body": body,
        "double": double,
        "mail_form": MailFileForm(),
        "kept": kept,
    }
    return shown(request, "letters/incoming_new.html", context, form=form)


def _form(body: Body, *args: Any, **kwargs: Any) -> IncomingForm:
    return IncomingForm(*args, awaited=awaited_from(body), units=units_below(body), **kwargs)


def _initial(request: HttpRequest, body: Body) -> dict[str, Any]:
    initial: dict[str, Any] = {"arrived_on": today(), "document_type": "Công văn"}
    asked = request.GET.get("recipient", "")
    found = awaited_from(body).filter(uid=asked).first() if len(asked) == 36 else None
    return {**initial, **(_from_recipient(found) if found else {})}


def _from_recipient(recipient: Recipient) -> dict[str, Any]:
    return {
        "recipient": recipient.pk,
        "sender_name": recipient.name,
        "unit": recipient.letter.drafting_unit_id,
    }


def _from_mail(request: HttpRequest, body: Body) -> HttpResponse:
    """Show the form filled from an uploaded e-mail, whose files are kept already."""
    mail_form = MailFileForm(request.POST, request.FILES)
    initial, kept = _initial(request, body), []
    if mail_form.is_valid():
        upload = mail_form.cleaned_data["file"]
        content = upload.read()
        upload.seek(0)
        try:
            kept = _keep_mail(request, content, upload.name)
        except ValidationError as refused:
            mail_form.add_error("file", ValidationError(refused.messages))
        else:
            initial |= _read(read_mail(content), body)
    context = {"body": body, "double": None, "mail_form": mail_form, "kept": kept}
    form = _form(body, initial=initial)
    if mail_form.is_valid():
        return shown(request, "letters/incoming_new.html", context, form=form)
    return shown(
        request, "letters/incoming_new.html", {**context, "form": form}, formsets=[mail_form]
    )


def _keep_mail(request: HttpRequest, content: bytes, name: str) -> list[StoredFile]:
    actor = actor_of(request)
    kept = [store(by=actor, stream=io.BytesIO(content), name=name, kinds=_KINDS)]
    for part in read_mail(content).files:
        try:
            kept.append(store(by=actor, stream=io.BytesIO(part.content), name=part.name))
        except ValidationError as refusal:
            told = _("%(name)s stays inside the mail only: %(why)s")
            told %= {"name": part.name, "why": " ".join(refusal.messages)}
            messages.warning(request, told)
    return kept


def _read(mail: ReadMail, body: Body) -> dict[str, Any]:
    sender = sender_named(mail.sender_name, mail.sender_email)
    awaited = awaited_from(body).filter(body=sender).first() if sender else None
    found = {
        "sender_name": str(sender.name.get("vi") or sender.name) if sender else mail.sender_name,
        "subject": mail.subject,
        "number_and_symbol": mail.number_and_symbol,
        "dated": mail.sent_on,
        **(_from_recipient(awaited) if awaited else {}),
    }
    return {name: value for name, value in found.items() if value}


def _kept(request: HttpRequest) -> list[StoredFile]:
    """Files that this reader handed in with the mail, a step before."""
    kept = uids(request.POST.getlist("kept"))
    return list(StoredFile.objects.filter(uid__in=kept, created_by=actor_of(request).uid))


def _stored(request: HttpRequest, uploads: list[UploadedFile]) -> list[StoredFile]:
    try:
        return [
            store(by=actor_of(request), stream=one, name=one.name or "", kinds=_KINDS)
            for one in uploads
        ]
    except ValidationError as refused:
        raise ValidationError({"attached": refused.messages}) from refused


def _double(body: Body, form: IncomingForm) -> IncomingLetter | None:
    given = form.cleaned_data
    if given["accept_double"]:
        return None
    found = same_incoming(
        body=body,
        number_and_symbol=given["number_and_symbol"],
        sender_name=given["sender_name"],
        dated=given["dated"],
    ).first()
    if found is not None:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["accept_double"] = "on"  # type: ignore[index]
    return found


def _registered(request: HttpRequest, body: Body, form: IncomingForm) -> IncomingLetter | None:
    given = dict(form.cleaned_data)
    attached = given.pop("attached")
    given.pop("accept_double")
    actor = actor_of(request)
    try:
        if not may_keep_register(actor, body):
            raise NotPermitted(_("Only a records clerk of this body registers its letters."))
        files = _stored(request, attached)
        sender = given["recipient"].body if given["recipient"] else None
        sender = sender or sender_named(given["sender_name"], "")
        arrival = Arrival(**given, sender=sender, files=[*_kept(request), *files])
        return actions.register_incoming(by=actor, body=body, arrival=arrival)
    except ValidationError as refused:
        put_refusal(form, refused)
        return None


@require_safe
def letter(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One letter received: its facts and files, who has it, what happened."""
    return _page(request, incoming_for(request, uid))


def _page(request: HttpRequest, one: IncomingLetter, form: GiveForm | None = None) -> HttpResponse:
    body = one.register.body
    initial = {"unit": one.unit_id, "handler": one.handler_id, "due_on": one.due_on}
    context = {
        "incoming": one,
        "files": one.files.select_related("file"),
        "give": form or _give_form(body, initial=initial),
        "may_give": may_keep_register(actor_of(request), body),
        "entries": timeline(subject_kind="incoming_letter", subject_uid=one.uid),
    }
    return shown(request, "letters/incoming_letter.html", context, form=form)


def _give_form(body: Body, *args: Any, **kwargs: Any) -> GiveForm:
    return GiveForm(*args, units=units_below(body), handlers=handlers_below(body), **kwargs)


@require_POST
def give(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give a letter received to a unit or a specialist."""
    one = incoming_for(request, uid)
    form = _give_form(one.register.body, request.POST)
    if form.is_valid():
        try:
            actions.give_incoming(by=actor_of(request), incoming=one, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, ValidationError(refused.messages))
        else:
            return back_with(request, _("Given."), "letters:incoming_letter", uid)
    return _page(request, one, form)


@require_POST
def finish(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Note that a letter received was dealt with."""
    one = incoming_for(request, uid)
    actions.finish_incoming(by=actor_of(request), incoming=one)
    return back_with(request, _("Dealt with."), "letters:incoming_letter", uid)


@require_safe
def file(request: HttpRequest, uid: UUID, position: int) -> HttpResponseBase:
    """One file of a letter received."""
    one = incoming_for(request, uid)
    found = IncomingFile.objects.select_related("file").filter(letter=one, position=position)
    held = found.first()
    if held is None:
        raise Http404
    return download(held.file, inline=True)
