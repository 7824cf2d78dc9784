"""One mail as it will be, and the files with it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from convoca.files.responses import download
from convoca.outbox.messages import sender
from convoca.outbox.models import Mail, MailAttachment, MailClass, State
from convoca.outbox.moments import moments
from convoca.outbox.queries import SHELVES, readable
from convoca.outbox.rules import may_send
from convoca.outbox.veils import veiled
from convoca.outbox.views.shelves import reader
from convoca.pages.views import shown

_DEEDS = {
    State.WAITING: ("release", "withdraw"),
    State.RELEASED: ("withdraw",),
    State.FAILED: ("retry", "withdraw"),
}


@login_required
def mail(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show a mail as its recipient will read it, with what happened to it."""
    by = reader(request)
    found = get_object_or_404(readable(by), uid=uid)
    context = {
        "mail": found,
        "text": veiled(found.text),
        "sender": sender(),
        "attachments": found.attachments.select_related("stored"),
        "moments": moments(found),
        "shelf": next(one for one in SHELVES.values() if found.state in one.states),
        "deeds": _DEEDS.get(State(found.state), ()) if may_send(by, found.owner) else (),
        "is_secret": found.mail_class == MailClass.SIGN_IN,
    }
    return shown(request, "outbox/mail.html", context)


@login_required
def attachment(request: HttpRequest, uid: UUID, position: int) -> FileResponse:
    """Give out a file that goes with a mail."""
    found: Mail = get_object_or_404(readable(reader(request)), uid=uid)
    attached = get_object_or_404(
        MailAttachment.objects.select_related("stored"), mail=found, position=position
    )
    return download(attached.stored)
