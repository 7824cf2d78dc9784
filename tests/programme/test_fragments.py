"""Drawn parts: drawn once for a key, thrown away only when there are too many."""

from convoca.programme import fragments


def test_what_was_drawn_is_kept_until_its_key_is_another():
    drawn = []

    def draw() -> str:
        drawn.append(1)
        return f"drawn {len(drawn)}"

    assert fragments.kept("test one", draw) == "drawn 1"
    assert fragments.kept("test one", draw) == "drawn 1"
    assert fragments.kept("test two", draw) == "drawn 2"


def test_there_are_never_too_many():
    for number in range(fragments.MOST + 10):
        fragments.kept(("many", number), lambda: "x")
    assert len(fragments._kept) == fragments.MOST
