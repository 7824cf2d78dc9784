"""How far the record has come: by this alone one can tell whether anything was done since."""

from django.db import connection

_HEAD = """
SELECT (SELECT max(seq) FROM journal_entry), (SELECT max(id) FROM journal_entry)
"""


def head() -> tuple[int | None, int | None]:
    """Return two numbers of which one changes with every action; one query, by index alone.

    Numbers in the chain are given in the order of commits, so whoever sees one sees everything
    that was done before it. An entry of the caller's own transaction has none yet: for that one
    stands the second number, which would not do alone, since it is taken before the commit.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HEAD)
        numbered, written = cursor.fetchone()
    return numbered, written
