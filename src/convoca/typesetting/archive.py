"""Office files with the same bytes for the same content: their ZIP carries no clock."""

import io
import zipfile

_NO_CLOCK = (1980, 1, 1, 0, 0, 0)


def without_clock(packed: bytes) -> bytes:
    """Write a ZIP anew with one fixed time for every member, in the same order."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as read,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for member in read.infolist():
            stamped = zipfile.ZipInfo(member.filename, _NO_CLOCK)
            stamped.compress_type = zipfile.ZIP_DEFLATED
            stamped.external_attr = 0o600 << 16
            written.writestr(stamped, read.read(member))
    return target.getvalue()
