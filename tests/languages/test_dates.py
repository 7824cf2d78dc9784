"""Dates in the reader's way."""

from datetime import UTC, date, datetime

from convoca.languages.dates import long_date, long_moment, short_date

DAY = date(2024, 5, 17)


def test_a_vietnamese_date_has_its_weekday_and_words():
    assert long_date(DAY, "vi") == "Thứ Sáu, ngày 17 tháng 5 năm 2024"


def test_an_english_date():
    assert long_date(DAY, "en") == "Friday 17 May 2024"


def test_short_dates():
    assert [short_date(DAY, code) for code in ("vi", "en", "fr")] == [
        "17/5/2024",
        "17 May 2024",
        "17/05/2024",
    ]


def test_a_moment_in_the_own_zone_does_not_name_it():
    instant = datetime(2024, 12, 31, 17, 0, tzinfo=UTC)
    assert long_moment(instant, "en") == "Wednesday 1 January 2025, 00:00"


def test_a_moment_names_its_zone():
    instant = datetime(2024, 12, 31, 17, 0, tzinfo=UTC)
    assert long_moment(instant, "en", "Asia/Ho_Chi_Minh").startswith(
        "Wednesday 1 January 2025, 00:00 ("
    )
