"""Working groups that go on between two editions."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Sourced, Versioned, known_grade, worded
from convoca.conferences.models import Edition
from convoca.languages.fields import LanguageField, LineField, TranslatedField, main_language_check
from convoca.members.models import Body


class WorkingGroup(Sourced, Versioned):
    """A group set up at one edition that reports to another; `until` None: without an end."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="working_groups")
    key = models.SlugField(max_length=40, unique=True)
    name = TranslatedField()
    mandate = TranslatedField(blank=True)
    main_language = LanguageField()
    since = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="groups_begun")
    until = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="groups_reporting"
    )
    is_public = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = pgettext_lazy("content of an edition", "working groups")
        ordering = ["key"]
        constraints = [
            main_language_check("name", name="proceedings_group_name"),
            known_grade(name="proceedings_group_grade"),
        ]

    def __str__(self) -> str:
        return worded(self.name, self.main_language)


class GroupRole(models.TextChoices):
    """A member's place in a group."""

    CHAIR = "chair", pgettext_lazy("of a working group", "chair")
    VICE_CHAIR = "vice_chair", pgettext_lazy("of a working group", "vice-chair")
    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer")


class GroupMember(Sourced, Versioned):
    """A body in a group, and the person who sits there for it (may be empty)."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="members")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="group_memberships")
    role = models.CharField(max_length=12, choices=GroupRole, default=GroupRole.MEMBER)
    person = LineField(max_length=200, blank=True)

    class Meta:
        ordering = ["role", "pk"]
        constraints = [
            known_grade(name="proceedings_groupmember_grade"),
            models.UniqueConstraint(fields=["group", "body"], name="proceedings_groupmember_once"),
            models.CheckConstraint(
                condition=Q(role__in=GroupRole.values), name="proceedings_groupmember_role"
            ),
        ]

    def __str__(self) -> str:
        return worded(self.body.name, self.body.main_language)
