"""Trình ký as data: the desks that a letter passes, who sits there, and where it goes next.

Decree 30, Art. 11 to 13: whoever signs approves the draft; the head of the drafting unit answers
for the content, the form checker for the form.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from convoca.letters.models import Letter, State

Place = Literal["drafting_unit", "issuer"]


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk: a letter in `state` waits there for `role` at the body named by `place`."""

    state: State
    role: str
    place: Place
    agreed: State
    who: str | Promise
    verb: str | Promise
    returned: State = State.DRAFT

    def lineage(self, letter: Letter) -> Sequence[UUID]:
        """The lineage of the body at which the role must be held."""
        body: Sequence[UUID] = getattr(letter, self.place).lineage
        return body


DESKS: tuple[Desk, ...] = (
    Desk(
        State.CONTENT,
        "head_of_unit",
        "drafting_unit",
        State.FORM,
        who=_("Head of the drafting unit"),
        verb=_("Agree to the content"),
    ),
    Desk(
        State.FORM,
        "form_checker",
        "issuer",
        State.SIGNING,
        who=_("Form checker"),
        verb=_("Agree to the form"),
    ),
    Desk(
        State.SIGNING, "signer", "issuer", State.SIGNED, who=_("Signer"), verb=_("Sign the letter")
    ),
)
_BY_STATE = {desk.state: desk for desk in DESKS}
FIRST_DESK = DESKS[0]


def desk_of(state: str) -> Desk | None:
    """Return the desk at which a letter in this state waits, or None."""
    return _BY_STATE.get(State(state))


def desks_before(desk: Desk) -> tuple[Desk, ...]:
    """Return the desks that must have agreed before this one."""
    return DESKS[: DESKS.index(desk)]


ON_THE_WAY = tuple(desk.state for desk in DESKS)
BEFORE_NUMBER = (State.DRAFT, *ON_THE_WAY)
