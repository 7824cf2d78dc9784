"""One throw-away PostgreSQL for the whole run, outside any installation."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from hypothesis import HealthCheck, settings

from convoca.languages import catalogues

pytest_plugins = ["browser", "conferences.world"]

# A busy machine is no fault of what is tested.
settings.register_profile(
    "ours",
    parent=settings.get_profile(settings.get_current_profile_name()),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ours")

_scratch = Path(tempfile.gettempdir()) / f"convoca-tests-{os.getpid()}"
if "CONVOCA_TEST_SCRATCH" not in os.environ:
    os.environ["CONVOCA_TEST_SCRATCH"] = str(_scratch)
    os.environ["CONVOCA_HOME"] = str(_scratch / "home")
    (_scratch / "home").mkdir(parents=True)
    atexit.register(shutil.rmtree, _scratch, ignore_errors=True)
os.environ.setdefault("CONVOCA_DEBUG", "0")


def _throw_away_postgres() -> str:
    from convoca.installation.postgres import Cluster

    programs = os.environ.get("CONVOCA_TEST_POSTGRES")
    cluster = Cluster(
        Path(os.environ["CONVOCA_TEST_SCRATCH"]) / "postgres",
        durable=False,
        programs=Path(programs) if programs else None,
    )
    # Registered after the folder's removal, so that it runs before it.
    atexit.register(cluster.stop, mode="immediate")
    return cluster.ensure_running()


def pytest_configure(config: pytest.Config) -> None:
    given = os.environ.get("CONVOCA_TEST_DATABASE_URL") or os.environ.get("DATABASE_URL")
    is_worker = hasattr(config, "workerinput")
    if not is_worker:
        catalogues.compile_all()
        # Django may have read the words of the run before.
        translation_file_changed(None, Path("django.mo"))
        given = given or _throw_away_postgres()
    os.environ["CONVOCA_TEST_DATABASE_URL"] = given or ""
    os.environ["DATABASE_URL"] = given or ""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that both workers have something to do to the end."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    """Journeys first, then whatever opens a browser or sets up an installation or the demo."""
    if "journeys" in item.path.parts:
        return 0
    long = item.get_closest_marker("browser") or {"demo", "operating"} & set(item.path.parts)
    return 1 if long else 2


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Point the test database at the throw-away server, whatever was read before it ran."""
    from django.db import connections

    from convoca.settings import _database

    given = _database(os.environ["CONVOCA_TEST_DATABASE_URL"])
    for name in ("HOST", "PORT", "USER", "PASSWORD"):
        connections["default"].settings_dict[name] = given[name]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation's home of its own for one test."""
    monkeypatch.setenv("CONVOCA_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CONVOCA_SECRETS", raising=False)
    return tmp_path / "home"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """Let the test runner empty the journal between transactional tests; nothing else may."""
    from django.db import connection

    from emptying import empty_quickly

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_is_not_emptied")
        empty_quickly()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> None:
    """Hash passwords quickly: Argon2 is made to be slow, and is Django's to test."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """Leave no language behind: a request for /en/ would be the next test's."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Forget the pages of the test before: its transaction never was."""
    from convoca.pages.remembering import PAGES

    PAGES.clear()
