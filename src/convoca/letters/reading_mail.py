"""An uploaded e-mail read for what a letter received needs; nothing in it is trusted."""

import re
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default as default_policy
from email.utils import parseaddr, parsedate_to_datetime

from django.utils import timezone

from convoca.languages.translated import nfc

_NUMBER = re.compile(r"\b(\d{1,6}\s*/\s*[A-ZĐ][\w.&Đ]*(?:-[\w.&Đ]+)*)", re.UNICODE)
_MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that came with the mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ReadMail:
    """What could be read; what could not is empty."""

    sender_name: str = ""
    sender_email: str = ""
    subject: str = ""
    number_and_symbol: str = ""
    sent_on: date | None = None
    files: tuple[MailFile, ...] = field(default_factory=tuple)


def read_mail(content: bytes) -> ReadMail:
    """Read an .eml file; one that is no mail gives an empty result."""
    try:
        message = message_from_bytes(content, policy=default_policy)
    except (MessageError, ValueError):
        return ReadMail()
    name, address = parseaddr(_head(message, "From"))
    subject = _head(message, "Subject")
    found = _NUMBER.search(subject)
    return ReadMail(
        sender_name=name,
        sender_email=address,
        subject=subject,
        number_and_symbol=re.sub(r"\s", "", found[1]) if found else "",
        sent_on=_day(_head(message, "Date")),
        files=_files(message),
    )


def _head(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError):
        return ""
    return nfc(re.sub(r"[\x00-\x1f\x7f\ufffd\s]+", " ", value)).strip()


def _day(value: str) -> date | None:
    try:
        moment = parsedate_to_datetime(value)
        return timezone.localtime(moment).date() if moment.tzinfo else moment.date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _files(message: EmailMessage) -> tuple[MailFile, ...]:
    found = []
    for part in message.walk():
        name = part.get_filename()
        content = part.get_payload(decode=True) if name else None
        if name and isinstance(content, bytes) and content:
            found.append(MailFile(nfc(name), content))
    return tuple(found[:_MOST_FILES])
