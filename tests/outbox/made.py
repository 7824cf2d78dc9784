"""Mail of a ministry, for tests."""

from typing import Any
from uuid import UUID

from convoca.journal.actors import Actor, ActorKind, Grant
from convoca.outbox.drafts import Draft
from convoca.outbox.models import MailClass

MINISTRY = UUID("5f0c1b52-9a0e-4d0f-8f37-2a1d5a5f1a01")
ELSEWHERE = UUID("5f0c1b52-9a0e-4d0f-8f37-2a1d5a5f1a02")
LETTER = UUID("5f0c1b52-9a0e-4d0f-8f37-2a1d5a5f1a03")


def person(role: str, body: UUID = MINISTRY) -> Actor:
    """Return somebody with one role at one body."""
    return Actor(
        kind=ActorKind.PERSON,
        uid=f"{role}-{body.hex[-2:]}",
        name="Văn thư Bộ, trình diễn",
        grants=frozenset({Grant(role, body)}),
    )


CLERK = person("clerk")
OUTSIDER = person("clerk", ELSEWHERE)


def draft(**values: Any) -> Draft:
    """Return a letter's mail to a province, with what is given changed."""
    given: dict[str, Any] = {
        "to": "ubnd@dongthap.example",
        "to_name": "UBND tỉnh Đồng Tháp",
        "subject": "Về việc hưởng ứng Ngày Xã hội thông tin thế giới",
        "text": "Kính gửi: Ủy ban nhân dân tỉnh Đồng Tháp,\n\nBộ xin gửi công văn kèm theo.\n",
        "mail_class": MailClass.OFFICIAL,
        "language": "vi",
        "owner": (MINISTRY,),
        "about_kind": "letter",
        "about_uid": LETTER,
        **values,
    }
    return Draft(**given)
