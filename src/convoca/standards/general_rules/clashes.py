"""Compare the figures that were announced with one another and with the votes."""

from convoca.standards.general_rules.ballots import Ballot, Numbers, Tally
from convoca.standards.general_rules.known_votes import counted
from convoca.standards.general_rules.outcomes import Clash, Conflict, Fact, clash

_UNKNOWN = "?"


def clashes(ballot: Ballot, *, required: int | None) -> tuple[Conflict, ...]:
    """List the figures that can't both be right; `required` is the majority that follows."""
    found = [
        *_valid(ballot),
        *_required(ballot.numbers, required),
        *_papers(ballot),
        *_votes(ballot),
    ]
    return tuple(found)


def _valid(ballot: Ballot) -> list[Conflict]:
    published, votes = ballot.numbers.valid, counted(ballot)
    if published is None:
        return []
    facts: dict[str, Fact] = {"published": published, "counted": votes}
    if ballot.fully_known:
        if published == votes or _counts_papers(ballot, published, votes):
            return []
        return [clash(Clash.VALID, ballot.numbers.where, **facts)]
    if votes > published * ballot.seats:
        return [clash(Clash.MORE_VOTES_THAN_VALID, ballot.numbers.where, **facts)]
    return []


def _counts_papers(ballot: Ballot, published: int, votes: int) -> bool:
    """Whether the published figure is shown to count papers that bear several marks each."""
    is_papers = ballot.numbers.valid_papers == published
    return ballot.seats > 1 and is_papers and published <= votes <= published * ballot.seats


def _required(numbers: Numbers, required: int | None) -> list[Conflict]:
    if required is None or numbers.required in (None, required):
        return []
    return [clash(Clash.REQUIRED, numbers.where, published=numbers.required or 0, counted=required)]


def _papers(ballot: Ballot) -> list[Conflict]:
    numbers, found = ballot.numbers, []
    deposited = numbers.deposited if numbers.deposited is not None else _told_of(ballot)
    if numbers.entitled is not None and deposited > numbers.entitled:
        found.append(
            clash(
                Clash.MORE_PAPERS_THAN_ENTITLED,
                numbers.where,
                deposited=deposited,
                entitled=numbers.entitled,
            )
        )
    return found + _parts_of_the_box(ballot)


def _told_of(ballot: Ballot) -> int:
    """The papers that the other figures speak of, where the number in the box is not known."""
    votes = counted(ballot) if ballot.seats == 1 else 0
    return votes + (ballot.numbers.blank or 0) + (ballot.numbers.invalid or 0)


def _parts_of_the_box(ballot: Ballot) -> list[Conflict]:
    """Blank, invalid and valid papers make up the deposited ones, where each is known.

    Where a paper bears several marks, the valid papers follow from the others.
    """
    numbers = ballot.numbers
    if numbers.deposited is None:
        return []
    valid = counted(ballot) if ballot.fully_known else (numbers.valid or 0)
    valid = valid if ballot.seats == 1 else 0
    blank, invalid = numbers.blank or 0, numbers.invalid or 0
    parts = valid + blank + invalid
    all_known = (
        ballot.seats == 1
        and None not in (numbers.blank, numbers.invalid)
        and (ballot.fully_known or numbers.valid is not None)
    )
    if parts > numbers.deposited or (all_known and parts != numbers.deposited):
        return [
            clash(
                Clash.PAPERS,
                numbers.where,
                deposited=numbers.deposited,
                blank=_or_unknown(numbers.blank),
                invalid=_or_unknown(numbers.invalid),
                valid=valid or _UNKNOWN,
            )
        ]
    return []


def _or_unknown(number: int | None) -> Fact:
    return _UNKNOWN if number is None else number


def _votes(ballot: Ballot) -> list[Conflict]:
    """With several marks a paper, no name has more votes than papers, nor all more than marks."""
    papers = ballot.numbers.most_valid_papers
    if papers is None or ballot.seats == 1:
        return []
    found = [_too_many(tally, papers) for tally in ballot.tallies if (tally.votes or 0) > papers]
    if counted(ballot) > papers * ballot.seats:
        found.append(
            clash(
                Clash.MORE_MARKS_THAN_SEATS,
                ballot.numbers.where,
                marks=counted(ballot),
                papers=papers,
                seats=ballot.seats,
            )
        )
    return found


def _too_many(tally: Tally, papers: int) -> Conflict:
    return clash(
        Clash.MORE_VOTES_THAN_PAPERS,
        tally.where,
        name=tally.name,
        votes=tally.votes or 0,
        papers=papers,
    )
