"""Where Django lays an upload down while it reads it: where the file will stay."""

import tempfile
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler

from convoca.files.keeping import incoming


class IncomingUpload(TemporaryUploadedFile):
    """An upload in the incoming folder; gone when it is closed, unless it was kept."""

    def __init__(
        self, name: str, content_type: str, size: int, charset: str | None, **extra: Any
    ) -> None:
        # Django's own would lie in a folder that a setting names and that must be there first.
        file = tempfile.NamedTemporaryFile(dir=incoming(), suffix=".upload")  # noqa: SIM115 - kept open
        UploadedFile.__init__(self, file, name, content_type, size, charset, **extra)


class IncomingUploadHandler(TemporaryFileUploadHandler):
    """Lays an upload into the incoming folder, so that keeping it needs no second copy."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file of the form."""
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = IncomingUpload(
            self.file_name or "",
            self.content_type or "",
            0,
            self.charset,
            content_type_extra=self.content_type_extra,
        )
