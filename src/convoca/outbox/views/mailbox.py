"""The visible mailbox of a demo: open to everyone, since its addresses belong to nobody."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import quote
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from convoca.outbox.models import MailboxMessage
from convoca.outbox.navigation import has_mailbox
from convoca.outbox.queries import mailbox as messages_to
from convoca.pages.views import shown

PER_PAGE = 50


def mailbox(request: HttpRequest) -> HttpResponse:
    """List what was sent, newest first, for one address or all."""
    _demand_mailbox()
    to = request.GET.get("to", "").strip()
    page = Paginator(messages_to(to=to), PER_PAGE).get_page(request.GET.get("page"))
    return shown(request, "outbox/mailbox.html", {"page": page, "to": to})


def message(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show one mail as its recipient reads it; links in it can be followed."""
    _demand_mailbox()
    kept, read = _read(uid)
    body = read.get_body(("plain",))
    context = {
        "kept": kept,
        "head": {name: str(read[name] or "") for name in ("From", "To", "Subject", "Date")},
        "language": str(read["Content-Language"] or ""),
        "text": body.get_content() if body else "",
        "files": [part.get_filename() or "" for part in read.iter_attachments()],
    }
    return shown(request, "outbox/message.html", context)


def part(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    """Give out a file that came with a mail, to be saved."""
    _demand_mailbox()
    _kept, read = _read(uid)
    files = list(read.iter_attachments())
    if number >= len(files):
        raise Http404
    content = files[number].get_payload(decode=True)
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = _as_file(files[number].get_filename() or "file")
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def _as_file(name: str) -> str:

    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"


def _demand_mailbox() -> None:
    if not has_mailbox():
        raise Http404


def _read(uid: UUID) -> tuple[MailboxMessage, EmailMessage]:
    kept = get_object_or_404(MailboxMessage, uid=uid)
    read = message_from_bytes(bytes(kept.content), policy=policy.SMTP)
    return kept, read
