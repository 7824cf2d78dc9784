"""The room's tables, by what they are about."""

from convoca.elections.models.ballots import Ballot, Vote
from convoca.elections.models.candidatures import Candidature
from convoca.elections.models.contests import Contest, ContestKind, Election, ElectionState
from convoca.elections.models.results import Award, Basis

__all__ = [
    "Award",
    "Ballot",
    "Basis",
    "Candidature",
    "Contest",
    "ContestKind",
    "Election",
    "ElectionState",
    "Vote",
]
