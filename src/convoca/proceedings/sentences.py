"""The sentences of a day's news, filled from the records in the language that is active.

Each sentence is made only where the records hold what it says. What a speaker said is told as it
was noted: in short and in our words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from convoca.conferences.facts import Versioned, worded
from convoca.conferences.models import Edition, Event, EventKind, Figure, Speech
from convoca.languages.dates import long_date
from convoca.members.models import Body
from convoca.proceedings.models import AgendaItem, Commitment, Decision

SHOWN_TODAY = (EventKind.SUMMIT,)
BESIDES = (EventKind.WORKSHOP, EventKind.SIDE_EVENT)


@dataclass(frozen=True)
class Records:
    """Everything of one day that the news is made from."""

    edition: Edition
    day: date
    figures: dict[str, Figure]
    themes: list[str]
    events: list[Event]
    kinds: frozenset[str]
    posts: list[AgendaItem]
    commitments: list[Commitment]
    decisions: list[Decision]
    # A member named among those who came, such as the State of the readers.
    named: Body | None = None
    # How many members have said that they come.
    coming: int = 0

    @property
    def is_opening(self) -> bool:
        """Say whether this is the first day."""
        return self.day == self.edition.opens

    def rows(self) -> list[Versioned]:
        """Return the rows that the news rests on."""
        said = [speech for event in self.events for speech in event.speeches.all()]
        return [self.edition, *self.figures.values(), *self.events, *said, *self.commitments]


def title(records: Records) -> str:
    """Return the headline of the day."""
    told = {"edition": str(records.edition), "day": _day(records.day)}
    if records.is_opening:
        return _("%(edition)s opens") % told
    return _("%(edition)s: %(day)s") % told


def body(records: Records) -> str:
    """Return the text of the day, a paragraph for each matter."""
    before = [" ".join(part(records)) for part in (_opening, _attendance, _agenda)]
    after = [" ".join(part(records)) for part in (_today, _promises, _decided)]
    # Who spoke has a paragraph of their own.
    return "\n\n".join(text for text in [*before, *_ceremony(records), *after] if text)


def _day(day: date) -> str:
    language = get_language() or "en"
    text = long_date(day, language)
    # Days of the week have small letters in Vietnamese, within a sentence.
    return text[:1].lower() + text[1:] if language == "vi" else text


def _opening(records: Records) -> Iterator[str]:
    edition = records.edition
    told = {
        "day": _day(records.day),
        "opens": _day(edition.opens),
        "closes": _day(edition.closes),
        "series": worded(edition.series.name, edition.series.main_language),
        "union": edition.series.body.abbreviation or _name(edition.series.body),
        "city": worded(edition.city, edition.main_language),
        "host": _name(edition.host) if edition.host else "",
        "years": edition.series.every_years,
    }
    if records.is_opening and told["city"] and told["host"]:
        text = _("%(day)s: the %(series)s of %(union)s opened in %(city)s, %(host)s.") % told
        yield text[:1].upper() + text[1:]
    yield (
        ngettext(
            "It is held every year; this time it lasts from %(opens)s to %(closes)s.",
            "It is held every %(years)s years; this time it lasts from %(opens)s to %(closes)s.",
            edition.series.every_years,
        )
        % told
    )


def _attendance(records: Records) -> Iterator[str]:
    countries = records.figures.get("countries-news")
    if countries is None:
        if records.coming:
            yield ngettext(
                "A delegation of %(count)s member is taking part.",
                "Delegations of %(count)s members are taking part.",
                records.coming,
            ) % {"count": records.coming}
        return
    if records.named:
        yield _(
            "Ministers, deputy ministers and senior officials of %(count)s States "
            "and territories are taking part, %(named)s among them."
        ) % {"count": _number(countries), "named": _name(records.named)}
    else:
        yield _(
            "Ministers, deputy ministers and senior officials of %(count)s States "
            "and territories are taking part."
        ) % {"count": _number(countries)}
    yield _("They discuss worldwide questions of information technology and telecommunication.")


def _number(figure: Figure) -> str:
    if figure.at_least:
        return _("more than %(count)s") % {"count": figure.value}
    return str(figure.value)


def _agenda(records: Records) -> Iterator[str]:
    if records.themes:
        themes = "; ".join(_small(theme) for theme in records.themes)
        yield _("The main themes of the agenda: %(themes)s.") % {"themes": themes}
    seats = records.figures.get("seats")
    if seats is not None and records.posts:
        first = records.posts[0]
        yield _(
            "%(seats)s seats are to be filled by election, that of the %(post)s among them, for a "
            "term of %(years)s years."
        ) % {
            "seats": seats.value,
            "post": worded(first.name, first.main_language),
            "years": records.edition.series.every_years,
        }
    besides = [kind for kind in BESIDES if kind in records.kinds]
    if EventKind.PLENARY in records.kinds and len(besides) == len(BESIDES):
        yield _("Besides the plenary meetings there are many workshops and side events.")


def _ceremony(records: Records) -> Iterator[str]:
    for event in records.events:
        for speech in event.speeches.all():
            yield from _spoken(event, speech)


def _spoken(event: Event, speech: Speech) -> Iterator[str]:
    said = [_small(worded(one.text, one.main_language)) for one in speech.statements.all()]
    if not said:
        return
    speaker = speech.speaker
    yield _("At the %(event)s, %(name)s, %(office)s, %(said)s.") % {
        "event": _small(worded(event.name, event.main_language)),
        "name": speaker.name,
        "office": worded(speaker.office, ""),
        "said": "; ".join(said),
    }


def _today(records: Records) -> Iterator[str]:
    held = [event for event in records.events if event.kind in SHOWN_TODAY]
    if held:
        names = "; ".join(worded(event.name, event.main_language) for event in held)
        yield _("Held the same day: %(names)s.") % {"names": names}
    companies = records.figures.get("companies")
    host = records.edition.host
    for event in records.events:
        if event.kind == EventKind.EXHIBITION and event.day == records.day and companies and host:
            yield _(
                "The %(name)s opened as well: %(count)s companies of the host, %(host)s, and of "
                "other countries take part."
            ) % {
                "name": _small(_bare(worded(event.name, event.main_language))),
                "count": companies.value,
                "host": _name(host),
            }


def _promises(records: Records) -> Iterator[str]:
    for promise in records.commitments:
        yield _("Promised by %(by)s to %(to)s: %(what)s.") % {
            "by": _name(promise.promised_by),
            "to": _small(worded(promise.promised_to, promise.main_language)),
            "what": _small(worded(promise.what, promise.main_language)),
        }


def _decided(records: Records) -> Iterator[str]:
    for decision in records.decisions:
        meeting = decision.meeting
        if meeting is not None:
            yield _("%(meeting)s decided: %(text)s.") % {
                "meeting": worded(meeting.event.name, meeting.event.main_language),
                "text": _small(worded(decision.text, decision.main_language)),
            }


def _name(body: Body) -> str:
    return worded(body.name, body.main_language)


def _bare(name: str) -> str:
    # The number of companies is told by the sentence itself.
    return name.split(",", maxsplit=1)[0].split(" with ", maxsplit=1)[0]


def _small(text: str) -> str:
    """Return a noted text as part of a sentence: no full stop, a small letter unless a name."""
    bare = text.strip().rstrip(".")
    first = bare.split(" ", maxsplit=1)[0]
    is_name = len(first) > 1 and first[:2].isupper()
    return bare if is_name else bare[:1].lower() + bare[1:]
