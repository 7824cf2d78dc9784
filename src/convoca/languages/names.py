"""What the languages of the interface are called, in the reader's language.

The languages of the first catalogues have words of ours; Django names any other that it knows, so
that a language written from right to left needs no more than its catalogues and the setting.
"""

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_OURS: dict[str, str | Promise] = {
    "vi": _("Vietnamese"),
    "en": _("English"),
    "fr": _("French"),
}


def named(codes: list[str]) -> list[tuple[str, str | Promise]]:
    """Return (code, name) of each language, in the order given.

    Raises ValueError for a code that names no language.
    """
    return [(code, _OURS[code] if code in _OURS else _named_by_django(code)) for code in codes]


def _named_by_django(code: str) -> str | Promise:
    if code not in LANG_INFO:
        raise ValueError(f"CONVOCA_LANGUAGES: “{code}” is no language that is known here")
    name = LANG_INFO[code]["name"]
    return _(name)
