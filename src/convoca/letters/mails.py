"""The words of every mail that letters send: to each recipient in its language."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from convoca.files.models import StoredFile
from convoca.letters.links import reply_url
from convoca.letters.models import Letter, Recipient
from convoca.members.models import Body
from convoca.outbox.drafts import Draft
from convoca.outbox.models import MailClass

ABOUT = "recipient"


def letter_mails(recipient: Recipient, files: Sequence[StoredFile]) -> list[Draft]:
    """Return the mails that carry the letter to one recipient: one for each of its addresses."""
    return _mails(recipient, "letter", recipient.letter.issuer, files)


def reminder_mails(recipient: Recipient, owner: Body) -> list[Draft]:
    """Return the mails that remind one recipient (đôn đốc); officers of `owner` release them."""
    return _mails(recipient, "reminder", owner)


def handed_on_mails(recipient: Recipient, files: Sequence[StoredFile]) -> list[Draft]:
    """Return the mails that hand the task on to one recipient."""
    return _mails(recipient, "handed_on", recipient.letter.drafting_unit, files)


def new_link_mails(recipient: Recipient, owner: Body) -> list[Draft]:
    """Return the mails that bring one recipient a new link; officers of `owner` release them."""
    return _mails(recipient, "new_link", owner)


def withdrawal_mails(recipient: Recipient) -> list[Draft]:
    """Return the mails that tell one recipient that the letter was withdrawn."""
    return _mails(recipient, "withdrawal", recipient.letter.issuer)


def _mails(
    recipient: Recipient, kind: str, owner: Body, files: Sequence[StoredFile] = ()
) -> list[Draft]:
    letter = recipient.letter
    with override(recipient.language):
        subject = subject_of(kind, letter)
        text = render_to_string(
            f"letters/mail/{kind}.txt",
            {"letter": letter, "recipient": recipient, "link": reply_url(recipient)},
        )
    return [
        Draft(
            to=address,
            to_name=recipient.name[:200],
            subject=subject[:500],
            text=text,
            mail_class=MailClass.OFFICIAL,
            language=recipient.language,
            owner=owner.lineage,
            attachments=files,
            about_kind=ABOUT,
            about_uid=recipient.uid,
        )
        for address in recipient.emails
    ]


def subject_of(kind: str, letter: Letter) -> str:
    """Return the subject of a mail of this kind, in the language now active."""
    words = {
        "letter": _("Official letter %(number)s: %(subject)s"),
        "reminder": _("Reminder of official letter %(number)s: %(subject)s"),
        "handed_on": _("Handed on to you: official letter %(number)s: %(subject)s"),
        "new_link": _("New link for official letter %(number)s: %(subject)s"),
        "withdrawal": _("Withdrawn: official letter %(number)s: %(subject)s"),
    }
    return words[kind] % {"number": letter.number_and_symbol, "subject": letter.subject}
