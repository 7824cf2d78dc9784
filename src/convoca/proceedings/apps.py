"""Proceedings as a Django app."""

from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    """Agenda, committees, meetings, documents, decisions, working groups, commitments, news."""

    name = "convoca.proceedings"
    label = "proceedings"
