import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convoca.standards.decree30 import (
    ArchiveLine,
    Authority,
    BrokenRule,
    Paragraph,
    Run,
    Signing,
    StateSecretMark,
    Urgency,
    body_paragraphs,
    read_letter,
)
from convoca.typesetting.documents import (
    DECREE_30,
    INTERNATIONAL,
    LetterAnnex,
    letter_docx,
    letter_lines,
    letter_pdf,
)
from convoca.typesetting.documents.letters import issuer_lines
from convoca.typesetting.engine import page_count, pdf_text
from convoca.typesetting.errors import BadDocument, UnprintableText
from convoca.typesetting.word import word_lines
from standards.decree30.made import REAL_LETTER

from .made import HOSTILE, letter, long_body, visual

GROUPS = (
    "Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ",
    "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
    "Các doanh nghiệp viễn thông",
)


def folded(text):
    return re.sub(r"\s+", "", text)


def pdf_words(made):
    """All text of a PDF without white space and without the page numbers at the pages' heads."""
    pages = pdf_text(made).split("\f")
    return folded("".join(re.sub(r"^\d+\n", "", page) for page in pages))


def test_the_pdf_holds_exactly_the_lines_of_the_letter_in_their_order():
    one = letter(addressees=GROUPS, urgency=Urgency.URGENT)

    assert pdf_words(letter_pdf(one)) == folded("".join(letter_lines(one)))


UNION = {
    "form": INTERNATIONAL,
    "issuer": "International Telecommunication Union",
    "symbol": "ITU-SG",
    "place": "Geneva",
    "year": 2014,
    "subject": "invitation to the Plenipotentiary Conference",
    "signing": Signing(Authority.HEAD, "SECRETARY-GENERAL"),
    "body": body_paragraphs("You are invited.\n\nPlease reply by 20 September 2014."),
    "recipients": ("As above",),
    "archive": ArchiveLine(("ITU",)),
}


def test_an_organisation_of_states_writes_in_a_form_of_its_own():
    one = letter(**UNION, addressees=("Member States",), draft=True)

    assert letter_lines(one) == (
        "DRAFT",
        "INTERNATIONAL TELECOMMUNICATION UNION",
        "Ref.:      /ITU-SG",
        "Geneva,    2014",
        "Subject: invitation to the Plenipotentiary Conference",
        "To: Member States",
        "You are invited.",
        "Please reply by 20 September 2014.",
        "Copies:",
        "- As above;",
        "- File: ITU.",
        "SECRETARY-GENERAL",
        one.signer_name,
    )
    assert pdf_words(letter_pdf(one)) == folded("".join(letter_lines(one)))


@pytest.mark.parametrize(
    ("signing", "lines"),
    [
        (
            Signing(Authority.DEPUTY, "Secretary-General", "Deputy Secretary-General"),
            ("FOR THE SECRETARY-GENERAL", "DEPUTY SECRETARY-GENERAL"),
        ),
        (
            Signing(Authority.COLLECTIVE, "Council", "Chair"),
            ("ON BEHALF OF THE COUNCIL", "CHAIR"),
        ),
        (Signing(Authority.ACTING, "Secretary-General"), ("ACTING SECRETARY-GENERAL",)),
    ],
)
def test_in_that_form_the_authority_is_said_in_words(signing, lines):
    assert INTERNATIONAL.authority_lines(signing) == lines
    assert DECREE_30.authority_lines(signing) == signing.lines()


@pytest.mark.parametrize("names", [("Viet Nam",), ("Viet Nam", "Republic of Korea")])
def test_word_and_pdf_of_that_form_say_the_same(names):
    facts = {**UNION, "signed_on": date(2014, 3, 3), "number": 5}
    one = letter(**facts, addressees=names)
    words = folded("".join(word_lines(letter_docx(one))))

    assert words == folded("".join(letter_lines(one)))
    assert pdf_words(letter_pdf(one)) == words
    assert letter_lines(one)[1:3] == ("Ref.: 05/ITU-SG", "Geneva, 3 March 2014")


def test_before_numbering_the_blanks_show():
    lines = letter_lines(letter())

    assert lines[:5] == (
        "BỘ THÔNG TIN VÀ TRUYỀN THÔNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:      /BTTTT-HTQT",
        "Hà Nội, ngày    tháng    năm 2024",
    )
    assert "Kính gửi: ....." in lines


def test_after_signing_number_and_date_stand():
    signed = letter(number=5, signed_on=date(2024, 2, 5))
    text = pdf_text(letter_pdf(signed))

    assert "Số: 05/BTTTT-HTQT Hà Nội, ngày 05 tháng 02 năm 2024" in text


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"number": 12, "signed_on": date(2024, 4, 22), "addressees": GROUPS},
        {"addressees": GROUPS[:1], "urgency": Urgency.FLASH, "parent": "Chính phủ"},
        {"kind": "Thông báo", "symbol": "TB-BTTTT"},
        {"body": body_paragraphs(HOSTILE), "subject": HOSTILE, "signer_name": HOSTILE},
    ],
)
def test_word_says_what_the_pdf_says(changed):
    one = letter(**changed)

    assert folded("".join(word_lines(letter_docx(one)))) == pdf_words(letter_pdf(one))


def test_text_is_never_markup():
    one = letter(
        body=(Paragraph((Run(HOSTILE),)), Paragraph((Run(HOSTILE, italic=True),), listed=True)),
        addressees=(f"{HOSTILE} a", f"{HOSTILE} b"),
        recipients=(f"{HOSTILE} c",),
        annexes=(LetterAnnex(HOSTILE, body_paragraphs(HOSTILE)),),
    )
    text = pdf_words(letter_pdf(one))

    assert text.count(folded(HOSTILE)) == 6
    assert text.count(folded(HOSTILE).upper()) == 1


def test_the_same_letter_gives_the_same_bytes():
    one = letter(annexes=(LetterAnnex(visual=visual()),))

    assert letter_pdf(one) == letter_pdf(one)
    assert letter_docx(one) == letter_docx(one)


def test_the_file_says_that_it_is_pdf_a_with_tags_and_language():
    made = letter_pdf(letter())

    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in made
    assert b"/StructTreeRoot" in made or b"/MarkInfo" in made
    assert b"vi-VN" in made


def test_letters_are_set_by_several_threads_at_once():
    letters = [letter(number=number, signed_on=date(2024, 4, 22)) for number in range(1, 9)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(letter_pdf, letters))

    assert made == [letter_pdf(one) for one in letters]


def test_our_own_pdf_is_read_back_as_the_same_letter():
    one = letter(addressees=GROUPS, number=5, signed_on=date(2024, 4, 22), body=long_body(12))
    read = read_letter(pdf_text(letter_pdf(one))).letter

    assert (read.issuer, read.number, read.symbol) == (one.issuer.upper(), 5, one.symbol)
    assert (read.place, read.day, read.subject) == (one.place, one.signed_on, one.subject)
    assert read.addressees == GROUPS
    assert folded("".join(p.text for p in read.body)) == folded("".join(p.text for p in one.body))
    assert (read.recipients, read.archive) == (one.recipients, one.archive)
    assert (read.signing.lines(), read.signer_name) == (one.signing.lines(), one.signer_name)


def pages_with_lines(made):
    return [
        [line.strip() for line in page.splitlines() if line.strip()]
        for page in pdf_text(made).split("\f")
    ]


@pytest.mark.parametrize("paragraphs", range(5, 13))
def test_the_signature_never_stands_alone_on_a_page(paragraphs):
    made = letter_pdf(letter(body=long_body(paragraphs)))
    pages = pages_with_lines(made)
    place = next(i for i, lines in enumerate(pages) if "Nơi nhận:" in lines)
    above = pages[place][: pages[place].index("Nơi nhận:")]

    assert len(above) - (place > 0) >= 2
    assert "Nguyễn Văn Mẫu" in pages[place]


def test_pages_are_numbered_from_the_second_and_annexes_apart():
    text_annex = LetterAnnex("Mẫu báo cáo", long_body(12))
    one = letter(body=long_body(14), annexes=(LetterAnnex(visual=visual()), text_annex, text_annex))
    firsts = [lines[0] for lines in pages_with_lines(letter_pdf(one))]

    assert firsts == [
        "BỘ THÔNG TIN",
        "2",
        "Sáng tạo số vì mục tiêu",
        "Phụ lục II",
        "2",
        "Phụ lục III",
        "2",
    ]


def test_an_annex_leaves_number_and_date_blank_on_electronic_documents():
    one = letter(number=5, signed_on=date(2024, 4, 22), annexes=(LetterAnnex("Mẫu", long_body(1)),))
    annex = pages_with_lines(letter_pdf(one))[-1]

    assert annex[:2] == ["Phụ lục", "MẪU"]
    assert annex[2].startswith("(Kèm theo Văn bản số /BTTTT-HTQT ngày tháng năm 2024 của Bộ")


def test_draft_mark_circulation_and_address_stand_on_the_first_page_only():
    one = letter(
        body=long_body(14),
        draft=True,
        circulation="LƯU HÀNH NỘI BỘ",
        address=("Địa chỉ: phố Mẫu, Hà Nội",),
    )
    pages = pages_with_lines(letter_pdf(one))

    assert pages[0][0] == "DỰ THẢO LƯU HÀNH NỘI BỘ"
    assert pages[0][-1] == "Địa chỉ: phố Mẫu, Hà Nội"
    assert "DỰ THẢO" not in "".join(pages[1])
    assert "phố Mẫu" not in "".join(pages[1])


def test_long_names_break_by_rule():
    assert issuer_lines("Bộ Y tế") == ("BỘ Y TẾ",)
    assert issuer_lines("Bộ Thông tin và Truyền thông") == ("BỘ THÔNG TIN", "VÀ TRUYỀN THÔNG")
    assert issuer_lines("Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu") == (
        "ỦY BAN NHÂN DÂN TỈNH",
        "BÀ RỊA – VŨNG TÀU",
    )


@pytest.mark.parametrize("name", ["issuer", "place", "subject"])
def test_what_a_letter_cannot_do_without(name):
    with pytest.raises(BadDocument, match=f"needs its {name}"):
        letter(**{name: " "})


def test_refusals_speak_both_languages():
    with pytest.raises(BadDocument) as caught:
        letter(subject="")

    assert caught.value.words("en") == "A letter needs its subject."
    assert caught.value.words("vi") == "Văn bản phải có trích yếu."


@pytest.mark.parametrize("part", ["addressees", "recipients", "signer_name"])
def test_control_characters_are_refused_in_every_part(part):
    with pytest.raises(BadDocument, match="control characters"):
        letter(**{part: "a\x00" if part == "signer_name" else ("a\x00",)})


def test_a_date_outside_the_year_is_refused():
    with pytest.raises(BadDocument, match="the year is 2024"):
        letter(signed_on=date(2025, 1, 2))


def test_a_symbol_against_the_rule_is_refused():
    with pytest.raises(BrokenRule):
        letter(symbol="btttt htqt")


def test_control_characters_are_refused():
    with pytest.raises(BadDocument, match="subject holds control characters"):
        letter(subject="a\x00b")
    with pytest.raises(BadDocument, match="body holds control characters"):
        letter(body=body_paragraphs("a\x07b"))


def test_characters_without_a_glyph_are_named():
    with pytest.raises(UnprintableText, match=r"U\+1F600") as caught:
        letter_pdf(letter(subject="vui \U0001f600"))
    assert caught.value.characters == "\U0001f600"


def test_secret_marks_are_refused_in_every_part():
    with pytest.raises(StateSecretMark):
        letter(body=body_paragraphs("TUYỆT MẬT"))


def test_a_link_may_not_run_a_script():
    with pytest.raises(BadDocument, match="web or mail address"):
        letter_pdf(letter(body=(Paragraph((Run("x", url="javascript:alert(1)"),)),)))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="latin-1", exclude_categories=("Cc",)), max_size=80))
def test_any_printable_text_comes_out_as_it_went_in(text):
    one = letter(body=(Paragraph((Run(f"a{text}z"),)),), recipients=())
    wanted = folded("".join(letter_lines(one))).replace("\xad", "")

    assert pdf_words(letter_pdf(one)).replace("\xad", "").replace("\ufffe", "") == wanted


@pytest.mark.skipif(not REAL_LETTER.exists(), reason="the source letter is not in a clone")
def test_the_source_letter_is_two_pages_and_its_annex():
    read = read_letter(REAL_LETTER.read_text(encoding="utf-8")).letter
    one = letter(
        subject=read.subject,
        body=read.body,
        recipients=read.recipients,
        archive=read.archive,
        signer_name=read.signer_name,
        annexes=(LetterAnnex(visual=visual()),),
    )
    made = letter_pdf(one)
    main = "".join(re.sub(r"^\d+\n", "", page) for page in pdf_text(made).split("\f")[:2])

    assert page_count(made) == 3
    assert folded(main) == folded("".join(letter_lines(one)))
    assert folded("".join(word_lines(letter_docx(one)))) == folded(main)
