"""A conference that comes back, and each time it is held."""

from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.languages.fields import (
    LanguageField,
    LineField,
    ProseField,
    TranslatedField,
    main_language_check,
)
from convoca.members.models import Body


class Series(Sourced, Versioned):
    """A conference that a body convenes every so many years."""

    key = models.SlugField(max_length=40, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="conference_series")
    name = TranslatedField()
    main_language = LanguageField()
    every_years = models.PositiveSmallIntegerField()
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)

    class Meta:
        constraints = [
            main_language_check("name", name="conferences_series_name"),
            known_grade(name="conferences_series_grade"),
            models.CheckConstraint(
                condition=Q(every_years__gte=1), name="conferences_series_every_year_or_more"
            ),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class EditionState(models.TextChoices):
    """Who sees an edition."""

    DRAFT = "draft", _("Not yet public")
    PUBLISHED = "published", _("Public")


class Edition(Sourced, Versioned):
    """One conference of a series: when and where, and what it is about.

    `host` is the inviting member. `zone` is the IANA name by whose clocks the conference lives.
    """

    State = EditionState

    key = models.SlugField(max_length=40, unique=True)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="editions")
    ordinal = models.PositiveSmallIntegerField()
    title = TranslatedField()
    main_language = LanguageField()
    opens = models.DateField()
    closes = models.DateField()
    host = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="conferences_hosted"
    )
    city = TranslatedField(blank=True)
    venue = LineField(max_length=200, blank=True)
    zone = models.CharField(max_length=60)
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    note = ProseField(blank=True)
    state = models.CharField(max_length=12, choices=EditionState, default=EditionState.DRAFT)
    cloned_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, editable=False, related_name="clones"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-opens"]
        constraints = [
            main_language_check("title", name="conferences_edition_title"),
            known_grade(name="conferences_edition_grade"),
            models.CheckConstraint(
                condition=Q(closes__gte=F("opens")), name="conferences_edition_closes_after_opening"
            ),
            models.CheckConstraint(
                condition=Q(state__in=EditionState.values), name="conferences_edition_state"
            ),
            models.UniqueConstraint(
                fields=["series", "ordinal"], name="conferences_edition_ordinal_once"
            ),
        ]

    def __str__(self) -> str:
        return worded(self.title, self.main_language)

    @property
    def is_public(self) -> bool:
        """Say whether everybody may read it."""
        return self.state == EditionState.PUBLISHED

    @property
    def clocks(self) -> ZoneInfo:
        """The zone by whose clocks the conference lives."""
        return ZoneInfo(self.zone)


class Theme(Sourced, Versioned):
    """A main theme of an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="themes")
    key = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField(default=0)
    name = TranslatedField()
    main_language = LanguageField()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="conferences_theme_name"),
            known_grade(name="conferences_theme_grade"),
            models.UniqueConstraint(fields=["edition", "key"], name="conferences_theme_once"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class Figure(Sourced, Versioned):
    """A number as one source gives it; sources may differ. `at_least`: "more than"."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="figures")
    key = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField(default=0)
    value = models.PositiveIntegerField()
    at_least = models.BooleanField(default=False)
    name = TranslatedField()
    main_language = LanguageField()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="conferences_figure_name"),
            known_grade(name="conferences_figure_grade"),
            models.UniqueConstraint(fields=["edition", "key"], name="conferences_figure_once"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)
