"""The guide for colleagues names every tag, every block and every class of its tables."""

import re
from pathlib import Path

from convoca.pages.templatetags.pages import register

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/pages.md").read_text()
LAYOUT = (ROOT / "src/convoca/pages/templates/pages/layout.html").read_text()


def test_every_tag_has_its_words() -> None:
    assert [name for name in register.tags if f"{{% {name} " not in GUIDE] == []


def test_every_block_has_its_words() -> None:
    blocks = re.findall(r"{% block (\w+) %}", LAYOUT)

    assert [block for block in blocks if f"`{block}`" not in GUIDE] == []
