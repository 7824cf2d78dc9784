"""The published tables (votes, and what was announced of each round) as ballots.

VOTES has one row per name: conference, post, region, round, candidate, member_state, votes, and
perhaps elected. ROUNDS has one row per ballot: seats, ballots_deposited, abstentions_blank,
invalid, valid, required_majority, candidate_list_complete, votes_complete.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from convoca.elections.tables import Row, Table, TableError, read_table
from convoca.standards.general_rules.ballots import Ballot, Numbers, Tally
from convoca.standards.general_rules.posts import REGIONS, Kind, Post, post_named, seats_of
from convoca.standards.general_rules.sources import Setting

_FIRST_YEAR_OF_CENTURY = 47  # the first conference after the Union joined the United Nations


@dataclass(frozen=True, slots=True)
class Key:
    """What makes rows belong to one ballot."""

    conference: str
    post: Post
    region: str | None
    round: int | None


@dataclass(frozen=True, slots=True)
class PublishedBallot:
    """A ballot as published, with what is compared afterwards.

    `elected`: name to True, False, or None where the table doesn't say; never an input.
    `states`: name to Member State, "" where the table doesn't say.
    `assumed_whole`: no ROUNDS said whether all names and votes are there, so they were taken to be.
    `stated_seats`: what ROUNDS says when `--seats` says something else.
    `seats_by_rule`: the rule that gave the seats of a region, where nobody stated them.
    """

    key: Key
    post_as_written: str
    ballot: Ballot
    elected: dict[str, bool | None]
    states: dict[str, str]
    assumed_whole: bool
    stated_seats: int | None
    seats_by_rule: Setting[int] | None = None


def read_published(
    votes: Path, rounds: Path | None, *, seats: int | None, rules: str
) -> list[PublishedBallot]:
    """Read the tables, in the order in which the ballots first appear in VOTES.

    Raises:
        TableError: what can't be read or contradicts itself, naming the row.
    """
    votes_table = read_table(votes, required=("conference", "post", "round", "votes"))
    if not {"candidate", "member_state"} & set(votes_table.columns):
        raise TableError(f"{votes.name}: neither a column candidate nor member_state")
    groups = _grouped(votes_table, rules)
    if not groups:
        raise TableError(f"{votes.name}: no row of votes")
    if seats is not None and len(groups) != 1:
        raise TableError(f"--seats serves a file of one ballot; {votes.name} has {len(groups)}")
    _refuse_split_officials(groups)
    announced = _announced(rounds, rules)
    return [
        _ballot(key, rows, announced, seats, rules, follows=_follows(key, groups))
        for key, rows in groups.items()
    ]


@dataclass(frozen=True, slots=True)
class _Announced:
    """The ROUNDS table by ballot; `tells_completeness` when it has that column."""

    rows: dict[Key, Row]
    tells_completeness: bool


def _announced(path: Path | None, rules: str) -> _Announced:
    if path is None:
        return _Announced({}, tells_completeness=False)
    table = read_table(path, required=("conference", "post"))
    rows: dict[Key, Row] = {}
    for row in table.rows:
        _refuse_other_rules(row, rules)
        key = _key(row)
        if key in rows:
            raise TableError(f"{row.where}: the same ballot as in row {rows[key].number}")
        rows[key] = row
    return _Announced(rows, tells_completeness="votes_complete" in table.columns)


def _grouped(table: Table, rules: str) -> dict[Key, list[Row]]:
    groups: dict[Key, list[Row]] = {}
    for row in table.rows:
        _refuse_other_rules(row, rules)
        groups.setdefault(_key(row), []).append(row)
    return groups


def _key(row: Row) -> Key:
    for column in ("conference", "post"):
        if not row.text(column):
            raise TableError(f"{row.where}: {column} is empty")
    number = row.number_in("round")
    if number == 0:
        raise TableError(f"{row.where}: round is 0; the first round is 1")
    region = row.text("region")
    region = region.upper() if len(region) == 1 else region
    return Key(row.text("conference"), post_named(row.text("post")), region or None, number)


def _refuse_other_rules(row: Row, rules: str) -> None:
    named = row.text("rules", "rule_set")
    if named and named != rules:
        raise TableError(
            f"{row.where}: two rule sets mixed: the row is under {named!r}, the count under "
            f"{rules!r}"
        )


def _refuse_split_officials(groups: dict[Key, list[Row]]) -> None:
    """A post without regions whose rows bear several regions would fall apart in silence."""
    seen: dict[tuple[str, Post, int | None], str | None] = {}
    for key, rows in groups.items():
        if key.post.kind is not Kind.OFFICIAL:
            continue
        whole = (key.conference, key.post, key.round)
        if seen.setdefault(whole, key.region) != key.region:
            raise TableError(
                f"{rows[0].where}: {key.post.name} is elected by all regions together, but the "
                "rows of this round name different regions"
            )


def _follows(key: Key, groups: Iterable[Key]) -> bool:
    """Whether VOTES has an earlier round of the same election."""
    return key.round is not None and any(
        other.round is not None
        and other.round < key.round
        and (other.conference, other.post, other.region) == (key.conference, key.post, key.region)
        for other in groups
    )


def _ballot(
    key: Key,
    rows: list[Row],
    announced: _Announced,
    seats: int | None,
    rules: str,
    *,
    follows: bool,
) -> PublishedBallot:
    row = announced.rows.get(key)
    stated = row.number_in("seats") if row else None
    told = seats if seats is not None else stated
    where = row.where if row else rows[0].where
    check_post(key.post, key.region, told, rules, where=rows[0].where, seats_where=where)
    by_rule = seats_of(key.post, key.region, year_of(key.conference)) if told is None else None
    number = told if told is not None else _by_rule(key, by_rule, where)
    tallies = tuple(Tally(_name(each), each.number_in("votes"), each.where) for each in rows)
    # A special ballot has fewer names than its region has seats, and is whole all the same.
    whole = _Completeness.of(
        row, announced, tallies, number, seats_told=told is not None or follows
    )
    ballot = Ballot(
        post=key.post,
        seats=number,
        tallies=tallies,
        region=key.region,
        round=key.round,
        numbers=_numbers(row) if row else Numbers(),
        votes_complete=whole.votes,
        unlisted_possible=whole.unlisted,
    )
    differs = seats is not None and stated not in (None, seats)
    return PublishedBallot(
        key=key,
        post_as_written=rows[0].text("post"),
        ballot=ballot,
        elected={_name(each): _yes_or_no(each.text("elected")) for each in rows},
        states={_name(each): each.text("member_state") for each in rows},
        assumed_whole=whole.assumed,
        stated_seats=stated if differs else None,
        seats_by_rule=by_rule if key.region else None,
    )


def _name(row: Row) -> str:
    return row.text("candidate", "member_state")


def _yes_or_no(cell: str) -> bool | None:
    return {"yes": True, "no": False}.get(cell.casefold())


def _numbers(row: Row) -> Numbers:
    return Numbers(
        entitled=row.number_in("entitled"),
        deposited=row.number_in("ballots_deposited", "deposited"),
        blank=row.number_in("abstentions_blank", "blank"),
        invalid=row.number_in("invalid"),
        valid=row.number_in("valid"),
        required=row.number_in("required_majority"),
        where=row.where,
    )


def check_post(
    post: Post,
    region: str | None,
    seats: int | None,
    rules: str,
    *,
    where: str,
    seats_where: str,
) -> None:
    """Refuse a post, a region or a number of seats that the rule set doesn't have.

    Raises:
        TableError: naming `where` the post stands, or `seats_where` the seats are stated.
    """
    if rules == "itu" and post.kind is Kind.OTHER:
        raise TableError(f"{where}: the rule set itu knows no post {post.name!r}")
    if post.kind in (Kind.BOARD, Kind.COUNCIL) and region not in (None, *REGIONS):
        raise TableError(f"{where}: the region {region!r} is none of {', '.join(REGIONS)}")
    if seats is None:
        return
    if seats < 1:
        raise TableError(f"{seats_where}: seats is {seats}; at least one seat is filled")
    if rules == "itu" and post.kind is Kind.OFFICIAL and seats != 1:
        raise TableError(f"{seats_where}: seats is {seats}, but {post.name} is one post")


def _by_rule(key: Key, rule: Setting[int] | None, where: str) -> int:
    if rule is None:
        raise TableError(
            f"{where}: the seats of {key.post.name} are not known; give them in the column "
            "seats of ROUNDS, or with --seats"
        )
    return rule.value


def year_of(conference: str) -> int | None:
    """Read the year from a name like PP-14, PP-98 or PP 2026; None when there is none."""
    four = re.search(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)", conference)
    if four:
        return int(four[1])
    two = re.search(r"(?<!\d)(\d\d)(?!\d)", conference)
    if two is None:
        return None
    short = int(two[1])
    return short + (1900 if short >= _FIRST_YEAR_OF_CENTURY else 2000)


@dataclass(frozen=True, slots=True)
class _Completeness:
    """Whether all votes are there, whether unlisted names are possible, whether that is assumed."""

    votes: bool
    unlisted: bool
    assumed: bool

    @classmethod
    def of(
        cls,
        row: Row | None,
        announced: _Announced,
        tallies: Iterable[Tally],
        seats: int,
        *,
        seats_told: bool,
    ) -> "_Completeness":
        """Weigh what ROUNDS states; without such a statement VOTES is taken as the whole table."""
        tallies = tuple(tallies)
        names = row.text("candidate_list_complete").casefold() if row else ""
        if not announced.tells_completeness and names != "no":
            return cls._assumed(tallies, seats, listed=names == "yes", seats_told=seats_told)
        votes = row.text("votes_complete").casefold() if row else ""
        if votes == "yes":
            return cls(votes=True, unlisted=names != "yes" and len(tallies) < seats, assumed=False)
        return cls(votes=False, unlisted=names != "yes", assumed=False)

    @classmethod
    def _assumed(
        cls, tallies: tuple[Tally, ...], seats: int, *, listed: bool, seats_told: bool
    ) -> "_Completeness":
        """A table with fewer names than seats, or with gaps and no loser, is visibly a part."""
        all_there = all(tally.votes is not None for tally in tallies)
        if all_there:
            part = len(tallies) < seats and not (listed or seats_told)
            return cls(votes=not part, unlisted=part, assumed=not part)
        part = len(tallies) <= seats and not listed
        return cls(votes=False, unlisted=part, assumed=not part)
