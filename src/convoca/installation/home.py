"""Where an installation keeps its things, and what it is called, all from the environment."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo


def home() -> Path:
    """Return the installation's folder (`CONVOCA_HOME`, default `./var`), absolute, not created."""
    return Path(os.environ.get("CONVOCA_HOME") or "var").absolute()


def secrets_folder() -> Path:
    """Return the folder of secrets (`CONVOCA_SECRETS`, default `secrets` in the home)."""
    named = os.environ.get("CONVOCA_SECRETS")
    return Path(named).absolute() if named else home() / "secrets"


def made_home() -> Path:
    """Create the home if it is missing, and return it; what is private in it has its own mode.

    Others may pass through a new home, not list it: the database server's account has to, and
    where the cluster stands must not depend on whether the home was there before.
    """
    place = home()
    if not place.exists():
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o711)
    return place


def made_private(folder: Path) -> Path:
    """Create `folder` with mode 0700 if it is missing; a folder that exists keeps its mode."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def base_url() -> str:
    """Return the address under which people reach this installation, without a final slash."""
    return os.environ.get("CONVOCA_BASE_URL", "http://localhost:8000").rstrip("/")


def time_zone_name() -> str:
    """Return the installation's IANA zone; it decides the year of a register.

    Raises zoneinfo.ZoneInfoNotFoundError for a name that is not a zone.
    """
    name = os.environ.get("CONVOCA_TIME_ZONE", "Asia/Ho_Chi_Minh")
    ZoneInfo(name)
    return name


def language_codes() -> list[str]:
    """Return the codes of the interface's languages, the installation's own first."""
    given = os.environ.get("CONVOCA_LANGUAGES", "vi,en")
    return [code.strip() for code in given.split(",") if code.strip()]
