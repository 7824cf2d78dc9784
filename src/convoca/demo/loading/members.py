"""The union, its Member States, and the Government of Viet Nam as it stood in 2024."""

from datetime import date

from convoca.demo import facts
from convoca.demo.facts.bodies import BodyKind
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.members.actions import create_body, create_group
from convoca.members.models import Body

DAY = date(2024, 5, 17)
KINDS = list(BodyKind)  # ministries before agencies


def standing() -> list[facts.Body]:
    """Return the bodies that stood on the day of the letter, and the State admitted since."""
    return [fact for fact in facts.bodies().values() if fact.stands_on(DAY) or _is_admitted(fact)]


def _is_admitted(fact: facts.Body) -> bool:
    return fact.kind is BodyKind.MEMBER_STATE and fact.valid_to is None


def load_members(*, by: Actor) -> dict[str, Body]:
    """Create the bodies of 17 May 2024 and their address groups; return the bodies by key.

    Bodies enter without a last day: what became of them in 2025 is for the administrator to
    enter, as a merger with its preview.
    """
    bodies: dict[str, Body] = {}
    for fact in standing():
        bodies[fact.key] = _body(fact, by=by, parent=bodies.get(fact.parent))
    for place, group in enumerate(facts.groups().values(), start=1):
        create_group(
            by=by,
            owner=bodies[group.owner],
            key=group.key,
            name=Translated(group.names),
            members=[bodies[fact.key] for fact in _members_of(group.key)],
            rule_kinds=group.kinds,
            rule_under=bodies[group.owner] if group.kinds else None,
            sort_order=place,
            main_language="vi" if group.owner.startswith("vn-") else "en",
        )
    return bodies


def _members_of(group: str) -> list[facts.Body]:
    held = [fact for fact in standing() if group in fact.groups]
    return sorted(held, key=lambda fact: (KINDS.index(fact.kind), fact.sort_order))


def _body(fact: facts.Body, *, by: Actor, parent: Body | None) -> Body:
    is_state = fact.region is not None
    return create_body(
        by=by,
        key=fact.key,
        kind=fact.kind,
        name=Translated(fact.names),
        parent=parent,
        main_language="vi" if fact.key.startswith("vn-") else "en",
        abbreviation=fact.abbreviation,
        email=fact.email,
        valid_from=fact.valid_from,
        sort_order=fact.sort_order,
        country_code=fact.iso2 if is_state else "",
        region=fact.region.letter if fact.region else "",
        region_status=fact.region.grade if fact.region else "",
        french_order=fact.sort_order if is_state else None,
    )
