"""The room's tables, by what they are about."""

from convoca.programme.models.exhibition import Exhibitor, Hall, Stand
from convoca.programme.models.sessions import Session, Speaker, SpeakerRole

__all__ = ["Exhibitor", "Hall", "Session", "Speaker", "SpeakerRole", "Stand"]
