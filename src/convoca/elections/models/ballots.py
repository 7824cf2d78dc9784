"""Ballots with their numbers, as announced or counted."""

from django.db import models

from convoca.conferences.facts import Sourced, Versioned, known_grade
from convoca.elections.models.candidatures import Candidature
from convoca.elections.models.contests import Contest
from convoca.languages.fields import TranslatedField


class Ballot(Sourced, Versioned):
    """One round of a contest. Every number that nobody published is None.

    `round` None: it is not stated which round this was. `all_votes`: every vote cast for somebody
    is in the table. `all_candidates`: nobody else stood.
    """

    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="ballots")
    round = models.PositiveSmallIntegerField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    entitled = models.PositiveIntegerField(null=True, blank=True)
    deposited = models.PositiveIntegerField(null=True, blank=True)
    blank = models.PositiveIntegerField(null=True, blank=True)
    invalid = models.PositiveIntegerField(null=True, blank=True)
    valid = models.PositiveIntegerField(null=True, blank=True)
    required = models.PositiveIntegerField(null=True, blank=True)
    all_candidates = models.BooleanField(default=True)
    all_votes = models.BooleanField(default=True)
    note = TranslatedField(blank=True)

    class Meta:
        ordering = [models.F("round").asc(nulls_last=True), "pk"]
        constraints = [
            known_grade(name="elections_ballot_grade"),
            models.UniqueConstraint(
                fields=["contest", "round"],
                nulls_distinct=False,
                name="elections_ballot_one_a_round",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contest}: {self.round or '?'}"


class Vote(models.Model):
    """The votes for one name in one round; `votes` None: not known.

    `announced`: whether the source says that the name was elected; None where it doesn't say.
    """

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="votes")
    candidature = models.ForeignKey(Candidature, on_delete=models.PROTECT, related_name="votes")
    votes = models.PositiveIntegerField(null=True, blank=True)
    announced = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "candidature"], name="elections_vote_once_a_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidature}: {self.votes if self.votes is not None else '?'}"
