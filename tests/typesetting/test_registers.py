from datetime import date

import pytest

from convoca.standards.decree30 import INCOMING_COLUMNS, OUTGOING_COLUMNS
from convoca.typesetting.documents import (
    IncomingRow,
    OutgoingRow,
    RegisterCover,
    incoming_register_pdf,
    outgoing_register_pdf,
)
from convoca.typesetting.engine import page_count, pdf_text
from convoca.typesetting.errors import BadDocument

from .made import HOSTILE

COVER = RegisterCover(
    body="Bộ Thông tin và Truyền thông",
    year=2024,
    from_date=date(2024, 1, 1),
    to_date=date(2024, 12, 31),
    from_number="01",
    to_number="60",
    volume="01",
)


def outgoing(number, **changed):
    facts = {
        "number_symbol": f"{number:02d}/BTTTT-HTQT",
        "dated": date(2024, 4, 22),
        "subject": "Công văn về việc hưởng ứng Ngày 17/5",
        "signer": "Thứ trưởng",
        "recipients": "Các Bộ; các tỉnh",
        "kept_by": "VT, HTQT",
        "copies": "06",
        "sent_on": date(2024, 4, 22),
    }
    return OutgoingRow(**{**facts, **changed})


def words(text):
    return "".join(text.split())


def test_the_cover_names_body_year_and_what_the_volume_holds():
    cover = pdf_text(outgoing_register_pdf(COVER, [outgoing(1)])).split("\f")[0]

    assert cover.splitlines() == [
        "BỘ THÔNG TIN VÀ TRUYỀN THÔNG",
        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "Năm: 2024",
        "Từ ngày 01/01/2024 đến ngày 31/12/2024",
        "Từ số 01 đến số 60",
        "Quyển số: 01",
    ]


def test_the_outgoing_register_has_the_columns_on_every_page():
    made = outgoing_register_pdf(COVER, [outgoing(number) for number in range(1, 61)])
    pages = pdf_text(made).split("\f")[1:]

    assert page_count(made) > 2
    assert all(words("".join(OUTGOING_COLUMNS)) in words(page) for page in pages)
    assert all(f"{number:02d}/BTTTT" in "".join(pages) for number in range(1, 61))


def test_a_void_number_stays_with_its_reason():
    void = outgoing(2, note="Hủy số: soạn trùng", sent_on=None)
    made = outgoing_register_pdf(COVER, [outgoing(1), void])

    assert words("Hủy số: soạn trùng") in words(pdf_text(made))


def test_the_incoming_register():
    row = IncomingRow(
        arrived_on=date(2024, 5, 6),
        arrival_number="01",
        author="UBND tỉnh Mẫu",
        number_symbol="12/UBND-VX",
        dated=date(2024, 5, 2),
        subject=HOSTILE,
        handler="Vụ Hợp tác quốc tế \U0001f600",
    )
    made = incoming_register_pdf(COVER, [row])
    page = words(pdf_text(made).split("\f")[1])

    assert words("".join(INCOMING_COLUMNS)) in page
    assert words(HOSTILE) in page
    assert "[U+1F600]" in page
    assert made == incoming_register_pdf(COVER, [row])


def test_an_empty_register_still_shows_its_columns():
    assert words("".join(INCOMING_COLUMNS)) in words(pdf_text(incoming_register_pdf(COVER, [])))


def test_a_register_needs_its_body():
    with pytest.raises(BadDocument):
        outgoing_register_pdf(RegisterCover(body="", year=2024), [])
