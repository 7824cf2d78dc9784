"""Reading VOTES and ROUNDS: what is merged, what is assumed, what is refused."""

import pytest

from convoca.elections.published import year_of

from .made import VOTES_HEADER, counted, rounds_file, votes_file


def one(capsys, votes, rounds=None, *more, rules="itu"):
    code, objects, errors = counted(capsys, votes, rounds, *more, rules=rules)
    assert objects is not None, errors
    (only,) = objects
    return code, only


def refused(capsys, votes, rounds=None, *more, rules="itu"):
    code, objects, errors = counted(capsys, votes, rounds, *more, rules=rules)
    assert (code, objects) == (2, None)
    return errors.strip()


DIRECTOR = ("PP-18,Director BDT,,1,An,X,95,", "PP-18,Director BDT,,1,Binh,Y,81,")


def test_further_columns_bom_crlf_order_of_columns_and_blank_lines(capsys, tmp_path):
    path = tmp_path / "votes.csv"
    text = (
        "votes,Post ,note,round,region,candidate,conference\r\n"
        '95,Director BDT,"a, b\nc",1,,  An  Nguyen ,PP-18\r\n'
        "\r\n"
        "81,Director BDT,,1,,Binh,PP-18\r\n"
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    code, found = one(capsys, path)
    assert (code, found["elected"], found["order"]) == (0, ["An Nguyen"], ["An Nguyen", "Binh"])
    assert found["agrees_with_published"] is None


def test_names_that_differ_by_capitals_only_are_one(capsys, tmp_path):
    votes = votes_file(
        tmp_path, "PP-18,Director BDT,,1,Ann Lee,X,95,", "PP-18,Director BDT,,1,ann LEE,X,9,"
    )
    assert refused(capsys, votes) == (
        "votes.csv row 3: ann LEE stands twice on the same ballot (first in votes.csv row 2)"
    )


def test_names_are_normalised(capsys, tmp_path):
    votes = votes_file(
        tmp_path, "PP-18,Director BDT,,1,Toure\u0301,X,95,", "PP-18,Director BDT,,1,Touré,Y,9,"
    )
    assert refused(capsys, votes) == (
        "votes.csv row 3: Touré stands twice on the same ballot (first in votes.csv row 2)"
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("PP-18,Director BDT,,1,Chi,Z,-3,", "row 4: votes is '-3', a negative number"),
        ("PP-18,Director BDT,,1,Chi,Z,3.5,", "row 4: votes is '3.5', not a whole number"),
        ("PP-18,Director BDT,,1,Chi,Z,many,", "row 4: votes is 'many', not a number"),
        ("PP-18,Director BDT,,1,Chi,Z,1e3,", "row 4: votes is '1e3', not a number"),
        ("PP-18,Director BDT,,1,Chi,Z,٣,", "row 4: votes is '٣', not a number"),
        ("PP-18,Director BDT,,1.5,Chi,Z,3,", "row 4: round is '1.5', not a whole number"),
        ("PP-18,Director BDT,,0,Chi,Z,3,", "row 4: round is 0; the first round is 1"),
        ("PP-18,Director BDT,,1,An,Z,3,", "row 4: An stands twice on the same ballot"),
        ("PP-18,Director BDT,,1,,,3,", "row 4: neither a candidate nor a Member State"),
        ("PP-18,,,1,Chi,Z,3,", "row 4: post is empty"),
        (",Director BDT,,1,Chi,Z,3,", "row 4: conference is empty"),
        ("PP-18,Chair,,1,Chi,Z,3,", "row 4: the rule set itu knows no post 'Chair'"),
        ("PP-18,Council,F,1,,Z,3,", "row 4: the region 'F' is none of A, B, C, D, E"),
        ("PP-18,Council,,1,,Z,3,", "row 4: the seats of Council are not known"),
        ("Nice,Council,E,1,,Z,3,", "row 4: the seats of Council are not known"),
        ("PP-18,Director BDT,E,1,Chi,Z,3,", "row 4: Director BDT is elected by all regions"),
        ("PP-18,Director BDT,,1,Chi,Z,3,,4", "row 4: 9 cells under 8 columns"),
        ('PP-18,Director BDT,,1,"Chi,Z,3,', "line 4: unexpected end of data"),
    ],
)
def test_bad_rows_are_named(capsys, tmp_path, row, told):
    assert told in refused(capsys, votes_file(tmp_path, *DIRECTOR, row))


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("conference,post,region,round,candidate,member_state", "column 'votes' is missing"),
        ("post,region,round,candidate,member_state,votes", "column 'conference' is missing"),
        ("conference,post,region,round,votes", "neither a column candidate nor member_state"),
        ("conference,post,round,votes,candidate,Votes", "row 1: the column 'votes' stands twice"),
        ("", "the file is empty"),
    ],
)
def test_bad_headers(capsys, tmp_path, header, told):
    assert told in refused(capsys, votes_file(tmp_path, header=header))


def test_unreadable_files(capsys, tmp_path):
    assert "No such file" in refused(capsys, tmp_path / "none.csv")
    assert "Is a directory" in refused(capsys, tmp_path)
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"conference,post\n\xff\xfe\n")
    assert refused(capsys, binary) == "binary.csv line 2: not UTF-8 text"
    assert "no row of votes" in refused(capsys, votes_file(tmp_path))


def test_a_broken_rounds_row_is_named(capsys, tmp_path):
    votes = votes_file(tmp_path, *DIRECTOR)
    row = "PP-18,Director BDT,,1,1,,,,,,,yes,yes"
    assert refused(capsys, votes, rounds_file(tmp_path, row, row)) == (
        "rounds.csv row 3: the same ballot as in row 2"
    )
    negative = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,-5,,,,,yes,yes")
    assert "rounds.csv row 2: ballots_deposited is '-5', a negative number" in refused(
        capsys, votes, negative
    )
    seats = rounds_file(tmp_path, "PP-18,Director BDT,,2,1,,,,,,,yes,yes")
    assert "rounds.csv row 2: seats is 2, but Director BDT is one post" in refused(
        capsys, votes, seats
    )
    none = rounds_file(tmp_path, "PP-18,Director BDT,,0,1,,,,,,,yes,yes")
    assert "rounds.csv row 2: seats is 0" in refused(capsys, votes, none)


def test_two_rule_sets_mixed(capsys, tmp_path):
    votes = votes_file(tmp_path, DIRECTOR[0] + ",simple-majority", header=f"{VOTES_HEADER},rules")
    assert "votes.csv row 2: two rule sets mixed" in refused(capsys, votes)
    assert "--rules is given twice" in refused(
        capsys, votes_file(tmp_path, *DIRECTOR), None, "--rules", "plurality"
    )


def test_the_four_numbers(capsys, tmp_path):
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,190,180,3,1,176,89,yes,yes")
    code, found = one(capsys, votes_file(tmp_path, *DIRECTOR), rounds)
    assert [found[key] for key in ("entitled", "deposited", "blank", "invalid", "valid")] == [
        190,
        180,
        3,
        1,
        176,
    ]
    assert (code, found["required_majority"], found["conflicts"]) == (0, 89, [])


def test_sums_that_do_not_add_up_are_conflicts(capsys, tmp_path):
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,170,180,3,2,170,90,yes,yes")
    code, found = one(capsys, votes_file(tmp_path, *DIRECTOR), rounds)
    assert (code, found["valid"], found["elected"]) == (1, 176, ["An"])
    assert found["conflicts"] == [
        "rounds.csv row 2: valid is 170, but the votes sum to 176",
        "rounds.csv row 2: required_majority is 90, but it follows from the votes as 89",
        "rounds.csv row 2: 180 papers deposited, but 170 may vote",
        "rounds.csv row 2: deposited is 180, which does not fit blank 3, invalid 2 and valid 176",
    ]


def test_valid_is_the_column_where_votes_are_missing(capsys, tmp_path):
    votes = votes_file(tmp_path, DIRECTOR[0], "PP-18,Director BDT,,1,Binh,Y,,")
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,,,,170,,no,no")
    code, found = one(capsys, votes, rounds)
    assert (code, found["valid"], found["required_majority"]) == (0, 170, 86)
    assert (found["elected"], found["missing"], found["order"]) == (
        ["An"],
        ["Binh"],
        ["An", "Binh"],
    )


def test_a_vote_missing_among_complete_ones_is_refused(capsys, tmp_path):
    votes = votes_file(tmp_path, DIRECTOR[0], "PP-18,Director BDT,,1,Binh,Y,,")
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,,,,170,,yes,yes")
    assert "votes.csv row 3: the votes of Binh are missing" in refused(capsys, votes, rounds)


COUNCIL = [f"PP-22,Council,C,1,,State {i},{votes}," for i, votes in enumerate((90, 80, 70, 60))]


def test_seats_come_from_the_option_the_column_or_the_year(capsys, tmp_path):
    votes = votes_file(tmp_path, *COUNCIL)
    assert one(capsys, votes, None, "--seats", "2")[1]["elected"] == ["State 0", "State 1"]
    rounds = rounds_file(tmp_path, "PP-22,Council,C,3,1,,,,,,,yes,yes")
    assert len(one(capsys, votes, rounds)[1]["elected"]) == 3
    code, found = one(capsys, votes, rounds, "--seats", "2")
    assert (code, len(found["elected"])) == (1, 2)
    assert found["conflicts"] == ["rounds.csv row 2: seats is 3, but 2 are filled here"]


def test_seats_by_year_48_since_2010_and_46_before(capsys, tmp_path):
    rows = [f"PP-%s,Council,A,1,,State {i},{90 - i}," for i in range(11)]
    for year, seats in (("98", 8), ("06", 8), ("10", 9), ("2026", 9)):
        votes = votes_file(tmp_path, *(row % year for row in rows))
        assert len(one(capsys, votes)[1]["elected"]) == seats


def test_seats_option_serves_one_ballot_only(capsys, tmp_path):
    votes = votes_file(tmp_path, *COUNCIL, *DIRECTOR)
    assert refused(capsys, votes, None, "--seats", "2") == (
        "--seats serves a file of one ballot; votes.csv has 2"
    )
    for text in ("0", "-1", "two", "1.5"):
        assert "whole number from 1" in refused(capsys, votes, None, f"--seats={text}")


def test_fewer_candidates_than_seats(capsys, tmp_path):
    votes = votes_file(tmp_path, *COUNCIL)
    told = "votes.csv row 2: fewer candidates than seats: 4 for 5 seats"
    assert refused(capsys, votes, None, "--seats", "5") == told
    listed = rounds_file(tmp_path, "PP-22,Council,C,,1,,,,,,,yes,yes")
    assert refused(capsys, votes, listed) == told
    code, found = one(capsys, votes)
    assert (code, found["status"], found["elected"]) == (3, "undecidable", [])


def test_tie_across_the_last_seat(capsys, tmp_path):
    votes = votes_file(tmp_path, *COUNCIL, "PP-22,Council,C,1,,State 9,70,")
    code, found = one(capsys, votes, None, "--seats", "3")
    assert (code, found["status"]) == (0, "tied")
    assert found["elected"] == ["State 0", "State 1"]
    assert found["tied"] == found["standing"] == ["State 2", "State 9"]


def test_order_puts_unknown_votes_last(capsys, tmp_path):
    votes = votes_file(
        tmp_path,
        "PP-22,Council,C,1,,Poland,,",
        "PP-22,Council,C,1,,Azerbaijan,94,",
        "PP-22,Council,C,1,,Bulgaria,,",
        "PP-22,Council,C,1,,Romania,99,",
    )
    _, found = one(capsys, votes, None, "--seats", "3")
    assert found["order"] == ["Romania", "Azerbaijan", "Poland", "Bulgaria"]
    assert found["missing"] == ["Poland", "Bulgaria"]
    assert (found["status"], found["elected"]) == ("undecidable", ["Romania"])


def test_elected_is_compared_and_never_an_input(capsys, tmp_path):
    for column, agrees in (("yes no", True), ("no yes", False), (" ", None), ("yes ", True)):
        first, second = column.split(" ")
        votes = votes_file(tmp_path, DIRECTOR[0] + first, DIRECTOR[1] + second)
        code, found = one(capsys, votes)
        assert (found["elected"], found["agrees_with_published"]) == (["An"], agrees)
        assert code == (1 if agrees is False else 0)


def test_all_officials_and_board_members_are_of_different_states(capsys, tmp_path):
    votes = votes_file(
        tmp_path,
        "PP-22,Secretary-General,,1,Bogdan,United States,139,yes",
        "PP-22,Director BR,,1,Maniewicz,United States,174,yes",
        "PP-22,RRB,A,1,Ann,Brazil,100,",
        "PP-22,RRB,A,1,Bea,Brazil,90,",
        "PP-22,RRB,A,1,Cyd,Canada,80,",
    )
    code, objects, _ = counted(capsys, votes)
    assert (code, [each["conflicts"] for each in objects]) == (
        1,
        [
            [],
            [
                "votes.csv row 3: Maniewicz and Bogdan (Secretary-General) are both of United "
                "States; all must be of different Member States"
            ],
            [
                "votes.csv row 5: Bea and Ann (Radio Regulations Board (RRB)) are both of "
                "Brazil; all must be of different Member States"
            ],
        ],
    )


def test_a_rounds_row_without_votes_is_not_a_ballot(capsys, tmp_path):
    rounds = rounds_file(
        tmp_path,
        "PP-18,Director BDT,,1,1,,,,,,,yes,yes",
        "PP-18,Director BR,,1,1,,,,,,,yes,yes",
    )
    assert one(capsys, votes_file(tmp_path, *DIRECTOR), rounds)[0] == 0


def test_rounds_without_the_column_on_completeness_leave_votes_whole(capsys, tmp_path):
    header = "conference,post,region,round,ballots_deposited"
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,180", header=header)
    code, found = one(capsys, votes_file(tmp_path, *DIRECTOR), rounds)
    assert (code, found["valid"], found["elected"]) == (0, 176, ["An"])
    assert found["reasons"][0]["step"] == "table_taken_as_whole"


def test_simple_majority_decides_any_single_post(capsys, tmp_path):
    votes = votes_file(tmp_path, "A-26,Chair,,1,An,,9,", "A-26,Chair,,1,Binh,,4,")
    assert one(capsys, votes, None, "--seats", "1", rules="simple-majority")[1]["elected"] == ["An"]
    assert "the seats of Chair are not known" in refused(capsys, votes, rules="simple-majority")
    code, found = one(capsys, votes, None, "--seats", "2", rules="simple-majority")
    assert (code, found["status"]) == (3, "undecidable")


@pytest.mark.parametrize(
    ("name", "year"),
    [("PP-14", 2014), ("PP-98", 1998), ("PP-47", 1947), ("PP 2026", 2026), ("Nice", None)],
)
def test_year_of_a_conference(name, year):
    assert year_of(name) == year
