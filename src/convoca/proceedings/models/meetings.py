"""Meetings, what lies before them, and what they decide."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models import Edition, Event, Participant
from convoca.files.models import StoredFile
from convoca.languages.fields import (
    LanguageField,
    LineField,
    ProseField,
    TranslatedField,
    main_language_check,
)
from convoca.members.models import Body
from convoca.proceedings.models.agenda import AgendaItem, Committee
from convoca.proceedings.models.groups import WorkingGroup


class Meeting(Sourced, Versioned):
    """A sitting of a committee; its event says when and where."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="meeting")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    chair = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    items: "models.ManyToManyField[AgendaItem, MeetingItem]" = models.ManyToManyField(
        AgendaItem, through="MeetingItem", related_name="meetings"
    )

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "meetings")
        constraints = [
            known_grade(name="proceedings_meeting_grade"),
            models.UniqueConstraint(
                fields=["committee", "number"], name="proceedings_meeting_number_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)


class MeetingItem(models.Model):
    """An item on the agenda of one meeting, at its place."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="meeting_items")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="meeting_items")
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "item"], name="proceedings_item_once_there"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.item}"


class DocumentKind(models.TextChoices):
    """What a document is."""

    PROPOSAL = "proposal", _("proposal")
    REPORT = "report", _("report")
    INFORMATION = "information", _("information document")
    MINUTES = "minutes", _("minutes")
    STATEMENT = "statement", _("statement")
    OTHER = "other", _("other document")


class Document(Sourced, Versioned):
    """A document of a conference or of a working group, as a file here or elsewhere."""

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    group = models.ForeignKey(
        WorkingGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    kind = models.CharField(max_length=12, choices=DocumentKind, default=DocumentKind.OTHER)
    symbol = LineField(max_length=60, blank=True)
    title = TranslatedField()
    main_language = LanguageField()
    author = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dated = models.DateField(null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    link = LineField(max_length=400, blank=True)
    is_public = models.BooleanField(default=True)
    items = models.ManyToManyField(AgendaItem, related_name="documents", blank=True)
    meetings = models.ManyToManyField(Meeting, related_name="documents", blank=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "documents")
        ordering = ["symbol", "pk"]
        constraints = [
            main_language_check("title", name="proceedings_document_title"),
            known_grade(name="proceedings_document_grade"),
            models.CheckConstraint(
                condition=Q(edition__isnull=False) | Q(group__isnull=False),
                name="proceedings_document_belongs_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.symbol} {worded(self.title, self.main_language)}".strip()


class Decision(Sourced, Versioned):
    """What a meeting or a working group decided, in its order."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    group = models.ForeignKey(
        WorkingGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    place = models.PositiveSmallIntegerField(default=0)
    text = TranslatedField()
    main_language = LanguageField()
    decided_on = models.DateField(null=True, blank=True)
    remark = ProseField(blank=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "decisions")
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("text", name="proceedings_decision_text"),
            known_grade(name="proceedings_decision_grade"),
            models.CheckConstraint(
                condition=Q(meeting__isnull=False, group=None)
                | Q(meeting=None, group__isnull=False),
                name="proceedings_decision_of_one_meeting_or_group",
            ),
        ]

    def __str__(self) -> str:
        return worded(self.text, self.main_language)
