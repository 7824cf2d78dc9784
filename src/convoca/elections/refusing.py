"""Why a ballot cannot be counted, by the engine, in the reader's words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from convoca.standards.general_rules.ballots import BallotError, Fault

FAULTS: dict[Fault, str | Promise] = {
    Fault.NO_SEAT: _("there is no seat to fill"),
    Fault.NOBODY_STANDS: _("nobody stands"),
    Fault.NAMELESS: _("a candidate has no name"),
    Fault.STANDS_TWICE: _("%(name)s stands twice in one round"),
    Fault.NEGATIVE: _("%(number)s is less than nothing"),
    Fault.VOTES_MISSING: _("the votes of %(name)s are missing, though all are said to be known"),
    Fault.FEWER_THAN_SEATS: _("only %(stood)s stood for %(seats)s seats"),
    Fault.WITHDREW: _(
        "%(name)s had withdrawn before round %(left)s and cannot stand in round %(round)s"
    ),
    Fault.NO_VALID_VOTE: _("no valid paper bears a vote for anybody"),
    Fault.ALL_ABSTAINED: _("everybody abstained, so there is no vote for anybody"),
}


def refused(error: BallotError) -> str:
    """Return why, in the reader's language; it goes on a sentence and has no full stop."""
    if error.fault is None:
        return str(error)
    return str(FAULTS[error.fault]) % error.facts
