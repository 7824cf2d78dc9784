"""Beginning a draft: what is filled in from the unit, and from a pasted letter."""

from dataclasses import dataclass, replace
from functools import cache

from django.utils.translation import get_language

from convoca.journal.actors import Actor
from convoca.letters.actions.drafting import draft_letter
from convoca.letters.content import LetterText, LineText
from convoca.letters.documents import form_of
from convoca.letters.issuers import issuer_for
from convoca.letters.models import Letter
from convoca.letters.models.letter import NUMBERED
from convoca.letters.pasting import Find, finder, pasted
from convoca.letters.signals import annex_for
from convoca.members.models import AddressGroup, Body
from convoca.members.periods import today
from convoca.members.queries import standing
from convoca.standards.decree30.signing import Authority
from convoca.typesetting.documents import DECREE_30


@dataclass(frozen=True, slots=True)
class Notes:
    """What reading a pasted letter did not find, and its lines that stand in no field."""

    missing: tuple[str, ...]
    left_over: tuple[str, ...]


def starting_text(unit: Body) -> LetterText:
    """Return an empty letter with what the unit's last one says about signer, place and marks."""
    issuer = issuer_for(unit)
    last = (
        Letter.objects.filter(drafting_unit=unit, state__in=NUMBERED)
        .order_by("-dated", "-number")
        .first()
    )
    form = form_of(issuer)
    parts = [issuer.abbreviation, unit.abbreviation if unit.pk != issuer.pk else ""]
    text = LetterText(
        symbol="-".join(part for part in parts if part),
        authority=str(Authority.DEPUTY if form is DECREE_30 else Authority.HEAD),
        archive_units=", ".join(part for part in (form.records, unit.abbreviation) if part),
        copies_to=(LineText(form.as_above),),
        main_language=issuer.main_language,
    )
    if last is None:
        return text
    return replace(
        text,
        place=last.place,
        authority=last.authority,
        head_post=last.head_post,
        own_post=last.own_post,
        deputy_for=last.deputy_for,
        signer_name=last.signer_name,
        symbol=last.symbol,
    )


def begun(*, by: Actor, unit: Body, source: str) -> Letter:
    """Begin a letter from pasted text, which is kept whole beside it."""
    issuer = issuer_for(unit)
    groups = AddressGroup.objects.filter(owner__in=[issuer, unit])
    read = pasted(source, finder(groups, standing(on=today())))
    start = starting_text(unit)
    text = replace(
        read.text,
        symbol=read.text.symbol or start.symbol,
        place=read.text.place or start.place,
        main_language=issuer.main_language,
    )
    year = read.year or today().year
    if annex := annex_for(text.all_words(), year):
        text = text.with_annex(annex)
    return draft_letter(by=by, unit=unit, text=text, year=year, source_text=source)


def notes_on(letter: Letter) -> Notes | None:
    """Return what was not understood of the pasted text, or None for a letter not pasted."""
    if not letter.source_text:
        return None
    read = pasted(letter.source_text, LineText)
    language = get_language() or "en"
    return Notes(tuple(note.words(language) for note in read.notes), read.left_over)


def finder_for(letter: Letter) -> Find:
    """Return what finds the group or body that a typed line names; asks once, when first used."""

    @cache
    def found() -> Find:
        groups = AddressGroup.objects.filter(owner__in=[letter.issuer_id, letter.drafting_unit_id])
        return finder(groups, standing(on=letter.dated or today()))

    return lambda line: found()(line)
