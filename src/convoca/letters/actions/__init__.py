"""The room's verbs, by what they are about."""

from convoca.letters.actions.chasing import remind
from convoca.letters.actions.desks import agree, give_back, submit
from convoca.letters.actions.dispatch import issue, prepare, take_back, withdraw_letter
from convoca.letters.actions.drafting import (
    draft_correction,
    draft_from_earlier,
    draft_letter,
    drop_draft,
    keep_text,
)
from convoca.letters.actions.incoming import finish_incoming, give_incoming, register_incoming
from convoca.letters.actions.numbering import attach_signed_copy, enter_number, void_number
from convoca.letters.actions.recipients import (
    confirm_received,
    hand_on,
    mark_replied,
    note_opened,
    renew_link,
)

__all__ = [
    "agree",
    "attach_signed_copy",
    "confirm_received",
    "draft_correction",
    "draft_from_earlier",
    "draft_letter",
    "drop_draft",
    "enter_number",
    "finish_incoming",
    "give_back",
    "give_incoming",
    "hand_on",
    "issue",
    "keep_text",
    "mark_replied",
    "note_opened",
    "prepare",
    "register_incoming",
    "remind",
    "renew_link",
    "submit",
    "take_back",
    "void_number",
    "withdraw_letter",
]
