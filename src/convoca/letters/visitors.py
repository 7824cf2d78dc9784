"""Who stands at a recipient's page: one with its link in the session, or an officer of its body."""

from uuid import UUID

from django.http import HttpRequest

from convoca.accounts.actors import register_session_actor
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor
from convoca.letters.actions.recipients import link_actor
from convoca.letters.links import is_open
from convoca.letters.models import Recipient
from convoca.letters.rules import may_answer_for

_by_uid = Prepared(
    lambda uid: (
        Recipient.objects.only("uid", "name", "link_serial", "link_expires_at")
        .filter(uid=uid)
        .order_by()
    ),
    UUID(int=0),
)
_KEY = "letters.links"
_LATEST = "letters.latest_link"


def remember(request: HttpRequest, recipient: Recipient) -> None:
    """Note in the session that the recipient's present link was shown."""
    held = request.session.get(_KEY, {})
    request.session[_KEY] = {**held, str(recipient.uid): recipient.link_serial}
    request.session[_LATEST] = str(recipient.uid)


def holds_link(request: HttpRequest, recipient: Recipient) -> bool:
    """Say whether the session came by the present link, which has not expired."""
    held = request.session.get(_KEY, {})
    return held.get(str(recipient.uid)) == recipient.link_serial and is_open(recipient)


def came_by_link(request: HttpRequest, recipient: Recipient) -> bool:
    """Say whether the session ever came by a link of this recipient, good or revoked since."""
    return str(recipient.uid) in request.session.get(_KEY, {})


def visitor(request: HttpRequest, recipient: Recipient) -> Actor | None:
    """Return who acts for the recipient in this request, or None who may not.

    An officer of the recipient's body acts in their own name; else the link's holder.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.grants and may_answer_for(actor, recipient):
        return actor
    return link_actor(recipient) if holds_link(request, recipient) else None


@register_session_actor
def latest(request: HttpRequest) -> Actor | None:
    """Return the actor of the link opened last in this session, while that link is good."""
    uid = request.session.get(_LATEST)
    found = _by_uid.first(UUID(uid)) if uid else None
    if found is None or not holds_link(request, found):
        return None
    return link_actor(found)
