"""Motions of order and their precedence, as data. Unverified: the text was not readable."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from convoca.standards.general_rules.sources import Grade, Rule

_RULE = Rule("CV 388 ff.", "unverified: Convention of 1992, read in part", Grade.UNVERIFIED)
_SPEECH_RULE = Rule("CV 400-402", "Convention of 1992, codexis.cz 69/2013", Grade.TREATY)


class Motion(StrEnum):
    """A motion of order."""

    POINT_OF_ORDER = "point of order"
    SUSPEND_MEETING = "suspension of the meeting"
    ADJOURN_MEETING = "adjournment of the meeting"
    ADJOURN_DEBATE = "adjournment of the debate"
    CLOSE_DEBATE = "closure of the debate"
    OTHER = "another motion"


@dataclass(frozen=True, slots=True)
class Procedure:
    """How a motion is treated; 1 is taken first.

    `speakers_for`, `speakers_against`: speakers admitted besides the mover; None: not told.
    """

    motion: Motion
    precedence: int
    needs_second: bool
    speakers_for: int | None
    speakers_against: int | None
    voted_at_once: bool
    rule: Rule


PROCEDURES = (
    Procedure(Motion.POINT_OF_ORDER, 1, False, 0, 0, False, _RULE),
    Procedure(Motion.SUSPEND_MEETING, 2, True, None, 2, True, _RULE),
    Procedure(Motion.ADJOURN_MEETING, 3, True, None, 2, True, _RULE),
    Procedure(Motion.ADJOURN_DEBATE, 4, False, 1, 2, True, _RULE),
    Procedure(Motion.CLOSE_DEBATE, 5, False, 0, 2, True, _RULE),
    Procedure(Motion.OTHER, 6, False, None, None, False, _RULE),
)
MINUTES_FOR_A_PROCEDURAL_SPEECH = (5, _SPEECH_RULE)
_BY_MOTION = {procedure.motion: procedure for procedure in PROCEDURES}


def procedure_of(motion: Motion) -> Procedure:
    """Tell how a motion is treated."""
    return _BY_MOTION[motion]


def in_order(motions: Iterable[Motion]) -> tuple[Motion, ...]:
    """Sort motions that lie before the chair by precedence; equal ones keep their order."""
    return tuple(sorted(motions, key=lambda motion: _BY_MOTION[motion].precedence))
