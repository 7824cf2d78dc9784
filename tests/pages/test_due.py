from datetime import UTC, datetime

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
