"""The summary report (báo cáo tổng hợp) in sentences, from the facts of a call."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from convoca.calls.models import Answer, Reply
from convoca.calls.topics import Kind
from convoca.languages.dates import short_date
from convoca.languages.translated import shown
from convoca.members.models import BodyKind
from convoca.reports.queries.numbers import Facts, Item
from convoca.reports.sentences import (
    Number,
    Section,
    Sentence,
    reply_link,
    rows_url,
    sentence,
)


class Summary:
    """The sections of the report in one language, the reader's or the document's."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts, self.language = facts, language

    def number(self, key: str, kind: str | None = None) -> Number:
        """Return a number with the address of its rows."""
        rows = "counted" if key == "reached" else key
        url = rows_url(self.facts.call, rows, kind)
        return Number(key, self.facts.count(key, kind), url, kind)

    def sections(self) -> tuple[Section, ...]:
        """Return the report's parts in their order."""
        return (
            self.dispatch(),
            self.answers(),
            self.activities(),
            self.contributions(),
            self.choice(),
            self.difficulties(),
            self.proposals(),
        )

    def _say(
        self, words: str, said: Mapping[str, str] | None = None, *, listed: bool = False
    ) -> Sentence:
        return sentence(words, self.number, said, listed=listed)

    def dispatch(self) -> Section:
        """How the letter went out."""
        letter = self.facts.call.letter
        said = {
            "letter": letter.number_and_symbol,
            "day": short_date(letter.dated, self.language) if letter.dated else "…",
        }
        words = _(
            "Letter {letter} of {day} was addressed to {addressed} bodies and sent to {sent}:"
            " {delivered} deliveries were confirmed, {bounced} came back, and for {unconfirmed}"
            " there is no report."
        )
        return Section(_("How the letter went out"), (self._say(words, said),))

    def answers(self) -> Section:
        """Who answered and who did not, by kind of body."""
        told = [
            self._say(
                _(
                    "{answered} of {addressed} bodies have answered: {received} with content,"
                    " {letter_only} by official letter alone, {through} through a body to which"
                    " they handed the task on; {nothing} have nothing to report."
                )
            ),
            self._say(
                _(
                    "{owing} bodies have not answered: {handed_on} have handed the task on,"
                    " {drafted} have begun to write, {silent} are silent."
                )
            ),
        ]
        told += [self._kind_of_body(kind) for kind in self.facts.kinds_of_bodies]
        if self.facts.uninvited:
            told.append(self._say(_("{uninvited} bodies took part without having been addressed.")))
        return Section(_("Who answered"), tuple(told))

    def _kind_of_body(self, kind: str) -> Sentence:
        name = str(BodyKind(kind).label) if kind else _("others")
        return sentence(
            _("{kind}: {answered} of {addressed} have answered, {owing} have not."),
            lambda key: self.number(key, kind),
            {"kind": name[:1].upper() + name[1:]},
            listed=True,
        )

    def activities(self) -> Section:
        """What was held, and how many people it reached."""
        words = _(
            "{activities} activities were held; {counted} of them give a number of people"
            " reached, {reached} in all."
        )
        return Section(_("Activities held"), (self._say(words),))

    def contributions(self) -> Section:
        """What was shared, and what of it is published."""
        told = [self._say(_("{contributions} contributions came in."))]
        told += [self._kind_of_item(kind) for kind in self.facts.kinds_of_items]
        told.append(
            self._say(
                _(
                    "{public} items are published for everyone, {agencies} for agencies alone,"
                    " in the reference library."
                )
            )
        )
        return Section(_("What was shared"), tuple(told))

    def _kind_of_item(self, kind: str) -> Sentence:
        return sentence(
            _("{kind}: {contributions}"),
            lambda key: self.number(key, kind),
            {"kind": str(Kind(kind).label)},
            listed=True,
        )

    def choice(self) -> Section:
        """What was chosen for the body above."""
        to = self.above()
        words = _("{chosen} items have been chosen for {to}; {forwarded} have been sent.")
        told = [self._say(words, {"to": to})]
        for item in self.facts.came("chosen"):
            one = item.contribution
            title = shown(one.title, self.language, one.main_language).text
            author = shown(one.author_names, self.language, one.main_language).text
            told.append(Sentence((f"{title} ({author}){_answer(item)}",), True))
        return Section(_("Items chosen for %(to)s") % {"to": to}, tuple(told))

    def above(self) -> str:
        """Return how the body above is called: its abbreviation, else its name."""
        call = self.facts.call
        lists = [one.selection for item in self.facts.items for one in item.chosen]
        body = lists[0].forward_to if lists else call.forward_to
        if body is None:
            return _("the union")
        return body.abbreviation or shown(body.name, self.language, body.main_language).text

    def difficulties(self) -> Section:
        """What the bodies say hindered them, each with its reply; the drafter adds the rest."""
        told = [_told(one, one.difficulties) for one in self.facts.remarked if one.difficulties]
        fill = _("(To be filled in by the drafter.)")
        return Section(_("Difficulties"), tuple(told), to_fill=fill)

    def proposals(self) -> Section:
        """What the bodies propose and what follows from the numbers; the drafter adds the rest."""
        told = [_told(one, one.proposals) for one in self.facts.remarked if one.proposals]
        if self.facts.count("silent"):
            told.append(self._say(_("Remind the {silent} bodies that are silent."), listed=True))
        if self.facts.count("bounced"):
            told.append(self._say(_("Ask for the right address of {bounced} bodies."), listed=True))
        fill = _("(To be filled in by the drafter.)")
        return Section(_("Proposals"), tuple(told), to_fill=fill)


def _told(reply: Reply, words: str) -> Sentence:
    return Sentence((reply_link(reply), ": ", " ".join(words.split())), True)


def _answer(item: Item) -> str:
    answers = [one for one in item.chosen if one.answer != Answer.WAITING]
    return f": {answers[-1].get_answer_display()}" if answers else ""
