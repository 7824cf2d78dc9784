"""Seats given after the count: what the engine decided, and what was announced."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from convoca.elections.deciding import Decided, decide, label, state_name
from convoca.elections.models import Award, Basis, Candidature, Contest, ContestKind
from convoca.elections.queries import to_decide
from convoca.elections.rules import demand
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.members.actions import fill_seat, take_back_seat


@dataclass(frozen=True)
class ToGive:
    """A seat that may be given, and what it rests on."""

    candidature: Candidature
    basis: Basis

    @property
    def words(self) -> str:
        """Who is given the seat, and why, in the reader's language."""
        return f"{label(self.candidature)}: {self.basis.label}"


def seats_to_give(contest: Contest) -> list[ToGive]:
    """Return the seats of a contest that may be given now, those already given left out.

    Raises StateConflict where the announced result differs from the count, where there would be
    more holders than seats, or two elected persons of one Member State; each with its reason.
    """
    rounds = decide([to_decide(contest.pk)]).get(contest.pk, [])
    if any(one.count.agrees is False for one in rounds):
        raise StateConflict(_("The announced result differs from the count. Clear that up first."))
    basis = _bases(rounds)
    if len(basis) > contest.seats:
        raise StateConflict(_("There would be more holders than seats."))
    _refuse_shared_state(contest, list(basis))
    given = set(
        Award.objects.filter(candidature__contest=contest).values_list("candidature", flat=True)
    )
    return [ToGive(one, basis[one]) for one in basis if one.pk not in given]


@transaction.atomic
def give_seats(*, by: Actor, contest: Contest) -> list[Award]:
    """Give the seats that the ballots decide, for the contest's term, among the members.

    Raises what `seats_to_give` does, and StateConflict where nothing is decided or the term is
    not known.
    """
    demand(by, contest.election)
    contest = (
        Contest.objects.select_for_update(no_key=True, of=("self",))
        .select_related("election__edition__series__body")
        .get(pk=contest.pk)
    )
    if contest.term_from is None:
        raise StateConflict(_("Enter first from when the term runs."))
    found = seats_to_give(contest)
    if not found:
        raise StateConflict(_("There is no seat to give: nothing more is decided."))
    awards = [_give(by, contest, one) for one in found]
    record(
        by=by,
        action="elections.give_seats",
        subject_kind="contest",
        subject_uid=contest.uid,
        facts={
            "seats": [
                {
                    "candidature": str(award.candidature.uid),
                    "seat": str(award.seat.uid),
                    "basis": str(award.basis),
                }
                for award in awards
            ]
        },
    )
    return awards


@transaction.atomic
def take_back_seats(*, by: Actor, contest: Contest, because: str) -> None:
    """Take back all seats of a contest that were given in error; its ballots can change again.

    Raises StateConflict where none is given.
    """
    demand(by, contest.election)
    Contest.objects.select_for_update(no_key=True).get(pk=contest.pk)
    awards = list(
        Award.objects.filter(candidature__contest=contest).select_related(
            "seat__post__body", "seat__person", "candidature"
        )
    )
    if not awards:
        raise StateConflict(_("No seat of this post is given."))
    for award in awards:
        award.delete()
        take_back_seat(by=by, seat=award.seat, because=because)
    record(
        by=by,
        action="elections.take_back_seats",
        subject_kind="contest",
        subject_uid=contest.uid,
        facts={
            "candidatures": [str(award.candidature.uid) for award in awards],
            "because": because,
        },
    )


def _bases(rounds: list[Decided]) -> dict[Candidature, Basis]:
    found = {one: Basis.COUNTED for decided in rounds for one in decided.elected}
    for decided in rounds:
        for one in decided.announced:
            if one not in found and not decided.ballot.source:
                raise StateConflict(
                    _("A result that was announced without all votes needs its source.")
                )
            found.setdefault(one, Basis.ANNOUNCED)
    return found


def _refuse_shared_state(contest: Contest, elected: list[Candidature]) -> None:
    """CS 62: officials and Board members are all nationals of different Member States."""
    if not contest.needs_different_states:
        return
    taken = Award.objects.filter(
        candidature__contest__election=contest.election,
        candidature__contest__kind__in=[ContestKind.OFFICIAL, ContestKind.BOARD],
    )
    states = set(
        taken.exclude(candidature__in=elected).values_list("candidature__state_id", flat=True)
    )
    for one in elected:
        if one.state_id in states:
            raise StateConflict(
                _("A national of %(state)s is elected already; all must be of different States.")
                % {"state": state_name(one)}
            )
        states.add(one.state_id)


def _give(by: Actor, contest: Contest, one: ToGive) -> Award:
    candidature = one.candidature
    seat = fill_seat(
        by=by,
        body=contest.election.edition.series.body,
        title=contest.name,
        holder=candidature.state,
        person=candidature.name,
        language=candidature.language,
        valid_from=contest.term_from,
        valid_to=contest.term_to,
        days_known=contest.term_days_known,
    )
    return Award.objects.create(candidature=candidature, seat=seat, basis=one.basis)
