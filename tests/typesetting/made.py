"""Documents for tests: a letter in our own words, an annex, a dossier, a report."""

from datetime import date

from convoca.standards.decree30 import (
    Authority,
    Paragraph,
    Run,
    Signing,
    body_paragraphs,
    read_letter,
)
from convoca.typesetting.documents import (
    DossierDocument,
    DossierFile,
    DossierItem,
    LetterDocument,
    ReportAnnexRow,
    ReportDocument,
    ReportSection,
    Visual,
    figure,
)
from standards.decree30.made import PASTED

HOSTILE = (
    r"""#import "x" $a^2$ *b* _c_ @d [e] <f> \g `h` ~ -- --- ... // /* // */ "q" 'r' """
    r"& {{ x }} {% y %} =1+1"
)


def letter(**changed):
    read = read_letter(PASTED).letter
    facts = {
        "issuer": "Bộ Thông tin và Truyền thông",
        "symbol": read.symbol,
        "place": read.place,
        "year": read.year,
        "subject": read.subject,
        "signing": read.signing,
        "signer_name": read.signer_name,
        "body": read.body,
        "recipients": read.recipients,
        "archive": read.archive,
    }
    return LetterDocument(**{**facts, **changed})


def long_body(paragraphs, lines=4):
    sentence = "Các cơ quan, đơn vị chủ động tổ chức hoạt động thiết thực, tiết kiệm và hiệu quả. "
    return body_paragraphs("\n\n".join([sentence * lines] * paragraphs + ["Trân trọng./."]))


def visual(**changed):
    facts = {
        "day_name": "Ngày Viễn thông và Xã hội thông tin Thế giới",
        "theme": "Sáng tạo số vì mục tiêu phát triển bền vững",
        "date_text": "17/5/2024",
        "year": 2024,
        "language": "vi",
        "seed": "wtisd",
    }
    return Visual(**{**facts, **changed})


def dossier(**changed):
    item = DossierItem(
        title="Villages that teach themselves",
        kind="Good practice",
        organisation="Sample province",
        body=body_paragraphs("Neighbours teach neighbours.\n\n- 120 villages\n\n- 3 years"),
        original_title="Làng cùng học số",
        original_language="vi",
        goals=("SDG 4", "SDG 9"),
        action_lines=("C4",),
        contact="focal.point@province.example",
        consent="may be sent to ITU",
        links=("https://province.example/villages",),
        files=(DossierFile("villages.pdf", 12345, "ab" * 32),),
    )
    facts = {
        "sender": "Ministry of Information and Communications",
        "recipient": "International Telecommunication Union",
        "subject": "Contributions to the day of 17 May 2024",
        "place": "Hà Nội",
        "dated": date(2024, 6, 3),
        "cover": body_paragraphs("Please find two contributions enclosed."),
        "items": (item, item),
        "signer_post": "Deputy Minister",
        "signer_name": "Sample",
    }
    return DossierDocument(**{**facts, **changed})


def report(**changed):
    head = letter(
        kind="Báo cáo",
        symbol="BC-BTTTT",
        subject="Kết quả hưởng ứng Ngày 17/5 năm 2024",
        signing=Signing(Authority.BY_ORDER, "Bộ trưởng", "Vụ trưởng"),
        addressees=("Lãnh đạo Bộ",),
        body=body_paragraphs("Thực hiện nhiệm vụ được giao, Vụ báo cáo như sau:"),
    )
    answered = Paragraph(
        (Run("Có "), figure(1061, "https://convoca.example/rows?a=1&b=2"), Run(" đơn vị trả lời."))
    )
    rows = (
        ReportAnnexRow(
            body="Ủy ban nhân dân tỉnh Mẫu",
            reply="12/UBND-VX, 02/5/2024",
            signer="Nguyễn Văn Mẫu",
            activities="Tọa đàm\nNgày hội",
            contributions="=1+1",
            proposed="x",
            note="@mẫu",
            url="https://convoca.example/rows/1",
        ),
        ReportAnnexRow(body="Tập đoàn Mẫu"),
    )
    facts = {
        "letter": head,
        "sections": (
            ReportSection("Tình hình trả lời", (answered,)),
            ReportSection("Đề xuất, kiến nghị", body_paragraphs("- Tiếp tục năm sau./.")),
        ),
        "rows": rows,
    }
    return ReportDocument(**{**facts, **changed})
