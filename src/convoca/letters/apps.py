"""Letters as a Django app."""

from importlib import import_module

from django.apps import AppConfig

from convoca.journal.words import describe
from convoca.letters.words import WORDS


class LettersConfig(AppConfig):
    """Letters out and in, the way through the desks, registers, recipients."""

    name = "convoca.letters"
    label = "letters"

    def ready(self) -> None:
        """Give the journal this room's words and listen to the rooms below."""
        describe(WORDS)
        # Receivers name models, which exist only now.
        import_module("convoca.letters.receivers")
