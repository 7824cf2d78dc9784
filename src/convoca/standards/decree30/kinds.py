"""Types of administrative documents and their abbreviations (Decree 30, Art. 7 and App. III, I)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One type; `abbreviation` is empty for công văn and thư công, which have none (App. III)."""

    name: str
    abbreviation: str


KINDS: tuple[DocumentKind, ...] = (
    DocumentKind("Nghị quyết", "NQ"),
    DocumentKind("Quyết định", "QĐ"),
    DocumentKind("Chỉ thị", "CT"),
    DocumentKind("Quy chế", "QC"),
    DocumentKind("Quy định", "QyĐ"),
    DocumentKind("Thông cáo", "TC"),
    DocumentKind("Thông báo", "TB"),
    DocumentKind("Hướng dẫn", "HD"),
    DocumentKind("Chương trình", "CTr"),
    DocumentKind("Kế hoạch", "KH"),
    DocumentKind("Phương án", "PA"),
    DocumentKind("Đề án", "ĐA"),
    DocumentKind("Dự án", "DA"),
    DocumentKind("Báo cáo", "BC"),
    DocumentKind("Biên bản", "BB"),
    DocumentKind("Tờ trình", "TTr"),
    DocumentKind("Hợp đồng", "HĐ"),
    DocumentKind("Công văn", ""),
    DocumentKind("Công điện", "CĐ"),
    DocumentKind("Bản ghi nhớ", "BGN"),
    DocumentKind("Bản thỏa thuận", "BTT"),
    DocumentKind("Giấy ủy quyền", "GUQ"),
    DocumentKind("Giấy mời", "GM"),
    DocumentKind("Giấy giới thiệu", "GGT"),
    DocumentKind("Giấy nghỉ phép", "GNP"),
    DocumentKind("Phiếu gửi", "PG"),
    DocumentKind("Phiếu chuyển", "PC"),
    DocumentKind("Phiếu báo", "PB"),
    DocumentKind("Thư công", ""),
)

COPY_FORMS: tuple[DocumentKind, ...] = (
    DocumentKind("Sao y", "SY"),
    DocumentKind("Trích sao", "TrS"),
    DocumentKind("Sao lục", "SL"),
)


def kind_named(name: str) -> DocumentKind:
    """Return the type called `name`, in any letter case; `KeyError` when Art. 7 has none such."""
    for kind in (*KINDS, *COPY_FORMS):
        if kind.name.casefold() == name.strip().casefold():
            return kind
    raise KeyError(name)
