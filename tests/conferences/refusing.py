"""What strangers get: every action and every page of a room tried as each of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from uuid import uuid4

from django.urls import URLPattern, reverse

from accounts.made import user_with
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


def answers(client, world: World, pages: Mapping[str, str]) -> dict[str, list[int]]:
    """What a visitor who reads is answered by each page, and the wrong body that sends."""
    read = {name: client.get(address).status_code for name, address in pages.items()}
    client.force_login(user_with("secretariat", world.state))
    sent = {name: client.post(address, {"x": "y"}).status_code for name, address in pages.items()}
    return {name: [read[name], sent[name]] for name in pages}
