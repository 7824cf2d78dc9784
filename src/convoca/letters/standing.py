"""How far a recipient has come, in one word with its tone, and the filters by it."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.letters.models import Recipient

Tone = Literal["ok", "info", "late", "bad", "plain"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A state in words, its tone, and whether a reminder makes sense."""

    words: str | Promise
    tone: Tone
    is_silent: bool = False


def standing_of(recipient: Recipient) -> Standing:
    """Return the furthest that the recipient has come."""
    if recipient.replied_at and recipient.letter_received_at:
        return Standing(_("Content and official letter received"), "ok")
    if recipient.replied_at:
        return Standing(_("Content received"), "ok")
    if recipient.letter_received_at:
        return Standing(_("Official letter received"), "ok")
    silent = recipient.is_addressee and recipient.parent_id is None
    for moment, words, tone in _before_an_answer(recipient):
        if moment:
            return Standing(words, tone, silent)
    if not recipient.emails:
        return Standing(_("No e-mail address"), "bad", silent)
    return Standing(pgettext_lazy("recipient", "Not sent yet"), "plain", silent)


def _before_an_answer(one: Recipient) -> tuple[tuple[object, str | Promise, Tone], ...]:
    return (
        (one.handed_on_at, _("Handed on"), "info"),
        (one.received_at, _("Receipt confirmed"), "info"),
        (one.opened_at, _("Link opened"), "info"),
        (one.bounced_at, pgettext_lazy("recipient", "Bounced"), "bad"),
        (one.delivered_at, pgettext_lazy("recipient", "Delivered"), "late"),
        (one.sent_at, pgettext_lazy("recipient", "Sent"), "late"),
    )


FILTERS: dict[str, str | Promise] = {
    "all": _("addressees"),
    "delivered": pgettext_lazy("addressees", "delivered"),
    "bounced": pgettext_lazy("addressees", "bounced"),
    "opened": pgettext_lazy("addressees", "opened the link"),
    "received": pgettext_lazy("addressees", "confirmed receipt"),
    "replied": pgettext_lazy("addressees", "sent content"),
    "letter": pgettext_lazy("addressees", "sent an official letter"),
    "silent": pgettext_lazy("addressees", "silent"),
}
