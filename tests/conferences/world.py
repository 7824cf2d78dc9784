"""What every room of a conference is tested in: a union with one edition, and its secretariat."""

import pytest
from django.test import Client

from accounts.made import PASSWORD, user_with
from conferences import made


@pytest.fixture
def world() -> made.World:
    """ITU with Busan 2014; a file of tests may make its own."""
    return made.world()


@pytest.fixture
def secretariat(world: made.World, client: Client) -> Client:
    """The secretariat of the union, signed in."""
    client.force_login(user_with("secretariat", world.itu, password=PASSWORD))
    return client
