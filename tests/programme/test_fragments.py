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


def test_of_several_parts_only_those_are_drawn_that_are_not_there():
    asked: list[list[str]] = []

    def draw(names: list[str]) -> dict[str, str]:
        asked.append(names)
        return {name: f"{name} drawn {len(asked)}" for name in names}

    first = {"monday": ("day", 1, "a"), "tuesday": ("day", 2, "b")}
    assert list(fragments.kept_parts(first, draw).values()) == ["monday drawn 1", "tuesday drawn 1"]
    changed = {"monday": ("day", 1, "a"), "tuesday": ("day", 2, "c")}
    assert list(fragments.kept_parts(changed, draw).values()) == [
        "monday drawn 1",
        "tuesday drawn 2",
    ]
    assert asked == [["monday", "tuesday"], ["tuesday"]]
    assert fragments.kept_parts({}, draw) == {}


def test_there_are_never_too_many():
    long = "x" * (fragments.MOST_CHARACTERS // 10)
    for number in range(15):
        fragments.kept(("many", number), lambda: long)
    assert sum(map(len, fragments._kept.values())) <= fragments.MOST_CHARACTERS
    kept = [number for number in range(15) if ("many", number) in fragments._kept]
    assert kept == list(range(5, 15))
