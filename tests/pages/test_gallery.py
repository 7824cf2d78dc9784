"""Every part draws, in both languages, filled and in error."""

import pytest
from django.test import Client

PAGES = ["", "form/", "question/", "confirm/", "public/"]


@pytest.fixture(autouse=True)
def _open_gallery(settings):
    settings.GALLERY = True


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_draws(page: str, language: str) -> None:
    response = Client().get(f"/{language}/pages/gallery/{page}")

    assert response.status_code == 200
    assert f'<html lang="{language}" dir="ltr">' in response.text


@pytest.mark.parametrize("status", [400, 403, 404, 409, 410, 411, 413, 422, 500])
def test_every_error_page_draws_with_its_status(status: int) -> None:
    response = Client().get(f"/vi/pages/gallery/error/{status}/")

    assert response.status_code == status


def test_it_is_closed_in_use(settings) -> None:
    settings.GALLERY = False

    assert Client().get("/vi/pages/gallery/").status_code == 404
