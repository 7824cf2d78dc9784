"""The narrow choice (chọn lọc): the list for the body above, its approval, its forwarding."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from convoca.calls.models.calls import Call
from convoca.calls.models.contributions import Contribution
from convoca.calls.models.replies import Reply
from convoca.languages.fields import LineField, ProseField, TranslatedField


class SelectionState(models.TextChoices):
    """Shortlisted by the specialist, agreed by the head, approved by the leader, sent."""

    SHORTLIST = "shortlist", _("Shortlist")
    SUBMITTED = "submitted", _("With the head of department")
    AGREED = "agreed", _("With the leader who approves")
    APPROVED = "approved", _("Approved")
    FORWARDED = "forwarded", _("Sent")


class Selection(models.Model):
    """A list of contributions chosen for the body above, and how far it has come."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="selections")
    forward_to = models.ForeignKey(
        "members.Body", on_delete=models.PROTECT, related_name="selections"
    )
    state = models.CharField(
        max_length=10, choices=SelectionState.choices, default=SelectionState.SHORTLIST
    )
    version = models.PositiveIntegerField(default=1)
    cover_letter = TranslatedField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.call} → {self.forward_to}"


class Answer(models.TextChoices):
    """What the body above made of an item."""

    WAITING = "waiting", _("No answer yet")
    TAKEN = "taken", _("Taken up")
    PUBLISHED = "published", _("Published")
    NOT_TAKEN = "not_taken", _("Not taken up")


class SelectedItem(models.Model):
    """One contribution on the list, why it is there, and the answer from above."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    selection = models.ForeignKey(Selection, on_delete=models.CASCADE, related_name="items")
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="selected"
    )
    position = models.PositiveSmallIntegerField()
    because = LineField(max_length=400, blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.WAITING)
    answer_words = ProseField(blank=True)
    answered_at = models.DateField(null=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["selection", "contribution"], name="calls_selected_once"
            ),
            models.CheckConstraint(
                condition=models.Q(answer="waiting") | models.Q(answered_at__isnull=False),
                name="calls_answer_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.contribution)


class SlipStep(models.Model):
    """A line of the submission slip (phiếu trình): who said what to the list, and when."""

    selection = models.ForeignKey(Selection, on_delete=models.CASCADE, related_name="steps")
    did = models.CharField(
        max_length=10,
        choices=[
            ("submit", _("Submitted")),
            ("agree", _("Agreed")),
            ("approve", _("Approved")),
            ("return", _("Returned")),
        ],
    )
    actor_uid = models.CharField(max_length=80)
    actor_name = LineField(max_length=200)
    remark = ProseField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.did}"


class Forwarding(models.Model):
    """That an approved list left: a frozen package, its hash, who sent it and when."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    selection = models.OneToOneField(Selection, on_delete=models.PROTECT, related_name="forwarding")
    stored = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    versions = models.JSONField()
    sent_at = models.DateTimeField()
    sent_by = LineField(max_length=200)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.selection} ({self.sha256[:12]})"


class ReceivedPackage(models.Model):
    """A package of another installation, taken in once as a reply to our own call."""

    uid = models.UUIDField(unique=True)
    sha256 = models.CharField(max_length=64)
    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="packages")
    stored = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    sender_names = TranslatedField()
    made_at = models.DateTimeField()
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.sender_names} ({self.uid})"
