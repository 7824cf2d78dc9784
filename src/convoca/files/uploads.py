"""Where Django lays an upload down while it reads it: where the file will stay."""

from typing import Any

from django.core.files.uploadhandler import TemporaryFileUploadHandler

from convoca.files.keeping import incoming


class IncomingUploadHandler(TemporaryFileUploadHandler):
    """Lays an upload into the incoming folder, so that keeping it needs no second copy."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """See that the folder is there."""
        incoming()
        super().new_file(*args, **kwargs)
