"""What every row about a conference carries: where it is from, how sure it is, its version."""

from collections.abc import Mapping
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from convoca.languages.fields import LineField
from convoca.languages.translated import shown


def worded(texts: Mapping[str, str], main: str) -> str:
    """Return a text in the reader's language, or in the row's main one."""
    return shown(texts, get_language() or main, main).text


class Grade(models.TextChoices):
    """How sure a fact is; empty for what the conference itself enters."""

    STATED = "stated", pgettext_lazy("how sure a fact is", "stated by the source")
    DERIVED = "derived", pgettext_lazy("how sure a fact is", "concluded from the source")
    UNVERIFIED = "unverified", pgettext_lazy("how sure a fact is", "not checked")


class Sourced(models.Model):
    """A row with its source; `is_sample` marks what was made up to show the product."""

    source = LineField(max_length=600, blank=True)
    grade = models.CharField(max_length=12, choices=Grade, blank=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def is_graded(self) -> bool:
        """Say whether a source other than the conference's own records is named."""
        return bool(self.source)


class Versioned(models.Model):
    """A row that people edit: its uid for addresses, its version against lost updates."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def known_grade(*, name: str) -> models.CheckConstraint:
    """Return the constraint that a grade is one of the known ones or empty."""
    return models.CheckConstraint(condition=Q(grade__in=["", *Grade.values]), name=name)


SAMPLE = _("Sample")
