"""The commands from outside: exit codes, what is printed where, and that Django stays away."""

import json
import subprocess
import sys

import pytest

from convoca import cli

from .made import DATA, counted, rounds_file, votes_file

KEYS = [
    "conference",
    "post",
    "region",
    "round",
    "entitled",
    "deposited",
    "blank",
    "invalid",
    "valid",
    "required_majority",
    "status",
    "elected",
    "standing",
    "tied",
    "order",
    "missing",
    "conflicts",
    "agrees_with_published",
    "reasons",
]


def run(capsys, *words):
    code = cli.main(["elections", *map(str, words)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_objects_have_exactly_these_keys(capsys):
    _, objects, _ = counted(capsys, DATA / "pp14_officials.csv", DATA / "rounds.csv")
    assert [list(each) for each in objects] == [KEYS] * len(objects)
    assert [(each["post"], each["round"]) for each in objects][:5] == [
        ("Secretary-General", 1),
        ("Deputy Secretary-General", 1),
        ("Deputy Secretary-General", 2),
        ("Deputy Secretary-General", 3),
        ("Deputy Secretary-General", 4),
    ]
    for each in objects:
        for reason in each["reasons"]:
            assert reason["text"]
            assert reason["article"]
            assert reason["source"]
            assert reason["grade"] in ("T", "O", "P", "M", "C")


def test_exit_codes(capsys, tmp_path):
    good = votes_file(tmp_path, "PP-18,Director BDT,,1,An,X,95,", "PP-18,Director BDT,,1,B,Y,81,")
    assert counted(capsys, good)[0] == 0
    bad = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,,,,170,,yes,yes")
    code, _, errors = counted(capsys, good, bad)
    assert (code, errors) == (
        1,
        "conflict, PP-18, Director BDT, round 1: rounds.csv row 2: valid is 170, but the votes "
        "sum to 176\n",
    )
    assert run(capsys, "count", "--rules", "itu")[0] == 2
    assert run(capsys, "count", "--rules", "uno", "--votes", good)[0] == 2
    assert run(capsys, "count", "--rules", "itu", "--vote", good)[0] == 2
    unknown = rounds_file(tmp_path, "PP-18,Director BDT,,1,1,,,,,,,no,no")
    assert counted(capsys, good, unknown)[0] == 3


def test_words_instead_of_json(capsys):
    code, out, _ = run(capsys, "count", "--rules", "itu", "--votes", DATA / "pp10_rrb.csv")
    assert (code, out.splitlines()[0]) == (
        0,
        "PP-10, RRB, region A, round 1: decided; elected: Ricardo Luis Teran and "
        "Julie Napier Zoller",
    )


@pytest.mark.parametrize("command", ["count", "papers", "tellers", "rules"])
def test_schemas_are_json(capsys, command):
    code, out, _ = run(capsys, command, "--schema")
    assert (code, json.loads(out)["$schema"]) == (
        0,
        "https://json-schema.org/draft/2020-12/schema",
    )


def test_django_is_never_loaded():
    check = (
        "import sys; from convoca import cli; "
        f"code = cli.main(['elections', 'count', '--rules', 'itu', '--json', "
        f"'--votes', {str(DATA / 'pp14_council.csv')!r}]); "
        "loaded = [name for name in sys.modules if name.split('.')[0] == 'django']; "
        "sys.exit(9 if loaded else code)"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (3, "")


def test_rules_show_source_and_grade(capsys):
    code, out, _ = run(capsys, "rules", "--rules", "itu", "--json")
    settings = {each["name"]: each for each in json.loads(out)["settings"]}
    assert code == 0
    assert settings["elections.candidatures_close"] == {
        "name": "elections.candidatures_close",
        "value": {"days_before": 28, "at": "23:59", "zone": "Europe/Zurich"},
        "article": "GR 170",
        "source": "itu.int, election pages of PP-10 to PP-22",
        "grade": "O",
    }
    assert run(capsys, "rules", "--rules", "uno")[0] == 2
    assert run(capsys, "rules")[0] == 2
    code, out, _ = run(capsys, "rules", "--rules", "simple-majority")
    assert (code, out.splitlines()[0]) == (
        0,
        "simple-majority: one seat, more than half of the valid votes, as many rounds as it takes",
    )


CANDIDATES = "candidate,member_state,withdrawn\n,Japan,\n,China,no\n,Kuwait,yes\n"


def paper_files(tmp_path, papers):
    (tmp_path / "papers.csv").write_text(f"paper,invalid,mark 1,mark 2\n{papers}")
    (tmp_path / "candidates.csv").write_text(CANDIDATES)
    return (
        "papers",
        "--papers",
        tmp_path / "papers.csv",
        "--candidates",
        tmp_path / "candidates.csv",
        "--seats",
        2,
    )


def test_papers_are_counted(capsys, tmp_path):
    words = paper_files(tmp_path, "1,,Japan,China\n2,,China,\n3,,,\n4,torn,,\n5\n")
    code, out, _ = run(capsys, *words, "--json")
    assert (code, json.loads(out)) == (
        0,
        {
            "seats": 2,
            "deposited": 5,
            "blank": 2,
            "invalid": 1,
            "valid": 2,
            "marks": 3,
            "votes": [{"name": "Japan", "votes": 1}, {"name": "China", "votes": 2}],
            "reasons": [{"row": 5, "reason": "other", "told": "torn"}],
            "outcome": None,
        },
    )
    code, out, _ = run(capsys, *words)
    assert out.splitlines() == [
        "deposited 5, blank 2, invalid 1, valid 2",
        "       2  China",
        "       1  Japan",
        "row 5 is invalid: other (torn)",
    ]


def test_counted_papers_are_decided_when_rules_are_named(capsys, tmp_path):
    words = paper_files(tmp_path, "1,,China,\n2,,China,\n3,,Japan,\n4,,,\n")
    rules = ("--rules", "itu", "--post", "RRB", "--region", "e", "--conference", "PP-26")
    code, out, _ = run(capsys, *words[:-1], 1, *rules, "--json")
    outcome = json.loads(out)["outcome"]
    assert list(outcome) == KEYS
    assert (code, outcome["elected"], outcome["conflicts"]) == (0, ["China"], [])
    assert [outcome[key] for key in ("deposited", "blank", "invalid", "valid")] == [4, 1, 0, 3]
    code, out, _ = run(capsys, *words[:-1], 1, *rules)
    assert out.splitlines()[-1] == "PP-26, RRB, region E, round 1: decided; elected: China"
    assert run(capsys, *words, "--rules", "itu")[0] == 2
    assert run(capsys, *words, "--rules", "uno", "--post", "RRB")[0] == 2


def test_counted_papers_meet_the_same_checks_as_tables(capsys, tmp_path):
    words = paper_files(tmp_path, "1,,China,\n2,,China,\n3,,Japan,\n4,,,\n")
    for more, told in (
        (("--post", "RRB", "--region", "z"), "--post: the region 'Z' is none of A, B, C, D, E"),
        (("--post", "Chair"), "--post: the rule set itu knows no post 'Chair'"),
        (("--post", "Director BR"), "--seats: seats is 2, but Director BR is one post"),
    ):
        assert run(capsys, *words, "--rules", "itu", *more) == (2, "", told + "\n")


def test_papers_that_cannot_be_are_refused(capsys, tmp_path):
    words = paper_files(tmp_path, "1,,Japan,China\n2,,Kuwait,\n")
    assert run(capsys, *words) == (
        2,
        "",
        "papers.csv row 3: Kuwait is marked, but was withdrawn\n",
    )
    assert run(capsys, "papers")[0] == 2


TELLERS = "teller,candidate,member_state,paper,votes\n"


def test_tellers_are_compared(capsys, tmp_path):
    path = tmp_path / "counts.csv"
    same = "A,,Japan,,5\nA,,,blank,1\nB,,Japan,,5\nB,,,blank,1\n"
    path.write_text(TELLERS + same)
    code, out, _ = run(capsys, "tellers", "--counts", path, "--json")
    assert (code, json.loads(out)) == (
        0,
        {"tellers": ["A", "B"], "agree": True, "differences": []},
    )
    path.write_text(TELLERS + same + "C,,Japan,,6\n")
    code, out, _ = run(capsys, "tellers", "--counts", path)
    assert (code, out) == (1, "Japan: A 5, B 5, C 6\nblank: A 1, B 1, C has no such line\n")
    path.write_text(TELLERS + "A,,Japan,,5\n")
    assert run(capsys, "tellers", "--counts", path)[0] == 2
    assert run(capsys, "tellers")[0] == 2
