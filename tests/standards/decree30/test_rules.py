"""The decree's own examples and rules, component by component."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.standards.decree30 import (
    INCOMING_COLUMNS,
    KINDS,
    OUTGOING_COLUMNS,
    ArchiveLine,
    Authority,
    BrokenRule,
    Run,
    Signing,
    Urgency,
    addressee_lines,
    body_paragraphs,
    body_text,
    checked_symbol,
    dispatch_lines,
    kind_named,
    layout,
    letter_symbol,
    number_line,
    number_text,
    place_date_line,
    signing_from_lines,
    state_secret_mark,
    typed_symbol,
    urgency_marked,
)


def test_numbers_below_ten_get_a_zero():
    assert [number_text(n) for n in (1, 9, 10, 1234)] == ["01", "09", "10", "1234"]
    with pytest.raises(BrokenRule):
        number_text(0)


def test_the_number_line_keeps_blanks_until_the_number_is_given():
    assert number_line(5, "BTTTT-HTQT") == "Số: 05/BTTTT-HTQT"
    assert number_line(None, "BTTTT-HTQT") == "Số:      /BTTTT-HTQT"


def test_symbols_of_letters_and_of_typed_documents():
    assert letter_symbol("BTTTT", "HTQT") == "BTTTT-HTQT"
    assert typed_symbol("QyĐ", "UBND") == "QyĐ-UBND"
    assert typed_symbol("QĐ", "BNV") == "QĐ-BNV"


@pytest.mark.parametrize("symbol", ["", "btttt-HTQT", "BTTTT - HTQT", "BTTTT/HTQT", "A-", "A--B"])
def test_a_symbol_against_the_rule_is_refused(symbol):
    with pytest.raises(BrokenRule) as caught:
        checked_symbol(symbol)
    assert caught.value.source == "App. I, part I, II.3"


def test_days_below_ten_and_the_first_two_months_get_a_zero():
    assert place_date_line("Hà Nội", date(2020, 1, 5)) == "Hà Nội, ngày 05 tháng 01 năm 2020"
    assert place_date_line("Hà Nội", date(2019, 6, 29)) == "Hà Nội, ngày 29 tháng 6 năm 2019"
    assert place_date_line("Huế", date(2024, 12, 31)) == "Huế, ngày 31 tháng 12 năm 2024"


def test_the_date_stays_blank_until_signing():
    assert place_date_line("Hà Nội", None, year=2024) == "Hà Nội, ngày    tháng    năm 2024"
    assert place_date_line("Hà Nội", None) == "Hà Nội, ngày    tháng    năm"


def test_one_addressee_stands_on_the_line_several_below_it():
    assert addressee_lines(["Bộ Nội vụ;"]) == ("Kính gửi: Bộ Nội vụ",)
    assert addressee_lines(["Bộ Nội vụ", "- Bộ Tài chính,", "Bộ Y tế."]) == (
        "Kính gửi:",
        "- Bộ Nội vụ;",
        "- Bộ Tài chính;",
        "- Bộ Y tế.",
    )
    assert addressee_lines([]) == ("Kính gửi: .....",)


@pytest.mark.parametrize(
    ("archive", "written"),
    [
        (ArchiveLine(), "Lưu: VT"),
        (ArchiveLine(("VT", "HTQT"), "NQQ", "06b"), "Lưu: VT, HTQT, NQQ.(06b)"),
        (ArchiveLine(("VT", "HTQT"), "PL", "300"), "Lưu: VT, HTQT, PL.(300)"),
        (ArchiveLine(("VT", "HTQT"), "NQQ"), "Lưu: VT, HTQT, NQQ"),
        (ArchiveLine(("VT", "HTQT"), "", "06b"), "Lưu: VT, HTQT (06b)"),
    ],
)
def test_the_archive_line(archive, written):
    assert archive.written() == written


def test_the_archive_line_ends_the_dispatch_list():
    assert dispatch_lines(["Như trên", "Bộ trưởng (để b/c)"], ArchiveLine(("VT", "TH"))) == (
        "- Như trên;",
        "- Bộ trưởng (để b/c);",
        "- Lưu: VT, TH.",
    )


def test_copies_must_be_a_number():
    with pytest.raises(BrokenRule):
        ArchiveLine(copies="many")


@pytest.mark.parametrize(
    ("signing", "lines"),
    [
        (Signing(Authority.HEAD, "Bộ trưởng"), ("BỘ TRƯỞNG",)),
        (Signing(Authority.ACTING, "Bộ trưởng"), ("Q. BỘ TRƯỞNG",)),
        (
            Signing(Authority.DEPUTY, "Bộ trưởng", "Thứ trưởng"),
            ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ),
        (
            Signing(Authority.COLLECTIVE, "Ủy ban nhân dân", "Chủ tịch"),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
        (
            Signing(Authority.BY_ORDER, "Bộ trưởng", "Phó Vụ trưởng", "Vụ trưởng"),
            ("TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG"),
        ),
        (
            Signing(Authority.DELEGATED, "Bộ trưởng", "Chánh Văn phòng"),
            ("TUQ. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"),
        ),
    ],
)
def test_authority_lines_are_written_and_read_back(signing, lines):
    assert signing.lines() == lines
    assert signing_from_lines(lines).lines() == lines
    assert signing_from_lines(lines).authority is signing.authority


@pytest.mark.parametrize(
    "facts",
    [
        (Authority.HEAD, ""),
        (Authority.HEAD, "Bộ trưởng", "Thứ trưởng"),
        (Authority.ACTING, "Bộ trưởng", "Thứ trưởng"),
        (Authority.DEPUTY, "Bộ trưởng"),
        (Authority.DELEGATED, "Bộ trưởng", "Phó Chánh Văn phòng", "Chánh Văn phòng"),
        (Authority.DEPUTY, "Bộ trưởng", "Vụ trưởng", "Thứ trưởng"),
    ],
)
def test_signing_against_the_rule_is_refused(facts):
    with pytest.raises(BrokenRule) as caught:
        Signing(*facts)
    assert caught.value.source == "Art. 13; App. I, part I, II.7"


def test_urgency_marks_and_their_boxes():
    assert [(u.mark, u.box_mm) for u in Urgency] == [
        ("HỎA TỐC", (30, 8)),
        ("THƯỢNG KHẨN", (40, 8)),
        ("KHẨN", (20, 8)),
    ]
    assert urgency_marked(" Hoả tốc ") is Urgency.FLASH
    assert urgency_marked("gấp") is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("MẬT", "MẬT"),
        ("  [TUYỆT MẬT] ", "TUYỆT MẬT"),
        ("# **Tối mật**", "TỐI MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("HỎA TỐC - MẬT", "MẬT"),
        ("BỘ MẪU\tTỐI MẬT", "TỐI MẬT"),
        ("BỘ MẪU     TUYỆT MẬT", "TUYỆT MẬT"),
        ("MA\u0323\u0302T", "MẬT"),
        ("Bảo mật thông tin là việc của mọi người.", None),
        ("Luật Bảo vệ bí mật nhà nước", None),
        ("Tài liệu độ Mật do cơ quan khác quản lý.", None),
        ("TỐI MẬT - Kế hoạch phòng thủ", "TỐI MẬT"),
        ("Kế hoạch (Tối mật) năm 2024", "TỐI MẬT"),
        ("Kèm theo văn bản độ mật: Mật, gửi riêng", "MẬT"),
        ("BẢO MẬT", None),
        ("MẬT ONG - đặc sản (mật ong rừng)", None),
        ("Quy định về độ mật: cách xác định, thời hạn", None),
        ("TĂNG CƯỜNG BẢO MẬT - AN TOÀN THÔNG TIN", None),
        ("", None),
    ],
)
def test_state_secret_marks(text, mark):
    assert state_secret_mark(text) == mark


def test_in_a_file_the_one_word_is_a_mark_only_in_capitals():
    found = [state_secret_mark(text, stamped=True) for text in ("Mật", "MẬT", "Tối mật")]
    assert found == [None, "MẬT", "TỐI MẬT"]


def test_registers_have_the_columns_of_the_decree():
    assert (len(OUTGOING_COLUMNS), len(INCOMING_COLUMNS)) == (10, 10)
    assert OUTGOING_COLUMNS[0] == "Số, ký hiệu văn bản"
    assert INCOMING_COLUMNS[:2] == ("Ngày đến", "Số đến")


def test_twenty_nine_types_two_without_abbreviation():
    assert len(KINDS) == 29
    assert [kind.name for kind in KINDS if not kind.abbreviation] == ["Công văn", "Thư công"]
    assert kind_named("báo cáo").abbreviation == "BC"
    with pytest.raises(KeyError):
        kind_named("thư tình")


def test_a_measure_outside_the_decree_is_refused():
    with pytest.raises(ValueError, match="15 is outside 13 to 14"):
        layout.Measure(15, 13, 14)


def test_typed_text_is_text_and_stars_are_read_only_on_demand():
    text = "*a* và **b**\n\n- 2 * 3 * 4"
    plain = body_paragraphs(text)
    starred = body_paragraphs(text, emphasis=True)

    assert [paragraph.line for paragraph in plain] == ["*a* và **b**", "- 2 * 3 * 4"]
    assert starred[0].runs == (Run("a", italic=True), Run(" và "), Run("b", bold=True))
    assert starred[1].runs == (Run("2 * 3 * 4"),)


_words = st.text(alphabet="abcđ ữ.,;(", min_size=1, max_size=12).map(str.strip).filter(bool)
_runs = st.tuples(_words, st.booleans(), st.booleans())


@given(st.lists(_runs, min_size=1, max_size=5))
def test_written_paragraphs_are_read_back(parts):
    from convoca.standards.decree30 import Paragraph

    runs = []
    for words, italic, bold in parts:
        runs += [Run(words, italic=italic, bold=bold), Run(" – ")]
    wanted = Paragraph(tuple(runs[:-1]))
    (read,) = body_paragraphs(body_text([wanted]), emphasis=True)
    assert read.text == " ".join(wanted.text.split())
