"""Review (thẩm định) and the wide decision: what is published for whom."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from convoca.calls.models.contributions import Contribution
from convoca.languages.fields import LineField, ProseField


class ReviewState(models.TextChoices):
    """An assigned review is done, or given back."""

    ASSIGNED = "assigned", _("Assigned")
    DONE = "done", _("Scored")
    CONFLICT = "conflict", _("Given back: conflict of interest")


class Review(models.Model):
    """One reviewer's scores of one contribution, by the criteria of its call."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews"
    )
    state = models.CharField(
        max_length=8, choices=ReviewState.choices, default=ReviewState.ASSIGNED
    )
    scores = models.JSONField(default=dict)
    total = models.PositiveIntegerField(null=True)
    comment = ProseField(blank=True)
    assigned_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "reviewer"], name="calls_reviewed_once_by_each"
            ),
            models.CheckConstraint(
                condition=models.Q(state="done", total__isnull=False, done_at__isnull=False)
                | (~models.Q(state="done") & models.Q(total__isnull=True)),
                name="calls_review_done_has_a_total",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer}: {self.contribution}"


class Shelf(models.TextChoices):
    """Who may read a published contribution."""

    AGENCIES = "agencies", _("Agencies")
    PUBLIC = "public", _("Public")


class PublicationDecision(models.Model):
    """Published on a shelf, or rejected with the reason that its sender is shown.

    A later decision on the same contribution replaces an earlier one, which stays.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="decisions"
    )
    accepted = models.BooleanField()
    shelf = models.CharField(max_length=8, choices=Shelf.choices, blank=True)
    reason = ProseField(blank=True)
    decided_by = LineField(max_length=200)
    decided_at = models.DateTimeField()
    contribution_version = models.PositiveIntegerField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution"],
                condition=models.Q(replaced_at__isnull=True),
                name="calls_one_decision_stands",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted=True, shelf__gt="")
                | models.Q(accepted=False, shelf="", reason__gt=""),
                name="calls_rejected_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution}: {self.shelf or self.reason}"
