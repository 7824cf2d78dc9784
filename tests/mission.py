"""Where the source documents are, and how their sentences are counted.

The documents never enter the repository. `CONVOCA_MISSION` may name their folder; else a folder
`shared/mission` beside the repository or above it is used where there is one.
"""

import os
import re
from pathlib import Path

DOCUMENTS = {"L": "000_*.txt", "N": "003_*.txt"}
_END = re.compile(r"(?<=[a-zà-ỹđ0-9)\]”\"’])[.!?]+[”\"]*\s+(?=[A-ZÀ-ỸĐ“\"])")


def mission_folder():
    """The folder of the source documents, or None."""
    named = os.environ.get("CONVOCA_MISSION")
    around = [Path(named)] if named else []
    around += [parent / "shared" / "mission" for parent in Path(__file__).resolve().parents]
    return next((folder for folder in around if folder.is_dir()), None)


def source_text(letter):
    """The text of document L or N."""
    [file] = mission_folder().glob(DOCUMENTS[letter])
    return file.read_text(encoding="utf-8")


def sentences(text):
    """The sentences of a document, as `docs/mission.md` counts them."""
    joined = re.sub(r" {2,}\n", " ", text)
    paragraphs = (line.strip() for line in joined.splitlines())
    return [s.strip() for paragraph in paragraphs if paragraph for s in _END.split(paragraph)]
