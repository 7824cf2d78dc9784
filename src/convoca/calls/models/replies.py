"""The reply (văn bản trả lời): one record for each addressee, whatever door it came by."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from convoca.calls.models.calls import Call
from convoca.languages.fields import LineField, ProseField


class Door(models.TextChoices):
    """How the content came in."""

    LINK = "link", _("By link")
    ACCOUNT = "account", _("By a focal point who signed in")
    LETTER = "letter", _("As an official letter")
    ON_BEHALF = "on_behalf", _("Entered on behalf of the body")
    PACKAGE = "package", _("As a package from another installation")


class ReplyState(models.TextChoices):
    """Where an addressee stands; read from the facts of the reply, never stored."""

    SILENT = "silent", _("Silent")
    DRAFTED = "drafted", _("Being written")
    HANDED_ON = "handed_on", _("Handed on")
    THROUGH = "through", _("Answered through the body it was handed on to")
    RECEIVED = "received", _("Content received")
    NOTHING = "nothing", _("Nothing to report")
    LETTER_ONLY = "letter_only", _("Official letter received")


class Reply(models.Model):
    """What one body answered to one call.

    That content was received and that the official letter was received are two facts. `version`
    rises with every change to what would be sent, so that nobody sends what he has not seen.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="replies")
    recipient = models.OneToOneField(
        "letters.Recipient", null=True, on_delete=models.PROTECT, related_name="reply"
    )
    # The one that answers now; none for a recipient that is not among the bodies.
    body = models.ForeignKey(
        "members.Body", null=True, on_delete=models.PROTECT, related_name="replies"
    )
    name = LineField(max_length=300)
    answers_for = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="handed_on_to"
    )
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField(null=True)
    content_received_at = models.DateTimeField(null=True)
    door = models.CharField(max_length=10, choices=Door.choices, blank=True)
    sent_by = LineField(max_length=200, blank=True)
    sent_by_contact = LineField(max_length=200, blank=True)
    nothing_to_report = models.BooleanField(default=False)
    remark = ProseField(blank=True)
    # What hindered the body, and what it asks for: said once for the whole reply.
    difficulties = ProseField(blank=True)
    proposals = ProseField(blank=True)
    official_letter = models.ForeignKey(
        "letters.IncomingLetter", null=True, on_delete=models.PROTECT, related_name="replies"
    )
    official_letter_received_at = models.DateTimeField(null=True)
    handed_on_at = models.DateTimeField(null=True)
    answered_through_at = models.DateTimeField(null=True)
    reopened_until = models.DateTimeField(null=True)
    reopened_because = LineField(max_length=400, blank=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "body"],
                condition=models.Q(recipient__isnull=True),
                name="calls_one_reply_a_body",
            ),
            models.CheckConstraint(
                condition=models.Q(recipient__isnull=False) | models.Q(body__isnull=False),
                name="calls_reply_is_somebodys",
            ),
            models.CheckConstraint(
                condition=~models.Q(answers_for=models.F("id")), name="calls_not_for_itself"
            ),
            models.CheckConstraint(
                condition=models.Q(content_received_at__isnull=True, door="")
                | models.Q(content_received_at__isnull=False, door__gt=""),
                name="calls_received_by_a_door",
            ),
            models.CheckConstraint(
                condition=models.Q(nothing_to_report=False)
                | models.Q(content_received_at__isnull=False),
                name="calls_nothing_is_an_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_through_at__isnull=True)
                | models.Q(handed_on_at__isnull=False),
                name="calls_through_the_one_handed_on_to",
            ),
            models.CheckConstraint(
                condition=models.Q(official_letter__isnull=True)
                | models.Q(official_letter_received_at__isnull=False),
                name="calls_official_letter_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.call_id}"

    @property
    def state(self) -> ReplyState:
        """Where the addressee stands."""
        if self.nothing_to_report:
            return ReplyState.NOTHING
        for fact, state in (
            (self.content_received_at, ReplyState.RECEIVED),
            (self.official_letter_received_at, ReplyState.LETTER_ONLY),
            (self.answered_through_at, ReplyState.THROUGH),
            (self.handed_on_at, ReplyState.HANDED_ON),
            (self.started_at, ReplyState.DRAFTED),
        ):
            if fact:
                return state
        return ReplyState.SILENT

    @property
    def is_answered(self) -> bool:
        """Say whether the body counts as answered, itself or through the one it handed on to."""
        return bool(
            self.content_received_at or self.official_letter_received_at or self.answered_through_at
        )

    @property
    def last_minute(self) -> datetime | None:
        """The minute at whose end a reopened reply closes again."""
        return self.reopened_until and self.reopened_until - timedelta(minutes=1)

    def is_open(self, at: datetime) -> bool:
        """Say whether the body may still write: the call runs, or was reopened for it."""
        if self.call.takes_replies(at):
            return True
        return self.reopened_until is not None and at < self.reopened_until
