import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.pages.charts import (
    Coverage,
    Part,
    bars,
    columns,
    coverage,
    scale_of,
    slices,
    whole_percents,
)

NUMBERS = st.lists(st.integers(min_value=0, max_value=10**9), max_size=40)


@given(NUMBERS)
def test_shares_in_words_always_add_up(values: list[int]) -> None:
    assert sum(whole_percents(values)) == (100 if sum(values) else 0)


@given(NUMBERS)
def test_a_share_is_never_a_whole_per_cent_off(values: list[int]) -> None:
    total = sum(values)

    assert all(
        abs(share - value * 100 / total) < 1
        for share, value in zip(whole_percents(values), values, strict=True)
        if total
    )


def test_a_negative_part_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        whole_percents([3, -1])


def test_slices_follow_each_other_and_keep_their_tone() -> None:
    drawn = slices([Part("replied", 61, "ok"), Part("received", 27), Part("silent", 15, "late")])

    assert [(one.tone, one.start, one.width, one.share) for one in drawn] == [
        ("ok", "0%", "59.223%", "59 %"),
        ("k2", "59.223%", "26.214%", "26 %"),
        ("late", "85.437%", "14.563%", "15 %"),
    ]


def test_slices_of_nothing_have_no_width() -> None:
    assert [one.width for one in slices([Part("a", 0), Part("b", 0)])] == ["0%", "0%"]
    assert slices([]) == []


def test_the_longest_bar_fills_its_place() -> None:
    assert [one.width for one in bars([Part("a", 7), Part("b", 14)])] == ["50%", "100%"]


@given(st.integers(min_value=0, max_value=10**9))
def test_a_scale_reaches_the_highest_number_in_few_steps(highest: int) -> None:
    scale = scale_of(highest)

    assert scale[0] == 0
    assert scale[-1] >= highest
    assert 2 <= len(scale) <= 6


def test_columns_stand_on_the_ground_and_keep_their_height() -> None:
    chart = columns([Part("1990", 0), Part("1991", 40)], height=100)

    assert [(one.top, one.height, one.label) for one in chart.columns] == [
        (100, 0, "1990"),
        (0, 100, "1991"),
    ]
    assert [(rule.value, rule.top) for rule in chart.rules][-1] == (40, 0)


def test_many_columns_show_few_labels() -> None:
    chart = columns([Part(str(year), 1) for year in range(1969, 2027)])

    assert sum(bool(one.label) for one in chart.columns) == 7


def test_coverage_counts_the_covered_and_breaks_lines() -> None:
    (row,) = coverage([Coverage("Ministries", ["ok"] * 11 + ["plain"])])

    assert (row.covered, row.total) == (11, 12)
    assert (row.tiles[10].x, row.tiles[10].y) == (0, 17)


def test_a_group_of_nobody_draws_nothing() -> None:
    (row,) = coverage([Coverage("Nobody", [])])

    assert (row.covered, row.total, row.tiles) == (0, 0, [])
