"""Who may stand: candidatures and what the Constitution asks of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from convoca.standards.general_rules.calendar import in_time
from convoca.standards.general_rules.posts import Kind, Post
from convoca.standards.general_rules.rule_sets import ElectionRules
from convoca.standards.general_rules.sources import Rule


@dataclass(frozen=True, slots=True)
class Candidature:
    """A person (or, for the Council, a Member State itself) standing for a post.

    `proposed_by`: the Member State whose proposal it is, "" when nobody proposed.
    `terms_served`: full terms held in this very post.
    """

    name: str
    member_state: str
    post: Post
    region: str | None = None
    proposed_by: str = ""
    received_at: datetime | None = None
    terms_served: int = 0
    born: date | None = None


class Bar(StrEnum):
    """Why a candidature can't stand."""

    NOT_PROPOSED = "not proposed by its own Member State"
    TOO_LATE = "received after candidatures closed"
    TERMS_USED_UP = "has held the post for as many terms as allowed"
    SECOND_OF_STATE = "the Member State already has a candidate for the Board"
    STATE_HOLDS_A_POST = "a national of the same Member State is already elected"
    STANDS_TWICE = "stands twice for the same post"


@dataclass(frozen=True, slots=True)
class Objection:
    """One bar against one candidature, with the rule behind it."""

    candidature: Candidature
    bar: Bar
    rule: Rule


def objections(
    candidatures: Sequence[Candidature],
    rules: ElectionRules,
    *,
    opening: date | None = None,
    elected: Iterable[Candidature] = (),
) -> tuple[Objection, ...]:
    """Check candidatures against the rules and against those elected before them.

    `opening` is the conference's first day; without it nothing can be too late.
    `elected` are the officials and Board members of this conference elected so far.
    """
    taken = {each.member_state for each in elected if each.post.kind is not Kind.COUNCIL}
    found: list[Objection] = []
    for position, each in enumerate(candidatures):
        found += _alone(each, rules, opening)
        found += _beside(each, candidatures[:position], rules)
        if each.post.kind is not Kind.COUNCIL and each.member_state in taken:
            found.append(Objection(each, Bar.STATE_HOLDS_A_POST, rules.different_states.rule))
    return tuple(found)


def _alone(each: Candidature, rules: ElectionRules, opening: date | None) -> Iterable[Objection]:
    proposer = each.proposed_by or (each.member_state if each.post.kind is Kind.COUNCIL else "")
    if rules.proposed_by_member_state.value and (
        not each.member_state or proposer != each.member_state
    ):
        yield Objection(each, Bar.NOT_PROPOSED, rules.proposed_by_member_state.rule)
    received = each.received_at
    if opening is not None and received is not None and not in_time(received, opening, rules):
        yield Objection(each, Bar.TOO_LATE, rules.candidatures_close.rule)
    if each.post.kind is Kind.OFFICIAL and each.terms_served >= rules.terms_of_official.value:
        yield Objection(each, Bar.TERMS_USED_UP, rules.terms_of_official.rule)
    if each.post.kind is Kind.BOARD and each.terms_served >= rules.terms_of_board_member.value:
        yield Objection(each, Bar.TERMS_USED_UP, rules.terms_of_board_member.rule)


def _beside(
    each: Candidature, earlier: Sequence[Candidature], rules: ElectionRules
) -> Iterable[Objection]:
    same_post = [other for other in earlier if other.post == each.post]
    if any(
        (other.name, other.member_state) == (each.name, each.member_state) for other in same_post
    ):
        yield Objection(each, Bar.STANDS_TWICE, rules.proposed_by_member_state.rule)
    elif (
        each.post.kind is Kind.BOARD
        and rules.one_board_candidate_per_state.value
        and any(other.member_state == each.member_state for other in same_post)
    ):
        yield Objection(each, Bar.SECOND_OF_STATE, rules.one_board_candidate_per_state.rule)
