"""`convoca demo`: the two real cases in an installation of their own, ready to sign in to."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from convoca.installation.home import home, made_home, secrets_folder
from convoca.installation.postgres import PostgresFailedError, cluster_folder, stop_embedded
from convoca.operating.commands import prepare, serve_at
from convoca.operating.serving import Place, served_at

MARK = "demo"


def demo(arguments: list[str]) -> int:
    """Load the demo where it is not yet there, and serve it; exit 0, 1 it failed, 2 usage."""
    parser = argparse.ArgumentParser(prog="convoca demo")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on")
    parser.add_argument("--reset", action="store_true", help="empty the demo, and do no more")
    try:
        given = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if given.reset:
        return _reset()
    os.environ.setdefault("CONVOCA_MAIL_URL", "mailbox:")
    return serve_at(Place(given.host, given.port), first=_loaded)


def _loaded() -> int:
    foreign = _foreign()
    if foreign:
        print(f"{foreign} is of an installation that is no demo.", file=sys.stderr)
        print("Set CONVOCA_HOME to another folder, or remove it.", file=sys.stderr)
        return 1
    (made_home() / MARK).touch()
    code = prepare([])
    if code:
        return code
    from convoca.demo.loading.everything import is_loaded, load_everything

    if not is_loaded():
        print("convoca: loading the demo", flush=True)
        load_everything()
    _print_sign_ins()
    return 0


def _foreign() -> Path | None:
    """Return what stands here already though no demo made it.

    The key of Django alone is no installation: whatever reads the settings makes it.
    """
    place = home()
    if (place / MARK).exists():
        return None
    secrets = place / "secrets"
    if secrets.exists() and {one.name for one in secrets.iterdir()} != {"django"}:
        return secrets
    return cluster_folder(place) if cluster_folder(place).exists() else None


def _reset() -> int:
    place = home()
    if not place.exists():
        return 0
    if not (place / MARK).exists():
        print(f"{place} is no demo; nothing was removed.", file=sys.stderr)
        return 1
    address = served_at()
    if address is not None:
        print(f"convoca: {place} is served at {address}; stop that first", file=sys.stderr)
        return 1
    try:
        stop_embedded()
    except PostgresFailedError as error:
        print(error, file=sys.stderr)
        return 1
    for folder in _folders(place):
        shutil.rmtree(folder, ignore_errors=True)
    (place / MARK).unlink()
    print(f"convoca: the demo in {place} is empty")
    return 0


def _folders(place: Path) -> list[Path]:
    """Return what the demo made: never the home itself, in which others may keep things."""
    return [cluster_folder(place), secrets_folder(), place / "files", place / "static"]


def _print_sign_ins() -> None:
    from convoca.demo import facts
    from convoca.demo.loading.accounts import PASSWORD

    print(f"\n  {os.environ['CONVOCA_BASE_URL']}/vi/   password of all: {PASSWORD}\n")
    for post in facts.posts().values():
        print(f"  {post.email:<34} {post.titles['vi']}")
    print(flush=True)
