"""The journal as a Django app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The bottom room with tables."""

    name = "convoca.journal"
    label = "journal"
