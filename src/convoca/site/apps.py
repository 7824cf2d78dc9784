"""The start page and the journal as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from convoca.pages.navigation import NavigationEntry, register
from convoca.site.navigation import keeps_the_journal


class SiteConfig(AppConfig):
    """No tables."""

    name = "convoca.site"
    label = "site"

    def ready(self) -> None:
        """Put the journal into the head of the pages of those who may read it."""
        register(NavigationEntry(_("Journal"), "site:journal", 95, keeps_the_journal))
