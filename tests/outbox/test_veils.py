import pytest

from convoca.outbox import veils
from convoca.outbox.veils import register_veil, veiled


@pytest.fixture(autouse=True)
def none_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(veils, "_veils", [])


def test_without_veils_a_text_stays_as_it_is() -> None:
    assert veiled("Kính gửi") == "Kính gửi"


def test_each_veil_is_laid_once() -> None:
    def doubled(text: str) -> str:
        return text.replace("khóa", "khóakhóa")

    for _time in range(2):
        register_veil(doubled)
    assert veiled("khóa") == "khóakhóa"
