"""Print one table: what each operation costs, beside the peers. Run by `make bench`.

A figure is CPU of application, worker and database together, per operation, the median of several
rounds; a ratio below 1 meets the limit. Peers marked "recorded" were not run here.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from bench import elections, peers
from bench.installation import Installation, running
from bench.processes import cpu_seconds
from bench.visitor import Visitor
from convoca.installation.django import start_django

ROUNDS, REPEATED = 5, 40


@dataclass(frozen=True)
class Measured:
    """One line of the table: milliseconds of CPU an operation, its limit, and the peers."""

    name: str
    milliseconds: float
    limit: float
    beside: tuple[peers.Peer, ...]
    note: str = ""


def cost(installation: Installation, operation: Callable[[int], object]) -> float:
    """Return the median CPU milliseconds of one operation over the rounds."""
    for number in range(5):
        operation(number)
    rounds = []
    for turn in range(ROUNDS):
        before = cpu_seconds(installation.roots)
        for number in range(REPEATED):
            operation(100 + turn * REPEATED + number)
        rounds.append((cpu_seconds(installation.roots) - before) / REPEATED * 1000)
    return statistics.median(rounds)


def submitting(installation: Installation, link: str, path: str) -> Measured:
    """Submit one contribution by a reply link: the form with its session and token, then POST."""
    visitor = Visitor(installation.host, installation.port)
    visitor.get(link)

    def submit(number: int) -> None:
        hidden = visitor.form(path)
        told = {
            **hidden,
            "title_vi": f"Thực tiễn tốt số {number}",
            "text_vi": "Một cách làm đã giúp người dân dùng dịch vụ số.",
            "sdgs": "9",
            "consent_agencies": "on",
            "sent_by": "Đầu mối (đo)",
        }
        visitor.post(path, told)

    spent = cost(installation, submit)
    return Measured("submit one contribution (2 requests)", spent, 30, peers.SUBMIT)


def reading(installation: Installation, name: str, path: str, limit: float) -> Measured:
    """Read one public page again and again, compressed, without a session."""
    visitor = Visitor(installation.host, installation.port)
    size = len(visitor.get(path))
    spent = cost(installation, lambda _number: visitor.get(path))
    return Measured(name, spent, limit, peers.PAGE, f"{size / 1024:.1f} KB")


def table(lines: list[Measured]) -> str:
    """Return the table as text."""
    rows = [("operation", "ours, ms", "limit", "ratio", "")]
    for line in lines:
        ratio = f"{line.milliseconds / line.limit:.2f}"
        rows.append((line.name, f"{line.milliseconds:.2f}", f"{line.limit:g}", ratio, line.note))
        for peer in line.beside:
            times = f"{peer.milliseconds / line.milliseconds:.1f} × ours"
            told = " ".join(filter(None, [times, peer.note]))
            rows.append((f"  {peer.name} (recorded)", f"{peer.milliseconds:g}", "", "", told))
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(row[i].rjust(widths[i]) for i in (1, 2, 3)), row[4]]
        ).rstrip()
        for row in rows
    )


def main() -> None:
    """Measure and print."""
    with running() as installation:
        start_django()
        from bench.paths import public_pages, reply_link

        lines = [submitting(installation, *reply_link())]
        lines += [reading(installation, *page) for page in public_pages()]
    print(table(lines))
    print()
    elections.main()


if __name__ == "__main__":
    main()
