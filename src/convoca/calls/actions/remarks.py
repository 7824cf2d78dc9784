"""What hindered a body, and what it proposes: said with its reply, told in the report."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.actions.replies import demand_open, locked
from convoca.calls.models import Reply
from convoca.calls.said import digest
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict


@transaction.atomic
def write_remarks(
    *, by: Actor, reply: Reply, difficulties: str, proposals: str, version: int | None = None
) -> Reply:
    """Keep difficulties and proposals of a body that has answered; the same again does nothing.

    `version` is the one that the writer has read. Raises StateConflict where the reply has
    changed since, or where nothing was answered yet: they are then sent with the answer.
    """
    reply = locked(reply)
    demand_open(by, reply, timezone.now())
    rules.refuse_secrets([difficulties, proposals])
    if not reply.is_answered:
        raise StateConflict(_("Send the answer first; difficulties and proposals go with it."))
    if version is not None and version != reply.version:
        raise StateConflict(
            _("Somebody else has changed this reply while you were writing. Read it once more.")
        )
    if (difficulties, proposals) == (reply.difficulties, reply.proposals):
        return reply
    reply.difficulties, reply.proposals = difficulties, proposals
    reply.version += 1
    reply.save(update_fields=["difficulties", "proposals", "version"])
    record(
        by=by,
        action="calls.write_remarks",
        subject_kind="reply",
        subject_uid=reply.uid,
        facts={"sha256": digest({"difficulties": difficulties, "proposals": proposals})},
    )
    return reply
