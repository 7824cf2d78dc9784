from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.decree30 import (
    ArchiveLine,
    Authority,
    Paragraph,
    Run,
    Signing,
    StateSecretMark,
    Urgency,
    dispatch_lines,
    read_letter,
)

from .made import PASTED, REAL_LETTER


def parts_noted(text):
    return [note.part for note in read_letter(text).notes]


def test_every_part_of_a_pasted_letter_is_read():
    letter = read_letter(PASTED).letter

    assert (letter.number, letter.symbol) == (None, "BTTTT-HTQT")
    assert (letter.place, letter.day, letter.year) == ("Hà Nội", None, 2024)
    assert letter.subject == "tổ chức hoạt động nhân Ngày 17/5 năm 2024"
    assert letter.addressees == ()
    assert letter.recipients == ("Như trên", "Bộ trưởng (để b/c)")
    assert letter.archive == ArchiveLine(("VT", "HTQT"), "ABC", "06b")
    assert letter.archive.copy_count == 6
    assert letter.signing == Signing(Authority.DEPUTY, "BỘ TRƯỞNG", "THỨ TRƯỞNG")
    assert letter.signer_name == "Nguyễn Văn Mẫu"
    assert letter.annex == (
        "World Telecommunication\nand Information Society Day\n\n"
        "Digital innovation for sustainable development\n\n17 May 2024"
    )


def test_the_body_keeps_its_list_and_its_emphasis():
    body = read_letter(PASTED).letter.body

    assert body == (
        Paragraph(
            (
                Run("Ngày 17/5 hằng năm nhắc lại ngày ra đời của "),
                Run("Liên minh Viễn thông quốc tế", italic=True),
                Run(" (ITU)."),
            )
        ),
        Paragraph(
            (
                Run("Chủ đề do ITU chọn cho năm nay là “"),
                Run("Sáng tạo số vì mục tiêu phát triển bền vững", italic=True),
                Run("”. Bộ mong các cơ quan, doanh nghiệp cùng tham gia:"),
            )
        ),
        Paragraph((Run("Tổ chức tọa đàm, ngày hội, cuộc thi cho người dân;"),), listed=True),
        Paragraph((Run("Gửi về Bộ bài học hay và giải pháp đã dùng được."),), listed=True),
        Paragraph((Run("Xin trân trọng cảm ơn./."),)),
    )


def test_notes_name_what_is_blank_or_absent():
    assert parts_noted(PASTED) == ["issuer", "number", "day", "addressees"]
    assert parts_noted("") == [
        "issuer",
        "symbol",
        "number",
        "place",
        "day",
        "subject",
        "addressees",
        "body",
        "recipients",
        "archive",
        "signing",
        "signer_name",
        "annex",
    ]


def test_notes_speak_both_languages():
    note = read_letter(PASTED).notes[1]

    assert note.words("en") == "The number is blank; it is given at signing."
    assert note.words("vi") == "Số văn bản để trống; số được cấp khi ký."


def test_a_body_that_is_not_closed_is_noted():
    assert "closing" in parts_noted(PASTED.replace("./.", "."))


COMPLETE = """\
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MẪU                 Độc lập - Tự do - Hạnh phúc
Số: 05/UBND-VX           Mẫu, ngày 05 tháng 01 năm 2024
V/v báo cáo kết quả
KHẨN
Kính gửi:
- Bộ Thông tin và Truyền thông;
- Sở Thông tin và Truyền thông.
Một dòng.
- Một mục;
Dòng cuối./.
Nơi nhận:
- Như trên;
- Lưu: VT, VX 12.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Mẫu
"""


def test_a_complete_letter_without_blank_lines():
    letter = read_letter(COMPLETE).letter

    assert (letter.parent, letter.issuer) == ("ỦY BAN NHÂN DÂN", "TỈNH MẪU")
    assert (letter.number, letter.symbol) == (5, "UBND-VX")
    assert (letter.place, letter.day) == ("Mẫu", date(2024, 1, 5))
    assert letter.urgency is Urgency.URGENT
    assert letter.subject == "báo cáo kết quả"
    assert letter.addressees == ("Bộ Thông tin và Truyền thông", "Sở Thông tin và Truyền thông")
    assert [paragraph.line for paragraph in letter.body] == [
        "Một dòng.",
        "- Một mục;",
        "Dòng cuối./.",
    ]
    assert letter.signing.lines() == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert letter.signer_name == "Trần Thị Mẫu"


SIDE_BY_SIDE = """\
Số: 7/UBND-VX
Kính gửi: Các Bộ; UBND các tỉnh; các doanh nghiệp viễn thông.
Nội dung./.
Nơi nhận:\tKT. CHỦ TỊCH
- Như trên;\tPHÓ CHỦ TỊCH
- Lưu: VT.\tTrần Thị Mẫu
"""


def test_columns_side_by_side_and_addressees_on_one_line():
    letter = read_letter(SIDE_BY_SIDE).letter

    assert letter.addressees == ("Các Bộ", "UBND các tỉnh", "các doanh nghiệp viễn thông")
    assert (letter.recipients, letter.archive) == (("Như trên",), ArchiveLine(("VT",)))
    assert letter.signing.lines() == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (letter.signer_name, letter.annex) == ("Trần Thị Mẫu", "")


BROKEN_BY_A_PAGE = """\
DỰ THẢO
BỘ THÔNG TIN
VÀ TRUYỀN THÔNG
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số: 12/BTTTT-HTQT Hà Nội, ngày 22 tháng 4 năm 2024
V/v hưởng ứng
Ngày 17/5
Kính gửi:
- Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung
ương;
- Các doanh nghiệp.
Bộ mong các cơ quan cùng
tham gia.
2
- Một mục rất
dài./.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Nguyễn Văn Mẫu
Nơi nhận:
- Như trên;
- Lưu: VT, HTQT.
Phụ lục
"""


def test_text_copied_from_a_pdf_is_joined_and_the_notes_say_so():
    reading = read_letter(BROKEN_BY_A_PAGE)
    letter = reading.letter

    assert letter.issuer == "BỘ THÔNG TIN VÀ TRUYỀN THÔNG"
    assert letter.place == "Hà Nội"
    assert letter.addressees == (
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        "Các doanh nghiệp",
    )
    assert [paragraph.line for paragraph in letter.body] == [
        "Bộ mong các cơ quan cùng tham gia.",
        "- Một mục rất dài./.",
    ]
    assert letter.recipients == ("Như trên",)
    assert letter.signer_name == "Nguyễn Văn Mẫu"
    assert letter.annex == "Phụ lục"
    assert [note.en for note in reading.notes if note.part == "body"] == [
        "Lines holding only a number were taken for page numbers and left out.",
        "Lines that broke off inside a sentence were joined; please check the paragraphs.",
    ]


def test_a_letter_without_dispatch_list_still_has_its_signer():
    letter = read_letter("Kính gửi: A\n\nNội dung./.\n\nQ. BỘ TRƯỞNG\n\nTrần Thị Mẫu\n").letter

    assert letter.signing == Signing(Authority.ACTING, "BỘ TRƯỞNG")
    assert letter.signer_name == "Trần Thị Mẫu"
    assert letter.recipients == ()


@pytest.mark.parametrize("signed", ["(đã ký)", "(Đã ký)", "*(đã ký)*", "[Ký số]", "Đã ký"])
def test_the_mark_of_a_signed_copy_is_no_name(signed):
    reading = read_letter(f"Kính gửi: Bộ Y tế.\n\nTrân trọng./.\n\nBỘ TRƯỞNG\n{signed}\nPhan Tâm")

    assert (reading.letter.signer_name, reading.letter.annex) == ("Phan Tâm", "")


def test_posts_against_the_rule_are_noted():
    reading = read_letter("Kính gửi: A\n\nNội dung./.\n\nKT. BỘ TRƯỞNG\n\nTrần Thị Mẫu\n")

    assert reading.letter.signing is None
    assert "After KT. the signer's own post stands on the next line." in [
        note.en for note in reading.notes
    ]


def test_two_lines_above_the_number_are_said_to_be_read_as_parent_and_body():
    notes = {note.part: note.en for note in read_letter(COMPLETE).notes}

    assert notes["parent"] == "ỦY BAN NHÂN DÂN was read as the parent body of TỈNH MẪU."


def test_a_day_that_does_not_exist_is_noted_and_left_empty():
    reading = read_letter(COMPLETE.replace("ngày 05 tháng 01", "ngày 31 tháng 02"))

    assert reading.letter.day is None
    assert "31/2/2024 is no day of the calendar." in [note.en for note in reading.notes]


def test_a_letter_is_frozen():
    letter = read_letter(PASTED).letter
    with pytest.raises(FrozenInstanceError):
        letter.symbol = "X"


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_letter_marked_secret_is_refused_with_the_law(mark):
    with pytest.raises(StateSecretMark) as caught:
        read_letter(f"**{mark}**\n\n{PASTED}")

    assert caught.value.mark == mark
    assert caught.value.words("vi").startswith(f"Văn bản có dấu độ mật {mark}.")
    assert "117/2025/QH15" in caught.value.source


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    try:
        reading = read_letter(text)
    except StateSecretMark:
        return
    assert reading.notes != ()


@given(st.lists(st.sampled_from(PASTED.splitlines()), max_size=30))
def test_lines_in_any_order_never_break_the_reader(lines):
    read_letter("\n".join(lines))


@pytest.mark.skipif(not REAL_LETTER.exists(), reason="the source letter is not in a clone")
def test_the_source_letter():
    reading = read_letter(REAL_LETTER.read_text(encoding="utf-8"))
    letter = reading.letter

    assert [note.part for note in reading.notes] == ["issuer", "number", "day", "addressees"]
    assert (letter.symbol, letter.place, letter.year) == ("BTTTT-HTQT", "Hà Nội", 2024)
    assert [paragraph.listed for paragraph in letter.body] == [False] * 4 + [True] * 3 + [False]
    assert letter.body[-1].text.endswith("./.")
    assert dispatch_lines(letter.recipients, letter.archive) == (
        "- Như trên;",
        "- Bộ trưởng (để b/c);",
        "- Thứ trưởng Phan Tâm;",
        "- Lưu: VT, HTQT, NQQ.(06b).",
    )
    assert letter.signing.lines() == ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG")
    assert letter.signer_name == "Phan Tâm"
    assert letter.annex.splitlines()[-1] == "17 May 2024"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("VT, HTQT, NQQ.(06b)", (("VT", "HTQT"), "NQQ", "06b")),
        ("VT, HTQT. NQQ(06b)", (("VT", "HTQT"), "NQQ", "06b")),
        ("VT, HTQT (3b)", (("VT", "HTQT"), "", "3b")),
        ("VT, KGVX (3) NMC", (("VT", "KGVX"), "NMC", "3")),
        ("VT (2b)", (("VT",), "", "2b")),
    ],
)
def test_the_archive_line_as_offices_write_it(written, read):
    letter = read_letter(COMPLETE.replace("VT, VX 12", written)).letter
    assert letter.archive == ArchiveLine(*read)


def test_spaces_of_word_processors_and_web_pages_are_plain_ones():
    odd = "\ufeff" + COMPLETE.replace(" ", "\u00a0").replace("báo", "b\u200báo")
    assert read_letter(odd).letter == read_letter(COMPLETE).letter
