"""The interface speaks Vietnamese whole: no text missing, none fuzzy, one term one translation."""

import re
from collections import defaultdict

import pytest
from babel.messages.catalog import Catalog

from convoca.languages import catalogues

ROOMS = catalogues.rooms()
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


def texts(message_id: object) -> tuple[str, ...]:
    return message_id if isinstance(message_id, tuple) else (str(message_id),)


def wanted(room: str) -> Catalog:
    return catalogues.template(room)


@pytest.mark.parametrize("language", catalogues.TRANSLATED_INTO)
@pytest.mark.parametrize("room", ROOMS)
def test_every_text_of_the_room_is_translated(room: str, language: str) -> None:
    held = catalogues.read(room, language)
    missing = []
    for message in wanted(room):
        if not message.id:
            continue
        found = held.get(message.id, message.context)
        if found is None or found.fuzzy or not all(texts(found.string)) or not found.string:
            missing.append(message.id)
    assert missing == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED_INTO)
@pytest.mark.parametrize("room", ROOMS)
def test_translations_keep_their_placeholders(room: str, language: str) -> None:
    wrong = [
        message.id
        for message in catalogues.read(room, language)
        if message.id
        and any(
            not set(PLACEHOLDER.findall(text)) <= set(PLACEHOLDER.findall(texts(message.id)[-1]))
            or (
                len(texts(message.id)) == 1
                and set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(str(message.id)))
            )
            for text in texts(message.string)
        )
    ]
    assert wrong == []


def test_the_same_text_has_the_same_translation_in_every_room() -> None:
    seen: dict[tuple[object, str | None], set[object]] = defaultdict(set)
    for room in ROOMS:
        for message in catalogues.read(room, "vi"):
            if message.id:
                seen[(message.id, message.context)].add(message.string)
    assert {text: told for text, told in seen.items() if len(told) > 1} == {}


def test_template_and_python_texts_are_both_found() -> None:
    by_file = {path.rsplit(".", 1)[1] for path, *_ in catalogues.messages("pages")}
    assert by_file == {"py", "html"}
