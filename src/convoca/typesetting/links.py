"""Where words may lead: web and mail addresses only."""

from urllib.parse import urlsplit

from convoca.typesetting.errors import BadDocument

_SCHEMES = {"http", "https", "mailto"}


def checked_url(url: str) -> str:
    """Return the address when it is http, https or mailto; `BadDocument` for any other scheme."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError as error:
        raise BadDocument(f"{url!r} is no address.") from error
    if scheme not in _SCHEMES or any(c.isspace() for c in url):
        raise BadDocument(f"A link may lead to a web or mail address, not to {url!r}.")
    return url
