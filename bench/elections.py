"""Measure the election engine: deciding five conferences, and counting 200,000 papers.

Run: `.venv/bin/python bench/elections.py`. Each line is a ratio against its limit, below 1 is good.
The time is CPU time of this process; the papers and what they are compared with run in turn.
"""

import csv
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from convoca.elections import commands
from convoca.elections.counting import count_all
from convoca.elections.paper_files import count_file, read_candidates
from convoca.elections.published import PublishedBallot, read_published
from convoca.elections.reports import ballot_report
from convoca.standards.general_rules.itu import ITU

DATA = Path(commands.__file__).parent / "data"
CONFERENCES = 5
LIMIT_SECONDS = 0.050
PAPERS = 200_000
SEATS = 13
LIMIT_TIMES = 2.0


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def five_conferences() -> list[PublishedBallot]:
    """The given conferences' ballots again and again, until there are five conferences."""
    by_conference: dict[str, list[PublishedBallot]] = {}
    for table in sorted(DATA.glob("pp*.csv")):
        for each in read_published(table, DATA / "rounds.csv", seats=None, rules="itu"):
            by_conference.setdefault(each.key.conference, []).append(each)
    given = list(by_conference.values())
    return [
        replace(each, key=replace(each.key, conference=f"{each.key.conference} ({number})"))
        for number in range(CONFERENCES)
        for each in given[number % len(given)]
    ]


def write_papers(folder: Path) -> tuple[Path, Path]:
    """A box of papers: up to 13 marks for 18 Member States, a few blank or invalid."""
    chance = random.Random(14)
    names = [f"Member State {number}" for number in range(18)]
    candidates, papers = folder / "candidates.csv", folder / "papers.csv"
    candidates.write_text("candidate,member_state\n" + "".join(f",{name}\n" for name in names))
    with papers.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["paper", "invalid", *["mark"] * SEATS])
        for number in range(PAPERS):
            kind = chance.random()
            marks = chance.sample(names, chance.choice([13] * 6 + [12, 11, 9, 6, 3]))
            if kind < 0.02:
                marks = []
            why = "a mark outside a box" if 0.02 <= kind < 0.03 else ""
            writer.writerow([number, why, *marks, *[""] * (SEATS - len(marks))])
    return candidates, papers


def read_with_csv_and_counter(papers: Path) -> Counter[str]:
    """The plain way, without any check: what ours is compared with."""
    counter: Counter[str] = Counter()
    with papers.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        for row in reader:
            counter.update(row[2:])
    return counter


def read_check_and_count(candidates: Path, papers: Path) -> object:
    """Our way: read, checked and counted."""
    names, withdrawn = read_candidates(candidates)
    return count_file(papers, candidates=names, withdrawn=withdrawn, seats=SEATS)


def main() -> None:
    """Print one line per measurement."""
    ballots = five_conferences()
    decide = statistics.median(cpu(lambda: count_all(ballots, ITU)) for _ in range(21))
    told = statistics.median(
        cpu(lambda: [ballot_report(each) for each in count_all(ballots, ITU)]) for _ in range(21)
    )
    with tempfile.TemporaryDirectory() as folder:
        candidates, papers = write_papers(Path(folder))
        pairs = [
            (
                cpu(lambda: read_with_csv_and_counter(papers)),
                cpu(lambda: read_check_and_count(candidates, papers)),
            )
            for _ in range(5)
        ]
    plain, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{'what':58} {'measured':>12} {'limit':>10} {'ratio':>6}")
    for what, measured in (("decided", decide), ("decided, reasons written out", told)):
        label = f"elections: {CONFERENCES} conferences, {len(ballots)} ballots {what}"
        print(
            f"{label:58} {measured * 1000:9.1f} ms {LIMIT_SECONDS * 1000:7.0f} ms "
            f"{measured / LIMIT_SECONDS:6.2f}"
        )
    label = f"elections: {PAPERS:,} papers against csv and a Counter"
    times = ours / plain
    print(f"{label:58} {times:10.2f} x  {LIMIT_TIMES:8.1f} x {times / LIMIT_TIMES:6.2f}")


if __name__ == "__main__":
    main()
