"""Who may stand, by the engine's rules; in the reader's words."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from convoca.elections.deciding import engine_post, label, rules_of
from convoca.elections.models import Candidature, Contest, Election
from convoca.languages.dates import long_moment
from convoca.standards.general_rules.calendar import closing, first_election_day
from convoca.standards.general_rules.candidatures import Bar, Objection, objections
from convoca.standards.general_rules.candidatures import Candidature as Standing
from convoca.standards.general_rules.named import rule_set

_BARS: dict[Bar, str | Promise] = {
    Bar.NOT_PROPOSED: gettext_lazy("A candidate must be proposed by their own Member State."),
    Bar.TOO_LATE: gettext_lazy("This candidature was received after candidatures had closed."),
    Bar.TERMS_USED_UP: gettext_lazy("This person has held the post for as many terms as allowed."),
    Bar.SECOND_OF_STATE: gettext_lazy(
        "This Member State already has a candidate for the Board; each may propose only one."
    ),
    Bar.STATE_HOLDS_A_POST: gettext_lazy(
        "A national of this Member State is already elected; officials and Board members are all "
        "of different Member States."
    ),
    Bar.STANDS_TWICE: gettext_lazy("This candidature is entered already."),
}


def closes_at(election: Election) -> datetime | None:
    """Return the last minute for candidatures, with its zone; None where the rules set none."""
    rules = rule_set(election.rules).elections
    return closing(election.edition.opens, rules) if rules else None


def zone_of(election: Election) -> str:
    """Return the zone by whose clocks candidatures are received: the rules', else the edition's."""
    moment = closes_at(election)
    return str(getattr(moment.tzinfo, "key", "") if moment else "") or election.edition.zone


def received_words(candidature: Candidature, zone: str) -> str:
    """Return when a candidature was received, by the clocks of `zone`; empty where not known."""
    received = candidature.received_at
    return long_moment(received, get_language() or "en", zone) if received else ""


def closing_words(election: Election) -> str:
    """Return the last minute for candidatures by the clocks that the rules name."""
    moment = closes_at(election)
    if moment is None or not isinstance(moment.tzinfo, ZoneInfo):
        return ""
    return long_moment(moment, get_language() or "en", moment.tzinfo.key)


def first_day(election: Election) -> object:
    """Return the earliest day of an election; None where the rules set none."""
    rules = rule_set(election.rules).elections
    return first_election_day(election.edition.opens, rules) if rules else None


def refusals(contest: Contest, new: Candidature, others: Sequence[Candidature]) -> list[str]:
    """Say why a candidature cannot stand beside the others; an empty list where it can.

    `others` are all candidatures of the election that were entered before; those of them that
    were given a seat count as elected.
    """
    rules = rules_of(contest).elections
    if rules is None:
        return []
    same_post = [one for one in others if one.contest.post == contest.post]
    elected = [
        one
        for one in others
        if contest.needs_different_states
        and one.contest.needs_different_states
        and hasattr(one, "award")
    ]
    found = objections(
        [*map(_standing, same_post), _standing(new)],
        rules,
        opening=contest.election.edition.opens,
        elected=[_standing(one) for one in elected if one.state_id == new.state_id],
    )
    return [_told(one, contest) for one in _of(found, _standing(new))]


def _of(found: Iterable[Objection], new: Standing) -> list[Objection]:
    return [one for one in found if one.candidature is new or one.candidature == new]


def _standing(one: Candidature) -> Standing:
    return Standing(
        name=label(one),
        member_state=one.state.key,
        post=engine_post(one.contest),
        region=one.contest.region or None,
        proposed_by=one.state.key,
        received_at=one.received_at,
        terms_served=one.terms_served,
    )


def _told(objection: Objection, contest: Contest) -> str:
    words = str(_BARS[objection.bar])
    if objection.bar is Bar.TOO_LATE:
        until = closing_words(contest.election)
        words = f"{words} " + _("They closed on %(moment)s.") % {"moment": until}
    return f"{words} [{objection.rule.article}]"
