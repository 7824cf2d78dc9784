"""From the rows of an election to the engine's ballots, and its outcomes back to the rows.

Nothing here asks the database beyond what `queries.contests_to_decide` has fetched.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.elections.counting import Count, count_all
from convoca.elections.models import Ballot, Candidature, Contest, Vote
from convoca.elections.published import Key, PublishedBallot
from convoca.elections.words import LANGUAGES, Words
from convoca.languages.translated import shown
from convoca.members.models import Body
from convoca.standards.general_rules import ballots as engine
from convoca.standards.general_rules.named import rule_set
from convoca.standards.general_rules.posts import Kind, Post
from convoca.standards.general_rules.rule_sets import RuleSet


@dataclass(frozen=True)
class Decided:
    """A ballot with its outcome; `by_name` leads from the engine's names to the candidatures."""

    ballot: Ballot
    count: Count
    by_name: dict[str, Candidature]

    @property
    def elected(self) -> list[Candidature]:
        """The candidatures that the engine says are elected for certain."""
        return [self.by_name[name] for name in self.count.outcome.elected]

    @property
    def announced(self) -> list[Candidature]:
        """The candidatures that were announced as elected."""
        return [vote.candidature for vote in self.ballot.votes.all() if vote.announced]


def rules_of(contest: Contest) -> RuleSet:
    """Return the rule set that the election is under."""
    return rule_set(contest.election.rules)


def words() -> Words:
    """Return the engine's words in the reader's language; English where there are none."""
    return LANGUAGES.get(get_language() or "en", LANGUAGES["en"])


def name_of(body: Body) -> str:
    """Return what a body is called in the reader's language."""
    return shown(body.name, get_language() or "en", body.main_language).text


def state_name(candidature: Candidature) -> str:
    """Return the name of the Member State in the reader's language."""
    return name_of(candidature.state)


def label(candidature: Candidature) -> str:
    """Return what a candidature is called on a ballot, in the reader's language."""
    if candidature.name:
        return str(candidature.name)
    state = state_name(candidature)
    if candidature.contest.stands_in_person:
        return _("the candidate of %(state)s") % {"state": state}
    return state


def decide(contests: Sequence[Contest]) -> dict[int, list[Decided]]:
    """Decide all ballots of the contests; return them by the contest's id, in their order.

    Raises BallotError for a ballot that contradicts itself, in the engine's English words.
    """
    rows = [
        (contest, ballot, {label(vote.candidature): vote.candidature for vote in _votes(ballot)})
        for contest in contests
        for ballot in contest.ballots.all()
        if _votes(ballot)
    ]
    if not rows:
        return {}
    published = [_published(contest, ballot) for contest, ballot, _names in rows]
    counts = count_all(published, rules_of(contests[0]))
    found: dict[int, list[Decided]] = {}
    for (contest, ballot, by_name), count in zip(rows, counts, strict=True):
        found.setdefault(contest.pk, []).append(Decided(ballot, count, by_name))
    return found


def _votes(ballot: Ballot) -> list[Vote]:
    return list(ballot.votes.all())


def engine_post(contest: Contest) -> Post:
    """Return the contest's post as the engine knows it."""
    return Post(contest.post, Kind(contest.kind))


def _published(contest: Contest, ballot: Ballot) -> PublishedBallot:
    post = engine_post(contest)
    region = contest.region or None
    return PublishedBallot(
        key=Key(str(contest.election.edition.opens.year), post, region, ballot.round),
        post_as_written=contest.post,
        ballot=engine.Ballot(
            post=post,
            seats=contest.seats,
            tallies=tuple(
                engine.Tally(label(vote.candidature), vote.votes) for vote in ballot.votes.all()
            ),
            region=region,
            round=ballot.round,
            numbers=engine.Numbers(
                entitled=ballot.entitled,
                deposited=ballot.deposited,
                blank=ballot.blank,
                invalid=ballot.invalid,
                valid=ballot.valid,
                required=ballot.required,
            ),
            votes_complete=ballot.all_votes,
            unlisted_possible=not ballot.all_candidates,
        ),
        elected={label(vote.candidature): vote.announced for vote in ballot.votes.all()},
        states={label(v.candidature): v.candidature.state.key for v in ballot.votes.all()},
        assumed_whole=False,
        stated_seats=None,
    )
