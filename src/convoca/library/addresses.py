"""What a reader's address asks for, read and written; unknown values are as if left out."""

import re
from collections.abc import Callable
from urllib.parse import quote, urlencode

from django.http import QueryDict

from convoca.calls.models import Shelf
from convoca.calls.topics import ACTION_LINES, GOALS, Kind
from convoca.journal.actors import Actor
from convoca.library.queries.searching import FACETS, Narrowed
from convoca.library.rules import belongs_to_an_agency, shelves
from convoca.members.models import BodyKind
from convoca.members.periods import today

MOST_TYPED = 200
ORDERS = ("newest", "title")

_KNOWN: dict[str, Callable[[str], object]] = {
    "kind": lambda value: value in Kind.values,
    "sdg": lambda value: value in {str(number) for number in GOALS},
    "line": lambda value: value in ACTION_LINES,
    "year": lambda value: re.fullmatch(r"(19|20)\d\d", value, re.ASCII),
    "body": lambda value: value in BodyKind.values,
    "shelf": lambda value: value in Shelf.values,
    "language": lambda value: re.fullmatch(r"[a-z]{2,3}(-[a-zA-Z]{2,8})?", value),
}


def narrowed(given: QueryDict, by: Actor) -> Narrowed:
    """Read the address for this reader: shelves he may not read are not there for him."""
    of_agency = belongs_to_an_agency(by)
    chosen = {name: given.get(name, "") for name in FACETS}
    order = given.get("order", "")
    return Narrowed(
        shelves=shelves(by),
        words=given.get("q", "")[:MOST_TYPED],
        chosen={
            name: value
            for name, value in chosen.items()
            if value and _KNOWN[name](value) and (name != "shelf" or of_agency)
        },
        order=order if order in ORDERS else "",
        due_on=today() if of_agency and given.get("due") == "1" else None,
    )


def query(asked: Narrowed) -> str:
    """Write the same as the query of an address, `?` included; `?` alone for all."""
    pairs = [("q", asked.words), *((name, asked.chosen.get(name, "")) for name in FACETS)]
    pairs += [("order", asked.order), ("due", "1" if asked.due_on else "")]
    return "?" + urlencode([(name, value) for name, value in pairs if value])


def with_value(others: str, facet: str, value: str) -> str:
    """Add a facet's value to an address written by `query`."""
    return f"{others}{'&' if len(others) > 1 else ''}{facet}={quote(value)}"
