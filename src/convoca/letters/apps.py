"""Letters as a Django app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.journal.words import describe
from convoca.letters.navigation import works_on_letters
from convoca.letters.words import WORDS
from convoca.pages.navigation import NavigationEntry, register


class LettersConfig(AppConfig):
    """Letters out and in, the way through the desks, registers, recipients."""

    name = "convoca.letters"
    label = "letters"

    def ready(self) -> None:
        """Give the journal this room's words and listen to the rooms below."""
        describe(WORDS)
        register(
            NavigationEntry(
                _("Official letters"), "letters:letters", order=20, shown_to=works_on_letters
            )
        )
        # Receivers name models, which exist only now.
        import_module("convoca.letters.receivers")
