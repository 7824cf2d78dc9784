"""What is due before an opening: the rules of a series, and an edition's own days."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models.series import Edition, Series
from convoca.languages.fields import (
    LanguageField,
    LineField,
    ProseField,
    TranslatedField,
    main_language_check,
)


class Unit(models.TextChoices):
    """What a countdown counts in."""

    DAYS = "days", _("days")
    MONTHS = "months", pgettext_lazy("countdown", "months")


class StepKind(models.TextChoices):
    """Which records of the edition say who is late."""

    OTHER = "other", pgettext_lazy("kind of countdown step", "nothing")
    INVITATIONS = "invitations", _("members not yet invited")
    REPLIES = "replies", _("members who have not answered")


class Countdown(Sourced, Versioned):
    """What is due `amount` units from the opening day (negative: before it).

    `at` is the time of day by the clocks of `zone`; without it the day is due until its end, by
    the conference's clocks where no zone is named.
    """

    key = models.SlugField(max_length=40)
    place = models.PositiveSmallIntegerField(default=0)
    amount = models.SmallIntegerField()
    unit = models.CharField(max_length=8, choices=Unit)
    at = models.TimeField(null=True, blank=True)
    zone = models.CharField(max_length=60, blank=True)
    owner = TranslatedField()
    name = TranslatedField()
    main_language = LanguageField()
    rule = LineField(max_length=120, blank=True)
    kind = models.CharField(max_length=12, choices=StepKind, default=StepKind.OTHER)

    class Meta:
        abstract = True
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)

    @property
    def counted(self) -> str:
        """How far from the opening day, in words such as "8 months before"."""
        told = {"count": abs(self.amount)}
        if self.amount == 0:
            return gettext("on the opening day")
        if self.unit == Unit.DAYS:
            if self.amount < 0:
                return (
                    ngettext("%(count)d day before", "%(count)d days before", told["count"]) % told
                )
            return ngettext("%(count)d day after", "%(count)d days after", told["count"]) % told
        if self.amount < 0:
            return (
                ngettext("%(count)d month before", "%(count)d months before", told["count"]) % told
            )
        return ngettext("%(count)d month after", "%(count)d months after", told["count"]) % told


class CountdownRule(Countdown):
    """A rule of a series, from which each edition's days are computed."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="countdown_rules")

    class Meta(Countdown.Meta):
        constraints = [
            main_language_check("name", name="conferences_rule_name"),
            main_language_check("owner", name="conferences_rule_owner"),
            known_grade(name="conferences_rule_grade"),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="conferences_rule_unit"),
            models.CheckConstraint(
                condition=Q(kind__in=StepKind.values), name="conferences_rule_kind"
            ),
            models.UniqueConstraint(fields=["series", "key"], name="conferences_rule_once"),
        ]


class CountdownStep(Countdown):
    """What is due for one edition.

    `due_on` is the day by the clocks of `due_zone`, `due_until` the first instant that is too
    late; both follow from the opening day and are computed again when it moves.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="countdown")
    due_on = models.DateField()
    due_zone = models.CharField(max_length=60)
    due_until = models.DateTimeField()
    done_on = models.DateField(null=True, blank=True)
    remark = ProseField(blank=True)

    class Meta(Countdown.Meta):
        constraints = [
            main_language_check("name", name="conferences_step_name"),
            main_language_check("owner", name="conferences_step_owner"),
            known_grade(name="conferences_step_grade"),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="conferences_step_unit"),
            models.CheckConstraint(
                condition=Q(kind__in=StepKind.values), name="conferences_step_kind"
            ),
            models.UniqueConstraint(fields=["edition", "key"], name="conferences_step_once"),
        ]
