"""Observances, such as 17 May, and their yearly editions."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from convoca.languages.fields import (
    LanguageField,
    LineField,
    TranslatedField,
    main_language_check,
)


class Observance(models.Model):
    """A day that comes back every year, kept by the body that called it into being."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=40, unique=True)
    owner = models.ForeignKey("members.Body", on_delete=models.PROTECT, related_name="observances")
    main_language = LanguageField()
    name = TranslatedField()
    goal = TranslatedField(blank=True)
    what_to_do = TranslatedField(blank=True)
    day = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["month", "day", "slug"]
        constraints = [
            main_language_check("name", name="calls_observance_name"),
            models.CheckConstraint(
                condition=models.Q(day__range=(1, 31), month__range=(1, 12)),
                name="calls_observance_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class ThemeGrade(models.TextChoices):
    """How sure the wording of a theme is."""

    STATED = "stated", _("As stated in the source")
    TRANSLATED = "translated", _("Translated")
    UNVERIFIED = "unverified", _("Not verified")


class Edition(models.Model):
    """One year of an observance: its date and its theme, with the source of the wording."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    observance = models.ForeignKey(Observance, on_delete=models.PROTECT, related_name="editions")
    year = models.PositiveSmallIntegerField()
    date = models.DateField()
    main_language = LanguageField()
    theme = TranslatedField(blank=True)
    wording_source = LineField(max_length=400, blank=True)
    wording_grade = models.CharField(
        max_length=12, choices=ThemeGrade.choices, default=ThemeGrade.STATED
    )

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["observance", "year"], name="calls_one_edition_a_year"),
            models.CheckConstraint(
                condition=models.Q(date__year=models.F("year")), name="calls_edition_in_its_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.observance} {self.year}"

    @property
    def is_over(self) -> bool:
        """Say whether its day has passed, by the calendar of the server."""
        return self.date < date.today()  # noqa: DTZ011 - a day of the calendar, not an instant
