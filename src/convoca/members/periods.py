"""What holds from a day to a day. Both days belong to the period; an empty one is open."""

from datetime import date
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone


def today() -> date:
    """Return the day in the installation's time zone."""
    return timezone.localdate()


def standing_on(day: date, prefix: str = "") -> Q:
    """Return the condition that a row, or the row behind `prefix`, holds on that day."""
    begun = Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": day})
    lasting = Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": day})
    return begun & lasting


class Dated(models.Model):
    """A row that holds from `valid_from` to `valid_to`, both included."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def stands_on(self, day: date) -> bool:
        """Say whether this holds on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


def in_order(*, name: str) -> models.CheckConstraint:
    """Return the constraint that a period does not end before it begins."""
    condition = Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
    return models.CheckConstraint(condition=condition, name=name)


def no_overlap(*keys: str, name: str) -> ExclusionConstraint:
    """Return the constraint that the periods of rows with the same `keys` never overlap.

    `keys` are integer columns, such as foreign keys: each is compared as a range of one number,
    which PostgreSQL indexes without an extension.
    """
    same: list[tuple[Any, str]] = [(_point(key), RangeOperators.OVERLAPS) for key in keys]
    days = Func(
        F("valid_from"),
        F("valid_to"),
        Value("[]"),
        function="daterange",
        output_field=DateRangeField(),
    )
    return ExclusionConstraint(name=name, expressions=[*same, (days, RangeOperators.OVERLAPS)])


def _point(key: str) -> Func:
    return Func(
        F(key), F(key), Value("[]"), function="int8range", output_field=BigIntegerRangeField()
    )
