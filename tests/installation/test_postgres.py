"""The embedded server: made, started, mended and stopped, and private all along."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from convoca.installation import postgres
from convoca.installation.postgres import (
    LONGEST_SOCKET_FOLDER,
    Account,
    Cluster,
    PostgresFailedError,
    copied_programs,
    database_url,
    reachable,
    socket_folder,
    url,
)


@pytest.fixture
def cluster() -> Iterator[Cluster]:

    folder = Path(tempfile.mkdtemp(prefix="convoca-pg-"))
    folder.chmod(0o711)
    made = Cluster(folder / "postgres", durable=False)
    yield made
    made.stop(mode="immediate")
    shutil.rmtree(folder)


def backends(cluster: Cluster) -> int:
    with psycopg.connect(cluster.url) as connection:
        return connection.execute("SELECT 1").fetchone()[0]


def test_a_server_is_made_started_found_again_mended_and_stopped(cluster: Cluster) -> None:
    assert cluster.ensure_running() == cluster.url
    assert backends(cluster) == 1
    for private in (cluster.folder, cluster.data, socket_folder(cluster.folder)):
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
    with psycopg.connect(cluster.url) as connection:
        shown = connection.execute(
            "SELECT current_setting('listen_addresses'), current_setting('server_encoding')"
        ).fetchone()
        assert shown == ("", "UTF8")

    postmaster = (cluster.data / "postmaster.pid").read_text().split()[0]
    cluster.ensure_running()  # a second time it is only found
    assert (cluster.data / "postmaster.pid").read_text().split()[0] == postmaster

    # One of its processes is killed: it mends itself, and the next start waits for that.
    with psycopg.connect(cluster.url) as connection:
        pid = connection.execute("SELECT pg_backend_pid()").fetchone()[0]
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    cluster.ensure_running()
    assert backends(cluster) == 1

    cluster.stop()
    with pytest.raises(psycopg.OperationalError):
        backends(cluster)
    cluster.ensure_running()
    assert backends(cluster) == 1


def test_what_the_server_said_is_told_when_it_does_not_start(cluster: Cluster) -> None:
    cluster.ensure_running()
    cluster.stop()
    with (cluster.data / "postgresql.conf").open("a") as settings:
        settings.write("no_such_setting = 1\n")
    with pytest.raises(PostgresFailedError, match="no_such_setting"):
        cluster.ensure_running()


def test_an_initdb_that_was_cut_short_begins_again(cluster: Cluster) -> None:
    cluster.data.mkdir(parents=True)
    (cluster.data / "half").write_text("")
    account = postgres.server_account()
    for path in (cluster.folder, cluster.data, cluster.data / "half"):
        os.chown(path, account.uid, account.gid)
    cluster.folder.chmod(0o700)
    cluster.ensure_running()
    assert backends(cluster) == 1


@pytest.mark.parametrize("length", [10, 70, 90, 300])
def test_the_socket_always_fits(length: int) -> None:
    folder = Path("/") / ("a" * length)
    assert len(os.fsencode(socket_folder(folder))) <= LONGEST_SOCKET_FOLDER


def test_two_homes_have_two_sockets() -> None:
    far = [Path("/") / ("a" * 200) / name for name in ("one", "two")]
    assert len({socket_folder(folder) for folder in far}) == 2


def test_an_address_is_read_by_libpq_whatever_the_folder_is_called() -> None:
    folder = Path("/tmp/a b%c")  # noqa: S108 - a name, not a file
    told = psycopg.conninfo.conninfo_to_dict(url(folder))
    assert (told["host"], told["dbname"], told["user"]) == (
        "/tmp/a b%c/run",  # noqa: S108
        "convoca",
        "convoca",
    )


def test_copied_programs_run_where_they_lie_and_are_copied_once(tmp_path: Path) -> None:
    """Root's server runs as another user, who cannot reach programs under /root."""
    copied = copied_programs(tmp_path)
    for name in ("initdb", "pg_ctl", "postgres"):
        said = subprocess.run(
            [copied / name, "--version"], capture_output=True, text=True, env={}, check=False
        )
        assert (said.returncode, said.stderr) == (0, "")
    assert copied.is_relative_to(tmp_path)
    assert copied_programs(tmp_path) == copied
    assert len(list(tmp_path.iterdir())) == 1


def test_a_server_of_ones_own_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u@h/d")
    assert database_url() == postgres.ensure_running() == "postgresql://u@h/d"
    postgres.stop_embedded()


def test_who_can_pass_through_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    tmp_path.chmod(0o711)
    told = tmp_path.stat()
    owner = Account(told.st_uid, told.st_gid)
    stranger = Account(told.st_uid + 1, told.st_gid + 1)
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o700)
    assert reachable(shut, owner)
    assert not reachable(shut, stranger)


def test_the_server_outlives_the_one_who_started_it_and_holds_no_pipe(cluster: Cluster) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from convoca.installation.postgres import Cluster\n"
        f"print(Cluster(Path({str(cluster.folder)!r}), durable=False).ensure_running())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == cluster.url
    assert backends(cluster) == 1
