"""The record's rows. The database refuses to change or delete them (see the first migration)."""

from uuid import uuid4

from django.db import models


class Entry(models.Model):
    """One thing that was done. `text` is canonical JSON; `seq` and `hash` come at commit."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    text = models.TextField()
    seq = models.BigIntegerField(null=True, unique=True, editable=False)
    hash = models.BinaryField(null=True, max_length=32, editable=False)
    # Copies of what `text` says, for looking up; verify compares them with it.
    action = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=40)
    subject_uid = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_uid", "id"], name="journal_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.seq or '…'} {self.action}"


class PersonalDetail(models.Model):
    """A personal detail of an entry, erasable: the entry's text holds its salted hash only."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="personal_details")
    label = models.CharField(max_length=40)
    value = models.TextField()
    salt = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "label"], name="journal_one_detail_per_label"),
        ]

    def __str__(self) -> str:
        return f"{self.label} of entry {self.entry_id}"
