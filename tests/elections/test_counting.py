"""Ballots that hang together, and what the output says of numbers that nobody stated."""

from .made import DATA, counted, rounds_file, votes_file


def region(number, *votes, post="Council"):
    return [f"PP-22,{post},C,{number},,{name},{found}," for name, found in votes]


FIRST = region(1, ("a", 100), ("b", 90), ("c", 80), ("d", 60), ("e", 60), ("f", 60), ("g", 50))
SECOND = region(2, ("d", 70), ("e", 60), ("f", 60))
THIRD = region(3, ("e", 80), ("f", 60))


def test_special_ballots_need_no_rounds_table(capsys, tmp_path):
    code, (one, two, three), _ = counted(capsys, votes_file(tmp_path, *FIRST, *SECOND, *THIRD))
    assert (code, one["status"], one["tied"]) == (0, "tied", ["d", "e", "f"])
    assert (two["status"], two["elected"], two["tied"]) == ("tied", ["d"], ["e", "f"])
    assert (three["status"], three["elected"], three["conflicts"]) == ("decided", ["e"], [])


def test_an_empty_seats_cell_of_a_third_ballot_states_nothing(capsys, tmp_path):
    rows = [f"PP-22,Council,C,,{number},,,,,,,yes,yes" for number in (1, 2, 3)]
    votes, rounds = votes_file(tmp_path, *FIRST, *SECOND, *THIRD), rounds_file(tmp_path, *rows)
    code, found, _ = counted(capsys, votes, rounds)
    assert (code, [each["conflicts"] for each in found]) == (0, [[], [], []])


def test_a_later_ballot_alone_is_visibly_a_part(capsys, tmp_path):
    code, (found,), _ = counted(capsys, votes_file(tmp_path, *SECOND))
    assert (code, found["status"]) == (3, "undecidable")


def test_the_rule_that_gave_the_seats_is_a_reason(capsys, tmp_path):
    votes = votes_file(tmp_path, *region(1, *((f"S{i}", 90 - i) for i in range(7))))
    _, (found,), _ = counted(capsys, votes)
    steps = {reason["step"]: reason for reason in found["reasons"]}
    assert steps["seats_by_rule"]["text"] == (
        "The table does not state the seats. By the rules in force in 2022, region C has 5."
    )
    assert (steps["seats_by_rule"]["article"], steps["seats_by_rule"]["grade"]) == (
        "CS 54, 61; Resolution 164 (Guadalajara, 2010)",
        "O",
    )
    rounds = rounds_file(tmp_path, "PP-22,Council,C,5,1,,,,,,,yes,yes")
    _, (stated,), _ = counted(capsys, votes, rounds)
    assert "seats_by_rule" not in {reason["step"] for reason in stated["reasons"]}


def test_valid_papers_that_follow_from_the_others_are_told_as_such(capsys, tmp_path):
    votes = votes_file(tmp_path, "PP-18,Director BDT,,1,An,X,60,", "PP-18,Director BDT,,1,Binh,Y,,")
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,100,3,2,,,yes,no")
    code, (found,), _ = counted(capsys, votes, rounds)
    assert (code, found["elected"], found["valid"], found["required_majority"]) == (
        0,
        ["An"],
        None,
        48,
    )
    assert found["reasons"][0]["text"] == (
        "Valid votes: 95, the papers deposited without the blank and the invalid ones. The votes "
        "of the candidates are not all known."
    )


def test_a_conflict_does_not_call_an_unknown_number_zero(capsys, tmp_path):
    votes = votes_file(tmp_path, "PP-18,Director BDT,,1,An,X,95,", "PP-18,Director BDT,,1,Bo,Y,5,")
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,80,,,,,yes,yes")
    _, (found,), _ = counted(capsys, votes, rounds)
    assert found["conflicts"] == [
        "rounds.csv row 2: deposited is 80, which does not fit blank ?, invalid ? and valid 100"
    ]


def test_a_stated_list_is_whole_although_votes_are_missing(capsys, tmp_path):
    votes = votes_file(tmp_path, "PP-22,RRB,A,1,An,X,60,", "PP-22,RRB,A,1,Binh,Y,,")
    rounds = rounds_file(
        tmp_path,
        "PP-22,RRB,A,1,yes",
        header="conference,post,region,round,candidate_list_complete",
    )
    code, (found,), _ = counted(capsys, votes, rounds)
    assert (code, found["status"], found["elected"]) == (0, "decided", ["An", "Binh"])


def test_papers_that_are_all_invalid_are_not_abstentions(capsys, tmp_path):
    votes = votes_file(tmp_path, "PP-18,Director BDT,,1,An,X,0,", "PP-18,Director BDT,,1,Bo,Y,0,")
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,100,0,100,,,yes,yes")
    code, _, told = counted(capsys, votes, rounds)
    assert (code, told) == (
        2,
        "votes.csv row 2: there is no valid paper with a vote for anybody\n",
    )


def test_everybody_abstaining_postpones_where_the_blank_papers_are_counted(capsys, tmp_path):
    votes = votes_file(tmp_path, "PP-18,Director BDT,,1,An,X,0,", "PP-18,Director BDT,,1,Bo,Y,0,")
    rounds = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,100,100,0,,,yes,yes")
    code, (found,), _ = counted(capsys, votes, rounds)
    assert (code, found["status"]) == (0, "postponed")
    code, _, told = counted(capsys, votes, rounds, rules="simple-majority")
    assert (code, told) == (
        2,
        "votes.csv row 2: everyone abstained: there is no vote for anybody\n",
    )


def test_simple_majority_fills_one_seat_of_any_post(capsys, tmp_path):
    votes = votes_file(tmp_path, *region(1, ("a", 60), ("b", 30)))
    code, (found,), _ = counted(capsys, votes, None, "--seats", "1", rules="simple-majority")
    assert (code, found["elected"], found["required_majority"]) == (0, ["a"], 46)


def test_the_docs_tell_the_worked_example_with_the_numbers_of_the_program(capsys):
    page = (DATA.parents[3] / "docs" / "elections-algorithm.md").read_text(encoding="utf-8")
    _, found, _ = counted(capsys, DATA / "pp14_council.csv", DATA / "rounds.csv")
    (ballot,) = (each for each in found if each["region"] == "E")
    within = next(each for each in ballot["reasons"] if each["step"] == "abstentions_within")
    assert within["numbers"] == {"blank": 16, "valid": 151}
    assert "need 151 papers, so at most 16 are blank. | 16 against 151 |" in page
