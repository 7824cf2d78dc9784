"""Where an installation's cluster stands does not depend on what was made first."""

import stat
from pathlib import Path

import pytest

from convoca.installation.home import made_home
from convoca.installation.postgres import cluster_folder
from convoca.installation.secrets import SecretExposedError, secret


def test_the_cluster_stands_in_the_same_place_before_and_after_the_home_is_made(home: Path):
    before = cluster_folder(home)
    secret("django")
    assert cluster_folder(home) == before


def test_a_new_home_can_be_passed_but_not_listed(home: Path):
    made_home()
    assert stat.S_IMODE(home.stat().st_mode) == 0o711


def test_a_home_that_was_there_keeps_its_mode(home: Path):
    home.mkdir(parents=True)
    home.chmod(0o750)
    made_home()
    assert stat.S_IMODE(home.stat().st_mode) == 0o750


def test_a_secret_is_made_once_and_kept(home: Path):
    made = secret("reply-links")
    assert len(made) == 64
    assert secret("reply-links") == made
    assert secret("django") != made


def test_a_secret_is_the_owners_alone(home: Path):
    secret("django")
    assert stat.S_IMODE((home / "secrets").stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "secrets" / "django").stat().st_mode) == 0o600


def test_a_secret_that_others_can_read_is_refused(home: Path):
    secret("django")
    (home / "secrets" / "django").chmod(0o644)
    with pytest.raises(SecretExposedError):
        secret("django")


@pytest.mark.parametrize("name", ["", "../django", "Django", "a b"])
def test_a_secrets_name_is_a_plain_word(name: str, home: Path):
    with pytest.raises(ValueError, match="not a secret's name"):
        secret(name)
