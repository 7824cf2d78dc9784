"""From the lines of Kính gửi and Nơi nhận to those who are sent the letter, on its day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from convoca.letters.models import AddressLine, Letter, LineKind
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.queries import expand, mail_addresses


@dataclass(frozen=True, slots=True)
class Reached:
    """One who is sent the letter: a body, or words with an address (`body` is None)."""

    line: AddressLine
    kind: str
    name: str
    body: Body | None = None
    emails: tuple[str, ...] = field(default_factory=tuple)


def reached(letter: Letter) -> list[Reached]:
    """Return who is sent the letter on its day (today before it is dated), each body once.

    Addressees come before copies, in the order of the letter's lines. A line that names neither
    a group nor a body nor an address reaches nobody.
    """
    day = letter.dated or today()
    found = list(_once(_each(letter, day)))
    addresses = mail_addresses([one.body for one in found if one.body], on=day)
    return [_with_addresses(one, addresses) for one in found]


def _each(letter: Letter, day: date) -> Iterator[Reached]:
    lines = letter.lines.select_related("group__owner", "group__rule_under", "body")
    for line in sorted(lines, key=_place):
        if line.group is not None:
            for body in expand(group=line.group, on=day):
                yield _body(letter, line, body, day)
        elif line.body is not None:
            yield _body(letter, line, line.body, day)
        elif line.email:
            yield Reached(line, line.kind, line.text, emails=(line.email,))


def _place(line: AddressLine) -> tuple[bool, int]:
    return line.kind != LineKind.ADDRESSEE, line.position


def _body(letter: Letter, line: AddressLine, body: Body, day: date) -> Reached:
    names = body.name_on(day)
    name = names.get(letter.main_language) or names.get(body.main_language) or str(names)
    return Reached(line, line.kind, name, body, (line.email,) if line.email else ())


def _once(every: Iterator[Reached]) -> Iterator[Reached]:
    seen: set[object] = set()
    for one in every:
        key = one.body.pk if one.body else one.emails
        if key not in seen:
            seen.add(key)
            yield one


def _with_addresses(one: Reached, addresses: dict[int, list[str]]) -> Reached:
    if one.emails or one.body is None:
        return one
    return Reached(one.line, one.kind, one.name, one.body, tuple(addresses[one.body.pk]))
