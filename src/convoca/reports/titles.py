"""What each number of the report is called, at the head of its rows and of its column."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: dict[str, Promise | str] = {
    "addressed": _("Addressed"),
    "sent": _("Sent"),
    "delivered": _("Delivery confirmed"),
    "bounced": _("Came back"),
    "unconfirmed": _("No report of delivery"),
    "answered": _("Have answered"),
    "received": _("Content received"),
    "letter_only": _("Official letter received"),
    "through": _("Answered through the body it was handed on to"),
    "nothing": _("Nothing to report"),
    "owing": _("Not answered"),
    "handed_on": _("Handed on"),
    "drafted": _("Being written"),
    "silent": _("Silent"),
    "letters": _("Official letters"),
    "uninvited": _("Took part without having been addressed"),
    "items": _("Everything received"),
    "activities": _("Activities held"),
    "counted": _("Activities with a number of people reached"),
    "contributions": _("Contributions"),
    "public": _("Published for everyone"),
    "agencies": _("Published for agencies"),
    "chosen": _("Chosen for the union"),
    "forwarded": _("Sent to the union"),
}


def title_of(key: str) -> str:
    """Return the title of a number in the reader's language."""
    return str(TITLES[key])
