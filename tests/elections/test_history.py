"""Published tables go in, published outcomes come out, as far as the votes are known."""

import pytest

from .made import DATA, counted

ROUNDS = DATA / "rounds.csv"


def ballots(capsys, table):
    code, objects, _ = counted(capsys, DATA / f"{table}.csv", ROUNDS)
    return code, {(each["post"], each["region"], each["round"]): each for each in objects}


def told(each, *keys):
    return tuple(each[key] for key in keys)


def test_pp14_council_region_e_101_against_100_at_the_cut(capsys):
    _, found = ballots(capsys, "pp14_council")
    asia = found["Council", "E", 1]
    assert told(asia, "deposited", "valid", "required_majority", "status") == (
        167,
        1961,
        None,
        "decided",
    )
    assert asia["elected"] == asia["order"][:13]
    assert (asia["elected"][-1], asia["order"][13]) == ("Pakistan", "Malaysia")
    assert told(asia, "tied", "missing", "conflicts", "agrees_with_published") == (
        [],
        [],
        [],
        True,
    )


def test_pp10_director_bdt_over_three_rounds(capsys):
    _, found = ballots(capsys, "pp10_officials")
    one, two, three = (found["Director BDT", None, number] for number in (1, 2, 3))
    assert told(one, "valid", "required_majority", "status") == (156, 79, "next_round")
    assert one["order"] == ["Brahima Sanou", "Sami S. Al-Basheer", "Hector Olavarria"]
    assert told(two, "valid", "required_majority", "status") == (157, 79, "next_round")
    assert two["standing"] == ["Brahima Sanou", "Hector Olavarria", "Sami S. Al-Basheer"]
    assert told(three, "valid", "required_majority", "status", "elected") == (
        157,
        79,
        "decided",
        ["Brahima Sanou"],
    )
    assert three["conflicts"] == [
        "rounds.csv row 7: required_majority is 80, but it follows from the votes as 79"
    ]
    assert [each["agrees_with_published"] for each in (one, two, three)] == [True] * 3


def test_pp14_deputy_secretary_general_over_four_rounds(capsys):
    _, found = ballots(capsys, "pp14_officials")
    four = [found["Deputy Secretary-General", None, number] for number in (1, 2, 3, 4)]
    assert [each["status"] for each in four] == [
        "next_round",
        "next_round",
        "undecidable",
        "decided",
    ]
    assert [each["required_majority"] for each in four] == [79, 86, None, 85]
    assert four[2]["missing"] == ["Malcolm Johnson", "Shola Taylor", "Magdalena Gaj"]
    assert told(four[3], "valid", "elected", "agrees_with_published") == (
        168,
        ["Malcolm Johnson"],
        True,
    )


def test_pp10_secretary_general_has_a_published_number_that_is_not_the_valid_one(capsys):
    code, found = ballots(capsys, "pp10_officials")
    first = found["Secretary-General", None, 1]
    assert told(first, "valid", "required_majority", "elected") == (
        151,
        76,
        ["Hamadoun I. Toure"],
    )
    assert first["conflicts"] == ["rounds.csv row 2: valid is 157, but the votes sum to 151"]
    assert code == 1


def test_a_ballot_of_which_rounds_says_nothing_is_not_guessed(capsys):
    _, found = ballots(capsys, "pp10_officials")
    deputy = found["Deputy Secretary-General", None, 1]
    assert told(deputy, "status", "elected", "valid", "agrees_with_published") == (
        "undecidable",
        [],
        None,
        None,
    )


def test_a_round_that_was_not_stated(capsys):
    _, found = ballots(capsys, "pp14_officials")
    assert told(found["Director TSB", None, None], "required_majority", "elected") == (
        85,
        ["Chaesub Lee"],
    )


def test_pp10_board_with_only_the_elected_published(capsys):
    code, found = ballots(capsys, "pp10_rrb")
    assert {
        region: (each["status"], each["elected"]) for (_, region, _), each in found.items()
    } == {
        "A": ("decided", ["Ricardo Luis Teran", "Julie Napier Zoller"]),
        "B": ("undecidable", ["Alfredo Magenta"]),
        "C": ("undecidable", ["Victor Strelets"]),
        "D": ("decided", ["Stanley Kaige Kibe", "Mustapha Bessi", "Simon Koffi"]),
        "E": ("undecidable", ["Yasuhiko Ito"]),
    }
    assert code == 3


@pytest.mark.parametrize("table", sorted(path.stem for path in DATA.glob("pp*.csv")))
def test_nothing_decided_ever_differs_from_the_published_outcome(capsys, table):
    _, found = ballots(capsys, table)
    assert [key for key, each in found.items() if each["agrees_with_published"] is False] == []
    decided = [each for each in found.values() if each["status"] in ("decided", "next_round")]
    assert [each["agrees_with_published"] for each in decided] == [True] * len(decided)


@pytest.mark.parametrize("table", sorted(path.stem for path in DATA.glob("pp*.csv")))
def test_permuting_the_rows_changes_only_the_display(capsys, tmp_path, table):
    header, *rows = (DATA / f"{table}.csv").read_text().splitlines()
    shuffled = tmp_path / "shuffled.csv"
    shuffled.write_text("\n".join([header, *rows[1::2], *reversed(rows[::2])]))
    _, found = ballots(capsys, table)
    _, objects, _ = counted(capsys, shuffled, ROUNDS)
    for each in objects:
        same = found[each["post"], each["region"], each["round"]]
        for key in ("status", "valid", "required_majority", "agrees_with_published"):
            assert each[key] == same[key]
        for key in ("elected", "standing", "tied", "order", "missing"):
            assert sorted(each[key]) == sorted(same[key])


@pytest.mark.parametrize("table", sorted(path.stem for path in DATA.glob("pp*.csv")))
def test_without_rounds_the_published_outcomes_come_out_as_well(capsys, table):
    _, objects, _ = counted(capsys, DATA / f"{table}.csv")
    assert [each for each in objects if each["agrees_with_published"] is False] == []
