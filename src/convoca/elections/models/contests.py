"""What is elected at an edition: posts and seats by region, under a rule set."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models import Edition
from convoca.languages.fields import (
    LanguageField,
    LineField,
    ProseField,
    TranslatedField,
    main_language_check,
)
from convoca.members.models.bodies import REGIONS


class ElectionState(models.TextChoices):
    """Who sees an election."""

    DRAFT = "draft", _("Not yet public")
    PUBLISHED = "published", _("Public")


class Election(Sourced, Versioned):
    """The elections of one edition; `rules` names a rule set of the engine."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="election")
    rules = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=ElectionState, default=ElectionState.DRAFT)
    note = ProseField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "elections")
        constraints = [
            known_grade(name="elections_election_grade"),
            models.CheckConstraint(
                condition=Q(state__in=ElectionState.values), name="elections_election_state"
            ),
        ]

    def __str__(self) -> str:
        return str(self.edition)

    @property
    def is_public(self) -> bool:
        """Say whether everybody may read it."""
        return self.state == ElectionState.PUBLISHED


class ContestKind(models.TextChoices):
    """What sort of post it is; that decides who stands and how it is counted."""

    OFFICIAL = "official", _("elected official")
    BOARD = "board", _("Radio Regulations Board")
    COUNCIL = "council", _("Council")
    OTHER = "other", _("other post")


class Contest(Sourced, Versioned):
    """A post, or the seats of one region, that one line of ballots fills.

    `post` is the name that the engine and the published tables use. `place` is the order of the
    elections, equal for those that run together. The term runs from `term_from` to `term_to`;
    where `term_days_known` is False only their years are known.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="contests")
    key = models.SlugField(max_length=40)
    kind = models.CharField(max_length=12, choices=ContestKind)
    post = LineField(max_length=120)
    region = models.CharField(max_length=1, blank=True)
    name = TranslatedField()
    main_language = LanguageField()
    seats = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField(default=0)
    term_from = models.DateField(null=True, blank=True)
    term_to = models.DateField(null=True, blank=True)
    term_days_known = models.BooleanField(default=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="elections_contest_name"),
            known_grade(name="elections_contest_grade"),
            models.UniqueConstraint(fields=["election", "key"], name="elections_contest_once"),
            models.CheckConstraint(
                condition=Q(kind__in=ContestKind.values), name="elections_contest_kind"
            ),
            models.CheckConstraint(
                condition=Q(region__in=["", *REGIONS]), name="elections_contest_region"
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="elections_contest_has_seats"),
            models.CheckConstraint(
                condition=Q(term_from=None)
                | Q(term_to=None)
                | Q(term_to__gte=models.F("term_from")),
                name="elections_contest_term_in_order",
            ),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)

    @property
    def stands_in_person(self) -> bool:
        """Say whether persons stand, each proposed by a Member State; for the Council States do."""
        return self.kind != ContestKind.COUNCIL

    @property
    def needs_different_states(self) -> bool:
        """Say whether CS 62 holds: officials and Board members are of different Member States."""
        return self.kind in (ContestKind.OFFICIAL, ContestKind.BOARD)
