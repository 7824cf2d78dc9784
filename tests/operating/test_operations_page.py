"""The page of operations names every setting and command, and none that is not there."""

import re
from pathlib import Path

from convoca.cli import COMMANDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operations.md").read_text()
SOURCES = sorted((ROOT / "src" / "convoca").rglob("*.py"))


def test_the_table_of_settings_is_that_of_the_code() -> None:
    read = {
        name
        for path in SOURCES
        for name in re.findall(
            r"""environ(?:\.get\(|\.setdefault\(|\[)["']([A-Z_]+)""", path.read_text()
        )
    }
    read |= {"DATABASE_URL"} & {
        name for path in SOURCES for name in re.findall(r"DATABASE_URL", path.read_text())
    }
    ours = {name for name in read if name.startswith("CONVOCA_") or name == "DATABASE_URL"}
    told = re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE)
    assert sorted(told) == sorted(ours)


def test_the_commands_that_run_an_installation_are_told() -> None:
    told = set(re.findall(r"^\| `convoca ([a-z ]+?)(?= \[| [A-Z]|`)", PAGE, re.MULTILINE))
    ours = {words for words, (place, _) in COMMANDS.items() if "operating" in place}
    assert ours | {"journal verify", "outbox report"} == told
