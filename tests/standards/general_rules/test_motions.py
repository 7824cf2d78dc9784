"""Precedence of motions."""

from convoca.standards.general_rules.motions import PROCEDURES, Motion, in_order, procedure_of
from convoca.standards.general_rules.sources import Grade


def test_precedence():
    before_the_chair = [
        Motion.CLOSE_DEBATE,
        Motion.OTHER,
        Motion.ADJOURN_MEETING,
        Motion.POINT_OF_ORDER,
        Motion.ADJOURN_DEBATE,
        Motion.SUSPEND_MEETING,
    ]
    assert in_order(before_the_chair) == (
        Motion.POINT_OF_ORDER,
        Motion.SUSPEND_MEETING,
        Motion.ADJOURN_MEETING,
        Motion.ADJOURN_DEBATE,
        Motion.CLOSE_DEBATE,
        Motion.OTHER,
    )


def test_every_motion_is_data_with_its_grade():
    assert [each.motion for each in PROCEDURES] == list(Motion)
    assert {each.rule.grade for each in PROCEDURES} == {Grade.UNVERIFIED}
    assert procedure_of(Motion.CLOSE_DEBATE).speakers_against == 2
