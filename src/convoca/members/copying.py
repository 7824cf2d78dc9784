"""Writing many rows at once with PostgreSQL's COPY: ten thousand take one statement."""

from collections.abc import Sequence

from django.db import connection, models


def numbered(rows: Sequence[models.Model]) -> None:
    """Give new rows their ids, taken from the table's own sequence, so that others can point."""
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [rows[0]._meta.db_table, len(rows)],
        )
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = number


def copied(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one table. Every constraint of the database holds; no signals are sent."""
    if not rows:
        return
    numbered([row for row in rows if row.pk is None])
    meta = rows[0]._meta
    fields = meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{meta.db_table}" ({columns}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row(
                [
                    field.get_db_prep_save(field.pre_save(row, add=True), connection)
                    for field in fields
                ]
            )
