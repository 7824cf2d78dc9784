"""The room's verbs. Each asks for permission first and writes one journal entry."""

from convoca.members.actions.bodies import (
    create_body,
    edit_body,
    edit_member_state,
    move_body,
    rename_body,
)
from convoca.members.actions.contacts import (
    add_contact,
    create_group,
    edit_group,
    end_contact,
    set_group_members,
)
from convoca.members.actions.imports import confirm_import, receive_import
from convoca.members.actions.people import add_person, appoint, create_post, end_term
from convoca.members.actions.seats import fill_seat, take_back_seat
from convoca.members.actions.succession import (
    bring_into_force,
    merge_bodies,
    split_body,
)

__all__ = [
    "add_contact",
    "add_person",
    "appoint",
    "bring_into_force",
    "confirm_import",
    "create_body",
    "create_group",
    "create_post",
    "edit_body",
    "edit_group",
    "edit_member_state",
    "end_contact",
    "end_term",
    "fill_seat",
    "merge_bodies",
    "move_body",
    "receive_import",
    "rename_body",
    "set_group_members",
    "split_body",
    "take_back_seat",
]
