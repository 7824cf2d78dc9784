"""Bodies in a tree; their names and parents over time; which body followed which."""

from collections.abc import Iterable
from datetime import date
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.languages.fields import LanguageField, LineField, TranslatedField, main_language_check
from convoca.languages.translated import Translated, shown
from convoca.members.periods import Dated, in_order, no_overlap

REGIONS = "ABCDE"


class BodyKind(models.TextChoices):
    """What a body is."""

    UNION = "union", _("union")
    MEMBER_STATE = "member_state", _("Member State")
    GOVERNMENT = "government", _("government")
    MINISTRY = "ministry", _("ministry or equivalent")
    DEPARTMENT = "department", _("department")
    AGENCY = "agency", _("agency")
    PROVINCE = "province", _("province")
    COMPANY = "company", _("company")
    OBSERVER = "observer", _("observer organisation")
    UNIT = "unit", pgettext_lazy("kind of body", "unit")


class RegionStatus(models.TextChoices):
    """How sure the administrative region of a Member State is."""

    CONFIRMED = "confirmed", _("confirmed")
    DERIVED = "derived", _("derived, to be confirmed")
    UNCONFIRMED = "unconfirmed", _("not confirmed")


class Body(Dated):
    """A body as it is today; `names`, `parents` and the successions tell what it was."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    key = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=16, choices=BodyKind)
    name = TranslatedField()
    main_language = LanguageField()
    abbreviation = LineField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    # The body itself first, then its parents up to the root, as rules read it.
    lineage = ArrayField(models.UUIDField())
    sort_order = models.PositiveIntegerField(default=0)
    sort_key_vi = models.TextField(editable=False)
    sort_key_en = models.TextField(editable=False)
    # Every name and abbreviation it ever had, without marks: what a search compares.
    folded_text = models.TextField(editable=False)
    country_code = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=1, blank=True)
    region_status = models.CharField(max_length=12, choices=RegionStatus, blank=True)
    french_order = models.PositiveIntegerField(null=True, blank=True)
    origin = models.ForeignKey(
        "members.BodyImport", on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [GinIndex(fields=["lineage"], name="members_body_lineage")]
        constraints = [
            main_language_check("name", name="members_body_name"),
            in_order(name="members_body_period"),
            models.CheckConstraint(condition=Q(kind__in=BodyKind.values), name="members_body_kind"),
            models.CheckConstraint(
                condition=Q(lineage__0=F("uid")), name="members_body_lineage_begins_with_itself"
            ),
            models.CheckConstraint(
                condition=Q(parent=None, lineage__len=1)
                | Q(parent__isnull=False, lineage__len__gt=1),
                name="members_body_lineage_has_its_parent",
            ),
            models.CheckConstraint(
                condition=Q(region="", region_status="", french_order=None)
                | Q(kind=BodyKind.MEMBER_STATE, region_status__in=RegionStatus.values),
                name="members_body_region_of_states_only",
            ),
            models.CheckConstraint(
                condition=Q(region__in=["", *REGIONS]), name="members_body_region_letter"
            ),
            models.UniqueConstraint(
                fields=["french_order"],
                name="members_body_french_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return shown(self.name, self.main_language).text

    def name_on(self, day: date) -> Translated:
        """Return the name that held on that day; before the first name the first, and so on."""
        return Translated(_held_on(self.names.all(), day, self).name)

    def abbreviation_on(self, day: date) -> str:
        """Return the abbreviation that held on that day, as symbols of letters use it."""
        return str(_held_on(self.names.all(), day, self).abbreviation)

    @property
    def is_state(self) -> bool:
        """Say whether this is a Member State, with a region and a place in the French order."""
        return self.kind == BodyKind.MEMBER_STATE


def _held_on(names: "Iterable[BodyName]", day: date, body: Body) -> "Body | BodyName":
    known = sorted(names, key=lambda one: one.valid_from or date.min)
    begun = [one for one in known if (one.valid_from or date.min) <= day]
    return begun[-1] if begun else (known[0] if known else body)


class BodyName(Dated):
    """What a body was called from a day to a day."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name = TranslatedField()
    main_language = LanguageField()
    abbreviation = LineField(max_length=40, blank=True)

    class Meta:
        constraints = [
            main_language_check("name", name="members_bodyname_name"),
            in_order(name="members_bodyname_period"),
            no_overlap("body", name="members_bodyname_one_a_day"),
        ]

    def __str__(self) -> str:
        return shown(self.name, self.main_language).text

    @property
    def by_language(self) -> list[tuple[str, str]]:
        """Language and text, the main language first."""
        return sorted(self.name.items(), key=lambda one: (one[0] != self.main_language, one[0]))


class BodyParent(Dated):
    """Under whom a body stood from a day to a day."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="parents")
    parent = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            in_order(name="members_bodyparent_period"),
            no_overlap("body", name="members_bodyparent_one_a_day"),
            models.CheckConstraint(
                condition=~Q(parent=F("body")), name="members_bodyparent_not_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} ⊂ {self.parent}"


class SuccessionKind(models.TextChoices):
    """How one body followed another."""

    MERGED = "merged", _("merged into")
    SPLIT = "split", _("split into")


class Succession(models.Model):
    """One body followed another on a day, the first on which the successor answers."""

    predecessor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="precessions")
    on = models.DateField()
    kind = models.CharField(max_length=8, choices=SuccessionKind)
    # Of several that follow, the one that takes the open work over.
    takes_tasks = models.BooleanField(default=False)
    # Set when the other rooms were told, which waits for the day.
    in_force_since = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="members_succession_once"
            ),
            models.UniqueConstraint(
                fields=["predecessor"],
                condition=Q(takes_tasks=True),
                name="members_one_takes_the_tasks",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="members_succession_not_itself"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SuccessionKind.values), name="members_succession_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
