"""Who was invited, who answered, and who comes."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models.series import Edition
from convoca.languages.fields import LanguageField, LineField, ProseField, TranslatedField
from convoca.letters.models import Letter, Recipient
from convoca.members.models import Body


class Invitation(models.Model):
    """An official letter that invites members to an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="invitations")
    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="invitation")
    linked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "invitations")

    def __str__(self) -> str:
        return str(self.letter)


class Answer(models.TextChoices):
    """What an invited member answered."""

    SILENT = "silent", _("No answer yet")
    ACCEPTED = "accepted", pgettext_lazy("answer to an invitation", "Coming")
    DECLINED = "declined", pgettext_lazy("answer to an invitation", "Not coming")


class Delegation(Sourced, Versioned):
    """One member at one edition: its invitation, its answer, the people it sends.

    `announced_members` and `announced_women` are the numbers of its answer; None where it gave
    none.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="delegations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="delegations")
    recipient = models.ForeignKey(
        Recipient, on_delete=models.PROTECT, null=True, blank=True, related_name="delegations"
    )
    invited_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=12, choices=Answer, default=Answer.SILENT)
    answered_on = models.DateField(null=True, blank=True)
    announced_members = models.PositiveSmallIntegerField(null=True, blank=True)
    announced_women = models.PositiveSmallIntegerField(null=True, blank=True)
    note = ProseField(blank=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "delegations")
        constraints = [
            known_grade(name="conferences_delegation_grade"),
            models.UniqueConstraint(fields=["edition", "body"], name="conferences_delegation_once"),
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="conferences_delegation_answer"
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.SILENT) | Q(answered_on=None),
                name="conferences_delegation_silent_has_no_day",
            ),
            models.CheckConstraint(
                condition=Q(announced_women=None) | Q(announced_women__lte=F("announced_members")),
                name="conferences_delegation_women_among_members",
            ),
        ]

    def __str__(self) -> str:
        return worded(self.body.name, self.body.main_language)

    @property
    def is_coming(self) -> bool:
        """Say whether the member accepted."""
        return self.answer == Answer.ACCEPTED


class Rank(models.TextChoices):
    """The rank of somebody's office, highest first; the order of the list is the order of rank."""

    HEAD_OF_STATE = "head_of_state", _("head of State")
    HEAD_OF_GOVERNMENT = "head_of_government", _("head of Government")
    DEPUTY_HEAD = "deputy_head", _("deputy head of State or Government")
    MINISTER = "minister", _("minister")
    DEPUTY_MINISTER = "deputy_minister", _("deputy minister")
    AMBASSADOR = "ambassador", _("ambassador")
    HEAD_OF_BODY = "head_of_body", _("head of an organisation or authority")
    DIRECTOR = "director", pgettext_lazy("rank", "director")
    OFFICIAL = "official", pgettext_lazy("rank", "official or expert")


class Place(models.TextChoices):
    """Somebody's place at the conference."""

    HEAD = "head", _("head of delegation")
    DEPUTY = "deputy", _("deputy head of delegation")
    DELEGATE = "delegate", _("delegate")
    ADVISER = "adviser", _("adviser")
    GUEST = "guest", pgettext_lazy("at a conference", "guest outside the delegations")


class Gender(models.TextChoices):
    """Given freely and used for statistics only."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", pgettext_lazy("gender", "other")


class Participant(Sourced, Versioned):
    """Somebody at an edition: a member of a delegation, or a guest outside any delegation.

    `name` is whole, in its own script and order; `body` is where a guest comes from.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="participants")
    delegation = models.ForeignKey(
        Delegation, on_delete=models.PROTECT, null=True, blank=True, related_name="members"
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    place = models.CharField(max_length=12, choices=Place)
    rank = models.CharField(max_length=20, choices=Rank, blank=True)
    name = LineField(max_length=200)
    language = LanguageField(blank=True)
    office = TranslatedField(blank=True)
    gender = models.CharField(max_length=8, choices=Gender, blank=True)
    note = LineField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "participants")
        constraints = [
            known_grade(name="conferences_participant_grade"),
            models.CheckConstraint(condition=~Q(name=""), name="conferences_participant_name"),
            models.CheckConstraint(
                condition=Q(place=Place.GUEST, delegation=None)
                | (Q(delegation__isnull=False) & ~Q(place=Place.GUEST)),
                name="conferences_participant_guest_or_delegate",
            ),
            models.CheckConstraint(
                condition=Q(rank__in=["", *Rank.values]), name="conferences_participant_rank"
            ),
            models.CheckConstraint(
                condition=Q(gender__in=["", *Gender.values]), name="conferences_participant_gender"
            ),
            models.UniqueConstraint(
                fields=["delegation"],
                condition=Q(place=Place.HEAD),
                name="conferences_one_head_of_delegation",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class DelegationImport(models.Model):
    """A CSV file of delegates between preview and confirmation, kept as it came."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="imports")
    file_name = LineField(max_length=200)
    content = models.BinaryField()
    made_by = models.CharField(max_length=80)
    made_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    created = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "imports of delegates")

    def __str__(self) -> str:
        return str(self.file_name)
