"""Holding a row while it is changed, taking facts into it, and telling the journal what changed."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext as _

from convoca.conferences.content import Facts
from convoca.conferences.facts import Versioned
from convoca.journal.chain import Json
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.members.naming import main_of

Row = TypeVar("Row", bound=Versioned)


class Outdated(StateConflict):
    """Somebody else saved the row after this person had opened it."""


def held(row: Row, version: int | None = None) -> Row:
    """Return the row as it is now, locked until the transaction ends.

    Raises StateConflict when it is gone, Outdated when it is no longer of that `version`.
    """
    found = type(row)._default_manager.select_for_update(no_key=True).filter(pk=row.pk).first()
    if found is None:
        raise StateConflict(_("This was removed in the meantime."))
    if version is not None and version != found.version:
        raise Outdated(_("Somebody else changed this after you had opened it."))
    _keep_relatives(row, found)
    return found


def _keep_relatives(row: Row, found: Row) -> None:
    """Take over the rows that `row` was read with, where it still belongs to them."""
    for field in row._meta.concrete_fields:
        same = getattr(row, field.attname) == getattr(found, field.attname)
        if isinstance(field, models.ForeignKey) and same and field.is_cached(row):
            field.set_cached_value(found, field.get_cached_value(row))


def take(row: models.Model, facts: Facts) -> dict[str, Json]:
    """Set the row's fields to the facts and return what changed, as the journal tells it."""
    changed: dict[str, Json] = {}
    for field in fields(facts):
        value = getattr(facts, field.name)
        if row.pk is None or getattr(row, field.name) != value:
            setattr(row, field.name, value)
            if field.name not in facts.PERSONAL and value not in (None, "", [], Translated()):
                changed[field.name] = said(value)
            elif field.name not in facts.PERSONAL and row.pk is not None:
                changed[field.name] = None
    text = getattr(facts, facts.MAIN, None)
    if isinstance(text, Translated) and hasattr(row, "main_language"):
        kept = row.main_language if row.pk is not None and row.main_language in text else ""
        row.main_language = main_of(text, kept)
    return changed


def personal(facts: Facts) -> Mapping[str, str]:
    """Return what the facts say about a private person, for the erasable side of the journal."""
    return {name: str(getattr(facts, name)) for name in facts.PERSONAL if getattr(facts, name)}


def said(value: object) -> Json:
    """Return a value as the journal keeps it: uids for rows, ISO for days and hours."""
    if isinstance(value, models.Model):
        return str(getattr(value, "uid", value.pk))
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Translated):
        return dict(value)
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, list | tuple):
        return [said(one) for one in value]
    return str(value)


def saved(row: Versioned, *, is_new: bool = False) -> None:
    """Save the row; one that was there before gets the next version."""
    if not is_new:
        row.version += 1
    row.save()
