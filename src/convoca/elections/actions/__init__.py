"""The room's verbs. Each asks for permission first and writes one journal entry."""

from convoca.elections.actions.ballots import put_ballot, remove_ballot
from convoca.elections.actions.candidatures import (
    put_candidature,
    remove_candidature,
    restore_candidature,
    withdraw_candidature,
)
from convoca.elections.actions.elections import (
    open_election,
    publish_election,
    put_contest,
    remove_contest,
    remove_election,
    withdraw_election,
)
from convoca.elections.actions.results import give_seats, seats_to_give, take_back_seats

__all__ = [
    "give_seats",
    "open_election",
    "publish_election",
    "put_ballot",
    "put_candidature",
    "put_contest",
    "remove_ballot",
    "remove_candidature",
    "remove_contest",
    "remove_election",
    "restore_candidature",
    "seats_to_give",
    "take_back_seats",
    "withdraw_candidature",
    "withdraw_election",
]
