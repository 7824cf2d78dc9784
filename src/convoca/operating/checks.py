"""What `convoca check` looks at with Django: the database, what is prepared, mail, fonts."""

import warnings
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from django.db import connection
from django.db.utils import Error
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

from convoca.operating.findings import Finding, bad, good, note
from convoca.operating.ground import LOCAL
from convoca.operating.preparing import is_collected, pending_migrations, stale_catalogues
from convoca.outbox.addresses import mail_url
from convoca.outbox.models import Mail, State
from convoca.outbox.transports.chosen import MailUrlError, mail_settings
from convoca.typesetting.errors import FontsMissing
from convoca.typesetting.fonts import SubstituteFont, font_set

OLDEST_SERVER = 150000
PREPARE = "convoca prepare"
DURABLE = {"fsync": {"on"}, "full_page_writes": {"on"}}
WORKER_SILENT = timedelta(minutes=1)


def checks() -> list[Finding]:
    """Return what there is to say of the installation once Django is started."""
    return [*_database(), *_prepared(), *_mail(), *_fonts()]


def _database() -> Iterator[Finding]:
    try:
        connection.ensure_connection()
    except Error as error:
        yield bad("database", f"it cannot be reached: {error}", "start it, or mend DATABASE_URL")
        return
    yield from _server()
    pending = pending_migrations()
    if pending:
        yield bad("tables", f"{len(pending)} changes are missing.", PREPARE)
        return
    yield good("tables", "up to date.")
    yield from _worker()


def _server() -> Iterator[Finding]:
    version = connection.cursor().connection.info.server_version
    if version < OLDEST_SERVER:
        yield bad("database", f"PostgreSQL {version // 10000} is too old.", "use 15 or newer")
    if _shown("server_encoding") != "UTF8":
        yield bad("database", "its encoding is not UTF8.", "make the database anew with UTF8")
    for name, right in DURABLE.items():
        if _shown(name) not in right:
            yield bad(
                "database",
                f"{name} is off: a power cut can take back what was acknowledged.",
                f"set {name} = on",
            )
    if _shown("synchronous_commit") == "off":
        yield bad(
            "database",
            "synchronous_commit is off: a power cut can take back what was acknowledged.",
            "set synchronous_commit = on",
        )


def _shown(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])


def _worker() -> Iterator[Finding]:
    seen = ProcrastinateWorker.objects.filter(last_heartbeat__gt=timezone.now() - WORKER_SILENT)
    if seen.exists():
        yield good("worker", "at work.")
    else:
        yield note("worker", "none is at work: mail and documents wait.", "convoca serve or worker")


def _prepared() -> Iterator[Finding]:
    stale = stale_catalogues()
    if stale:
        yield bad("languages", f"{len(stale)} catalogues are not compiled.", PREPARE)
    else:
        yield good("languages", "all catalogues are compiled.")
    if is_collected():
        yield good("static files", "collected.")
    else:
        yield bad("static files", "not collected, or of another version.", PREPARE)


def _mail() -> Iterator[Finding]:
    try:
        chosen = mail_settings()
    except MailUrlError as error:
        yield bad("mail", f"CONVOCA_MAIL_URL: {error}.", "see docs/operations.md")
        return
    if chosen.server is None:
        yield note(
            "mail",
            "it goes to the visible mailbox and reaches nobody.",
            "set CONVOCA_MAIL_URL to smtp://… where it shall go out",
        )
    elif chosen.server.tls == "none" and urlsplit(mail_url()).hostname not in LOCAL:
        yield bad("mail", "it goes to the server unencrypted.", "take tls=none from the address")
    else:
        yield good("mail", f"by {chosen.server.host}, from {chosen.sender}.")
    yield from _failures()


def _failures() -> Iterator[Finding]:
    try:
        failed = Mail.objects.filter(state=State.FAILED).count()
    except Error:
        return  # no tables yet: said above
    if failed:
        yield note("mail", f"{failed} mails were not sent.", "see the outbox")


def _fonts() -> Iterator[Finding]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SubstituteFont)
            found = font_set()
    except FontsMissing as error:
        yield bad("fonts", str(error), "make system")
        return
    if found.warning:
        yield note("fonts", found.warning)
    else:
        yield good("fonts", f"{found.family}.")
