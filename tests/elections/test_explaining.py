"""The page that a delegate reads."""

import pytest

from convoca import cli

from .made import DATA


def page(capsys, *words):
    code = cli.main(
        [
            "elections",
            "explain",
            "--rules",
            "itu",
            "--rounds",
            str(DATA / "rounds.csv"),
            *map(str, words),
        ]
    )
    told = capsys.readouterr()
    return code, told.out, told.err


COUNCIL = ("--votes", DATA / "pp14_council.csv", "--region", "e")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "PP-14: Council, region E, Asia and Australasia, round 1",
                "  5. The last seat goes to Pakistan with 101 votes; the first name without a",
                "     seat is Malaysia with 100.",
                "Compared with the published result: it is the same.",
            ],
        ),
        (
            "vi",
            [
                "PP-14: Hội đồng, khu vực E, châu Á và châu Đại Dương, vòng 1",
                "  5. Ghế cuối cùng thuộc về Pakistan với 101 phiếu; ứng cử viên đầu tiên",
                "     không trúng cử là Malaysia với 100 phiếu.",
                "So với kết quả đã công bố: trùng khớp.",
            ],
        ),
        (
            "fr",
            [
                "PP-14 : Conseil, région E, Asie et Australasie, tour 1",
                "  5. Le dernier siège revient à Pakistan avec 101 voix ; le premier sans",
                "     siège est Malaysia avec 100 voix.",
                "Comparaison avec le résultat publié : il est le même.",
            ],
        ),
    ],
)
def test_the_cut_of_pp14_in_three_languages(capsys, language, lines):
    code, out, errors = page(capsys, *COUNCIL, "--language", language)
    assert (code, errors) == (0, "")
    assert [line for line in out.splitlines() if line in lines] == lines
    assert all(len(line) <= 90 for line in out.splitlines())


def test_conflicts_and_missing_votes_are_told(capsys):
    code, out, _ = page(
        capsys, "--votes", DATA / "pp10_officials.csv", "--post", "Director BDT", "--round", 3
    )
    assert code == 0
    assert "rounds.csv row 7: required_majority is 80" in out
    code, out, _ = page(
        capsys, "--votes", DATA / "pp14_officials.csv", "--post", "director of BDT", "--round", 1
    )
    assert out.count("Step by step") == 1
    code, out, _ = page(
        capsys, "--votes", DATA / "pp14_officials.csv", "--conference", "PP-14", "--round", 3
    )
    assert "Votes that are not known" in out


def test_nothing_of_that_kind_in_the_table(capsys):
    assert page(capsys, *COUNCIL, "--conference", "PP-99") == (
        2,
        "",
        "no ballot in the table is of that conference, post, region and round\n",
    )
    assert page(capsys, *COUNCIL, "--language", "de")[0] == 2
