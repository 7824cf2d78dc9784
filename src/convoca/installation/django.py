"""Starting Django for a command."""

import os

import django

from convoca.installation.postgres import ensure_running


def start_django(*, database: bool = True) -> None:
    """Load settings and apps; with `database`, see first that the database server runs.

    Raises PostgresFailedError where the embedded server does not start.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "convoca.settings")
    if database:
        ensure_running()
    django.setup()
