"""The start page as a Django app."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """No tables."""

    name = "convoca.site"
    label = "site"
