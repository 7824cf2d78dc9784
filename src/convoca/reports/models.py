"""Frozen dossiers, how they were handed over, and the reports that were drafted."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from convoca.calls.models import Call, Forwarding
from convoca.languages.fields import LineField, ProseField


class Dossier(models.Model):
    """The documents of a list that was sent; `sha256` is that of the ZIP made from them."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    forwarding = models.OneToOneField(Forwarding, on_delete=models.PROTECT, related_name="dossier")
    pdf = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    docx = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.forwarding)


class DossierAttachment(models.Model):
    """A sender's file as it lies in the ZIP."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="attachments")
    path = models.CharField(max_length=160)
    stored = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "path"], name="reports_path_once"),
        ]

    def __str__(self) -> str:
        return self.path


class Way(models.TextChoices):
    """How a dossier was handed over."""

    EMAIL = "email", _("By e-mail")
    FORM = "form", _("On its website's form")
    PACKAGE = "package", _("As a package, from system to system")
    LETTER = "letter", _("With an official letter")
    BY_HAND = "by_hand", _("By hand")


class Handover(models.Model):
    """That the dossier was handed over: on which day, to whom, how, noted by whom."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    forwarding = models.ForeignKey(Forwarding, on_delete=models.PROTECT, related_name="handovers")
    on = models.DateField()
    way = models.CharField(max_length=8, choices=Way.choices)
    to_whom = LineField(max_length=200)
    remark = ProseField(blank=True)
    noted_by = LineField(max_length=200)
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(to_whom=""), name="reports_handed_to_one"),
            models.CheckConstraint(
                condition=models.Q(way__in=Way.values), name="reports_handed_over_somehow"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forwarding}: {self.on}"


class ReportDraft(models.Model):
    """A report as it was drafted, with the numbers of that moment."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="reports")
    numbers = models.JSONField()
    docx = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = LineField(max_length=200)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.call} ({self.made_at:%Y-%m-%d})"
