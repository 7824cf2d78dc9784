"""The room's tables, by what they are about."""

from convoca.members.models.bodies import (
    Body,
    BodyKind,
    BodyName,
    BodyParent,
    RegionStatus,
    Succession,
    SuccessionKind,
)
from convoca.members.models.contacts import AddressGroup, Contact, GroupMember
from convoca.members.models.imports import BodyImport
from convoca.members.models.people import Person, Post, Term
from convoca.members.models.seats import Seat

__all__ = [
    "AddressGroup",
    "Body",
    "BodyImport",
    "BodyKind",
    "BodyName",
    "BodyParent",
    "Contact",
    "GroupMember",
    "Person",
    "Post",
    "RegionStatus",
    "Seat",
    "Succession",
    "SuccessionKind",
    "Term",
]
