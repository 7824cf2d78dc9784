"""What an installation needs before it serves: tables, compiled words, static files."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from convoca.languages.catalogues import PACKAGE, compile_all

MIGRATION_LOCK = 0x636F6E766F6361  # "convoca"
STAMP = "collected.json"
# Files of packages that no page of ours names; compressing them takes seconds.
UNUSED = ["django_htmx/htmx-4*", "django_htmx/htmx-2.js", "django_htmx/htmax*", "account/*"]


def prepare(say: Callable[[str], None]) -> None:
    """Bring tables, words and static files up to date; `say` is told what takes time."""
    if stale_catalogues():
        say("compiling the catalogues")
        compile_all()
    if pending_migrations():
        say("bringing the tables up to date")
        _migrate()
    if not is_collected():
        say("collecting static files")
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
        _stamp().write_text(json.dumps({"state": _static_state()}))


def _migrate() -> None:
    # Two starts at once would both see the same migrations to do.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        try:
            call_command("migrate", interactive=False, verbosity=0)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def pending_migrations() -> list[str]:
    """Return the migrations that the database lacks, as `room.name`."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def stale_catalogues() -> list[Path]:
    """Return the catalogues whose compiled form is missing or older."""
    sources = PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po")
    return [path for path in sorted(sources) if _is_stale(path)]


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def is_collected() -> bool:
    """Say whether the collected static files are those of this program."""
    try:
        return bool(json.loads(_stamp().read_text())["state"] == _static_state())
    except (OSError, ValueError, KeyError):
        return False


def _stamp() -> Path:
    return Path(settings.STATIC_ROOT) / STAMP


def _static_state() -> str:
    digest = hashlib.sha256()
    for path in sorted(_static_files()):
        told = os.stat(path)
        digest.update(f"{path}\0{told.st_size}\0{told.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _static_files() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list(UNUSED):
            yield storage.path(path)
