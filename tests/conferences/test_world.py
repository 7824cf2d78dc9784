"""Where members stand on the map."""

import pytest
from django.urls import reverse

from accounts.made import user_with
from conferences import made
from convoca.conferences.world import Position, positions, read
from convoca.members.models import Body


def test_a_place_of_the_zone_table_is_read():
    assert read("+3733+12658") == Position(37.55, 126 + 58 / 60)
    assert read("-3436-05827") == Position(-34.6, -58.45)
    assert read("+404251-0740023") == Position(40.7, -74.0)


@pytest.mark.parametrize("text", ["", "3733+12658", "+37+126", "+3733", "+3733+12658x"])
def test_anything_else_is_no_place(text: str):
    with pytest.raises(ValueError, match="no place"):
        read(text)


def test_the_map_is_measured_in_tenths_of_a_degree_from_its_upper_left():
    assert (Position(80, -180).across, Position(80, -180).down) == (0, 0)
    assert (Position(-60, 180).across, Position(-60, 180).down) == (3600, 1400)


@pytest.mark.parametrize(
    ("code", "west", "east"),
    [("VN", 105, 108), ("KR", 126, 128), ("RU", 60, 120), ("NZ", 170, 180), ("US", -110, -80)],
)
def test_a_state_of_many_zones_stands_in_its_middle(code: str, west: int, east: int):
    assert west < positions()[code].longitude < east


def test_every_place_lies_on_the_map():
    held = [one for code, one in positions().items() if code not in ("AQ", "SJ", "GL")]
    assert [one for one in held if not (0 <= one.down <= 1400 and 0 <= one.across <= 3600)] == []


def tones(client) -> list[tuple[str, str]]:
    page = client.get(reverse("conferences:delegations", args=["pp-14"]))
    return [(dot.title, dot.tone) for dot in page.context["dots"]]


@pytest.mark.django_db
def test_the_public_sees_who_is_coming_and_the_secretariat_who_is_silent_too(client):
    world = made.world()
    Body.objects.filter(pk=world.host.pk).update(country_code="KR")
    made.delegation(world.edition, world.state)
    made.delegation(world.edition, world.host, coming=False)
    assert tones(client) == [("Việt Nam", "k5")]

    client.force_login(user_with("secretariat", world.itu))
    assert tones(client) == [("Việt Nam", "k5"), ("Hàn Quốc", "open")]
