from datetime import date, datetime, timedelta, timezone

import pytest

from convoca.typesetting.documents import SlipStep, SubmissionSlip, slip_pdf
from convoca.typesetting.engine import pdf_text
from convoca.typesetting.errors import BadDocument

from .made import HOSTILE

HANOI = timezone(timedelta(hours=7))


def slip(**changed):
    facts = {
        "body": "Bộ Thông tin và Truyền thông",
        "unit": "Vụ Hợp tác quốc tế",
        "matter": "Công văn hưởng ứng Ngày 17/5 năm 2024",
        "to": "Thứ trưởng",
        "place": "Hà Nội",
        "made_on": date(2024, 4, 22),
        "steps": (
            SlipStep(
                "Trình", "Chuyên viên", datetime(2024, 4, 19, 16, 2, tzinfo=HANOI), "Đã trình"
            ),
            SlipStep(
                "Kiểm tra nội dung",
                "Vụ trưởng",
                datetime(2024, 4, 19, 17, 30, tzinfo=HANOI),
                "Trả lại",
                HOSTILE,
            ),
            SlipStep("Ký", "Thứ trưởng"),
        ),
        "files": ("du-thao.pdf",),
    }
    return SubmissionSlip(**{**facts, **changed})


def words(text):
    return "".join(text.split())


def test_the_slip_tells_who_agreed_when_and_what_was_remarked():
    text = words(pdf_text(slip_pdf(slip())))

    for part in (
        "PHIẾUTRÌNH",
        "Kínhtrình:Thứtrưởng",
        "Vấnđềtrình:CôngvănhưởngứngNgày17/5năm2024",
        "Hồsơkèmtheo:-du-thao.pdf",
        "1TrìnhChuyênviên16:02ngày19/4/2024Đãtrình",
        "2KiểmtranộidungVụtrưởng17:30ngày19/4/2024Trảlại" + words(HOSTILE),
        "3KýThứtrưởng",
    ):
        assert part in text


def test_the_same_slip_gives_the_same_bytes():
    assert slip_pdf(slip()) == slip_pdf(slip())


def test_a_slip_needs_a_matter():
    with pytest.raises(BadDocument, match="needs its matter"):
        slip(matter="")
