"""What strangers get: every action and every page of a room tried as each of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from uuid import uuid4

from django.urls import URLPattern, reverse

from accounts.made import PASSWORD, user_with
from conferences.made import World
from convoca.journal.actors import ANONYMOUS, Actor
from convoca.journal.refusals import NotPermitted
from members import made as members_made

Attempt = Callable[[Actor], object]


def strangers(world: World) -> list[Actor]:
    """The signed-out visitor, the wrong body, the wrong role."""
    return [
        ANONYMOUS,
        world.focal_point,
        members_made.actor("secretariat", at=world.state),
        members_made.actor("administrator", "specialist", "signer", "reviewer", at=world.itu),
    ]


def let_through(world: World, attempts: Mapping[str, Attempt]) -> list[tuple[str, str]]:
    """The attempts that were not refused, each with its actor; other refusals are raised."""
    found = []
    for by in strangers(world):
        for name, attempt in attempts.items():
            try:
                attempt(by)
            except NotPermitted:
                continue
            found.append((name, by.name))
    return found


def addresses(
    namespace: str, patterns: Iterable[URLPattern], known: Mapping[str, object]
) -> dict[str, str]:
    """An address for each page of a room; rows that are not in `known` are of no such uid."""
    found = {}
    for pattern in patterns:
        names = re.findall(r"<\w+:(\w+)>", str(pattern.pattern))
        values = {name: known.get(name, uuid4()) for name in names}
        found[str(pattern.name)] = reverse(f"{namespace}:{pattern.name}", kwargs=values)
    return found


def answers(client, world: World, pages: Mapping[str, str]) -> dict[str, set[int]]:
    """How each page answers reading and sending by each stranger with an account or without."""
    found: dict[str, set[int]] = {name: set() for name in pages}
    for role, body in ((None, None), ("secretariat", world.state), ("administrator", world.itu)):
        if role:
            client.force_login(user_with(role, body, password=PASSWORD))
        for name, address in pages.items():
            found[name] |= {client.get(address).status_code, client.post(address).status_code}
    return found
