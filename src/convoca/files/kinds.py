"""The kinds of files that the store knows, with their extensions, media types and beginnings."""

from enum import StrEnum


class Kind(StrEnum):
    """What a file is, by its bytes. The value is also its extension."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    PNG = "png"
    JPG = "jpg"
    EML = "eml"
    TXT = "txt"
    CSV = "csv"
    ZIP = "zip"

    @property
    def media_type(self) -> str:
        """The IANA media type."""
        return _MEDIA_TYPES[self]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: f"{_OFFICE}.wordprocessingml.document",
    Kind.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    Kind.PPTX: f"{_OFFICE}.presentationml.presentation",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.PNG: "image/png",
    Kind.JPG: "image/jpeg",
    Kind.EML: "message/rfc822",
    Kind.TXT: "text/plain; charset=utf-8",
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.ZIP: "application/zip",
}
EXTENSIONS = {str(kind): kind for kind in Kind} | {"jpeg": Kind.JPG}
# What a person may hand in everywhere; a caller that can read mail or tables allows them too.
DEFAULT_KINDS = frozenset({Kind.PDF, Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.PNG, Kind.JPG})
