"""The refused lines of a file, as they came, each followed by what is wrong with it."""

import csv
import io
from collections import defaultdict

from convoca.members.imports.planning import Plan


def refused_lines(plan: Plan) -> bytes:
    """Return a CSV file in UTF-8 with a mark, so that Excel opens it: line, error, and the line.

    Cells are divided as in the upload, so that the file can be mended and handed in again.
    Bytes of the upload that are no UTF-8 are given back unchanged.
    """
    told: dict[int, list[str]] = defaultdict(list)
    for problem in plan.problems:
        place = f"{problem.column}: " if problem.column else ""
        told[problem.line].append(place + problem.message)
    raw = {line.number: line.raw for line in plan.sheet.lines} | plan.sheet.broken
    divided = plan.sheet.delimiter
    rows = [_before("line", "error", divided) + plan.sheet.header_raw]
    rows += [
        _before(str(number), "; ".join(words), divided) + raw.get(number, "")
        for number, words in sorted(told.items())
    ]
    text = "\ufeff" + "\r\n".join(rows) + "\r\n"
    return text.encode("utf-8", errors="surrogateescape")


def _before(line: str, error: str, delimiter: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="").writerow([line, error])
    return written.getvalue() + delimiter
