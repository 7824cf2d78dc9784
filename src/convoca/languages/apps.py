"""Languages as a Django app: template tags and the widget's template."""

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    """No tables."""

    name = "convoca.languages"
    label = "languages"
