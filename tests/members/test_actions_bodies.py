"""Making, naming and placing bodies: what is refused, what the tree and the record say then."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convoca.journal.actors import ANONYMOUS, Actor, ActorKind
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from convoca.journal.words import described
from convoca.languages.translated import Translated
from convoca.members import actions
from convoca.members.models import Body
from convoca.members.periods import today
from members import made

pytestmark = pytest.mark.django_db
INSTALLATION = made.INSTALLATION
DAY = timedelta(days=1)


def lineage_by_parents(body: Body) -> list:
    found = [body.uid]
    while body.parent is not None:
        body = body.parent
        found.append(body.uid)
    return found


def everyone_but_the_administrator(chain):
    return [
        ANONYMOUS,
        Actor(ActorKind.LINK, "link", "Đường dẫn"),
        made.actor("clerk", at=chain.ministry),
        made.actor("specialist", at=chain.ministry, with_sub_bodies=True),
        made.actor("administrator", at=chain.science, with_sub_bodies=True),
        made.actor("administrator", at=chain.government),
    ]


def test_a_body_stands_under_its_parents_up_to_the_root():
    chain = made.ministry_of_2024()
    assert chain.department.lineage == [
        one.uid
        for one in (chain.department, chain.ministry, chain.government, chain.state, chain.itu)
    ]


def test_an_administrator_of_the_body_above_adds_one_and_it_is_in_the_record():
    chain = made.ministry_of_2024()
    by = made.actor("administrator", at=chain.ministry)
    body = actions.create_body(
        by=by,
        key="vn-btttt-cntt",
        kind="unit",
        name=Translated(vi="Vụ Công nghệ"),
        parent=chain.ministry,
    )
    (entry,) = timeline(subject_kind="body", subject_uid=body.uid)
    assert (entry.action, entry.actor_uid, entry.facts["key"]) == (
        "members.create_body",
        by.uid,
        "vn-btttt-cntt",
    )


def test_nobody_else_adds_a_body():
    chain = made.ministry_of_2024()
    for by in everyone_but_the_administrator(chain):
        with pytest.raises(NotPermitted):
            actions.create_body(
                by=by, key="x", kind="unit", name=Translated(vi="X"), parent=chain.ministry
            )


def test_only_the_installation_makes_a_root():
    chain = made.ministry_of_2024()
    by = made.actor("administrator", at=chain.itu, with_sub_bodies=True)
    with pytest.raises(NotPermitted):
        actions.create_body(by=by, key="upu", kind="union", name=Translated(en="UPU"))


def test_a_key_is_used_once():
    chain = made.ministry_of_2024()
    with pytest.raises(ValidationError):
        made.body("itu", parent=chain.itu)


@pytest.mark.parametrize(
    "verb",
    [
        lambda by, chain: actions.rename_body(
            by=by, body=chain.ministry, name=Translated(vi="X"), valid_from=today()
        ),
        lambda by, chain: actions.move_body(
            by=by, body=chain.ministry, parent=chain.science, valid_from=today()
        ),
        lambda by, chain: actions.edit_body(
            by=by, body=chain.ministry, email="", sort_order=1, valid_from=None, valid_to=None
        ),
        lambda by, chain: actions.merge_bodies(
            by=by, predecessors=[chain.ministry], successor=chain.science, on=today()
        ),
        lambda by, chain: actions.split_body(
            by=by, body=chain.ministry, successors=[chain.science, chain.state], on=today()
        ),
        lambda by, chain: actions.edit_member_state(
            by=by, body=chain.state, region="A", region_status="confirmed", french_order=1
        ),
    ],
)
def test_nobody_else_changes_a_body(verb):
    chain = made.ministry_of_2024()
    for by in everyone_but_the_administrator(chain):
        with pytest.raises(NotPermitted):
            verb(by, chain)


def test_a_new_name_leaves_the_old_one_to_its_days():
    chain = made.ministry_of_2024()
    actions.rename_body(
        by=INSTALLATION,
        body=chain.ministry,
        name=Translated(vi="Bộ Số"),
        abbreviation="BS",
        valid_from=date(2025, 3, 1),
    )
    body = Body.objects.get(pk=chain.ministry.pk)
    told = [
        (body.name_on(day)["vi"], body.abbreviation_on(day))
        for day in (date(1945, 8, 28), date(2025, 2, 28), date(2025, 3, 1))
    ]
    old = ("Bộ Thông tin và Truyền thông", "BTTTT")
    assert told == [old, old, ("Bộ Số", "BS")]
    assert (body.name, body.abbreviation) == (Translated(vi="Bộ Số"), "BS")


def test_a_name_of_the_future_waits_for_its_day():
    chain = made.ministry_of_2024()
    actions.rename_body(
        by=INSTALLATION, body=chain.ministry, name=Translated(vi="Bộ Số"), valid_from=today() + DAY
    )
    body = Body.objects.get(pk=chain.ministry.pk)
    assert body.name["vi"] == "Bộ Thông tin và Truyền thông"
    assert body.name_on(today() + DAY)["vi"] == "Bộ Số"


def test_names_are_given_in_the_order_of_days():
    chain = made.ministry_of_2024()
    name = Translated(vi="Bộ Số")
    actions.rename_body(
        by=INSTALLATION, body=chain.ministry, name=name, valid_from=date(2025, 3, 1)
    )
    with pytest.raises(StateConflict):
        actions.rename_body(
            by=INSTALLATION, body=chain.ministry, name=name, valid_from=date(2025, 3, 1)
        )


def test_a_body_moves_with_all_that_stands_below_it():
    chain = made.ministry_of_2024()
    actions.move_body(
        by=INSTALLATION, body=chain.ministry, parent=chain.science, valid_from=date(2025, 3, 1)
    )
    for body in Body.objects.all():
        assert body.lineage == lineage_by_parents(body)
    department = Body.objects.get(pk=chain.department.pk)
    assert department.lineage[:3] == [department.uid, chain.ministry.uid, chain.science.uid]


def test_a_body_cannot_stand_under_itself_or_its_own_parts():
    chain = made.ministry_of_2024()
    for parent in (chain.ministry, chain.department):
        with pytest.raises(StateConflict):
            actions.move_body(
                by=INSTALLATION, body=chain.ministry, parent=parent, valid_from=today()
            )


def test_a_body_moves_only_to_where_the_actor_may_add_one():
    chain = made.ministry_of_2024()
    by = made.actor("administrator", at=chain.ministry, with_sub_bodies=True)
    with pytest.raises(NotPermitted):
        actions.move_body(by=by, body=chain.office, parent=chain.science, valid_from=today())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6))
def test_after_any_moves_every_lineage_follows_the_parents(moves, db):
    root = made.body()
    bodies = [made.body(parent=root)]
    for number in range(5):
        bodies.append(made.body(parent=bodies[number // 2]))
    for step, (which, where) in enumerate(moves):
        try:
            actions.move_body(
                by=INSTALLATION,
                body=bodies[which],
                parent=bodies[where],
                valid_from=date(2020, 1, 1) + step * DAY,
            )
        except StateConflict:
            continue
    for body in Body.objects.filter(lineage__contains=[root.uid]):
        assert body.lineage == lineage_by_parents(body)


def states(count: int) -> list[Body]:
    itu = made.body(kind="union")
    return [
        made.body(f"state-{place}", kind="member_state", parent=itu, french_order=place, region="E")
        for place in range(1, count + 1)
    ]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(which=st.integers(0, 4), to=st.none() | st.integers(1, 9))
def test_a_state_takes_its_place_and_the_others_make_room(which, to, db):
    Body.objects.update(french_order=None)
    found = [made.body(kind="member_state", french_order=place) for place in range(1, 6)]
    moved = found.pop(which)
    actions.edit_member_state(
        by=INSTALLATION, body=moved, region="", region_status="", french_order=to
    )
    if to is not None:
        found.insert(to - 1, moved)
    ordered = Body.objects.exclude(french_order=None).order_by("french_order")
    assert [(one.pk, one.french_order) for one in ordered] == [
        (one.pk, place) for place, one in enumerate(found, start=1)
    ]


def test_a_region_is_set_with_how_sure_it_is():
    (state,) = states(1)
    by = made.actor("administrator", at=state)
    edited = actions.edit_member_state(
        by=by, body=state, region="C", region_status="confirmed", french_order=1
    )
    assert (edited.region, edited.region_status, edited.french_order) == ("C", "confirmed", 1)


def test_only_a_member_state_has_a_region():
    chain = made.ministry_of_2024()
    with pytest.raises(StateConflict):
        actions.edit_member_state(
            by=INSTALLATION,
            body=chain.ministry,
            region="C",
            region_status="derived",
            french_order=None,
        )


def test_every_action_of_the_room_has_its_words():
    chain = made.ministry_of_2024()
    made.contact(chain.ministry)
    made.group(chain.ministry)
    told = timeline(subject_kind="body", subject_uid=chain.ministry.uid)
    assert {entry.action for entry in told} <= described()
