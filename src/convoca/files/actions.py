"""Taking a file in, and clearing away what no row names."""

from collections.abc import Set
from typing import IO
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from convoca.files.gates import secrets
from convoca.files.gates.sniffing import checked_kind
from convoca.files.keeping import keep, taken_in
from convoca.files.kinds import DEFAULT_KINDS, Kind
from convoca.files.models import StoredFile
from convoca.files.names import cleaned
from convoca.journal.actors import Actor
from convoca.journal.record import record


@transaction.atomic
def store(
    *,
    by: Actor,
    stream: IO[bytes] | UploadedFile,
    name: str,
    kinds: Set[Kind] = DEFAULT_KINDS,
    made_here: bool = False,
) -> StoredFile:
    """Take in the bytes of `stream` (an open file or an upload) and return their row.

    The caller has seen that `by` may hand something in here. When this returns, the bytes are
    forced to the disk; where the transaction is undone, they are swept away later. A file that
    Convoca has `made_here` is not read for marks of state secrecy: its words were, before. Raises
    ValidationError, naming the rule, for a file that a gate refuses (see `gates`).
    """
    kept_name = cleaned(name)
    with taken_in(stream) as taken:
        kind = checked_kind(taken.stream, kept_name, kinds)
        if not made_here:
            secrets.check(taken.stream, kept_name, kind)
        stored = StoredFile(
            uid=uuid4(),
            sha256=taken.sha256,
            size=taken.size,
            kind=str(kind),
            original_name=kept_name,
            created_by=by.uid,
        )
        keep(taken, stored.uid)
    stored.save(force_insert=True)
    record(
        by=by,
        action="files.store",
        subject_kind="file",
        subject_uid=stored.uid,
        facts={"sha256": stored.sha256, "size": stored.size, "kind": stored.kind},
        personal={"name": stored.original_name},
    )
    return stored
