"""Who was given a seat, and on what ground."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from convoca.elections.models.candidatures import Candidature
from convoca.members.models import Seat


class Basis(models.TextChoices):
    """What a seat rests on."""

    COUNTED = "counted", _("decided from the votes")
    ANNOUNCED = "announced", _("as announced; the votes are not all known")


class Award(models.Model):
    """A candidature that was given a seat; the seat itself stands among the members."""

    candidature = models.OneToOneField(Candidature, on_delete=models.PROTECT, related_name="award")
    seat = models.OneToOneField(Seat, on_delete=models.PROTECT, related_name="award")
    basis = models.CharField(max_length=12, choices=Basis)
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="elections_basis"),
        ]

    def __str__(self) -> str:
        return str(self.candidature)
