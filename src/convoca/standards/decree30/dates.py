"""Place and date of a document (Decree 30, App. I, part I, II.4)."""

from datetime import date

BLANK = " " * 4


def day_text(day: int) -> str:
    """Write a day with a leading zero below 10."""
    return f"{day:02d}"


def month_text(month: int) -> str:
    """Write a month; the leading zero is only for months 1 and 2, as the decree has it."""
    return f"{month:02d}" if month < 3 else str(month)


def long_date(day: date) -> str:
    """Write `ngày 05 tháng 01 năm 2020`, `ngày 29 tháng 6 năm 2019`."""
    return f"ngày {day_text(day.day)} tháng {month_text(day.month)} năm {day.year}"


def place_date_line(place: str, day: date | None, *, year: int | None = None) -> str:
    """Write `Hà Nội, ngày 05 tháng 01 năm 2020`; without a day, blanks before the given year.

    `place` is the province-level name for central bodies. Without day and year the year is
    blank as well.
    """
    if day is not None:
        return f"{place}, {long_date(day)}"
    return f"{place}, ngày{BLANK}tháng{BLANK}năm {year if year is not None else BLANK}".rstrip()
