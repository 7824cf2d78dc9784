"""Ballots: the numbers of a round and the votes for each name."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from convoca.conferences.actions.times import refuse_outside
from convoca.conferences.writing import held, saved, take
from convoca.elections.content import BallotFacts, Counted
from convoca.elections.deciding import decide
from convoca.elections.models import Award, Ballot, Contest, Vote
from convoca.elections.queries import to_decide
from convoca.elections.refusing import refused
from convoca.elections.rules import demand
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.standards.general_rules.ballots import BallotError


@transaction.atomic
def put_ballot(
    *,
    by: Actor,
    contest: Contest,
    facts: BallotFacts,
    votes: Sequence[Counted],
    ballot: Ballot | None = None,
    version: int | None = None,
) -> Ballot:
    """Enter a round with the votes of those who stood in it, or change `ballot`.

    Raises ValidationError for figures that nobody can count (the engine is asked before anything
    is kept), StateConflict once seats of this contest were given.
    """
    demand(by, contest.election)
    # Rounds build on one another: one editor at a time.
    Contest.objects.select_for_update(no_key=True).get(pk=contest.pk)
    row = held(ballot, version) if ballot else Ballot(contest=contest)
    _refuse_given(contest)
    refuse_outside(contest.election.edition, held_on=facts.held_on)
    _check(contest, facts, votes, ballot)
    changed = take(row, facts)
    saved(row, is_new=ballot is None)
    row.votes.all().delete()
    Vote.objects.bulk_create(
        Vote(
            ballot=row,
            candidature=each.candidature,
            votes=each.votes,
            announced=each.announced,
        )
        for each in votes
    )
    _ask_the_engine(contest)
    told: list[Json] = [
        {"candidature": str(each.candidature.uid), "votes": each.votes} for each in votes
    ]
    action = "elections.edit_ballot" if ballot else "elections.add_ballot"
    _tell(by, contest, action, {"ballot": str(row.uid), **changed, "votes": told})
    return row


@transaction.atomic
def remove_ballot(*, by: Actor, ballot: Ballot) -> None:
    """Remove a round that was entered in error; StateConflict once seats were given."""
    contest = ballot.contest
    demand(by, contest.election)
    _refuse_given(contest)
    uid = ballot.uid
    ballot.delete()
    _tell(by, contest, "elections.remove_ballot", {"ballot": str(uid)})


def _refuse_given(contest: Contest) -> None:
    if Award.objects.filter(candidature__contest=contest).exists():
        raise StateConflict(_("Seats were given on these ballots; they no longer change."))


def _check(
    contest: Contest, facts: BallotFacts, votes: Sequence[Counted], ballot: Ballot | None
) -> None:
    wrong: dict[str, str] = {}
    same = contest.ballots.filter(round=facts.round).exclude(pk=ballot.pk if ballot else 0)
    if same.exists():
        wrong["round"] = _("This round is entered already.")
    wrong.update(_names_wrong(contest, facts, votes))
    if facts.all_votes and any(each.votes is None for each in votes):
        wrong["all_votes"] = _("Votes are missing, so not all of them can be known.")
    elif facts.all_votes and votes and not any(each.votes for each in votes):
        wrong["all_votes"] = _("Nobody has a vote.")
    if wrong:
        raise ValidationError(wrong)


def _names_wrong(contest: Contest, facts: BallotFacts, votes: Sequence[Counted]) -> dict[str, str]:
    if not votes:
        return {"all_candidates": _("Say who stood in this round.")}
    if any(each.candidature.contest_id != contest.pk for each in votes):
        return {"all_candidates": _("Somebody here stands for another post.")}
    if facts.all_candidates and contest.seats > 1 and len(votes) < contest.seats:
        told = _("Fewer stood than there are seats; so others must have stood.")
        # A special ballot fills only the seats that are left.
        return (
            {} if contest.ballots.filter(round__lt=facts.round or 0) else {"all_candidates": told}
        )
    return {}


def _ask_the_engine(contest: Contest) -> None:
    try:
        decide([to_decide(contest.pk)])
    except BallotError as error:
        raise ValidationError(
            _("These figures cannot be counted: %(why)s.") % {"why": refused(error)}
        ) from error


def _tell(by: Actor, contest: Contest, action: str, facts: dict[str, Json]) -> None:
    record(by=by, action=action, subject_kind="contest", subject_uid=contest.uid, facts=facts)
