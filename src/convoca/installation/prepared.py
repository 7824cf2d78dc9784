"""Queries asked at every request: their SQL is written once, only the values change.

Django writes a query's SQL anew each time it is asked, which for a row with its joined rows costs
seven times what all the rest does (ADR 0090). Here the compiler that wrote it is kept, and the
server is sent the values apart from the SQL, so that it keeps its plan too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.db.models.query import get_related_populators  # type: ignore[attr-defined] # not public
from psycopg import Cursor

Row = TypeVar("Row", bound=Model)


class Prepared(Generic[Row]):
    """A query made by `made` from values; `examples` are values of the right kinds.

    The values stand in the SQL in the order of `examples`, and nothing else does; a query that
    holds another value is refused with TypeError when it is first asked.
    """

    def __init__(self, made: Callable[..., QuerySet[Row]], *examples: object) -> None:
        self._made, self._examples = made, examples
        self._of_thread = threading.local()

    def __call__(self, *values: object) -> list[Row]:
        """Ask with these values; return model instances as the query set would give them."""
        written = getattr(self._of_thread, "written", None)
        if written is None:
            written = self._of_thread.written = _Written(self._made, self._examples)
        found: list[Row] = list(written.rows(values))
        prefetch_related_objects(found, *written.besides)
        return found

    def first(self, *values: object) -> Row | None:
        """Return the first row, or None. The query says itself that it wants no more than one."""
        return next(iter(self(*values)), None)

    def get(self, *values: object) -> Row:
        """Return the first row. Raises the model's DoesNotExist where there is none."""
        found = self.first(*values)
        if found is None:
            model = self._made(*self._examples).model
            raise model.DoesNotExist  # type: ignore[attr-defined] # each model has its own
        return found


class _Written:
    """The compiler of one query on this thread's connection, with what is read out of it once."""

    def __init__(self, made: Callable[..., QuerySet[Any]], examples: tuple[object, ...]) -> None:
        asked = made(*examples)
        self.compiler = compiler = asked.query.get_compiler(connection=connection)
        self.sql, given = compiler.as_sql()
        if tuple(given) != examples:
            raise TypeError(f"{given} stand in the SQL, {examples} were given")
        if compiler.annotation_col_map:
            raise TypeError("only rows of models are prepared, without annotations")
        self.besides = asked._prefetch_related_lookups  # type: ignore[attr-defined] # not public
        fields = compiler.klass_info["select_fields"]
        self.place = slice(fields[0], fields[-1] + 1)
        self.model = compiler.klass_info["model"]
        self.names = [column[0].target.attname for column in compiler.select[self.place]]
        self.converters = compiler.get_converters([column[0] for column in compiler.select])
        self.related = get_related_populators(compiler.klass_info, compiler.select, "default")

    def rows(self, values: tuple[object, ...]) -> Iterator[Any]:
        found: Iterable[Any] = self._asked(values)
        if self.converters:
            found = self.compiler.apply_converters(found, self.converters)
        for row in found:
            one = self.model.from_db("default", self.names, row[self.place])
            for populator in self.related:
                populator.populate(row, one)
            yield one

    def _asked(self, values: tuple[object, ...]) -> list[Any]:
        connection.ensure_connection()
        # psycopg's own cursor; Django's would write the values into the SQL.
        bound = Cursor(connection.connection)
        with connection._prepare_cursor(bound) as cursor:  # type: ignore[attr-defined] # not public
            cursor.execute(self.sql, values)
            return list(cursor.fetchall())
