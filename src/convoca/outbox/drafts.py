"""What a room hands to the outbox: a mail to one recipient, checked before it becomes a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from convoca.files.models import StoredFile
from convoca.outbox.models import MailClass

LONGEST_SUBJECT = 500
_BREAK = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mail to one recipient.

    `owner` is the lineage of the sending body, itself first; `about_kind` and `about_uid` name
    what it is about as the journal does; `html` is a second form of `text`, never its place.
    """

    to: str
    subject: str
    text: str
    mail_class: MailClass
    language: str
    owner: Sequence[UUID] = ()
    to_name: str = ""
    reply_to: str = ""
    html: str = ""
    attachments: Sequence[StoredFile] = ()
    about_kind: str = ""
    about_uid: UUID | str = ""

    def check(self) -> None:
        """Raise ValidationError where a value could not stand in a mail's head."""
        for address in filter(None, (self.to, self.reply_to)):
            validate_email(address)
        if not self.to:
            raise ValidationError(_("A mail needs a recipient."), code="mail-recipient")
        for line in (self.to, self.to_name, self.reply_to, self.subject):
            if _BREAK.search(line):
                raise ValidationError(
                    _("A subject, name or address is one line without control characters."),
                    code="mail-line-break",
                )
        if not self.subject.strip() or len(self.subject) > LONGEST_SUBJECT:
            raise ValidationError(
                _("A mail needs a subject of at most %(most)s characters."),
                code="mail-subject",
                params={"most": LONGEST_SUBJECT},
            )
