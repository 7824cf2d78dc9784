"""Giving a file out so that it cannot do anything in the reader's browser."""

from urllib.parse import quote

from django.http import FileResponse

from convoca.files.kinds import Kind
from convoca.files.models import StoredFile

_SHOWN_INLINE = {Kind.PDF, Kind.PNG, Kind.JPG}


def download(stored: StoredFile, *, inline: bool = False) -> FileResponse:
    """Return the file's bytes. The caller has seen that the reader may have them.

    `inline` shows pictures and PDF in the browser; everything else is always saved. The answer
    is never kept by a shared cache and runs in a sandbox of its own.
    """
    shown = inline and Kind(stored.kind) in _SHOWN_INLINE
    answer = FileResponse(stored.path.open("rb"), content_type=stored.media_type)
    for name, value in _headers(stored, shown=shown).items():
        answer[name] = value
    return answer


def _headers(stored: StoredFile, *, shown: bool) -> dict[str, str]:
    return {
        "Content-Length": str(stored.size),
        "Content-Disposition": disposition(stored, inline=shown),
        "X-Content-Type-Options": "nosniff",
        # django-csp leaves an answer alone that already says its own policy.
        "Content-Security-Policy": _policy(stored, shown=shown),
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }


def _policy(stored: StoredFile, *, shown: bool) -> str:
    # Chromium shows no PDF inside a sandbox; its viewer has one of its own.
    if shown and stored.kind == Kind.PDF:
        return "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
    return "sandbox; default-src 'none'; style-src 'unsafe-inline'"


def disposition(stored: StoredFile, *, inline: bool = False) -> str:
    """Return the header with a generated plain name and the given one beside it (RFC 6266)."""
    stem = stored.original_name.rpartition(".")[0] or stored.original_name
    full = quote(f"{stem}.{stored.kind}", safe="")
    how = "inline" if inline else "attachment"
    return f"{how}; filename=\"{stored.generated_name}\"; filename*=UTF-8''{full}"
