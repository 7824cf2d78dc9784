"""A prepared query gives what the query set gives, with its SQL written once."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db import connection, models
from django.db.models.sql.compiler import SQLCompiler

from convoca.installation.prepared import Prepared
from convoca.members.models import Body
from members.made import ministry_of_2024

pytestmark = pytest.mark.django_db


def with_parent(uid: UUID) -> "models.QuerySet[Body]":
    return Body.objects.select_related("parent").filter(uid=uid).order_by()


def told(body: Body) -> dict[str, object]:
    """All columns of a body and of its parent."""
    names = [field.attname for field in Body._meta.concrete_fields]
    above = body.parent
    return {
        **{name: getattr(body, name) for name in names},
        **{f"parent {name}": getattr(above, name) for name in names if above is not None},
    }


@pytest.fixture
def prepared() -> Prepared[Body]:
    return Prepared(with_parent, UUID(int=0))


def test_rows_and_joined_rows_are_those_of_the_query_set(prepared: Prepared[Body]) -> None:
    ministry_of_2024()
    for body in Body.objects.all():
        found = prepared.first(body.uid)
        assert found is not None
        assert told(found) == told(with_parent(body.uid)[0])


def test_a_row_joined_to_nothing_has_none(prepared: Prepared[Body]) -> None:
    ministry_of_2024()
    root = Body.objects.filter(parent=None)[0]
    found = prepared.first(root.uid)
    assert found is not None
    assert found.parent is None


def test_what_is_not_there_is_none(prepared: Prepared[Body]) -> None:
    assert prepared.first(uuid4()) is None


def test_one_query_whose_sql_is_written_once(
    prepared: Prepared[Body],
    django_assert_num_queries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chain = ministry_of_2024()
    prepared.first(chain.ministry.uid)
    monkeypatch.setattr(SQLCompiler, "as_sql", None)
    with django_assert_num_queries(2):
        assert prepared.first(chain.department.uid) == chain.department
        assert prepared.first(chain.ministry.uid) == chain.ministry


def test_a_row_read_can_be_changed_and_saved(prepared: Prepared[Body]) -> None:
    chain = ministry_of_2024()
    found = prepared.first(chain.ministry.uid)
    assert found is not None
    found.abbreviation = "BTTTT"
    found.save()
    assert Body.objects.get(pk=chain.ministry.pk).abbreviation == "BTTTT"


def test_columns_left_out_are_read_when_they_are_asked_for() -> None:
    chain = ministry_of_2024()
    lean = Prepared(lambda uid: Body.objects.only("kind").filter(uid=uid), UUID(int=0))
    found = lean.first(chain.ministry.uid)
    assert found is not None
    assert found.get_deferred_fields() != set()
    assert found.key == chain.ministry.key


def test_a_lock_holds_on_the_row_alone() -> None:
    chain = ministry_of_2024()
    locked = Prepared(
        lambda key: Body.objects.select_for_update(no_key=True, of=("self",)).filter(pk=key), 0
    )
    assert locked.first(chain.ministry.pk) == chain.ministry


def test_values_that_do_not_stand_in_order_are_refused() -> None:
    turned = Prepared(lambda kind, key: Body.objects.filter(key=key, kind=kind), "ministry", "x")
    with pytest.raises(TypeError, match="stand in the SQL"):
        turned.first("ministry", "bo-tttt")


def test_a_value_of_the_query_s_own_is_refused() -> None:
    own = Prepared(lambda uid: Body.objects.filter(uid=uid, kind="ministry"), UUID(int=0))
    with pytest.raises(TypeError, match="stand in the SQL"):
        own.first(uuid4())


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_over_its_own_connection(prepared: Prepared[Body]) -> None:
    ministry = ministry_of_2024().ministry

    def ask(_turn: int) -> UUID:
        try:
            found = prepared.first(ministry.uid)
            assert found is not None
            return found.uid
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(ask, range(12))) == {ministry.uid}


def test_what_is_read_besides_comes_along(django_assert_num_queries) -> None:
    chain = ministry_of_2024()
    wide = Prepared(
        lambda uid: Body.objects.prefetch_related("children").filter(uid=uid), UUID(int=0)
    )
    with django_assert_num_queries(2):
        found = wide.get(chain.ministry.uid)
        assert chain.department in found.children.all()


def test_get_says_what_is_not_there(prepared: Prepared[Body]) -> None:
    with pytest.raises(Body.DoesNotExist):
        prepared.get(uuid4())


def test_counts_beside_a_row_are_refused() -> None:
    counted = Prepared(
        lambda uid: Body.objects.annotate(below=models.Count("children")).filter(uid=uid),
        UUID(int=0),
    )
    with pytest.raises(TypeError, match="without annotations"):
        counted.first(uuid4())
