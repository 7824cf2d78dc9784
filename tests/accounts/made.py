"""Users and their roles for tests, made through the room's own actions."""

from itertools import count

from convoca.accounts import actions
from convoca.accounts.actors import actor_of
from convoca.accounts.models import User
from convoca.journal.actors import Actor
from convoca.members.models import Body
from members.made import INSTALLATION

PASSWORD = "một mật khẩu dài đủ dùng"
_next = count(1)


def user(name: str = "Lê Thị Hòa", *, password: str | None = None, language: str = "vi") -> User:
    """A user without roles; hand `PASSWORD` over where the test signs in with it."""
    return actions.create_account(
        by=INSTALLATION,
        email=f"nguoi-dung-{next(_next)}@co-quan.example",
        name=name,
        language=language,
        password=password,
    )


def user_with(role: str, body: Body, *, with_sub_bodies: bool = False, **facts) -> User:
    """A user who holds the role at the body from today on."""
    made = user(**facts)
    actions.grant_role(
        by=INSTALLATION, user=made, role=role, body=body, with_sub_bodies=with_sub_bodies
    )
    return made


def actor_with(role: str, body: Body, *, with_sub_bodies: bool = False) -> Actor:
    """The actor behind such a user."""
    return actor_of(user_with(role, body, with_sub_bodies=with_sub_bodies))
