"""The year's visual of an edition: its words in a language, in the forms that people take away."""

from django.conf import settings

from convoca.calls.models import Edition
from convoca.languages.dates import long_date
from convoca.languages.translated import Translated
from convoca.letters.content import Annex
from convoca.typesetting.documents import Visual, visual_pdf, visual_png, visual_svg

FORMATS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


def languages_of(edition: Edition) -> list[tuple[str, str]]:
    """Return (code, name) of the languages in which both the day and its theme are written."""
    written = set(edition.observance.name) & (set(edition.theme) or set(edition.observance.name))
    return [(code, str(name)) for code, name in settings.LANGUAGES if code in written]


def words(edition: Edition, code: str) -> Visual:
    """Return the words of the visual in a language; raises KeyError where there are none."""
    return Visual(
        day_name=edition.observance.name[code],
        theme=edition.theme.get(code, ""),
        date_text=long_date(edition.date, code).partition(", ")[2] or long_date(edition.date, code),
        year=edition.year,
        language=code,
        seed=edition.observance.slug,
    )


def annex_of(edition: Edition) -> Annex:
    """Return the edition's visual as the annex of a letter, in each language that it has."""
    codes = [code for code, _name in languages_of(edition)]
    return Annex(
        title=Translated({code: edition.observance.name[code] for code in codes}),
        theme=Translated({code: edition.theme[code] for code in codes if code in edition.theme}),
        day=edition.date,
        seed=edition.observance.slug,
    )


def drawn(edition: Edition, code: str, form: str) -> bytes:
    """Return the visual's bytes; `form` is a key of `FORMATS`."""
    visual = words(edition, code)
    if form == "svg":
        return visual_svg(visual).encode()
    return visual_png(visual) if form == "png" else visual_pdf(visual)
