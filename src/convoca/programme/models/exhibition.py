"""The exhibition beside a conference: halls, stands, who shows there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models import Edition
from convoca.languages.fields import (
    LanguageField,
    LineField,
    TranslatedField,
    main_language_check,
)
from convoca.members.models import Body


class Hall(Sourced, Versioned):
    """A hall of the exhibition, and what is shown in it."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="halls")
    key = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField(default=0)
    name = TranslatedField()
    sector = TranslatedField(blank=True)
    main_language = LanguageField()

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "halls of the exhibition")
        ordering = ["place", "pk"]
        constraints = [
            main_language_check("name", name="programme_hall_name"),
            known_grade(name="programme_hall_grade"),
            models.UniqueConstraint(fields=["edition", "key"], name="programme_hall_once"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class Exhibitor(Sourced, Versioned):
    """Who shows something; `origin` is the Member State that the exhibitor comes from.

    `email` is for the secretariat alone. `folded_text` is what a search compares.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="exhibitors")
    name = TranslatedField()
    main_language = LanguageField()
    about = TranslatedField(blank=True)
    origin = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    website = LineField(max_length=400, blank=True)
    email = models.EmailField(blank=True)
    is_public = models.BooleanField(default=True)
    folded_text = models.TextField(editable=False)
    sort_key_vi = models.TextField(editable=False)
    sort_key_en = models.TextField(editable=False)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "exhibitors")
        constraints = [
            main_language_check("name", name="programme_exhibitor_name"),
            known_grade(name="programme_exhibitor_grade"),
        ]
        indexes = [
            models.Index(fields=["edition", "sort_key_vi"], name="programme_exhibitor_vi"),
            models.Index(fields=["edition", "sort_key_en"], name="programme_exhibitor_en"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class Stand(Versioned):
    """A stand of a hall; `exhibitor` None while it is free."""

    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="stands")
    code = LineField(max_length=20)
    exhibitor = models.ForeignKey(
        Exhibitor, on_delete=models.PROTECT, null=True, blank=True, related_name="stands"
    )

    class Meta:
        ordering = ["code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["hall", "code"], name="programme_stand_once"),
            models.CheckConstraint(condition=~Q(code=""), name="programme_stand_code"),
        ]

    def __str__(self) -> str:
        return str(self.code)
