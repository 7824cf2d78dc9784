"""The elections of 2010 and 2014, as far as their ballots are known; seats where they are."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from convoca.conferences.models import Edition
from convoca.demo.facts.conference import editions
from convoca.demo.facts.seats import ElectedPost, Round, Vote, elected_posts, rounds, votes
from convoca.elections import actions
from convoca.elections.content import BallotFacts, CandidatureFacts, ContestFacts, Counted
from convoca.elections.models import Candidature, Contest
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.standards.general_rules.posts import BOARD, COUNCIL, post_named

_POSTS = {"board": BOARD.name, "council": COUNCIL.name}
_OFFICIALS = {"br": "Director BR", "tsb": "Director TSB", "bdt": "Director BDT"}
# The terms of the facts are those of the edition of Busan.
_TERMS_OF = "pp-14"
Names = dict[tuple[str, str], Candidature]


def load_elections(*, by: Actor, edition: Edition, bodies: Mapping[str, Body]) -> None:
    """Open the edition's election, enter what is known of its ballots, and give the seats."""
    contests = [_contest(post, edition) for post in elected_posts().values()]
    election = actions.open_election(by=by, edition=edition, rules="itu", contests=contests)
    for contest in election.contests.all():
        found = [
            vote for vote in votes() if (vote.edition, vote.post) == (edition.key, contest.key)
        ]
        names = _candidatures(by, contest, found, bodies)
        _ballots(by, contest, found, names)
        if found and contest.term_from is not None:
            actions.give_seats(by=by, contest=contest)
    actions.publish_election(by=by, election=election)


def _contest(post: ElectedPost, edition: Edition) -> ContestFacts:
    name = _POSTS.get(post.kind) or post_named(_OFFICIALS.get(post.key, post.key)).name
    term_from, term_to, days_known = _term(post, edition)
    return ContestFacts(
        key=post.key,
        kind=post.kind,
        post=name,
        region=post.region,
        name=Translated(post.names),
        seats=post.seats,
        place=post.order,
        term_from=term_from,
        term_to=term_to,
        term_days_known=days_known,
        source=post.source,
        grade=post.grade,
    )


def _term(post: ElectedPost, edition: Edition) -> tuple[date | None, date | None, bool]:
    """From the years of the source to days: the Council serves from one election to the next."""
    if edition.key != _TERMS_OF:
        return None, None, True
    first, last = (int(year) for year in post.term.split("-"))
    ends = date(last, 12, 31)
    if post.takes_office:
        return date.fromisoformat(post.takes_office), ends, True
    if first == edition.closes.year:
        following = editions()["pp-18"]
        return edition.closes, following.closes, False
    return date(first, 1, 1), ends, False


def _candidatures(
    by: Actor, contest: Contest, found: list[Vote], bodies: Mapping[str, Body]
) -> Names:
    names: Names = {}
    for vote in found:
        key = (vote.body, vote.candidate or "")
        if key not in names:
            names[key] = actions.put_candidature(
                by=by,
                contest=contest,
                facts=CandidatureFacts(
                    state=bodies[vote.body],
                    name=vote.candidate or "",
                    source=vote.source,
                    grade=vote.grade,
                ),
            )
    return names


def _ballots(by: Actor, contest: Contest, found: list[Vote], names: Names) -> None:
    by_round: dict[int | None, list[Vote]] = defaultdict(list)
    for vote in found:
        by_round[vote.round].append(vote)
    for number, cast in by_round.items():
        actions.put_ballot(
            by=by,
            contest=contest,
            facts=_numbers(contest, number, cast),
            votes=[
                Counted(
                    candidature=names[vote.body, vote.candidate or ""],
                    votes=vote.votes,
                    # The source names who was elected; that others were not follows only from
                    # a list of everybody.
                    announced=True if vote.elected else None,
                )
                for vote in cast
            ],
        )


def _numbers(contest: Contest, number: int | None, cast: list[Vote]) -> BallotFacts:
    edition = contest.election.edition.key
    published = next(
        (
            one
            for one in rounds()
            if (one.edition, one.post, one.number) == (edition, contest.key, number)
        ),
        None,
    )
    if published is None:
        return _nothing_but_names(contest, number, cast)
    return _published(published)


def _published(one: Round) -> BallotFacts:
    return BallotFacts(
        round=one.number,
        deposited=one.deposited,
        blank=one.blank,
        invalid=one.invalid,
        valid=one.valid,
        required=one.required,
        all_candidates=one.all_candidates,
        all_votes=one.all_votes,
        note=Translated(one.note),
        source=one.source,
        grade=one.grade,
    )


def _nothing_but_names(contest: Contest, number: int | None, cast: list[Vote]) -> BallotFacts:
    return BallotFacts(
        round=number,
        all_candidates=False,
        all_votes=False,
        source=cast[0].source,
        grade=cast[0].grade,
    )
