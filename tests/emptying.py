"""Emptying the test database after a test that committed: only what is there, at once."""

from collections.abc import Iterable

from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

# Django fills these itself, and would do so again after every test.
KEPT = {"django_content_type", "auth_permission"}
# These are not among the tables that Django knows.
QUEUE = (
    "procrastinate_events",
    "procrastinate_jobs",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
)


def empty_quickly() -> None:
    """Let Django's test runner delete the rows that a test left, whatever guards them.

    Its own way, TRUNCATE, makes new files for a hundred tables and their indexes. Triggers and
    foreign keys are off meanwhile, for which the server asks for a superuser: where the tests run
    as somebody else, Django's own way stays.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser')")
        if cursor.fetchone() == ("on",):
            DatabaseOperations.sql_flush = _deletions


def _deletions(
    _operations: DatabaseOperations, _style: object, tables: Iterable[str], **_options: bool
) -> list[str]:
    full = _with_rows([*(set(tables) - KEPT), *QUEUE])
    deletions = [f'DELETE FROM "{table}"' for table in full]  # noqa: S608 - our own names
    return ["SET LOCAL session_replication_role = replica", *deletions] if full else []


def _with_rows(tables: list[str]) -> list[str]:
    asked = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT FROM \"{table}\")"  # noqa: S608 - our own names
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return [table for (table,) in cursor.fetchall()]
