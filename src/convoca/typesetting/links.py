"""Where words may lead: web and mail addresses only."""

from urllib.parse import urlsplit

from convoca.typesetting.errors import BadDocument

_SCHEMES = {"http", "https", "mailto"}


def checked_url(url: str) -> str:
    """Return the address when it is http, https or mailto; `BadDocument` for any other scheme."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError as error:
        raise _refused(url) from error
    if scheme not in _SCHEMES or any(c.isspace() for c in url):
        raise _refused(url)
    return url


def _refused(url: str) -> BadDocument:
    return BadDocument(
        f"A link may lead to a web or mail address, not to {url!r}.",
        f"Liên kết chỉ được dẫn đến địa chỉ web hoặc thư điện tử, không phải {url!r}.",
    )
