"""The room's verbs. Each asks for permission first and writes one journal entry."""

from convoca.programme.actions.exhibition import (
    bring_exhibitors,
    free_stand,
    give_stand,
    put_exhibitor,
    put_hall,
    remove_exhibitor,
    remove_hall,
)
from convoca.programme.actions.publishing import publish_all, set_public
from convoca.programme.actions.sessions import (
    bring_sessions,
    describe_event,
    move_session,
    put_session,
    remove_session,
)
from convoca.programme.actions.speakers import add_speaker, remove_speaker

__all__ = [
    "add_speaker",
    "bring_exhibitors",
    "bring_sessions",
    "describe_event",
    "free_stand",
    "give_stand",
    "move_session",
    "publish_all",
    "put_exhibitor",
    "put_hall",
    "put_session",
    "remove_exhibitor",
    "remove_hall",
    "remove_session",
    "remove_speaker",
    "set_public",
]
