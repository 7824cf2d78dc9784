"""A mail as it goes out: head, text, its second form, and the files with it."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from convoca.files.models import StoredFile
from convoca.outbox.addresses import in_ascii
from convoca.outbox.heads import POLICY
from convoca.outbox.models import Mail, MailClass
from convoca.outbox.transports.chosen import mail_settings


def message(mail: Mail) -> EmailMessage:
    """Return the mail for handing over; the same bytes at every attempt once it is released."""
    made = EmailMessage(policy=POLICY)
    made["Message-ID"] = mail.message_id
    made["Date"] = format_datetime(mail.released_at or mail.created_at)
    made["From"] = sender()
    made["To"] = Address(mail.to_name, addr_spec=in_ascii(mail.to))
    if mail.reply_to:
        made["Reply-To"] = Address(addr_spec=in_ascii(mail.reply_to))
    made["Subject"] = mail.subject
    made["Content-Language"] = mail.language
    if mail.mail_class == MailClass.SIGN_IN:
        made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notice comes back
    made.set_content(mail.text)
    if mail.html:
        made.add_alternative(mail.html, subtype="html")
    for attachment in mail.attachments.select_related("stored"):
        _attach(made, attachment.stored)
    return made


def sender() -> Address:
    """Return who mail comes from: name and address."""
    settings = mail_settings()
    return Address(settings.sender_name, addr_spec=settings.sender)


def _attach(made: EmailMessage, stored: StoredFile) -> None:
    maintype, _, rest = stored.media_type.partition("/")
    subtype = rest.partition(";")[0]
    if maintype in {"message", "text"}:  # bytes as they came, not taken apart
        maintype, subtype = "application", "octet-stream"
    made.add_attachment(
        stored.read(), maintype=maintype, subtype=subtype, filename=stored.original_name
    )
