"""Types of documents in the reader's language; the register and the print keep their own names."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from convoca.standards.decree30 import KINDS

WORDS: dict[str, Promise] = {
    "Nghị quyết": pgettext_lazy("type of document", "Resolution"),
    "Quyết định": pgettext_lazy("type of document", "Decision"),
    "Chỉ thị": pgettext_lazy("type of document", "Directive"),
    "Quy chế": pgettext_lazy("type of document", "Statute"),
    "Quy định": pgettext_lazy("type of document", "Regulation"),
    "Thông cáo": pgettext_lazy("type of document", "Communiqué"),
    "Thông báo": pgettext_lazy("type of document", "Notice"),
    "Hướng dẫn": pgettext_lazy("type of document", "Guidelines"),
    "Chương trình": pgettext_lazy("type of document", "Programme"),
    "Kế hoạch": pgettext_lazy("type of document", "Plan"),
    "Phương án": pgettext_lazy("type of document", "Option paper"),
    "Đề án": pgettext_lazy("type of document", "Scheme"),
    "Dự án": pgettext_lazy("type of document", "Project"),
    "Báo cáo": pgettext_lazy("type of document", "Report"),
    "Biên bản": pgettext_lazy("type of document", "Minutes"),
    "Tờ trình": pgettext_lazy("type of document", "Submission"),
    "Hợp đồng": pgettext_lazy("type of document", "Contract"),
    "Công văn": pgettext_lazy("type of document", "Official letter"),
    "Công điện": pgettext_lazy("type of document", "Official telegram"),
    "Bản ghi nhớ": pgettext_lazy("type of document", "Memorandum"),
    "Bản thỏa thuận": pgettext_lazy("type of document", "Agreement"),
    "Giấy ủy quyền": pgettext_lazy("type of document", "Power of attorney"),
    "Giấy mời": pgettext_lazy("type of document", "Invitation"),
    "Giấy giới thiệu": pgettext_lazy("type of document", "Letter of introduction"),
    "Giấy nghỉ phép": pgettext_lazy("type of document", "Leave permit"),
    "Phiếu gửi": pgettext_lazy("type of document", "Dispatch slip"),
    "Phiếu chuyển": pgettext_lazy("type of document", "Transfer slip"),
    "Phiếu báo": pgettext_lazy("type of document", "Notification slip"),
    "Thư công": pgettext_lazy("type of document", "Official correspondence"),
}


def kind_words(name: str) -> str:
    """Return a type of Decree 30 (Art. 7) in the reader's language; another name as it is."""
    return str(WORDS.get(name, name))


def kind_choices() -> list[tuple[str, str]]:
    """Return the types to choose from, in the decree's order."""
    return [(kind.name, kind_words(kind.name)) for kind in KINDS]
