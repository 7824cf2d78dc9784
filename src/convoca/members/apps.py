"""Members as a Django app."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Who belongs to the union, and who answers for whom."""

    name = "convoca.members"
    label = "members"
