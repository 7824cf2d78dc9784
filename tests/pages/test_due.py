from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from convoca.pages.due import Due, due

NOON = datetime(2024, 4, 22, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (
            datetime(2024, 4, 19, 10, tzinfo=UTC),
            Due("Quá hạn: Thứ Sáu, ngày 19 tháng 4 năm 2024", "bad"),
        ),
        (datetime(2024, 4, 22, 10, tzinfo=UTC), Due("Hôm nay, đến 17:00", "late")),
        (datetime(2024, 4, 22, 18, tzinfo=UTC), Due("Ngày mai, đến 01:00", "late")),
        (datetime(2024, 5, 17, 10, tzinfo=UTC), Due("Thứ Sáu, ngày 17 tháng 5 năm 2024", "plain")),
    ],
)
def test_words_say_whether_it_presses(until: datetime, expected: Due) -> None:
    with override("vi"):
        assert due(until, NOON) == expected


def test_the_day_is_told_by_the_clocks_that_set_it() -> None:
    doha = ZoneInfo("Asia/Qatar")
    last_minute = datetime(2024, 4, 19, 23, 59, tzinfo=doha)
    with override("en"):
        assert due(last_minute, NOON, doha) == Due("Overdue: Friday 19 April 2024", "bad")
        assert due(last_minute, NOON) == Due("Overdue: Saturday 20 April 2024", "bad")
