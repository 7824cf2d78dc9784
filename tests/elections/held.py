"""An election with posts, candidatures and rounds, made through the room's own actions."""

from datetime import date
from itertools import count

from convoca.conferences.models import Edition
from convoca.elections import actions
from convoca.elections.content import BallotFacts, CandidatureFacts, ContestFacts, Counted
from convoca.elections.models import Ballot, Candidature, Contest, Election
from convoca.languages.translated import Translated
from convoca.members.models import Body
from members.made import INSTALLATION

_next = count(1)


def contest_facts(**facts) -> ContestFacts:
    """The post of Secretary-General, but for the facts given."""
    number = next(_next)
    told = {
        "key": f"chuc-danh-{number}",
        "kind": "official",
        "post": "Secretary-General",
        "name": Translated(vi=f"Tổng Thư ký {number}", en=f"Secretary-General {number}"),
        "seats": 1,
        "term_from": date(2015, 1, 1),
        "term_to": date(2018, 12, 31),
    }
    return ContestFacts(**{**told, **facts})


def election(at: Edition, *contests: ContestFacts, rules: str = "itu") -> Election:
    """A public election of these posts."""
    made = actions.open_election(by=INSTALLATION, edition=at, rules=rules, contests=contests)
    return actions.publish_election(by=INSTALLATION, election=made)


def contest(of: Election, **facts) -> Contest:
    """A post of the election."""
    return actions.put_contest(by=INSTALLATION, election=of, facts=contest_facts(**facts))


def council(of: Election, seats: int = 2, region: str = "E", **facts) -> Contest:
    """Seats of the Council for one region."""
    told = {"kind": "council", "post": "Council", "seats": seats, "region": region}
    return contest(of, **{**told, **facts})


def stands(at: Contest, state: Body, name: str = "", **facts) -> Candidature:
    """A candidature of a Member State."""
    told = CandidatureFacts(state=state, name=name, **facts)
    return actions.put_candidature(by=INSTALLATION, contest=at, facts=told)


def ballot(at: Contest, votes: dict[Candidature, int | None], **facts) -> Ballot:
    """A round with these votes; all are known unless one is None."""
    told = {"all_votes": None not in votes.values()}
    counted = [Counted(candidature=one, votes=number) for one, number in votes.items()]
    return actions.put_ballot(
        by=INSTALLATION, contest=at, facts=BallotFacts(**{**told, **facts}), votes=counted
    )
