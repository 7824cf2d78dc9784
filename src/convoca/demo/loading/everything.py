"""The whole demo in one transaction: it is there, or it is not."""

from django.db import transaction

from convoca.accounts.models import User
from convoca.demo.loading.accounts import load_accounts
from convoca.demo.loading.members import load_members
from convoca.journal.actors import Actor, ActorKind

LOADER = Actor(kind=ActorKind.COMMAND, uid="convoca demo", name="convoca demo")


def is_loaded() -> bool:
    """Say whether the demo's accounts are there."""
    return User.objects.exists()


@transaction.atomic
def load_everything() -> None:
    """Play in the members, the posts and the stories."""
    bodies = load_members(by=LOADER)
    load_accounts(by=LOADER, bodies=bodies)
