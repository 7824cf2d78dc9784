"""How a cost is taken, and how the lines become one table."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from bench.installation import Installation
from bench.peers import Peer
from bench.processes import cpu_seconds

ROUNDS, WARMING = 5, 10

Operation = Callable[[int], object]


@dataclass(frozen=True)
class Measured:
    """One line of the table: milliseconds of CPU an operation, its limit if any, and the peers."""

    name: str
    milliseconds: float
    limit: float | None = None
    beside: tuple[Peer, ...] = ()
    note: str = ""


def cost(installation: Installation, operation: Operation, repeated: int) -> float:
    """Return the median over the rounds of the CPU milliseconds of one operation."""
    for number in range(WARMING):
        operation(number)
    rounds = []
    for turn in range(ROUNDS):
        first = WARMING + turn * repeated
        before = cpu_seconds(installation.roots)
        for number in range(first, first + repeated):
            operation(number)
        rounds.append((cpu_seconds(installation.roots) - before) / repeated * 1000)
    return statistics.median(rounds)


def cost_after(
    installation: Installation, change: Operation, operation: Operation, repeated: int
) -> float:
    """Return the mean CPU milliseconds of an operation that follows a change each time.

    The change is not counted. The clock of a process ticks every 10 ms: one operation says
    nothing, the mean of many does.
    """
    operation(0)
    spent = 0.0
    for number in range(repeated):
        change(number)
        before = cpu_seconds(installation.roots)
        operation(number)
        spent += cpu_seconds(installation.roots) - before
    return spent / repeated * 1000


def table(lines: list[Measured]) -> str:
    """Return the lines as text; a ratio below 1 meets the limit."""
    rows = [("operation", "ms of CPU", "limit", "ratio", "")]
    for line in lines:
        limit = f"{line.limit:g}" if line.limit else ""
        ratio = f"{line.milliseconds / line.limit:.2f}" if line.limit else ""
        rows.append((line.name, f"{line.milliseconds:.2f}", limit, ratio, line.note))
        rows += [_beside(peer, line) for peer in line.beside]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    return "\n".join(_line(row, widths) for row in rows)


def _beside(peer: Peer, line: Measured) -> tuple[str, ...]:
    times = f"{_short(peer.milliseconds / line.milliseconds)} × ours"
    note = ", ".join(filter(None, [times, peer.note]))
    return (f"  {peer.name} (recorded)", f"{peer.milliseconds:g}", "", "", note)


def _short(times: float) -> str:
    return f"{times:.0f}" if times >= 10 else f"{times:.2g}"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    numbers = [row[place].rjust(widths[place]) for place in (1, 2, 3)]
    return "  ".join([row[0].ljust(widths[0]), *numbers, row[4]]).rstrip()
