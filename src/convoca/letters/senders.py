"""Which body wrote a letter received, by its name or its address."""

from django.db.models import Q

from convoca.languages.folding import folded
from convoca.members.models import Body
from convoca.members.periods import standing_on, today
from convoca.members.queries import searched


def sender_named(name: str, email: str) -> Body | None:
    """Return the one body that bears this name or has this address; None where it is not sure."""
    if email:
        address = Q(email__iexact=email) | Q(contacts__email__iexact=email)
        found = Body.objects.filter(standing_on(today())).filter(address).distinct()[:2]
        if len(found) == 1:
            return found[0]
    if not name:
        return None
    wanted = folded(name)
    named = [
        body
        for body in searched(name)[:20]
        if wanted in {folded(one) for held in _names(body) for one in held}
    ]
    return named[0] if len(named) == 1 else None


def _names(body: Body) -> list[list[str]]:
    held = [list(name.name.values()) for name in body.names.all()]
    return [list(body.name.values()), *held]
