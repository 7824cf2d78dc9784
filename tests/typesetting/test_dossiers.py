import re

import pytest

from convoca.standards.decree30 import body_paragraphs
from convoca.typesetting.documents import DossierItem, dossier_docx, dossier_pdf
from convoca.typesetting.engine import page_count, pdf_text
from convoca.typesetting.errors import BadDocument
from convoca.typesetting.word import word_lines

from .made import HOSTILE, dossier


def pdf_words(made):
    pages = pdf_text(made).split("\f")
    return "".join("".join(re.sub(r"^\d+\n", "", page).split()) for page in pages)


def test_cover_summary_and_a_page_for_each_item():
    made = dossier_pdf(dossier())
    pages = pdf_text(made).split("\f")

    assert page_count(made) == 4
    assert "To: International Telecommunication Union" in " ".join(pages[0].split())
    assert "Hà Nội, 3 June 2024" in pages[0]
    assert pages[1].splitlines()[1] == "Summary of the items"
    assert pages[2].splitlines()[1] == "Item 1. Villages that teach themselves"
    assert f"villages.pdf (12,345 bytes, SHA-256 {'ab' * 32})" in " ".join(pages[3].split())


def test_word_says_what_the_pdf_says():
    one = dossier()
    word = "".join("".join(line.split()) for line in word_lines(dossier_docx(one)))

    assert word == pdf_words(dossier_pdf(one))


def test_others_words_are_never_markup_and_never_stop_the_dossier():
    item = DossierItem(HOSTILE, HOSTILE, "x", body_paragraphs(f"{HOSTILE} \U0001f600"))
    one = dossier(items=(item,))
    text = pdf_words(dossier_pdf(one))

    assert text.count("".join(HOSTILE.split())) == 5
    assert "[U+1F600]" in text
    assert "[U+1F600]" in "".join(word_lines(dossier_docx(one)))


def test_it_speaks_vietnamese_too():
    text = pdf_text(dossier_pdf(dossier(language="vi")))

    assert "Danh mục nội dung" in text
    assert "Hà Nội, ngày 03 tháng 6 năm 2024" in text


def test_the_same_dossier_gives_the_same_bytes():
    assert dossier_pdf(dossier()) == dossier_pdf(dossier())
    assert dossier_docx(dossier()) == dossier_docx(dossier())


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"sender": ""}, "needs its sender"),
        ({"items": ()}, "at least one item"),
        ({"language": "tlh"}, "missing in 'tlh'"),
    ],
)
def test_what_a_dossier_cannot_do_without(changed, words):
    with pytest.raises(BadDocument, match=words):
        dossier(**changed)


def test_a_link_to_anything_but_the_web_is_refused():
    item = DossierItem("a", "b", "c", (), links=("file:///etc/passwd",))
    with pytest.raises(BadDocument, match="web or mail address"):
        dossier_pdf(dossier(items=(item,)))
