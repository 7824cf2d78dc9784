"""The year's registers: one series of numbers for a body, without gaps."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from convoca.languages.fields import LineField, ProseField
from convoca.letters.models.letter import Letter
from convoca.members.models import Body


class Series(models.TextChoices):
    """Which series of numbers; each begins at 01 on 1 January (Decree 30, Art. 15 and 22)."""

    OUTGOING = "outgoing", _("Letters sent")
    INCOMING = "incoming", _("Letters received")


class Register(models.Model):
    """One series of one body in one year; `last_number` is the last that was given."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="registers")
    year = models.PositiveSmallIntegerField()
    series = models.CharField(max_length=12, choices=Series.choices)
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["body", "series", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "series"], name="letters_one_register_a_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.year}"


class RegisterEntry(models.Model):
    """One number of the outgoing series: the letter that has it, void or not."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="register_entry")
    is_void = models.BooleanField(default=False)
    void_reason = ProseField(blank=True)
    note = LineField(max_length=300, blank=True)

    class Meta:
        ordering = ["register", "number"]
        constraints = [
            models.UniqueConstraint(fields=["register", "number"], name="letters_number_once"),
            models.CheckConstraint(
                condition=Q(is_void=False, void_reason="") | (Q(is_void=True) & ~Q(void_reason="")),
                name="letters_void_with_reason",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="letters_number_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.number:02d}"
