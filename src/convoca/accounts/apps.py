"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and their roles."""

    name = "convoca.accounts"
    label = "accounts"
