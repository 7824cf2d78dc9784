"""What a conference talks about, and in which of its committees."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models import Edition, Participant, Theme
from convoca.languages.fields import LanguageField, LineField, TranslatedField, main_language_check


class Committee(Sourced, Versioned):
    """The plenary (it has no parent) or a committee or group of an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="committees")
    key = models.SlugField(max_length=40)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    place = models.PositiveSmallIntegerField(default=0)
    symbol = LineField(max_length=20, blank=True)
    name = TranslatedField()
    mandate = TranslatedField(blank=True)
    main_language = LanguageField()
    chair = models.ForeignKey(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="chaired"
    )

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "committees")
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="proceedings_committee_name"),
            known_grade(name="proceedings_committee_grade"),
            models.UniqueConstraint(fields=["edition", "key"], name="proceedings_committee_once"),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")), name="proceedings_committee_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class AgendaItem(Sourced, Versioned):
    """An item of the agenda, numbered as the tree goes (2, 2.1).

    `committee` None: not yet allocated, or not known.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="agenda")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    number = LineField(max_length=20)
    place = models.PositiveSmallIntegerField(default=0)
    name = TranslatedField()
    main_language = LanguageField()
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="agenda_items"
    )
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    # Posts are filled under this item and those below it.
    is_election = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "agenda items")
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="proceedings_item_name"),
            known_grade(name="proceedings_item_grade"),
            models.UniqueConstraint(fields=["edition", "number"], name="proceedings_item_once"),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")), name="proceedings_item_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {worded(self.name, self.main_language)}"
