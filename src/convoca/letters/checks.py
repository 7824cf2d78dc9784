"""What stops a letter from being submitted, and what the form check is warned of.

Every warning names its source in Decree 30/2020/NĐ-CP.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.letters.content import LetterText
from convoca.letters.documents import Heading, archive_of, document_of, form_of, signing_of
from convoca.letters.models import Letter
from convoca.members.periods import today
from convoca.standards.decree30 import (
    AS_ABOVE,
    BrokenRule,
    body_paragraphs,
    checked_symbol,
    refuse_state_secrets,
)
from convoca.typesetting.documents import DECREE_30
from convoca.typesetting.engine import unprintable
from convoca.typesetting.errors import BadDocument, UnprintableText

_HONOURS = re.compile(r"^(GS|PGS|TS|ThS|NGND|NGƯT|TTND|TTƯT|Dr|Prof)\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning of the form: what, and by which rule."""

    text: str
    source: str = ""


def refuse_secrets(text: str) -> None:
    """Raise ValidationError, naming the law, when the text carries a mark of state secrecy."""
    try:
        refuse_state_secrets(text)
    except BrokenRule as broken:
        raise ValidationError(words_of(broken), code="state-secret") from broken


def words_of(broken: BrokenRule) -> str:
    """Return a broken rule in the reader's language, with its source."""
    return f"{broken.words(get_language() or 'en')} ({broken.source})"


def problems(text: LetterText, heading: Heading) -> list[str]:
    """Return what must be mended before the letter can be submitted."""
    missing = [
        (text.subject, _("The abstract is missing.")),
        (text.body.strip(), _("The letter has no text.")),
        (text.symbol, _("The symbol is missing.")),
        (text.place, _("The place is missing.")),
        (text.signer_name, _("The signer's name is missing.")),
        (text.addressees, _("The letter is addressed to nobody.")),
    ]
    found = [sentence for given, sentence in missing if not given]
    found += [sentence for check in _rules(text) if (sentence := _broken(check))]
    return found or _unprintable(text, heading)


def _rules(text: LetterText) -> Iterator[Callable[[], object]]:
    if text.symbol:
        yield lambda: checked_symbol(text.symbol)
    yield lambda: signing_of(text)
    yield lambda: archive_of(text)


def _broken(check: Callable[[], object]) -> str:
    try:
        check()
    except BrokenRule as broken:
        return words_of(broken)
    return ""


def _unprintable(text: LetterText, heading: Heading) -> list[str]:
    try:
        document_of(text, heading, draft=False)
        if absent := unprintable(text.all_words()):
            raise UnprintableText(absent)
    except BrokenRule as broken:
        return [words_of(broken)]
    except BadDocument as bad:
        return [bad.words(get_language() or "en")]
    return []


def form_warnings(letter: Letter, text: LetterText) -> list[Warned]:
    """Return what the form checker should look at; none of it stops the letter.

    The decree's own rules are not asked of a letter in another form.
    """
    if form_of(letter.issuer) is not DECREE_30:
        return [*_reach(text), *_year(letter)]
    checks = (_closing, _posts, _lists, _abstract, _reach)
    found = [warned for check in checks for warned in check(text)]
    return [*found, *_symbol_parts(letter, text), *_year(letter)]


def _closing(text: LetterText) -> Iterator[Warned]:
    paragraphs = body_paragraphs(text.body)
    if paragraphs and not paragraphs[-1].text.rstrip("*").endswith("./."):
        yield Warned(_("The text does not end with “./.”."), "App. III, 1.5")


def _posts(text: LetterText) -> Iterator[Warned]:
    if _HONOURS.match(text.signer_name):
        yield Warned(
            _("The signer's name carries an academic title or honour."), "App. I, part I, II.7"
        )


def _lists(text: LetterText) -> Iterator[Warned]:
    first = text.copies_to[0].text if text.copies_to else ""
    if text.document_type == "Công văn" and AS_ABOVE.lower() not in first.lower():
        yield Warned(_("“Nơi nhận” does not begin with “Như trên”."), "App. I, part I, II.9")
    if "VT" not in [part.strip() for part in text.archive_units.split(",")]:
        yield Warned(_("The records office (VT) keeps no copy."), "App. I, part I, II.9")
    if not text.drafter_mark:
        yield Warned(_("The drafter's mark is missing."), "App. I, part I, III.4")


def _abstract(text: LetterText) -> Iterator[Warned]:
    if re.match(r"(v/v|về việc)\b", text.subject, re.IGNORECASE):
        yield Warned(_("“V/v” is printed by itself; the abstract begins after it."))
    if text.subject.endswith("."):
        yield Warned(_("The abstract ends with a full stop."), "App. I, part I, II.5")
    if len(text.subject) > 160:
        yield Warned(_("The abstract is long; it should be short."), "App. I, part I, II.5")


def _reach(text: LetterText) -> Iterator[Warned]:
    for line in text.addressees:
        if not (line.group or line.body or line.email):
            yield Warned(
                _("“%(line)s” is neither a group nor a body: nobody is sent the letter by it.")
                % {"line": line.text}
            )


def _symbol_parts(letter: Letter, text: LetterText) -> Iterator[Warned]:
    parts = text.symbol.split("-")
    for body in (letter.issuer, letter.drafting_unit):
        if body.abbreviation and body.abbreviation not in parts:
            yield Warned(
                _("The symbol %(symbol)s does not name %(abbreviation)s.")
                % {"symbol": text.symbol, "abbreviation": body.abbreviation},
                "App. I, part I, II.3",
            )


def _year(letter: Letter) -> Iterator[Warned]:
    if not letter.is_numbered and letter.year != today().year:
        yield Warned(
            _("The draft says %(year)s; signed today it would carry %(now)s.")
            % {"year": letter.year, "now": today().year}
        )
