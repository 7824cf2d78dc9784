"""Entries of the reference library: what was published, frozen as it was on that day."""

from datetime import date, timedelta
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from convoca.calls.models import Call, Contribution, Shelf
from convoca.calls.topics import Kind
from convoca.languages.fields import (
    LanguageField,
    LineField,
    ProseField,
    TranslatedField,
    main_language_check,
)

A_YEAR = timedelta(days=365)


class EntryState(models.TextChoices):
    """An entry stands on its shelf, or was taken off it."""

    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Freshness(models.TextChoices):
    """The traffic light: how long ago somebody confirmed that the entry still holds."""

    FRESH = "fresh", _("Confirmed within a year")
    DUE = "due", _("Not confirmed for over a year")
    OLD = "old", _("Not confirmed for over two years")


class Entry(models.Model):
    """One contribution as it was published; later changes of the contribution do not reach it.

    `author_names` are the names that the body had when it shared this, `publisher_names` those
    of the body that published it, `occasion` and `theme` those of the day it was shared for.
    `words` and the four lines are what a search compares; see `normalising`.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="entry"
    )
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="entries")
    shelf = models.CharField(max_length=8, choices=Shelf.choices)
    state = models.CharField(
        max_length=10, choices=EntryState.choices, default=EntryState.PUBLISHED
    )
    revision = models.PositiveIntegerField(default=1)

    kind = models.CharField(max_length=16, choices=Kind.choices)
    year = models.PositiveSmallIntegerField()
    main_language = LanguageField()
    languages = ArrayField(models.CharField(max_length=12))
    title = TranslatedField()
    summary = TranslatedField(blank=True)
    teaser = TranslatedField(blank=True)
    text = TranslatedField(blank=True)
    sdgs = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    action_lines = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    web_address = models.URLField(max_length=400, blank=True)
    author = models.ForeignKey(
        "members.Body", null=True, on_delete=models.PROTECT, related_name="entries"
    )
    author_names = TranslatedField(blank=True)
    author_kind = models.CharField(max_length=16, blank=True)
    publisher_names = TranslatedField(blank=True)
    occasion = TranslatedField(blank=True)
    theme = TranslatedField(blank=True)

    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    place = LineField(max_length=300, blank=True)
    organiser = LineField(max_length=300, blank=True)
    audience = TranslatedField(blank=True)
    reached = models.PositiveIntegerField(null=True)
    result = TranslatedField(blank=True)

    published_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    review_by = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = ProseField(blank=True)

    words = ArrayField(models.TextField(), editable=False)
    title_exact = models.TextField(editable=False)
    title_folded = models.TextField(editable=False)
    all_exact = models.TextField(editable=False)
    all_folded = models.TextField(editable=False)
    sort_key_vi = models.TextField(editable=False)
    sort_key_en = models.TextField(editable=False)

    class Meta:
        ordering = ["-published_at", "-id"]
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["state", "shelf", "-published_at"], name="library_newest"),
            GinIndex(fields=["words"], name="library_words"),
        ]
        constraints = [
            main_language_check("title", name="library_entry_title"),
            models.CheckConstraint(
                condition=Q(state="published", withdrawn_at=None, withdrawn_because="")
                | Q(state="withdrawn", withdrawn_at__isnull=False, withdrawn_because__gt=""),
                name="library_withdrawn_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None, ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="library_activity_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(shelf__in=Shelf.values), name="library_shelf"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_published(self) -> bool:
        """Say whether it stands on its shelf."""
        return self.state == EntryState.PUBLISHED

    def freshness(self, day: date) -> Freshness:
        """Return its traffic light on that day."""
        if day <= self.review_by:
            return Freshness.FRESH
        return Freshness.DUE if day <= self.review_by + A_YEAR else Freshness.OLD


class EntryFile(models.Model):
    """A file that was published with the entry."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="files")
    stored = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    caption = LineField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "stored"], name="library_file_once"),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.stored)


class Correction(models.Model):
    """That a published entry was changed: what it said before, and in words what was corrected."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="corrections")
    revision = models.PositiveIntegerField()
    note = ProseField()
    before = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "revision"], name="library_corrections_are_numbered"
            ),
            models.CheckConstraint(condition=~Q(note=""), name="library_correction_says_what"),
        ]

    def __str__(self) -> str:
        return f"{self.entry} ({self.revision})"
