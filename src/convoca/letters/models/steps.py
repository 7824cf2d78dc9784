"""What was agreed, by whom, and on which text: versions and the steps of trình ký."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from convoca.languages.fields import LineField, ProseField
from convoca.letters.models.letter import Letter, State


class Version(models.Model):
    """The text as it was submitted, frozen; `content` is canonical JSON, `sha256` its hash."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    submitted_by = models.CharField(max_length=80)
    submitted_by_name = LineField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["letter", "number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "number"], name="letters_one_version_number"),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id}: {self.number}"


class Outcome(models.TextChoices):
    """What was decided at a desk."""

    AGREED = "agreed", _("Agreed")
    RETURNED = "returned", _("Returned")


class Step(models.Model):
    """One decision at one desk about one version, with its remark."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="steps")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="steps")
    desk = models.CharField(max_length=20, choices=State.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    remark = ProseField(blank=True)
    actor_uid = models.CharField(max_length=80)
    actor_name = LineField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["letter", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "desk"], name="letters_one_decision_per_desk_and_version"
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome=Outcome.RETURNED) | ~models.Q(remark=""),
                name="letters_returned_with_a_remark",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.desk} {self.outcome}"
