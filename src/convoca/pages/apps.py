"""The room of pages: the frame, the parts and the manners that every screen shares."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "convoca.pages"
    label = "pages"
