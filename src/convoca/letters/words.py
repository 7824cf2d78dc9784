"""The words of this room's entries in the journal."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "letters.draft": _("began the draft"),
    "letters.drop": _("dropped the draft"),
    "letters.submit": _("submitted it for signature"),
    "letters.agree": _("agreed"),
    "letters.sign": _("signed; number and date were given"),
    "letters.give_back": _("returned it"),
    "letters.enter_number": _("entered number and date from another system"),
    "letters.attach_signed_copy": _("put the signed copy on file"),
    "letters.void_number": _("let the number fall through"),
    "letters.prepare": _("put it into the outbox"),
    "letters.take_back": _("took it out of the outbox"),
    "letters.issue": _("issued it"),
    "letters.withdraw": _("withdrew it"),
    "letters.remind": _("prepared a reminder"),
    "letters.open_link": _("opened the link for the first time"),
    "letters.confirm_received": _("confirmed receipt"),
    "letters.hand_on": _("handed the task on"),
    "letters.reply": _("answered"),
    "letters.renew_link": _("renewed the link"),
    "letters.register_incoming": _("registered it"),
    "letters.give_incoming": _("gave it to be dealt with"),
    "letters.finish_incoming": _("dealt with it"),
    "letters.move_to_successor": _("moved it to the body that answers now"),
}
