"""Contributions (nội dung chia sẻ) and activities (hoạt động hưởng ứng)."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from convoca.calls.models.replies import Reply
from convoca.calls.topics import Kind
from convoca.languages.fields import (
    LanguageField,
    LineField,
    ProseField,
    TranslatedField,
    main_language_check,
)


class ContributionState(models.TextChoices):
    """Draft → submitted → (returned) → in review → decided; merged and duplicate end it."""

    DRAFT = "draft", _("Draft, not sent")
    SUBMITTED = "submitted", _("Sent in")
    RETURNED = "returned", _("Returned for completion")
    IN_REVIEW = "in_review", _("Under review")
    DECIDED = "decided", _("Decided")
    MERGED = "merged", _("Merged into another")
    DUPLICATE = "duplicate", _("Duplicate of another")
    WITHDRAWN = "withdrawn", _("Taken back")


#: States in which the sender may write.
WRITABLE = (ContributionState.DRAFT, ContributionState.RETURNED)
#: States that were received and still stand for themselves.
RECEIVED = (
    ContributionState.SUBMITTED,
    ContributionState.RETURNED,
    ContributionState.IN_REVIEW,
    ContributionState.DECIDED,
)


class Contribution(models.Model):
    """One item that a body shares, in Vietnamese, English or both, with its sender's consent."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="contributions")
    # The names that the author had when it was submitted; a package brings those of its sender.
    author_names = TranslatedField(blank=True)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    state = models.CharField(
        max_length=10, choices=ContributionState.choices, default=ContributionState.DRAFT
    )
    version = models.PositiveIntegerField(default=1)
    main_language = LanguageField()
    title = TranslatedField()
    summary = TranslatedField(blank=True)
    text = TranslatedField(blank=True)
    sdgs = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    action_lines = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    web_address = models.URLField(max_length=400, blank=True)
    contact_name = LineField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = LineField(max_length=40, blank=True)
    consent_agencies = models.BooleanField(default=False)
    consent_public = models.BooleanField(default=False)
    consent_forward = models.BooleanField(default=False)
    # Its uid and version where it was written, when a package brought it.
    origin_uid = models.UUIDField(null=True, editable=False)
    origin_version = models.PositiveIntegerField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True)
    returned_because = ProseField(blank=True)
    english_checked_at = models.DateTimeField(null=True)
    english_checked_by = LineField(max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged"
    )
    duplicate_of = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="duplicates"
    )

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "kind"], name="calls_by_state_and_kind")]
        constraints = [
            main_language_check("title", name="calls_contribution_title"),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "withdrawn"])
                | models.Q(submitted_at__isnull=False),
                name="calls_contribution_was_submitted",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(state="merged", merged_into__isnull=False)
                    | (~models.Q(state="merged") & models.Q(merged_into__isnull=True))
                ),
                name="calls_merged_into_one",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(state="duplicate", duplicate_of__isnull=False)
                    | (~models.Q(state="duplicate") & models.Q(duplicate_of__isnull=True))
                ),
                name="calls_duplicate_of_one",
            ),
            models.UniqueConstraint(
                fields=["reply", "origin_uid"],
                condition=models.Q(origin_uid__isnull=False),
                name="calls_one_from_each_origin",
            ),
            models.CheckConstraint(
                condition=models.Q(state="returned", returned_because__gt="")
                | ~models.Q(state="returned"),
                name="calls_returned_with_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(english_checked_at__isnull=True, english_checked_by="")
                | models.Q(english_checked_at__isnull=False, english_checked_by__gt=""),
                name="calls_english_checked_by_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_activity(self) -> bool:
        """Say whether it tells of an activity held."""
        return self.kind == Kind.ACTIVITY

    @property
    def has_english(self) -> bool:
        """Say whether title and text can be read in English."""
        return "en" in self.title and ("en" in self.text or "en" in self.summary)


class ContributionVersion(models.Model):
    """What a contribution said when it was submitted; `sha256` is over its canonical text."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    said = models.JSONField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "number"], name="calls_versions_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution} ({self.number})"


class Attachment(models.Model):
    """A file that belongs to a contribution; a photo of an activity is marked as one."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="attachments"
    )
    stored = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    caption = LineField(max_length=300, blank=True)
    is_photo = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["contribution", "stored"], name="calls_attached_once"),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.stored)


class Activity(models.Model):
    """When, where and for whom an activity was held, and what came of it.

    Title, text, consent and photos are those of its contribution.
    """

    contribution = models.OneToOneField(
        Contribution, on_delete=models.CASCADE, related_name="activity"
    )
    starts_on = models.DateField()
    ends_on = models.DateField()
    place = LineField(max_length=300, blank=True)
    province = models.ForeignKey(
        "members.Body", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organiser = LineField(max_length=300, blank=True)
    audience = TranslatedField(blank=True)
    reached = models.PositiveIntegerField(null=True, blank=True)
    result = TranslatedField(blank=True)

    class Meta:
        ordering = ["starts_on", "id"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="calls_activity_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution} ({self.starts_on})"
