"""Who stands for a post."""

from django.db import models
from django.db.models import Q

from convoca.conferences.facts import Sourced, Versioned, known_grade
from convoca.elections.models.contests import Contest
from convoca.languages.fields import LineField
from convoca.members.models import Body


class Candidature(Sourced, Versioned):
    """A Member State's candidature: of one of its nationals, or for the Council its own.

    `name` is empty for the Council, and where no source names the person. `received_at` None:
    the day of receipt is not known. `withdrawn_on` is the day of a withdrawal.
    """

    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="candidatures")
    state = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="candidatures")
    name = LineField(max_length=200, blank=True)
    language = models.CharField(max_length=12, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    terms_served = models.PositiveSmallIntegerField(default=0)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            known_grade(name="elections_candidature_grade"),
            models.UniqueConstraint(
                fields=["contest", "state", "name"], name="elections_candidature_once"
            ),
            models.UniqueConstraint(
                fields=["contest", "name"],
                condition=~Q(name=""),
                name="elections_candidature_names_differ",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name or self.state)
