"""Whom to write to at a body, and groups of bodies as letters address them."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from convoca.languages.fields import LanguageField, LineField, TranslatedField, main_language_check
from convoca.languages.translated import shown
from convoca.members.models.bodies import Body, BodyKind
from convoca.members.periods import Dated, in_order


class Contact(Dated):
    """A person or desk that a body is reached through."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="contacts")
    name = LineField(max_length=200)
    role = LineField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = LineField(max_length=40, blank=True)
    language = LanguageField()
    receives_letters = models.BooleanField(default=False)

    class Meta:
        constraints = [
            in_order(name="members_contact_period"),
            models.CheckConstraint(
                condition=Q(receives_letters=False) | ~Q(email=""),
                name="members_contact_letters_need_email",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class AddressGroup(models.Model):
    """A line of addressees: bodies named one by one, and those that a rule finds."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    key = models.SlugField(max_length=80)
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="address_groups")
    name = TranslatedField()
    main_language = LanguageField()
    sort_order = models.PositiveIntegerField(default=0)
    # The rule: bodies of these kinds under that body; no kinds, no rule.
    rule_kinds = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    rule_under = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rule_reaches_all_below = models.BooleanField(default=False)
    members: "models.ManyToManyField[Body, GroupMember]" = models.ManyToManyField(
        Body, through="GroupMember", related_name="groups"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="members_group_key"),
            main_language_check("name", name="members_group_name"),
            models.CheckConstraint(
                condition=Q(rule_kinds__len=0, rule_under=None)
                | Q(rule_kinds__len__gt=0, rule_under__isnull=False),
                name="members_group_rule_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(rule_kinds__contained_by=BodyKind.values),
                name="members_group_rule_kinds",
            ),
        ]

    def __str__(self) -> str:
        return shown(self.name, self.main_language).text

    @property
    def rule_labels(self) -> list[str]:
        """The words for the kinds that the rule means."""
        return [str(BodyKind(kind).label) for kind in self.rule_kinds]


class GroupMember(models.Model):
    """A body named in a group, at its place; on a day when it does not stand it is left out."""

    group = models.ForeignKey(AddressGroup, on_delete=models.CASCADE, related_name="memberships")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    place = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "body"], name="members_groupmember_once"),
        ]

    def __str__(self) -> str:
        return f"{self.body} ∈ {self.group}"
