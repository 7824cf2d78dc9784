"""What can be said for certain of a ballot, when some of its votes were never found."""

from dataclasses import dataclass

from convoca.standards.general_rules.ballots import Ballot


@dataclass(frozen=True, slots=True)
class Range:
    """A number that lies between two others, both included; `high` None means no bound."""

    low: int
    high: int | None

    @property
    def exact(self) -> int | None:
        """The number, when only one is possible."""
        return self.low if self.low == self.high else None

    @property
    def empty(self) -> bool:
        """Whether no number fits: the figures contradict each other."""
        return self.high is not None and self.high < self.low


def required(valid: int) -> int:
    """More than half of the valid votes: floor(valid / 2) + 1."""
    return valid // 2 + 1


def counted(ballot: Ballot) -> int:
    """Sum the votes that are known."""
    return sum(ballot.known.values())


def valid_range(ballot: Ballot) -> Range:
    """Tell how many valid votes a one-seat ballot can have, from all that is known of it."""
    votes = counted(ballot)
    numbers = ballot.numbers
    if ballot.votes_complete:
        return Range(votes, votes)
    if numbers.valid is not None:
        return Range(max(numbers.valid, votes), numbers.valid)
    if ballot.fully_known:
        return Range(votes, votes)
    if numbers.valid_papers is not None:
        papers = numbers.valid_papers
        return Range(max(papers, votes), papers)
    low, high = votes, numbers.most_valid_papers
    if numbers.required is not None:
        # floor(valid / 2) + 1 = required leaves two numbers of valid votes.
        low = max(low, 2 * numbers.required - 2)
        high = min(2 * numbers.required - 1, high if high is not None else low + 1)
    return Range(low, high)


def with_deduced(ballot: Ballot, valid: Range) -> dict[str, int]:
    """Known votes, and the single missing one where the others leave only one number for it."""
    known = ballot.known
    total = valid.exact
    if total is not None and len(ballot.missing) == 1 and not ballot.unlisted_possible:
        return known | {ballot.missing[0]: total - sum(known.values())}
    return known


@dataclass(frozen=True, slots=True)
class Slack:
    """Room for missing votes where several marks stand on a paper.

    `names`: how many names have unknown votes, None when there may be any number of them.
    `marks`: how many marks are not accounted for, None when nothing bounds them.
    `per_name`: how many of them one name can have, None when nothing bounds them.
    """

    names: int | None
    marks: int | None
    per_name: int | None

    def could_reach(self, votes: int) -> int | None:
        """At most so many names with unknown votes can have `votes` or more; None: any number."""
        if self.per_name is not None and votes > self.per_name:
            return 0
        if self.marks is None or votes == 0:
            return self.names
        by_marks = self.marks // votes
        return by_marks if self.names is None else min(by_marks, self.names)


def most_papers(ballot: Ballot) -> int | None:
    """Papers that can bear a mark at most: what was announced, whichever is the lower."""
    bounds = [ballot.numbers.most_valid_papers, ballot.numbers.valid]
    known = [bound for bound in bounds if bound is not None]
    return min(known) if known else None


def slack(ballot: Ballot) -> Slack:
    """Tell what the missing votes of a ballot with several marks a paper can amount to.

    A paper bears each name at most once and at most as many marks as there are seats.
    """
    if ballot.fully_known:
        return Slack(names=0, marks=0, per_name=0)
    names = None if ballot.unlisted_possible else len(ballot.missing)
    papers = most_papers(ballot)
    if papers is None:
        return Slack(names, None, None)
    left = ballot.seats * papers - counted(ballot)
    if left < 0 or max(ballot.known.values(), default=0) > papers:
        return Slack(names, None, None)  # contradicting figures bound nothing
    return Slack(names, left, min(papers, left))
