"""One row for each stored file; the bytes lie under `MEDIA_ROOT` by the row's uid."""

from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models

from convoca.files.kinds import Kind
from convoca.languages.fields import LineField


def place(uid: UUID) -> Path:
    """Return where the bytes of the file `uid` lie; its name is never a person's."""
    return Path(settings.MEDIA_ROOT) / uid.hex[:2] / uid.hex


class StoredFile(models.Model):
    """A file as it came. The row and the bytes never change; another version is another file."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.BigIntegerField(editable=False)
    kind = models.CharField(
        max_length=8, choices=[(str(kind), str(kind)) for kind in Kind], editable=False
    )
    original_name = LineField(max_length=255, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.CharField(max_length=80, blank=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="files_sha256_is_hex"
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="files_size_is_positive"),
            models.CheckConstraint(
                condition=models.Q(kind__in=list(map(str, Kind))),
                name="files_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return str(self.original_name)

    @property
    def path(self) -> Path:
        """Where the bytes lie."""
        return place(self.uid)

    @property
    def media_type(self) -> str:
        """The type by which the file is given out, from what its bytes are."""
        return Kind(self.kind).media_type

    @property
    def generated_name(self) -> str:
        """A name that is safe on every system: the uid's beginning and the true extension."""
        return f"{self.uid.hex[:12]}.{self.kind}"

    def read(self) -> bytes:
        """Return all bytes (at most the size limit of the store)."""
        return self.path.read_bytes()
