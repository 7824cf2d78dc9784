"""Delegates from a CSV file: broken lines are named and the others go in."""

import pytest
from django.utils import translation

from conferences import made
from convoca.conferences import actions
from convoca.conferences.imports.planning import planned
from convoca.conferences.models import Participant
from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from members import made as members_made

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> made.World:
    world = made.world()
    made.delegation(world.edition, world.state)
    made.delegation(world.edition, world.host, coming=False)
    return world


def lines_of(plan):
    return [(one.line, one.facts.name) for one in plan.new], [
        (problem.line, problem.column) for problem in plan.problems
    ]


def plan_of(world, text: str | bytes, by=None):
    content = text if isinstance(text, bytes) else text.encode()
    return planned(by=by or world.secretariat, edition=world.edition, content=content)


def test_good_lines_go_in_and_broken_ones_are_named(world):
    text = "\n".join(
        [
            "đoàn;họ và tên;tư cách;cấp bậc;giới tính",
            "vnm;Nguyễn Thị Bình;trưởng đoàn;minister;nữ",
            "Việt Nam;박근혜;;;",
            "VN;محمد;đại biểu bay;;",
            'vnm;"Trần;;;',
            "",
            "kor;Kim Min-su;;;",
            "fra;Jean;;;",
            "vnm;;;;",
            "vnm;nguyen thi binh;;;",
            "vnm;Lê Hai;head;;",
            "vnm;Bốn;;;;thừa",
        ]
    )
    good, wrong = lines_of(plan_of(world, text))
    assert good == [(2, "Nguyễn Thị Bình"), (3, "박근혜")]
    assert wrong == [
        (4, "tư cách"),
        (5, ""),
        (7, "đoàn"),
        (8, "đoàn"),
        (9, "họ và tên"),
        (10, "họ và tên"),
        (11, "tư cách"),
        (12, ""),
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"name\nAn\n", b"\xff\xfed\x00e\x00", b"delegation\nvnm\n"],
)
def test_a_file_that_is_no_list_of_people_is_refused_whole(world, content):
    plan = plan_of(world, content)
    assert (plan.new, len(plan.problems) >= 1) == ([], True)


def test_letters_that_are_no_utf8_refuse_only_their_line(world):
    content = b"delegation,name\nvnm,An\nvnm," + b"B\xecnh\n" + b"vnm,Chi\n"
    good, wrong = lines_of(plan_of(world, content))
    assert (good, wrong) == ([(2, "An"), (4, "Chi")], [(3, "")])


def test_what_may_stand_in_a_column_is_told_in_the_readers_language(world):
    with translation.override("en"):
        [problem] = plan_of(world, "delegation,name,gender\nvnm,An,?\n").problems
    told = "“?” is not known here; one of: woman, man, other."
    assert (problem.line, problem.column, problem.message) == (2, "gender", told)
    [problem] = plan_of(world, "delegation,name,gender\nvnm,An,?\n").problems
    assert problem.message == "Không rõ “?”; chọn một trong: nữ, nam, khác."


def test_a_focal_point_names_only_its_own(world):
    text = "delegation,name\nvnm,An\nkor,Kim\n"
    good, wrong = lines_of(plan_of(world, text, by=world.focal_point))
    assert (good, wrong) == ([(2, "An")], [(3, "đoàn")])


def test_an_import_is_looked_at_then_confirmed_once_by_the_same_hand(world):
    kept = actions.receive_delegates(
        by=world.secretariat,
        edition=world.edition,
        file_name="đoàn.csv",
        content=b"delegation,name\nvnm,An\nxxx,Binh\n",
    )
    assert Participant.objects.count() == 0
    with pytest.raises(NotPermitted):
        actions.confirm_delegates(by=world.focal_point, kept=kept)
    kept = actions.confirm_delegates(by=world.secretariat, kept=kept)
    assert (kept.created, kept.refused) == (1, 1)
    assert Participant.objects.values_list("name", flat=True).get() == "An"
    with pytest.raises(StateConflict):
        actions.confirm_delegates(by=world.secretariat, kept=kept)


def test_others_bring_no_file(world):
    for by in (ANONYMOUS, members_made.actor("specialist", at=world.itu)):
        with pytest.raises(NotPermitted):
            actions.receive_delegates(by=by, edition=world.edition, file_name="x.csv", content=b"x")
