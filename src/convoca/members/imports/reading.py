"""The columns of a file of bodies, and reading one."""

from django.utils.translation import gettext as _

from convoca.files.sheets import Columns, Problem, Sheet
from convoca.files.sheets import read as read_sheet

MAX_BYTES = 20 * 1024 * 1024
MAX_LINES = 50_000

_COLUMNS = {
    "key": ("key", "mã"),
    "kind": ("kind", "loại"),
    "parent": ("parent", "mã cơ quan cấp trên", "cơ quan cấp trên"),
    "abbreviation": ("abbreviation", "viết tắt", "ký hiệu"),
    "email": ("email", "e-mail", "thư điện tử"),
    "main_language": ("main_language", "ngôn ngữ chính"),
    "valid_from": ("valid_from", "hiệu lực từ", "từ ngày"),
    "valid_to": ("valid_to", "hiệu lực đến", "đến ngày"),
    "sort_order": ("sort_order", "thứ tự"),
    "country_code": ("country_code", "iso2", "mã quốc gia"),
    "region": ("region", "khu vực"),
    "region_status": ("region_status", "tình trạng khu vực"),
    "french_order": ("french_order", "thứ tự tiếng Pháp"),
    "name_vi": ("name_vi", "tên tiếng Việt", "tên"),
    "name_en": ("name_en", "tên tiếng Anh"),
    "name_fr": ("name_fr", "tên tiếng Pháp"),
}


def _name(header: str) -> str:
    is_name = header.startswith("name_") and header[5:].isalpha() and len(header) <= 8
    return header if is_name else ""


COLUMNS = Columns(headers=_COLUMNS, needed=("key", "kind", "parent"), further=_name)


def read(content: bytes) -> Sheet:
    """Read a file of bodies; without a column for a name it has no lines, and says so."""
    sheet = read_sheet(content, COLUMNS, most_lines=MAX_LINES)
    if sheet.headers and not any(column.startswith("name_") for column in sheet.headers):
        message = _("The first line has no column for a name, such as “name_vi” or “name_en”.")
        wrong = [one for one in sheet.problems if one.column]
        return Sheet(
            problems=[*wrong, Problem(sheet.header_line, "name_vi", message)], headers=sheet.headers
        )
    return sheet
