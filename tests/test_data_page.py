"""`docs/data.md` names every file of facts and counts its rows rightly."""

import re
from pathlib import Path

from convoca.demo.facts.reading import entries, table

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "convoca" / "demo" / "data"
PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<files>`[^|]+`) \| (?P<counts>[\d, ]+) \|", re.MULTILINE)
ENTRIES = {"sample_contributions.toml": "contribution", "sample_activities.toml": "activity"}


def counts():
    found = {}
    for row in ROW.finditer(PAGE):
        files = re.findall(r"`([^`]+)`", row["files"])
        found.update(zip(files, map(int, row["counts"].split(",")), strict=True))
    return found


def length(name):
    if name.endswith(".txt"):
        return 1
    if name.endswith(".toml"):
        key = ENTRIES.get(name)
        text = (DATA / name).read_text(encoding="utf-8")
        return len(list(entries(name, key))) if key else text.count("\n[[")
    return len(list(table(name)))


def test_every_file_is_named_once():
    files = {str(path.relative_to(DATA)) for path in DATA.rglob("*") if path.is_file()}
    assert set(counts()) == files


def test_every_count_is_right():
    assert {name: length(name) for name in counts()} == counts()
