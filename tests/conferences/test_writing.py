"""Holding a row while it is changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences import made
from convoca.conferences.models import Delegation
from convoca.conferences.writing import held

pytestmark = pytest.mark.django_db


def test_a_row_is_held_with_the_rows_that_it_was_read_with(world: made.World) -> None:
    made.delegation(world.edition, world.state)
    row = Delegation.objects.select_related("edition__series", "body").get()
    with CaptureQueriesContext(connection) as asked:
        found = held(row)
        assert (found.edition.series, found.body) == (world.series, world.state)
    assert len(asked) == 1


def test_a_row_that_belongs_elsewhere_by_now_is_held_with_what_it_belongs_to(
    world: made.World,
) -> None:
    made.delegation(world.edition, world.state)
    row = Delegation.objects.select_related("body").get()
    Delegation.objects.filter(pk=row.pk).update(body=world.host)
    assert held(row).body == world.host
