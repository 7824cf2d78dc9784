"""Who promised what to whom, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models import Edition, Speech
from convoca.languages.fields import (
    LanguageField,
    ProseField,
    TranslatedField,
    main_language_check,
)
from convoca.members.models import Body
from convoca.proceedings.models.groups import WorkingGroup


class CommitmentState(models.TextChoices):
    """What came of a promise."""

    UNKNOWN = "unknown", pgettext_lazy("state of a commitment", "not known")
    MADE = "made", pgettext_lazy("state of a commitment", "made")
    UNDER_WAY = "under_way", pgettext_lazy("state of a commitment", "under way")
    KEPT = "kept", pgettext_lazy("state of a commitment", "kept")
    NOT_KEPT = "not_kept", pgettext_lazy("state of a commitment", "not kept")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a commitment", "withdrawn")


class Commitment(Sourced, Versioned):
    """A promise of a body. Empty `gives` or `gains`: it was not said."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="commitments")
    key = models.SlugField(max_length=40)
    promised_by = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="commitments")
    promised_to = TranslatedField()
    main_language = LanguageField()
    speech = models.ForeignKey(
        Speech, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    place_made = TranslatedField(blank=True)
    made_on = models.DateField()
    group = models.ForeignKey(
        WorkingGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    what = TranslatedField()
    gives = TranslatedField(blank=True)
    gains = TranslatedField(blank=True)
    state = models.CharField(max_length=12, choices=CommitmentState, default=CommitmentState.MADE)
    remark = ProseField(blank=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "commitments")
        ordering = ["made_on", "pk"]
        constraints = [
            main_language_check("what", name="proceedings_commitment_what"),
            main_language_check("promised_to", name="proceedings_commitment_to"),
            known_grade(name="proceedings_commitment_grade"),
            models.UniqueConstraint(fields=["edition", "key"], name="proceedings_commitment_once"),
            models.CheckConstraint(
                condition=Q(state__in=CommitmentState.values), name="proceedings_commitment_state"
            ),
        ]

    def __str__(self) -> str:
        return worded(self.what, self.main_language)


class Milestone(Sourced, Versioned):
    """A step on the way to keeping a promise; `due_on` None: no day was set."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="milestones")
    place = models.PositiveSmallIntegerField(default=0)
    name = TranslatedField()
    main_language = LanguageField()
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="proceedings_milestone_name"),
            known_grade(name="proceedings_milestone_grade"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)
