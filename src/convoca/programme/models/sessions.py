"""What the programme adds to an event: what it is about, who organises it, who speaks."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Versioned
from convoca.conferences.models import Event, Participant, Theme
from convoca.languages.fields import LineField, TranslatedField
from convoca.members.models import Body


class Session(Versioned):
    """An event of the programme: day, hours, room, publication and source are its event's.

    `organiser` is a member's body; one that is no body here is named in `organised_by`.
    """

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="session")
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    organiser = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organised_by = LineField(max_length=200, blank=True)
    abstract = TranslatedField(blank=True)
    link = LineField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organiser=None) | Q(organised_by=""),
                name="programme_session_one_organiser",
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)


class SpeakerRole(models.TextChoices):
    """What somebody does in a session."""

    SPEAKER = "speaker", pgettext_lazy("in a session", "speaker")
    MODERATOR = "moderator", pgettext_lazy("in a session", "moderator")
    PANELLIST = "panellist", pgettext_lazy("in a session", "panellist")
    HOST = "host", _("host")


class Speaker(Versioned):
    """Somebody in a session, at their place in its order."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="speakers")
    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="session_places"
    )
    role = models.CharField(max_length=12, choices=SpeakerRole, default=SpeakerRole.SPEAKER)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "participant"], name="programme_speaker_once_there"
            ),
            models.CheckConstraint(
                condition=Q(role__in=SpeakerRole.values), name="programme_speaker_role"
            ),
        ]

    def __str__(self) -> str:
        return str(self.participant)
