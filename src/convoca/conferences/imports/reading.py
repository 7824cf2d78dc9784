"""The columns of a file of delegates, and reading one."""

from convoca.files.sheets import Columns, Sheet
from convoca.files.sheets import read as read_sheet

MAX_BYTES = 5 * 1024 * 1024
MAX_LINES = 20_000

_COLUMNS = {
    "delegation": ("delegation", "đoàn", "đoàn đại biểu", "country", "quốc gia"),
    "name": ("name", "họ và tên", "họ tên"),
    "place": ("place", "role", "tư cách"),
    "rank": ("rank", "cấp bậc", "cấp"),
    "office_vi": ("office_vi", "chức vụ", "chức vụ tiếng Việt"),
    "office_en": ("office_en", "office", "chức vụ tiếng Anh"),
    "gender": ("gender", "giới tính"),
    "language": ("language", "ngôn ngữ"),
}
COLUMNS = Columns(headers=_COLUMNS, needed=("delegation", "name"))


def read(content: bytes) -> Sheet:
    """Read a file of delegates."""
    return read_sheet(content, COLUMNS, most_lines=MAX_LINES)
