"""Files of their own for each test; pages in English, so that tests read the program's words."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    with translation.override("en"):
        yield
