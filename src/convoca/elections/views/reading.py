"""What everybody reads: the overview, all seats, one contest with its reasons."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from convoca.conferences.regions import REGIONS
from convoca.conferences.views.access import actor, readable, shell
from convoca.elections import queries
from convoca.elections.deciding import Decided, decide
from convoca.elections.models import Contest, ContestKind
from convoca.elections.refusing import refused
from convoca.elections.standing import closing_words, first_day, received_words, zone_of
from convoca.elections.telling import in_order, round_title, rules_told, told
from convoca.elections.views.finding import around, contest_of, seen
from convoca.journal.timeline import timeline
from convoca.pages.charts import Coverage, Part
from convoca.pages.parts import Figure
from convoca.pages.remembering import remembered
from convoca.standards.general_rules.ballots import BallotError


@remembered
def overview(request: HttpRequest, key: str) -> HttpResponse:
    """Show what is elected, by region, and how far the results are known."""
    edition = readable(request, key)
    election = queries.election_of(edition, by=actor(request))
    if election is None:
        return render(request, "elections/none.html", shell(request, edition))
    found = list(queries.contests(election))
    regions = queries.by_region(found)
    known = sum(one.known for one in regions)
    seats = sum(one.seats for one in regions)
    context: dict[str, Any] = {
        **around(request, edition, election),
        "contests": [(one, queries.awards_of(one)) for one in found],
        "figures": [
            Figure(seats, _("seats")),
            Figure(known, _("holders known"), tone="ok"),
            Figure(seats - known, _("holders not known")),
        ],
        "regions": [Part(_region(one.region), one.seats) for one in regions],
        "coverage": _covered(found),
        "closes": closing_words(election),
        "first_day": first_day(election),
    }
    if context["may_edit"]:
        context["entries"] = timeline(subject_kind="election", subject_uid=election.uid)
    return render(request, "elections/overview.html", context)


def _region(region: str) -> str:
    return str(REGIONS[region]) if region else _("elected officials, no region")


def _covered(found: list[Contest]) -> list[Coverage]:
    """Return a row for each kind of post, and for the Council one for each region."""
    rows: dict[str, list[str]] = {}
    for one in found:
        name = str(one.get_kind_display())
        if one.kind == ContestKind.COUNCIL and one.region:
            name = f"{name}, {REGIONS[one.region]}"
        known = len(queries.awards_of(one))
        tones = ["ok"] * known + ["plain"] * (one.seats - known)
        rows.setdefault(name[:1].upper() + name[1:], []).extend(tones)
    # Known seats first, as the squares are counted.
    return [Coverage(name, sorted(tones)) for name, tones in rows.items()]


@remembered
def seats(request: HttpRequest, key: str) -> HttpResponse:
    """Show every seat with its holder; a seat whose holder is not known says so."""
    edition, election = seen(request, key)
    found = list(queries.contests(election))
    rows = [
        (contest, award)
        for contest in found
        for award in [
            *queries.awards_of(contest),
            *[None] * (contest.seats - len(queries.awards_of(contest))),
        ]
    ]
    context = {**around(request, edition, election), "rows": rows}
    return render(request, "elections/seats.html", context)


@remembered
def contest(request: HttpRequest, key: str, contest: str) -> HttpResponse:
    """Show one contest: who stands, each round with its numbers, and why it was decided so."""
    edition, election = seen(request, key)
    found = contest_of(election, contest)
    rounds, refused = _decided(found)
    grades, sources = rules_told(rounds)
    zone = zone_of(election)
    shown_ballots = {one.ballot.pk for one in rounds}
    context: dict[str, Any] = {
        **around(request, edition, election),
        "contest": found,
        "awards": queries.awards_of(found),
        "candidatures": [(one, received_words(one, zone)) for one in in_order(found, rounds)],
        "rounds": [told(one) for one in rounds],
        "without_names": [
            (round_title(one), one) for one in found.ballots.all() if one.pk not in shown_ballots
        ],
        "refused": refused,
        "grades": grades,
        "sources": sources,
        "region": REGIONS[found.region] if found.region else "",
    }
    context["missing_seats"] = found.seats - len(context["awards"])
    if context["may_edit"]:
        context["entries"] = timeline(subject_kind="contest", subject_uid=found.uid)
    return render(request, "elections/contest.html", context)


def _decided(contest: Contest) -> tuple[list[Decided], str]:
    try:
        return decide([contest]).get(contest.pk, []), ""
    except BallotError as error:
        return [], refused(error)
