"""Keeping what is stored about a body's name and place in step with its rows."""

from django.db import connection

from convoca.members.models import Body, BodyName
from convoca.members.naming import search_text, sort_keys

_TREE_LOCK = 0x636F6E01


def lock_tree() -> None:
    """Let one transaction at a time change who stands under whom; two could make a circle."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TREE_LOCK])


def take_name(body: Body, held: BodyName | None) -> None:
    """Make `held` the body's present name and refresh what is derived from it; saves nothing."""
    if held is not None:
        body.name, body.main_language = held.name, held.main_language
        body.abbreviation = held.abbreviation
    body.sort_key_vi, body.sort_key_en = sort_keys(body.name, body.main_language)
    known = [(one.name, one.abbreviation) for one in body.names.all()] if body.pk else []
    body.folded_text = search_text([(body.name, body.abbreviation), *known])


def take_parent(body: Body, parent: Body | None) -> None:
    """Put the body under `parent` today, with all that stands below it, in two statements."""
    above = list(parent.lineage) if parent else []
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE members_body SET parent_id = %s, lineage = ARRAY[uid] || %s::uuid[] "
            "WHERE id = %s",
            [parent.pk if parent else None, above, body.pk],
        )
        cursor.execute(
            "UPDATE members_body SET lineage = lineage[1:array_position(lineage, %s)] || %s::uuid[]"
            " WHERE lineage @> ARRAY[%s] AND id <> %s",
            [body.uid, above, body.uid, body.pk],
        )
    body.refresh_from_db(fields=["parent", "lineage"])
