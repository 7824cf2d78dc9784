"""A file of bodies that was read in, kept as it came until someone confirms it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from convoca.languages.fields import LineField


class BodyImport(models.Model):
    """A CSV file between preview and confirmation, and its outcome afterwards."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    file_name = LineField(max_length=200)
    # The bytes as they came: a confirmation reads them anew, and no line can get lost.
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_by = models.CharField(max_length=80)
    made_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=False) | Q(created=0, changed=0),
                name="members_import_counts_when_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return str(self.file_name)
