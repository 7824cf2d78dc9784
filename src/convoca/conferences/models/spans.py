"""How long an event holds its room, as the database compares it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    BigIntegerRangeField,
    DateTimeRangeField,
    RangeOperators,
)
from django.db.models import Case, F, Func, Q, Value, When
from django.db.models.functions import Coalesce


def room_taken_once(*, name: str) -> ExclusionConstraint:
    """Return the constraint that no two events hold one room at once.

    An event whose end is not known holds it for its first instant only. A room is compared as a
    range of one number, which PostgreSQL indexes without an extension.
    """
    room = Func(
        F("room"),
        F("room"),
        Value("[]"),
        function="int8range",
        output_field=BigIntegerRangeField(),
    )
    span = Func(
        F("starts_at"),
        Coalesce(F("ends_at"), F("starts_at")),
        Case(When(ends_at=None, then=Value("[]")), default=Value("[)")),
        function="tstzrange",
        output_field=DateTimeRangeField(),
    )
    return ExclusionConstraint(
        name=name,
        expressions=[(room, RangeOperators.OVERLAPS), (span, RangeOperators.OVERLAPS)],
        condition=Q(room__isnull=False, starts_at__isnull=False),
    )
