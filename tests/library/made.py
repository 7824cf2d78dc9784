"""Entries for tests, published through the decisions of calls."""

from calls.made import Round, sent
from convoca.calls.actions.decisions import accept
from convoca.calls.models import Contribution, Reply, Shelf
from convoca.journal.actors import Actor, ActorKind, Grant
from convoca.languages.translated import Translated
from convoca.library.models import Entry

VILLAGES = Translated(
    vi="Tổ công nghệ số cộng đồng ở bản Hòa Lý", en="Community digital teams in Hoa Ly village"
)


def shared(round_: Round, reply: Reply | None = None, **facts) -> Contribution:
    """A contribution that was sent with every consent."""
    made = sent(reply or round_.reply, **{"title": VILLAGES, **facts})
    made.refresh_from_db()
    return made


def published(
    round_: Round, *, shelf: str = Shelf.PUBLIC, reply: Reply | None = None, **facts
) -> Entry:
    """An entry on a shelf."""
    one = shared(round_, reply, **facts)
    accept(by=round_.specialist, contribution=one, shelf=shelf)
    return Entry.objects.get(contribution=one)


def stranger_with_account() -> Actor:
    """Somebody who signed in and has no role anywhere."""
    return Actor(ActorKind.PERSON, "nobody", "Người không có vai trò")


def official(round_: Round) -> Actor:
    """A focal point of a province: no officer of the call, but of an agency."""
    grant = Grant("focal_point", round_.replies[1].body.uid)
    return Actor(ActorKind.PERSON, "focal", "Đầu mối", frozenset({grant}))
