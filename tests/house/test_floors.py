"""The house keeps its floors: no foreign key points up, no lock is stronger than it may be."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey

SOURCE = Path(__file__).parents[2] / "src" / "convoca"
FLOORS = [
    {"journal", "languages", "typesetting"},
    {"files", "pages"},
    {"outbox"},
    {"members"},
    {"accounts"},
    {"letters"},
    {"calls", "conferences"},
    {"library", "reports", "elections", "proceedings", "programme"},
    {"site"},
]
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}


def foreign_keys() -> list[tuple[str, str, str]]:
    return [
        (model._meta.app_label, f"{model.__name__}.{field.name}", target._meta.app_label)
        for model in apps.get_models()
        if model._meta.app_label in FLOOR
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and (target := field.related_model)
    ]


def test_no_foreign_key_points_to_a_higher_floor_or_a_sibling() -> None:
    wrong = [
        (name, to)
        for room, name, to in foreign_keys()
        if to in FLOOR and to != room and FLOOR[to] >= FLOOR[room]
    ]
    assert wrong == []


def calls_in(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]


def test_row_locks_never_block_a_foreign_keys_check() -> None:
    """FOR UPDATE can deadlock with the journal's lock, which is taken at commit."""
    wrong = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        for call in calls_in(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "select_for_update"
        and "no_key" not in {keyword.arg for keyword in call.keywords}
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["utils", "common", "core", "base", "helpers", "manager", "misc"])
def test_no_name_says_nothing(name: str) -> None:
    assert [path for path in SOURCE.rglob("*") if path.stem == name] == []
