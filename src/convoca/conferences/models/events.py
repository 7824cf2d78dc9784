"""What happens when and where, who spoke there, and what was said in short."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models.delegations import Participant
from convoca.conferences.models.series import Edition, Theme
from convoca.conferences.models.spans import room_taken_once
from convoca.languages.fields import (
    LanguageField,
    LineField,
    ProseField,
    TranslatedField,
    main_language_check,
)


class Room(Sourced, Versioned):
    """A room of an edition's venue; `seats` None where the number is unknown."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="rooms")
    name = TranslatedField()
    main_language = LanguageField()
    place = models.PositiveSmallIntegerField(default=0)
    seats = models.PositiveIntegerField(null=True, blank=True)
    note = LineField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "rooms")
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="conferences_room_name"),
            known_grade(name="conferences_room_grade"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class EventKind(models.TextChoices):
    """What an event is."""

    CEREMONY = "ceremony", _("ceremony")
    PLENARY = "plenary", _("plenary meeting")
    COMMITTEE = "committee", _("committee meeting")
    MEETING = "meeting", _("meeting")
    SUMMIT = "summit", _("summit")
    SESSION = "session", pgettext_lazy("kind of event", "session")
    EXHIBITION = "exhibition", _("exhibition")
    WORKSHOP = "workshop", _("workshop")
    SIDE_EVENT = "side_event", _("side event")
    RECEPTION = "reception", _("reception")


class Event(Sourced, Versioned):
    """One thing on the calendar of an edition.

    `day` None: the day is not known; `starts` None: the hour is not known. Both are by the
    edition's clocks; `starts_at` and `ends_at` are the instants that they mean. An event of
    several days has a `last_day`.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=12, choices=EventKind)
    name = TranslatedField()
    main_language = LanguageField()
    day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    starts_at = models.DateTimeField(null=True, editable=False)
    ends_at = models.DateTimeField(null=True, editable=False)
    room = models.ForeignKey(
        Room, on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    place = models.PositiveSmallIntegerField(default=0)
    note = ProseField(blank=True)
    is_public = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "events")
        ordering = ["day", F("starts_at").asc(nulls_last=True), "place", "pk"]
        indexes = [models.Index(fields=["edition", "day"], name="conferences_event_day")]
        constraints = [
            main_language_check("name", name="conferences_event_name"),
            known_grade(name="conferences_event_grade"),
            models.CheckConstraint(
                condition=Q(kind__in=EventKind.values), name="conferences_event_kind"
            ),
            models.CheckConstraint(
                condition=Q(day__isnull=False)
                | Q(last_day=None, starts=None, ends=None, starts_at=None, ends_at=None),
                name="conferences_event_hours_need_a_day",
            ),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("day")),
                name="conferences_event_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(starts=None, starts_at=None, ends=None, ends_at=None)
                | Q(starts__isnull=False, starts_at__isnull=False),
                name="conferences_event_start_has_its_instant",
            ),
            models.CheckConstraint(
                condition=Q(ends=None, ends_at=None)
                | Q(ends__isnull=False, ends_at__gt=F("starts_at")),
                name="conferences_event_ends_after_its_start",
            ),
            room_taken_once(name="conferences_room_taken_once"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class Speech(Sourced, Versioned):
    """A speech in its place; `language` is empty where unknown, `text` in that language."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="speeches")
    speaker = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="speeches")
    place = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=12, blank=True)
    text = ProseField(blank=True)
    link = LineField(max_length=400, blank=True)
    by_video = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "speeches")
        ordering = ["place", "pk"]
        constraints = [
            known_grade(name="conferences_speech_grade"),
            models.CheckConstraint(
                condition=Q(text="") | ~Q(language=""), name="conferences_speech_text_has_language"
            ),
        ]

    def __str__(self) -> str:
        return str(self.speaker)


class Statement(Sourced, Versioned):
    """What a speaker said, in short and in our words; `is_quoted`: the source quotes the speaker.

    `key` lets the day's news find what was said on a matter.
    """

    speech = models.ForeignKey(Speech, on_delete=models.CASCADE, related_name="statements")
    key = models.SlugField(max_length=40, blank=True)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )
    place = models.PositiveSmallIntegerField(default=0)
    is_quoted = models.BooleanField(default=False)
    text = TranslatedField()
    main_language = LanguageField()

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "notes of what was said")
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("text", name="conferences_statement_text"),
            known_grade(name="conferences_statement_grade"),
        ]

    def __str__(self) -> str:
        return worded(self.text, self.main_language)
