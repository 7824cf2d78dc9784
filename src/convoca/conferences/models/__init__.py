"""The room's tables, by what they are about."""

from convoca.conferences.models.countdown import CountdownRule, CountdownStep, StepKind
from convoca.conferences.models.delegations import (
    Answer,
    Delegation,
    DelegationImport,
    Gender,
    Invitation,
    Participant,
    Place,
    Rank,
)
from convoca.conferences.models.events import Event, EventKind, Room, Speech, Statement
from convoca.conferences.models.series import Edition, Figure, Series, Theme

__all__ = [
    "Answer",
    "CountdownRule",
    "CountdownStep",
    "Delegation",
    "DelegationImport",
    "Edition",
    "Event",
    "EventKind",
    "Figure",
    "Gender",
    "Invitation",
    "Participant",
    "Place",
    "Rank",
    "Room",
    "Series",
    "Speech",
    "Statement",
    "StepKind",
    "Theme",
]
