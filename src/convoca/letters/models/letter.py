"""A letter going out: its text, its number, where it stands."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.languages.fields import LanguageField, LineField, ProseField, TranslatedField
from convoca.languages.folding import folded
from convoca.members.models import AddressGroup, Body


class State(models.TextChoices):
    """Where a letter stands; the ways between them are in `workflow.py`."""

    DRAFT = "draft", _("Draft")
    CONTENT = "content_check", _("With the head of unit")
    FORM = "form_check", _("With the form checker")
    SIGNING = "signing", _("With the signer")
    SIGNED = "signed", _("Signed and numbered")
    PREPARED = "prepared", _("In the outbox")
    ISSUED = "issued", _("Issued")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    VOID = "void", _("Number void")
    DROPPED = "dropped", _("Dropped")


NUMBERED = (State.SIGNED, State.PREPARED, State.ISSUED, State.WITHDRAWN, State.VOID)
DISPATCHED = (State.ISSUED, State.WITHDRAWN)


class SignatureState(models.TextChoices):
    """How the letter was signed."""

    UNSIGNED = "unsigned", _("Not signed")
    AGREED = "agreed", _("Signed here by agreement, not digitally")
    UPLOADED = "uploaded", _("Signed copy on file")


class UrgencyMark(models.TextChoices):
    """Degree of urgency; the values are the names of `decree30.Urgency`."""

    NONE = "", pgettext_lazy("urgency", "Ordinary")
    URGENT = "URGENT", pgettext_lazy("urgency", "Urgent")
    VERY_URGENT = "VERY_URGENT", pgettext_lazy("urgency", "Very urgent")
    FLASH = "FLASH", pgettext_lazy("urgency", "Flash")


class Letter(models.Model):
    """One letter with one number.

    `body` is typed text that `decree30.body_paragraphs` reads; `source_text` is what was pasted,
    kept whole. `year` is printed in the date as long as there is no day.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    issuer = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="letters_issued")
    drafting_unit = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="letters_drafted"
    )
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    main_language = LanguageField()
    document_type = LineField(max_length=60, default="Công văn")
    subject = LineField(max_length=500, blank=True)
    body = ProseField(blank=True)
    source_text = ProseField(blank=True)
    symbol = LineField(max_length=60, blank=True)
    place = LineField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField()
    urgency = models.CharField(max_length=12, choices=UrgencyMark.choices, blank=True)

    authority = models.CharField(max_length=8, blank=True)
    head_post = LineField(max_length=120, blank=True)
    own_post = LineField(max_length=120, blank=True)
    deputy_for = LineField(max_length=120, blank=True)
    signer_name = LineField(max_length=120, blank=True)

    archive_units = LineField(max_length=120, blank=True, default="VT")
    drafter_mark = LineField(max_length=20, blank=True)
    copies = LineField(max_length=8, blank=True)

    annex_title = TranslatedField(blank=True)
    annex_theme = TranslatedField(blank=True)
    annex_day = models.DateField(null=True, blank=True)
    # What the drawing of the visual grows from, so that every copy of the year looks alike.
    annex_seed = LineField(max_length=120, blank=True)

    number = models.PositiveIntegerField(null=True, blank=True)
    dated = models.DateField(null=True, blank=True)
    is_numbered_elsewhere = models.BooleanField(default=False)
    signature = models.CharField(
        max_length=12, choices=SignatureState.choices, default=SignatureState.UNSIGNED
    )
    signed_file = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_file = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    based_on = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later")
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    drafted_by = models.CharField(max_length=80, blank=True)
    drafted_by_name = LineField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = ProseField(blank=True)
    # Here too, as a number of another system has no entry in our register.
    void_reason = ProseField(blank=True)
    # What a search compares: the database cannot fold Vietnamese letters by itself.
    folded_text = models.TextField(editable=False, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=NUMBERED, number__isnull=False, dated__isnull=False)
                | (~Q(state__in=NUMBERED) & Q(number__isnull=True, dated__isnull=True)),
                name="letters_numbered_when_signed",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DISPATCHED, issued_at__isnull=False)
                | (~Q(state__in=DISPATCHED) & Q(issued_at__isnull=True)),
                name="letters_issued_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(signature=SignatureState.UPLOADED) | Q(signed_file__isnull=False),
                name="letters_signed_copy_is_on_file",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="letters_withdrawn_with_reason",
            ),
            models.UniqueConstraint(
                F("issuer"),
                F("symbol"),
                ExtractYear("dated"),
                F("number"),
                condition=Q(number__isnull=False),
                name="letters_number_once_a_year",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "drafting_unit"], name="letters_by_state_and_unit"),
        ]

    def __str__(self) -> str:
        return self.subject or str(self.uid)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the folded copy of what a search looks at."""
        words = (self.subject, self.symbol, self.signer_name, str(self.number or ""))
        self.folded_text = folded(" ".join(words))
        if (names := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*names, "folded_text"}
        super().save(*args, **kwargs)

    @property
    def title(self) -> str:
        """The abstract, or words in its place for a draft that has none yet."""
        return self.subject or str(_("Letter without an abstract"))

    @property
    def number_and_symbol(self) -> str:
        """`05/BTTTT-HTQT`; blanks before the slash as long as there is no number."""
        written = "      " if self.number is None else f"{self.number:02d}"
        return f"{written}/{self.symbol}"

    @property
    def is_numbered(self) -> bool:
        """Say whether number and date were given."""
        return self.number is not None

    @property
    def is_dispatched(self) -> bool:
        """Say whether it went out, even when it was withdrawn later."""
        return self.issued_at is not None


class LineKind(models.TextChoices):
    """Which list of the letter a line or a recipient stands in."""

    ADDRESSEE = "addressee", _("Addressee")
    COPY = "copy", _("Copy")


class AddressLine(models.Model):
    """One line under Kính gửi or Nơi nhận: a group, a body, or words with perhaps an address."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=12, choices=LineKind.choices)
    position = models.PositiveSmallIntegerField()
    text = LineField(max_length=300)
    group = models.ForeignKey(AddressGroup, on_delete=models.PROTECT, null=True, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ["letter", "kind", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "kind", "position"],
                name="letters_one_line_per_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(group__isnull=True) | Q(body__isnull=True),
                name="letters_line_names_group_or_body",
            ),
        ]

    def __str__(self) -> str:
        return str(self.text)

    @property
    def reaches_somebody(self) -> bool:
        """Say whether anyone can be sent the letter by this line."""
        return bool(self.group_id or self.body_id or self.email)
