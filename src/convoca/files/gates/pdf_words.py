"""A program of its own: reads a PDF from its input and writes the lines that may bear a mark.

It runs apart from the web server, because the library that takes strangers' PDFs apart is written
in C and neither shares threads nor survives every broken file.
"""

import re
import resource
import sys
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw

MOST_SECONDS = 10
MOST_MEMORY = 1024**3
WORD = "mật"


def main() -> None:
    """Write, page by page, the text of each page on which the word stands."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for page in pypdfium2.PdfDocument(sys.stdin.buffer.read()):
        text = page.get_textpage()
        if WORD in re.sub(r"\s", "", _plain(text.get_text_range()).lower()):
            sys.stdout.write(_plain("".join(_cells(text))) + "\n")
            sys.stdout.flush()
        text.close()
        page.close()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _cells(text: pypdfium2.PdfTextPage) -> Iterator[str]:
    """Yield the characters; where a gap as wide as a letter is high parts two words, a tab."""
    end = None
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if char in "\r\n":
            end = None
        elif not char.isspace():
            left, bottom, right, top = text.get_charbox(index, loose=True)
            if end is not None and abs(left - end) > top - bottom:
                yield "\t"
            end = right
        yield char


if __name__ == "__main__":
    main()
