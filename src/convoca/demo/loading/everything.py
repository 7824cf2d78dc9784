"""The whole demo in one transaction: it is there, or it is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from convoca.accounts.models import User
from convoca.calls.models import Edition
from convoca.conferences.models import Edition as Conference
from convoca.demo.loading.accounts import load_accounts
from convoca.demo.loading.busan import KEY as BUSAN
from convoca.demo.loading.busan import load_busan
from convoca.demo.loading.busan_elections import load_elections
from convoca.demo.loading.busan_programme import load_programme
from convoca.demo.loading.letters import load_last_years, load_this_years
from convoca.demo.loading.members import load_members
from convoca.demo.loading.observances import load_observance
from convoca.demo.loading.replies import load_replies
from convoca.demo.loading.reviews import load_reviews
from convoca.journal.actors import Actor, ActorKind
from convoca.members.models import Body

LOADER = Actor(kind=ActorKind.COMMAND, uid="convoca demo", name="convoca demo")


def is_loaded() -> bool:
    """Say whether the demo's accounts are there."""
    return User.objects.exists()


@dataclass(frozen=True)
class House:
    """What the stories of the demo build on, by the keys of the facts."""

    bodies: Mapping[str, Body]
    users: Mapping[str, User]
    editions: Mapping[int, Edition]


@transaction.atomic
def load_house() -> House:
    """Play in the members, the posts, the observance and the letter of the year before."""
    bodies = load_members(by=LOADER)
    users = load_accounts(by=LOADER, bodies=bodies)
    editions = load_observance(by=LOADER, bodies=bodies)
    load_last_years(by=LOADER, bodies=bodies, editions=editions)
    return House(bodies, users, editions)


@transaction.atomic
def load_everything() -> None:
    """Play in both cases: the ministry's letter with its samples, and the conference of Busan."""
    house = load_house()
    call = load_this_years(users=house.users, bodies=house.bodies, editions=house.editions)
    sent = load_replies(call=call, users=house.users, bodies=house.bodies)
    load_reviews(call=call, contributions=sent, users=house.users, bodies=house.bodies)
    load_busan(by=LOADER, bodies=house.bodies, users=house.users)
    busan = Conference.objects.get(key=BUSAN)
    load_programme(by=LOADER, edition=busan, bodies=dict(house.bodies))
    load_elections(by=LOADER, edition=busan, bodies=house.bodies)
