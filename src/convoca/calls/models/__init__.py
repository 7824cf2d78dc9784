"""The room's rows, a file for each noun."""

from convoca.calls.models.calls import Call, CallState
from convoca.calls.models.contributions import (
    Activity,
    Attachment,
    Contribution,
    ContributionState,
    ContributionVersion,
)
from convoca.calls.models.observances import Edition, Observance, ThemeGrade
from convoca.calls.models.replies import Door, Reply, ReplyState
from convoca.calls.models.reviews import (
    PublicationDecision,
    Review,
    ReviewState,
    Shelf,
)
from convoca.calls.models.selections import (
    Answer,
    Forwarding,
    ReceivedPackage,
    SelectedItem,
    Selection,
    SelectionState,
    SlipStep,
)

__all__ = [
    "Activity",
    "Answer",
    "Attachment",
    "Call",
    "CallState",
    "Contribution",
    "ContributionState",
    "ContributionVersion",
    "Door",
    "Edition",
    "Forwarding",
    "Observance",
    "PublicationDecision",
    "ReceivedPackage",
    "Reply",
    "ReplyState",
    "Review",
    "ReviewState",
    "SelectedItem",
    "Selection",
    "SelectionState",
    "Shelf",
    "SlipStep",
    "ThemeGrade",
]
