"""An edition's election: opened with its posts, shown to the public, its posts changed."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from convoca.conferences.models import Edition
from convoca.conferences.rules import demand as demand_edition
from convoca.conferences.writing import held, saved, take
from convoca.elections.content import ContestFacts
from convoca.elections.models import Award, Contest, Election, ElectionState
from convoca.elections.rules import demand
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.standards.general_rules.named import RULE_SETS


@transaction.atomic
def open_election(
    *, by: Actor, edition: Edition, rules: str, contests: Sequence[ContestFacts]
) -> Election:
    """Open an edition's election under a rule set of the engine, with its posts and seats.

    Raises StateConflict where the edition has an election, ValidationError for unknown rules.
    """
    demand_edition(by, edition)
    if rules not in RULE_SETS:
        raise ValidationError({"rules": _("There is no such rule set.")})
    try:
        with transaction.atomic():
            election = Election.objects.create(edition=edition, rules=rules)
    except IntegrityError as error:
        raise StateConflict(_("This edition has its election already.")) from error
    for facts in contests:
        row = Contest(election=election)
        take(row, facts)
        row.save()
    seats = sum(facts.seats for facts in contests)
    _tell(by, election, "elections.open_election", {"rules": rules, "seats": seats})
    return election


@transaction.atomic
def publish_election(*, by: Actor, election: Election) -> Election:
    """Let everybody read the election."""
    return _to(by, election, ElectionState.PUBLISHED, "elections.publish_election")


@transaction.atomic
def withdraw_election(*, by: Actor, election: Election) -> Election:
    """Take the election from public view."""
    return _to(by, election, ElectionState.DRAFT, "elections.withdraw_election")


@transaction.atomic
def put_contest(
    *,
    by: Actor,
    election: Election,
    facts: ContestFacts,
    contest: Contest | None = None,
    version: int | None = None,
) -> Contest:
    """Enter a post with its seats, or change `contest`.

    Raises ValidationError for a key that is in use or a term that ends before it begins,
    StateConflict once seats of it were given.
    """
    demand(by, election)
    if election.contests.filter(key=facts.key).exclude(pk=contest.pk if contest else 0).exists():
        raise ValidationError({"key": _("This key is in use.")})
    if facts.term_from and facts.term_to and facts.term_to < facts.term_from:
        raise ValidationError({"term_to": _("The term ends before it begins.")})
    row = held(contest, version) if contest else Contest(election=election)
    if contest and Award.objects.filter(candidature__contest=row).exists():
        raise StateConflict(_("Seats of this post were given; it no longer changes."))
    changed = take(row, facts)
    saved(row, is_new=contest is None)
    _tell(by, election, "elections.put_contest", {"contest": str(row.uid), **changed})
    return row


@transaction.atomic
def remove_contest(*, by: Actor, contest: Contest) -> None:
    """Take a post away. Raises StateConflict while somebody stands for it."""
    election = contest.election
    demand(by, election)
    uid = contest.uid
    try:
        contest.delete()
    except ProtectedError:
        raise StateConflict(_("Somebody stands for this post.")) from None
    _tell(by, election, "elections.remove_contest", {"contest": str(uid)})


@transaction.atomic
def remove_election(*, by: Actor, election: Election) -> None:
    """Take an edition's election away with its posts.

    Raises StateConflict while it is public, or while somebody stands or a round is entered.
    """
    demand(by, election)
    row = held(election)
    if row.is_public:
        raise StateConflict(_("The election is public. Hide it first."))
    try:
        row.contests.all().delete()
    except ProtectedError:
        raise StateConflict(_("Somebody stands, or a round is entered.")) from None
    edition, uid = row.edition, row.uid
    row.delete()
    record(
        by=by,
        action="elections.remove_election",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"election": str(uid)},
    )


def _to(by: Actor, election: Election, state: ElectionState, action: str) -> Election:
    demand(by, election)
    row = held(election)
    if row.state == state:
        raise StateConflict(_("That is so already."))
    row.state = state
    saved(row)
    _tell(by, row, action, {})
    return row


def _tell(by: Actor, election: Election, action: str, facts: dict[str, Json]) -> None:
    record(by=by, action=action, subject_kind="election", subject_uid=election.uid, facts=facts)
