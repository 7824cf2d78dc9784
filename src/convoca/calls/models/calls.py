"""The call (đợt hưởng ứng): what a letter asks of its addressees."""

from datetime import date, datetime, time
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from convoca.calls.criteria import Criterion, criteria, usual
from convoca.calls.models.observances import Edition
from convoca.calls.topics import Kind
from convoca.languages.fields import LanguageField, TranslatedField, main_language_check
from convoca.standards.local_time import LocalTime


def all_kinds() -> list[str]:
    """Return the eight kinds."""
    return list(Kind.values)


def both_languages() -> list[str]:
    """Return the languages in which a contribution may be written."""
    return ["vi", "en"]


class CallState(models.TextChoices):
    """A call is drafted with its letter, opens at dispatch, and is closed by an officer."""

    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Call(models.Model):
    """What is asked, of whom it is known by the letter, and until when."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="calls")
    letter = models.OneToOneField("letters.Letter", on_delete=models.PROTECT, related_name="call")
    body = models.ForeignKey("members.Body", on_delete=models.PROTECT, related_name="calls")
    unit = models.ForeignKey("members.Body", on_delete=models.PROTECT, related_name="calls_handled")
    forward_to = models.ForeignKey(
        "members.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=8, choices=CallState.choices, default=CallState.DRAFT)
    main_language = LanguageField()
    title = TranslatedField()
    asks = TranslatedField(blank=True)
    kinds = ArrayField(models.CharField(max_length=16, choices=Kind.choices), default=all_kinds)
    sdgs = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    action_lines = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=12), default=both_languages)
    criteria_data = models.JSONField(default=usual)
    deadline_date = models.DateField(null=True, blank=True)
    deadline_time = models.TimeField(null=True, blank=True)
    deadline_zone = models.CharField(max_length=60, blank=True)
    deadline_at = models.DateTimeField(null=True, blank=True, editable=False)
    remind_on = ArrayField(models.DateField(), default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    opened_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            main_language_check("title", name="calls_call_title"),
            models.CheckConstraint(
                condition=models.Q(
                    deadline_date__isnull=True,
                    deadline_time__isnull=True,
                    deadline_zone="",
                    deadline_at__isnull=True,
                )
                | models.Q(
                    deadline_date__isnull=False,
                    deadline_time__isnull=False,
                    deadline_zone__gt="",
                    deadline_at__isnull=False,
                ),
                name="calls_deadline_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(state="draft", opened_at__isnull=True)
                | models.Q(state="open", opened_at__isnull=False, closed_at__isnull=True)
                | models.Q(state="closed", opened_at__isnull=False, closed_at__isnull=False),
                name="calls_state_has_its_dates",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def deadline(self) -> LocalTime | None:
        """The deadline that the letter set, none where it set none."""
        if self.deadline_date is None or self.deadline_time is None:
            return None
        return LocalTime(self.deadline_date, self.deadline_time, self.deadline_zone)

    @deadline.setter
    def deadline(self, given: LocalTime | None) -> None:
        self.deadline_date = given.on if given else None
        self.deadline_time = given.at if given else None
        self.deadline_zone = given.zone if given else ""
        self.deadline_at = given.latest if given else None

    @property
    def runs_until(self) -> LocalTime:
        """The deadline, or the end of the edition's year in the installation's zone.

        A letter that goes out later than that year runs to the end of the year it went out in:
        otherwise it would ask for what nobody may send.
        """
        opened = [timezone.localtime(self.opened_at).year] if self.opened_at else []
        zone = timezone.get_default_timezone_name()
        return self.deadline or _end_of(max([self.edition.year, *opened]), zone)

    def takes_replies(self, at: datetime) -> bool:
        """Say whether a reply may come in at that instant."""
        return self.state == CallState.OPEN and at < self.runs_until.passes

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """What reviewers score."""
        return criteria(self.criteria_data)


def _end_of(year: int, zone: str) -> LocalTime:
    return LocalTime(date(year, 12, 31), time(23, 59), zone)
