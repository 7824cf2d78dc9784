"""The verbs of this room, by what they are about."""

from convoca.proceedings.actions.agenda import (
    copy_structure,
    put_committee,
    put_item,
    remove_committee,
    remove_item,
)
from convoca.proceedings.actions.meetings import (
    put_decision,
    put_document,
    put_meeting,
    remove_decision,
    remove_document,
    remove_meeting,
)
from convoca.proceedings.actions.news import draft_news, edit_news, publish_news, take_back_news
from convoca.proceedings.actions.promises import (
    put_commitment,
    put_group,
    put_group_member,
    put_milestone,
    remove_commitment,
    remove_group,
    remove_group_member,
    remove_milestone,
)

__all__ = [
    "copy_structure",
    "draft_news",
    "edit_news",
    "publish_news",
    "put_commitment",
    "put_committee",
    "put_decision",
    "put_document",
    "put_group",
    "put_group_member",
    "put_item",
    "put_meeting",
    "put_milestone",
    "remove_commitment",
    "remove_committee",
    "remove_decision",
    "remove_document",
    "remove_group",
    "remove_group_member",
    "remove_item",
    "remove_meeting",
    "remove_milestone",
    "take_back_news",
]
