"""What `system/install.sh` says to somebody who lacks the rights: one command, and how to go on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SYSTEM = Path(__file__).parents[2] / "system"


@pytest.fixture
def machine(tmp_path: Path):
    """A machine of an ordinary user that has no fonts, no Chromium and no PostgreSQL 15."""
    for name in ("sh", "dirname", "grep"):
        (tmp_path / name).symlink_to(shutil.which(name))
    for name, does in {
        "id": "echo 1000",
        "python3": f'exec {sys.executable} "$@"',
        "apt-get": "exit 1",
        "apt-cache": "exit 1",
        "dpkg": "exit 1",
        "find": "exit 1",
        "ls": "exit 1",
    }.items():
        put(tmp_path, name, does)
    return tmp_path


def put(machine: Path, name: str, does: str) -> None:
    program = machine / name
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)


def said(machine: Path, *words: str) -> tuple[int, list[str]]:
    done = subprocess.run(
        ["/bin/sh", str(SYSTEM / "install.sh"), *words],
        env={"PATH": str(machine), "HOME": os.environ.get("HOME", "/")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    return done.returncode, done.stderr.splitlines()


def test_without_sudo_the_one_command_is_roots(machine):
    code, told = said(machine, "run", "test")
    assert (code, told[0].startswith("Missing: chromium libatomic1 fonts-lib")) == (1, True)
    assert told[1:] == [f"    su -l -c \"sh '{SYSTEM}/install.sh' run test\""]


def test_with_a_sudo_that_asks_for_a_password_the_one_command_is_sudos(machine):
    put(machine, "sudo", "exit 1")
    code, told = said(machine, "test")
    assert (code, told[1:]) == (1, [f"    sudo sh '{SYSTEM}/install.sh' test"])


def test_a_missing_font_is_said_and_hinders_nothing(machine):
    code, told = said(machine, "run")
    assert code == 0
    assert told[0].startswith("Missing: fonts-liberation2; documents are set in Noto Serif")


def test_a_python_that_is_too_old_is_named(machine):
    put(machine, "python3", '[ "$1" = --version ] && echo Python 3.10.12; exit 1')
    code, told = said(machine, "run")
    assert (code, told[0]) == (1, "Convoca needs Python 3.11 or newer; here is: Python 3.10.12.")


def test_a_newer_python_of_another_name_is_found(machine):
    put(machine, "python3", "exit 1")
    put(machine, "python3.12", f'exec {sys.executable} "$@"')
    found = subprocess.run(
        ["/bin/sh", str(SYSTEM / "python.sh")],
        env={"PATH": str(machine)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "python3.12\n"


def test_an_unknown_word_is_a_mistake(machine):
    assert said(machine, "everything")[0] == 2
