"""The facts of the demo are whole, graded, sourced and spelled as they should be."""

import csv
import io
import tomllib
import unicodedata
from collections import Counter
from datetime import date

import pytest

from convoca.demo.facts import (
    FactError,
    Grade,
    action_lines,
    bodies,
    goal_links,
    goals,
    groups,
    succession,
    themes,
)
from convoca.demo.facts.reading import DATA, Row, entries_of, rows_of, unique

DAY_2024 = date(2024, 5, 17)
GRADES = {grade.value for grade in Grade}


def files_of(*endings):
    def inside(folder, prefix=""):
        for entry in folder.iterdir():
            if entry.is_dir():
                yield from inside(entry, f"{prefix}{entry.name}/")
            elif entry.name.endswith(endings):
                yield f"{prefix}{entry.name}"

    return sorted(inside(DATA))


def entries_in(name):
    text = (DATA / name).read_text(encoding="utf-8")
    if name.endswith(".csv"):
        return list(csv.DictReader(io.StringIO(text, newline="")))
    found = tomllib.loads(text)
    return [entry for value in found.values() if isinstance(value, list) for entry in value]


def standing(kind, day=DAY_2024):
    return [body for body in bodies().values() if body.kind == kind and body.stands_on(day)]


def in_group(group, day=DAY_2024):
    return [b for b in bodies().values() if group in b.groups and b.stands_on(day)]


@pytest.mark.parametrize("name", files_of(".csv", ".toml"))
def test_every_fact_has_a_source_and_a_grade(name):
    entries = entries_in(name)
    assert entries
    assert [e for e in entries if not e["source"].strip() or e["status"] not in GRADES] == []


@pytest.mark.parametrize("name", files_of(".csv", ".toml", ".txt"))
def test_text_is_normalised_and_has_no_stray_marks(name):
    text = (DATA / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert [mark for mark in ("\r", "\t", "\ufeff", "\u00a0", "\ufffd") if mark in text] == []


def test_bodies_of_the_day():
    assert Counter(body.kind for body in bodies().values() if body.stands_on(DAY_2024)) == {
        "union": 1,
        "member_state": 193,
        "observer": 8,
        "government": 1,
        "ministry": 22,
        "agency": 8,
        "province": 63,
        "department": 20,
        "unit": 23,
        "company": 10,
    }


def test_member_states_by_time():
    assert len([b for b in bodies().values() if b.kind == "member_state"]) == 194
    assert len(standing("member_state", date(2024, 9, 19))) == 194
    assert sorted(b.sort_order for b in bodies().values() if b.kind == "member_state") == [
        *range(1, 195)
    ]


def test_groups_of_the_letter():
    by_name = [key for key, group in groups().items() if not group.kinds]
    assert {key: len(in_group(key)) for key in by_name} == {
        "bo-nganh": 29,
        "cac-bo": 17,
        "co-quan-ngang-bo": 4,
        "co-quan-thuoc-chinh-phu": 8,
        "ubnd-cap-tinh": 63,
        "doanh-nghiep-vien-thong": 10,
    }


def test_provinces_of_2024_have_official_names():
    names = {body.names["vi"].removeprefix("Ủy ban nhân dân ") for body in standing("province")}
    cities = {name for name in names if not name.startswith("tỉnh ")}
    assert len(names) == 63
    assert cities == {
        "thành phố Hà Nội",
        "thành phố Hải Phòng",
        "thành phố Đà Nẵng",
        "thành phố Cần Thơ",
        "Thành phố Hồ Chí Minh",
    }
    assert {"tỉnh An Giang", "tỉnh Bà Rịa - Vũng Tàu", "tỉnh Đắk Lắk", "tỉnh Hòa Bình"} <= names


def test_names_keep_their_marks():
    known = {
        "itu": "Liên minh Viễn thông Quốc tế",
        "vn-btttt": "Bộ Thông tin và Truyền thông",
        "vn-btttt-htqt": "Vụ Hợp tác quốc tế",
        "vn-ubnd-da-nang": "Ủy ban nhân dân thành phố Đà Nẵng",
        "vn-ubnd-thua-thien-hue": "Ủy ban nhân dân tỉnh Thừa Thiên Huế",
        "vn-viettel": "Tập đoàn Công nghiệp - Viễn thông Quân đội",
    }
    assert {key: bodies()[key].names["vi"] for key in known} == known


def test_every_body_is_named_in_vietnamese_and_english():
    assert [b.key for b in bodies().values() if not {"vi", "en"} <= set(b.names)] == []


def test_symbols_of_the_letter():
    assert (bodies()["vn-btttt"].abbreviation, bodies()["vn-btttt-htqt"].abbreviation) == (
        "BTTTT",
        "HTQT",
    )


def test_chain_from_department_to_union():
    chain, key = [], "vn-btttt-htqt"
    while key:
        chain.append(key)
        key = bodies()[key].parent
    assert chain == ["vn-btttt-htqt", "vn-btttt", "vn-chinh-phu", "vnm", "itu"]


def test_parents_come_first_and_outlive_their_children():
    seen = set()
    for body in bodies().values():
        assert not body.parent or body.parent in seen
        seen.add(body.key)
    moved = {(change.body, change.event) for change in succession()}
    last = [
        body.key
        for body in bodies().values()
        if body.parent
        and (bodies()[body.parent].valid_to or date.max) < (body.valid_to or date.max)
        and (body.key, "moved") not in moved
    ]
    assert last == []


def test_mergers_and_bodies_agree():
    merged = {(c.body, c.successor) for c in succession() if c.event == "merged"}
    assert merged == {(b.key, b.merged_into) for b in bodies().values() if b.merged_into}
    late = [b.key for b in bodies().values() if b.merged_into and b.valid_to is None]
    assert late == []
    for change in succession():
        if change.event == "merged":
            ended = bodies()[change.body].valid_to
            assert ended is not None
            assert (change.on - ended).days == 1


def test_sixty_three_provinces_became_thirty_four():
    assert len(standing("province", date(2025, 6, 30))) == 63
    assert len(standing("province", date(2025, 7, 1))) == 34
    ended = [b for b in bodies().values() if b.kind == "province" and b.merged_into]
    assert len(ended) == 52
    assert len({b.merged_into for b in ended}) == 23


def test_ministry_of_the_letter_was_merged_in_2025():
    ministry = bodies()["vn-btttt"]
    assert (ministry.valid_to, ministry.merged_into) == (date(2025, 2, 28), "vn-bkhcn")
    assert len(standing("ministry", date(2025, 3, 1))) == 17
    assert len(standing("agency", date(2025, 3, 1))) == 5


def test_themes_of_every_year():
    assert list(themes()) == list(range(1969, 2027))
    assert [y for y, theme in themes().items() if set(theme.names) != {"vi", "en"}] == []
    assert (themes()[2024].names["vi"], themes()[2024].vietnamese_grade) == (
        "Sáng tạo số vì mục tiêu phát triển bền vững",
        Grade.STATED,
    )
    assert [y for y, t in themes().items() if t.vietnamese_grade == Grade.STATED] == [
        2020,
        2021,
        2024,
    ]


def test_goals_and_action_lines():
    assert list(goals()) == list(range(1, 18))
    assert [set(goal.names) for goal in goals().values()] == [{"vi", "en", "fr"}] * 17
    assert [line.order for line in action_lines().values()] == list(range(1, 19))
    assert len([code for code in action_lines() if code.startswith("C7-")]) == 8
    assert {line.vietnamese_grade for line in action_lines().values()} == {Grade.UNVERIFIED}


def test_links_between_lines_and_goals():
    assert len(goal_links()) == 127
    assert len({(link.action_line, link.goal) for link in goal_links()}) == 127
    assert {link.action_line for link in goal_links()} == set(action_lines())
    assert Counter(link.grade for link in goal_links()) == {Grade.STATED: 119, Grade.DERIVED: 8}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n3\n", "wrong.csv, line 3: the row has not as many cells as the head"),
        ("a,b\n1,2,3\n", "wrong.csv, line 2: the row has not as many cells as the head"),
    ],
)
def test_a_broken_row_is_named(text, message):
    with pytest.raises(FactError) as caught:
        list(rows_of("wrong.csv", text))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (lambda row: row.text("empty"), "a.csv, line 7: empty is empty"),
        (lambda row: row.text("none"), "a.csv, line 7: there is no none"),
        (lambda row: row.number("word"), "a.csv, line 7: word is 'x', not a whole number"),
        (lambda row: row.day("word"), "a.csv, line 7: word is 'x', not a date"),
        (lambda row: row.hour("word"), "a.csv, line 7: word is 'x', not a time"),
        (
            lambda row: row.grade("word"),
            "a.csv, line 7: word is 'x', not one of stated, derived, unverified",
        ),
        (lambda row: row.truth("word"), "a.csv, line 7: word is 'x', not yes or no"),
        (lambda row: row.text("apart"), "a.csv, line 7: apart is not in Unicode form NFC"),
    ],
)
def test_a_wrong_cell_is_named(read, message):
    apart = unicodedata.normalize("NFD", "Đà Nẵng")
    with pytest.raises(FactError) as caught:
        read(Row("a.csv", 7, {"empty": " ", "word": "x", "apart": apart}))
    assert str(caught.value) == message


def test_a_key_that_comes_twice_is_named():
    rows = rows_of("a.csv", "key\nx\ny\nx\n")
    with pytest.raises(FactError) as caught:
        unique((row, row.text("key"), row) for row in rows)
    assert str(caught.value) == "a.csv, line 4: x is there twice"


def test_an_entry_knows_its_line():
    text = '# head\n[[thing]]\nname = "a"\n\n[[thing]]\nname = "b"\n'
    assert [(row.line, row.text("name")) for row in entries_of("a.toml", text, "thing")] == [
        (2, "a"),
        (5, "b"),
    ]
