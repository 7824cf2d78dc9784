"""The demo's sign-ins: posts, not living people."""

from collections.abc import Mapping

from django.contrib.auth.hashers import make_password

from convoca.accounts.actions import create_account, grant_role
from convoca.accounts.models import User
from convoca.demo import facts
from convoca.journal.actors import Actor
from convoca.members.models import Body

# Said aloud by `make demo`: a demo's sign-ins are open to whoever can reach it.
PASSWORD = "trinh-dien-17-5"  # noqa: S105


def load_accounts(*, by: Actor, bodies: Mapping[str, Body]) -> dict[str, User]:
    """Create an account for every post of the facts, with its roles; return them by key."""
    users: dict[str, User] = {}
    for post in facts.posts().values():
        language = "vi" if post.body.startswith("vn-") else "en"
        user = create_account(
            by=by, email=post.email, name=post.titles[language], language=language
        )
        for held in post.roles:
            grant_role(
                by=by,
                user=user,
                role=held.role,
                body=bodies[held.body],
                with_sub_bodies=held.with_sub_bodies,
            )
        users[post.key] = user
    # Hashing is made to be slow; one hash does for a password that everybody knows.
    User.objects.filter(pk__in=[user.pk for user in users.values()]).update(
        password=make_password(PASSWORD)
    )
    return users
