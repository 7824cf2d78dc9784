"""Mergers and splits: who answers then, what moves, and what waits for its day."""

from datetime import date, timedelta

import pytest
import time_machine

from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.members import actions, queries, signals
from convoca.members.models import AddressGroup, Body
from convoca.members.periods import today
from members import made

pytestmark = pytest.mark.django_db
ON = made.DAY_OF_THE_MERGER
INSTALLATION = made.INSTALLATION


@pytest.fixture
def told():
    """What rooms above were told, as (predecessor, successors, day)."""
    heard = []

    def hear(sender, predecessor, successors, on, by, **_kw):
        heard.append((predecessor, successors, on))

    signals.bodies_succeeded.connect(hear)
    yield heard
    signals.bodies_succeeded.disconnect(hear)


def merge(chain, on=ON):
    return actions.merge_bodies(
        by=INSTALLATION, predecessors=[chain.ministry], successor=chain.science, on=on
    )


def test_after_a_merger_the_successor_answers_and_letters_of_before_keep_their_names(told):
    chain = made.ministry_of_2024()
    merge(chain)
    ministry = Body.objects.get(pk=chain.ministry.pk)
    assert ministry.valid_to == date(2025, 2, 28)
    assert queries.successors(ministry, on=date(2025, 2, 28)) == [ministry]
    assert queries.successors(ministry, on=ON) == [chain.science]
    assert ministry.name_on(made.DAY_OF_THE_LETTER)["vi"] == "Bộ Thông tin và Truyền thông"
    assert told == [(ministry, (chain.science,), ON)]


def test_what_stood_below_moves_under_the_successor():
    chain = made.ministry_of_2024()
    merge(chain)
    department = Body.objects.get(pk=chain.department.pk)
    assert department.parent == chain.science
    assert department.lineage[1] == chain.science.uid
    assert queries.standing_below(chain.ministry, on=made.DAY_OF_THE_LETTER) == [
        chain.office,
        chain.department,
    ]


def test_what_was_moved_elsewhere_on_that_day_stays_there():
    chain = made.ministry_of_2024()
    actions.move_body(by=INSTALLATION, body=chain.office, parent=chain.state, valid_from=ON)
    merge(chain)
    assert Body.objects.get(pk=chain.office.pk).parent == chain.state


def test_successions_are_followed_to_their_end():
    chain = made.ministry_of_2024()
    last = made.ministry_below(chain.government, "vn-bs", "Bộ Số", "BS")
    merge(chain)
    actions.merge_bodies(
        by=INSTALLATION, predecessors=[chain.science], successor=last, on=date(2026, 1, 1)
    )
    assert queries.successors(chain.ministry, on=date(2025, 12, 31)) == [chain.science]
    assert queries.successors(chain.ministry, on=date(2026, 1, 1)) == [last]


def test_the_successor_takes_the_predecessors_places_in_groups_and_its_own_groups():
    chain = made.ministry_of_2024()
    outer = made.group(chain.government, chain.ministry)
    own = made.group(chain.ministry, key="cac-bo")
    made.group(chain.science, key="cac-bo")
    merge(chain)
    assert queries.expand(group=outer, on=made.DAY_OF_THE_LETTER) == [
        chain.ministry,
        chain.science,
    ]
    assert queries.expand(group=outer, on=ON) == [chain.science]
    own = AddressGroup.objects.get(pk=own.pk)
    assert (own.owner, own.key) == (chain.science, f"cac-bo-{str(own.uid)[:8]}")


def test_a_split_body_is_answered_for_by_several_and_its_parts_stay(told):
    chain = made.ministry_of_2024()
    second = made.ministry_below(chain.government, "vn-bs", "Bộ Số", "BS")
    actions.split_body(
        by=INSTALLATION, body=chain.ministry, successors=[chain.science, second], on=ON
    )
    assert queries.successors(chain.ministry, on=ON) == [chain.science, second]
    assert Body.objects.get(pk=chain.office.pk).parent == chain.ministry
    assert told == [(chain.ministry, (chain.science, second), ON)]


def test_the_one_that_takes_the_open_work_is_told_first(told):
    chain = made.ministry_of_2024()
    second = made.ministry_below(chain.government, "vn-bs", "Bộ Số", "BS")
    parts = [chain.science, second]
    actions.split_body(
        by=INSTALLATION, body=chain.ministry, successors=parts, on=ON, tasks_to=second
    )
    assert told == [(chain.ministry, (second, chain.science), ON)]


def test_only_one_that_follows_takes_the_open_work():
    chain = made.ministry_of_2024()
    parts = [chain.science, chain.government]
    with pytest.raises(StateConflict):
        actions.split_body(
            by=INSTALLATION, body=chain.ministry, successors=parts, on=ON, tasks_to=chain.office
        )


def test_a_split_needs_two():
    chain = made.ministry_of_2024()
    with pytest.raises(StateConflict):
        actions.split_body(by=INSTALLATION, body=chain.ministry, successors=[chain.science], on=ON)


@pytest.mark.parametrize("which", ["itself", "twice", "not_yet", "successor_later"])
def test_a_merger_that_makes_no_sense_is_refused(which):
    chain = made.ministry_of_2024()
    late = made.ministry_below(
        chain.government, "vn-bs", "Bộ Số", "BS", valid_from=date(2026, 1, 1)
    )
    pairs = {
        "itself": (chain.science, chain.science),
        "twice": (chain.ministry, chain.government),
        "not_yet": (late, chain.science),
        "successor_later": (chain.science, late),
    }
    merge(chain)
    predecessor, successor = pairs[which]
    with pytest.raises(StateConflict):
        actions.merge_bodies(
            by=INSTALLATION, predecessors=[predecessor], successor=successor, on=ON
        )


def test_an_administrator_of_one_of_them_is_not_enough():
    chain = made.ministry_of_2024()
    by = made.actor("administrator", at=chain.ministry, with_sub_bodies=True)
    with pytest.raises(NotPermitted):
        actions.merge_bodies(by=by, predecessors=[chain.ministry], successor=chain.science, on=ON)


def test_an_error_above_undoes_the_merger():
    chain = made.ministry_of_2024()

    def fail(sender, **_kw):
        raise StateConflict("Công văn đang phát hành")

    signals.bodies_succeeded.connect(fail)
    try:
        with pytest.raises(StateConflict):
            merge(chain)
    finally:
        signals.bodies_succeeded.disconnect(fail)
    assert Body.objects.get(pk=chain.ministry.pk).valid_to is None


def test_a_merger_of_the_future_comes_into_force_on_its_day(told):
    chain = made.ministry_of_2024()
    on = today() + timedelta(days=10)
    merge(chain, on=on)
    actions.rename_body(
        by=INSTALLATION, body=chain.science, name=Translated(vi="Bộ Số"), valid_from=on
    )
    assert Body.objects.get(pk=chain.department.pk).parent == chain.ministry
    assert actions.bring_into_force(by=INSTALLATION) == 0
    assert told == []
    with time_machine.travel(on, tick=False):
        assert actions.bring_into_force(by=INSTALLATION) == 4
        assert actions.bring_into_force(by=INSTALLATION) == 0
    department = Body.objects.get(pk=chain.department.pk)
    assert department.lineage[1] == chain.science.uid
    assert department.parent.name == Translated(vi="Bộ Số")
    assert told == [(chain.ministry, (chain.science,), on)]


def test_only_the_installation_brings_into_force():
    chain = made.ministry_of_2024()
    with pytest.raises(NotPermitted):
        actions.bring_into_force(by=made.actor("administrator", at=chain.itu))
