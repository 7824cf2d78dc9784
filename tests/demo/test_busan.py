"""The facts of the conference of 2014 fit together; what is unknown is None; samples are marked."""

import re
from collections import Counter
from datetime import date, time, timedelta

import pytest

from convoca.demo.facts import bodies
from convoca.demo.facts.conference import (
    agenda,
    committees,
    countdown,
    editions,
    figures,
    main_themes,
    series,
)
from convoca.demo.facts.opening import (
    commitments,
    guests,
    programme,
    speeches,
    statements,
    working_groups,
)
from convoca.demo.facts.reading import FactError, Grade, Row
from convoca.demo.facts.samples import halls, sample_delegations, sample_exhibitors
from convoca.demo.facts.seats import elected_posts, rounds, votes
from mission import mission_folder, source_text

OPENING = date(2014, 10, 20)


def months_before(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return day.replace(year=year, month=month + 1)


def elected(post, edition="pp-14"):
    found = [v for v in votes() if (v.post, v.edition, v.elected) == (post, edition, True)]
    return [v.body for v in found]


def test_busan():
    busan = editions()["pp-14"]
    assert (busan.opens, busan.closes, busan.host) == (OPENING, date(2014, 11, 7), "kor")
    assert (busan.ordinal, busan.city["en"], busan.zone.key) == (19, "Busan", "Asia/Seoul")
    assert busan.participants == 2505


def test_editions_come_every_four_years():
    opened = [edition.opens.year for edition in editions().values()]
    assert opened == list(range(2006, 2027, series()["pp"].every_years))
    assert [edition.ordinal for edition in editions().values()] == list(range(17, 23))
    assert len(series()["pp"].languages) == 6


def test_four_main_themes_are_on_the_agenda():
    themes = [item.theme for item in agenda().values() if item.theme]
    assert themes == list(main_themes())
    assert len(themes) == 4


def test_agenda_and_committees_are_trees():
    for tree in (agenda(), committees()):
        seen = set()
        for key, node in tree.items():
            assert not node.parent or node.parent in seen
            seen.add(key)


def test_countdown_falls_on_its_days():
    computed = {
        step.key: OPENING + timedelta(days=step.amount)
        if step.unit == "days"
        else months_before(OPENING, -step.amount)
        for step in countdown().values()
    }
    assert computed == {step.key: step.date_pp14 for step in countdown().values()}
    assert (countdown()["candidatures"].at, countdown()["invitation"].at) == (time(23, 59), None)


def test_opening_day_hour_by_hour():
    day = [part for part in programme().values() if part.day == OPENING]
    assert [(part.key, part.starts) for part in day if part.starts] == [
        ("heads-formal", time(9)),
        ("opening", time(10, 30)),
        ("plenary-1", time(14, 30)),
    ]
    assert {part.key for part in day if part.starts is None} == {
        "summit-5g",
        "exhibition",
        "young-leaders",
    }


def test_programme_is_in_order_and_within_reach_of_the_edition():
    days = [part.day for part in programme().values() if part.day]
    assert days == sorted(days)
    late = [p.key for p in programme().values() if p.day and p.last_day > date(2014, 11, 7)]
    assert late == []
    assert min(days) == date(2014, 10, 18)


def test_speeches_of_the_ceremony_in_their_order():
    ceremony = [speech.guest for speech in speeches().values() if speech.programme == "opening"]
    assert ceremony == ["choi", "suh", "toure", "ban", "park"]
    assert (guests()["park"].in_delegation, guests()["choi"].in_delegation) == (False, True)
    assert {speech.language for speech in speeches().values()} == {None}


def test_statements_are_short_and_in_two_languages():
    assert [s.speech for s in statements() if set(s.texts) != {"vi", "en"}] == []
    assert max(len(text.split()) for s in statements() for text in s.texts.values()) <= 30
    assert [s.theme for s in statements() if s.theme] == ["cybersecurity"]


@pytest.mark.skipif(mission_folder() is None, reason="the source documents are not here")
def test_statements_copy_no_sentence():
    theirs = re.findall(r"\w+", source_text("N").lower())
    runs = {tuple(theirs[i : i + 8]) for i in range(len(theirs))}
    ours = [re.findall(r"\w+", s.texts["vi"].lower()) for s in statements()]
    assert [w for w in ours for i in range(len(w) - 7) if tuple(w[i : i + 8]) in runs] == []


def test_commitments_say_what_is_not_known():
    assert [c.state for c in commitments().values()] == [None, None]
    assert commitments()["5g-standards"].gains is None
    assert {c.working_group for c in commitments().values()} <= set(working_groups())


def test_sixty_five_seats():
    assert sum(post.seats for post in elected_posts().values()) == figures()["seats"].value == 65
    by_kind = Counter()
    for post in elected_posts().values():
        by_kind[post.kind] += post.seats
    assert by_kind == {"official": 5, "board": 12, "council": 48}


def test_nobody_won_a_seat_that_was_not_there():
    for edition in ("pp-10", "pp-14"):
        over = [k for k, p in elected_posts().items() if len(elected(k, edition)) > p.seats]
        assert over == []


def test_which_seats_of_2014_are_known():
    known = {key: len(elected(key)) for key, post in elected_posts().items()}
    full = {key for key, post in elected_posts().items() if known[key] == post.seats}
    assert set(elected_posts()) - full == {"council-b", "council-d"}
    assert (known["council-b"], known["council-d"]) == (0, 5)


def test_officials_and_board_are_of_seventeen_states():
    persons = [body for key in elected_posts() if "council" not in key for body in elected(key)]
    assert (len(persons), len(set(persons))) == (17, 17)


def test_majorities_and_sums_agree_where_all_is_known():
    told = [r for r in rounds() if r.valid is not None and r.required is not None]
    assert [r for r in told if r.valid // 2 + 1 != r.required] == []
    for ballot in rounds():
        if ballot.valid is None or not ballot.all_votes:
            continue
        cast = [
            vote.votes
            for vote in votes()
            if (vote.edition, vote.post, vote.round) == (ballot.edition, ballot.post, ballot.number)
        ]
        assert sum(cast) == ballot.valid


def test_a_doubtful_ballot_is_graded_so():
    doubtful = [(r.edition, r.post, r.number) for r in rounds() if r.grade is not Grade.STATED]
    assert doubtful == [("pp-10", "sg", 1), ("pp-10", "bdt", 3)]


def test_exhibitors_are_420_marked_samples():
    companies = sample_exhibitors()
    assert len(companies) == figures()["companies"].value == 420
    assert len({company.names["en"] for company in companies}) == 420
    assert len({company.stand for company in companies}) == 420
    assert [c for c in companies if not c.names["vi"].startswith("[Mẫu] ")] == []
    assert [c for c in companies if not c.names["en"].startswith("[Sample] ")] == []
    assert [c for c in companies if not c.email.endswith(".example")] == []
    assert {company.hall for company in companies} == set(halls())
    assert {company.origin for company in companies} <= set(bodies())


def test_delegations_have_the_known_totals():
    delegations = sample_delegations()
    assert len(delegations) == 193
    assert Counter(d.answer for d in delegations.values()) == {
        "accepted": figures()["countries-itu"].value,
        "declined": 8,
        "silent": 14,
    }
    heads = Counter(d.head for d in delegations.values() if d.head)
    assert (heads["minister"], heads["deputy_minister"]) == (
        figures()["ministers"].value,
        figures()["deputy-ministers"].value,
    )


def test_who_stood_for_election_was_there():
    stood = {vote.body for vote in votes() if vote.edition == "pp-14"} | {"vnm", "kor"}
    certain = {key for key, d in sample_delegations().items() if d.certain}
    assert certain == stood
    assert {sample_delegations()[key].answer for key in certain} == {"accepted"}


def test_samples_are_the_same_every_time():
    again = sample_delegations.__wrapped__()
    assert again == sample_delegations()
    assert sample_exhibitors.__wrapped__() == sample_exhibitors()


@pytest.mark.parametrize("column", ["text", "number", "day"])
def test_unknown_is_none(column):
    row = Row("a.csv", 2, {column: "unknown"})
    assert getattr(row, f"known_{column}")(column) is None


def test_an_empty_cell_is_not_unknown():
    with pytest.raises(FactError) as caught:
        Row("a.csv", 2, {"room": ""}).known_text("room")
    assert str(caught.value) == "a.csv, line 2: room is empty"
