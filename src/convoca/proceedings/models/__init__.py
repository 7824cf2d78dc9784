"""The room's tables, by what they are about."""

from convoca.proceedings.models.agenda import AgendaItem, Committee
from convoca.proceedings.models.commitments import Commitment, CommitmentState, Milestone
from convoca.proceedings.models.groups import GroupMember, GroupRole, WorkingGroup
from convoca.proceedings.models.meetings import (
    Decision,
    Document,
    DocumentKind,
    Meeting,
    MeetingItem,
)
from convoca.proceedings.models.news import DayNews, NewsState

__all__ = [
    "AgendaItem",
    "Commitment",
    "CommitmentState",
    "Committee",
    "DayNews",
    "Decision",
    "Document",
    "DocumentKind",
    "GroupMember",
    "GroupRole",
    "Meeting",
    "MeetingItem",
    "Milestone",
    "NewsState",
    "WorkingGroup",
]
