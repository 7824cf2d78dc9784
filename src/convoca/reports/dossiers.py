"""The dossier for the body above: English cover letter, summary table, a sheet per item, files."""

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from convoca.calls.models import Attachment, Contribution, SelectedItem, Selection
from convoca.calls.queries.selections import items_of
from convoca.calls.topics import ACTION_LINES
from convoca.files.models import StoredFile
from convoca.languages.dates import long_date
from convoca.languages.translated import shown
from convoca.members.models import Body, BodyKind
from convoca.standards.decree30 import Paragraph, body_paragraphs
from convoca.typesetting.documents import DossierDocument, DossierFile, DossierItem

LANGUAGE = "en"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def document_of(selection: Selection, *, dated: date, is_approved: bool) -> DossierDocument:
    """Return the dossier as it would leave today; before the approval it says so at its head.

    Raises typesetting's BadDocument for a list without items.
    """
    call, items = selection.call, items_of(selection)
    with override(LANGUAGE):
        subject = _("Contributions to %(day)s %(year)s") % {
            "day": english(call.edition.observance.name, call.edition.observance.main_language),
            "year": call.edition.year,
        }
        return DossierDocument(
            sender=_name(call.body, dated),
            recipient=_name(selection.forward_to, dated),
            subject=subject,
            place=call.letter.place,
            dated=dated,
            reference="" if is_approved else _("Draft for reading, not approved"),
            cover=_cover(selection, len(items)),
            items=tuple(_item(place, item) for place, item in enumerate(items, start=1)),
            signer_post=_for(call.body) % {"body": _name(call.body, dated)},
            language=LANGUAGE,
        )


def english(texts: Mapping[str, str], main: str) -> str:
    """Return a translated text in English, else as it was written."""
    return shown(texts, LANGUAGE, main).text


def _for(body: Body) -> str:
    """Return the words before a signer's body; English names of States have no article."""
    return _("For %(body)s") if body.kind == BodyKind.MEMBER_STATE else _("For the %(body)s")


def _name(body: Body, day: date) -> str:
    return english(body.name_on(day), body.main_language)


def _cover(selection: Selection, count: int) -> tuple[Paragraph, ...]:
    written = selection.cover_letter.get(LANGUAGE, "")
    if written:
        return body_paragraphs(written)
    call = selection.call
    theme = english(call.edition.theme, call.edition.main_language)
    return body_paragraphs(
        _(
            "Dear Sir or Madam,\n\n"
            "On the occasion of %(day)s (%(date)s), under the theme “%(theme)s”, agencies,"
            " provinces and enterprises were invited to share what they have learned. We have"
            " the honour to submit %(count)s of their contributions, chosen and approved for"
            " this purpose.\n\n"
            "Each item comes with its own sheet, in an English text that was checked by a"
            " person, and its sender has agreed that it be sent to you.\n\n"
            "Yours faithfully,"
        )
        % {
            "day": english(call.edition.observance.name, call.edition.observance.main_language),
            "date": long_date(call.edition.date, LANGUAGE),
            "theme": theme,
            "count": count,
        }
    )


def _item(place: int, item: SelectedItem) -> DossierItem:
    one = item.contribution
    main = one.main_language
    return DossierItem(
        title=english(one.title, main),
        kind=str(one.get_kind_display()),
        organisation=english(one.author_names, main),
        body=_body(one),
        original_title=one.title[main] if main != LANGUAGE else "",
        original_language=main if main != LANGUAGE else "",
        goals=tuple(f"SDG {number}" for number in one.sdgs),
        action_lines=tuple(ACTION_LINES[code].short for code in one.action_lines),
        consent=_("Its sender has agreed that it be sent to you.") if one.consent_forward else "",
        links=(one.web_address,) if one.web_address else (),
        files=tuple(
            DossierFile(path, file.stored.size, file.stored.sha256)
            for path, file in attachment_paths(place, item)
        ),
    )


def _body(one: Contribution) -> tuple[Paragraph, ...]:
    main = one.main_language
    texts = [english(one.summary, main), english(one.text, main), *_activity(one)]
    return tuple(paragraph for text in texts if text for paragraph in body_paragraphs(text))


def _activity(one: Contribution) -> Iterator[str]:
    held = getattr(one, "activity", None)
    if held is None:
        return
    days = long_date(held.starts_on, LANGUAGE)
    if held.ends_on != held.starts_on:
        days = f"{days} – {long_date(held.ends_on, LANGUAGE)}"
    yield _("Held: %(days)s") % {"days": ", ".join(part for part in (days, held.place) if part)}
    if held.organiser:
        yield _("Organiser: %(name)s") % {"name": held.organiser}
    if held.reached is not None:
        yield _("People reached: %(count)s") % {"count": f"{held.reached:,}"}
    result = english(held.result, one.main_language)
    if result:
        yield _("Result: %(result)s") % {"result": result}


def attachment_paths(place: int, item: SelectedItem) -> list[tuple[str, Attachment]]:
    """Return each file of the item at `place` with its path in the ZIP, plain and unmistakable."""
    files = list(item.contribution.attachments.all())
    return [
        (f"attachments/item-{place:02d}-{number}-{_plain(file.stored)}", file)
        for number, file in enumerate(files, start=1)
    ]


def _plain(stored: StoredFile) -> str:
    stem = stored.original_name.rpartition(".")[0] or stored.original_name
    bare = unicodedata.normalize("NFD", stem.lower().replace("đ", "d"))
    words = re.sub("[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode()).strip("-")
    return f"{words[:60] or 'file'}.{stored.kind}"


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the parts as a ZIP; the same parts give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for path, content in parts:
            archive.writestr(zipfile.ZipInfo(path, _FIXED_TIME), content)
    return made.getvalue()


def digest(content: bytes) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()
