"""Letters as a Django app."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Letters out and in, the way through the desks, registers, recipients."""

    name = "convoca.letters"
    label = "letters"
