"""Conferences as a Django app."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    """Series, editions, countdown, invitations, delegations, events and speeches."""

    name = "convoca.conferences"
    label = "conferences"
