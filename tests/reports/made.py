"""A call in which something of everything has happened, for reports."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from calls.made import Round, activity_said, approved, link_of, opened, pdf, said
from convoca.calls.actions.contributions import attach, save_draft
from convoca.calls.actions.decisions import accept
from convoca.calls.actions.replies import add_reply, say_nothing_to_report, send_reply
from convoca.calls.actions.selections import forward
from convoca.calls.models import Contribution, Forwarding, Reply, Selection, Shelf
from convoca.languages.translated import Translated
from convoca.letters.actions.incoming import Arrival, register_incoming

HERE = "https://convoca.btttt.example"
BOTH = {
    "title": Translated(vi="Tổ công nghệ số", en="Community digital teams"),
    "text": Translated(vi="Người dân giúp nhau.", en="Neighbours help each other."),
}


@dataclass(frozen=True)
class Year:
    """The round with what came of it; the practice and the activity have English texts."""

    round: Round
    practice: Contribution
    activity: Contribution


def sent_all(reply: Reply) -> None:
    """Send what is drafted, by the link."""
    reply.refresh_from_db()
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư")


def year() -> Year:
    """One ministry shared two items, Hà Nội has nothing, Đắk Lắk wrote a letter, one is silent.

    Two deliveries are confirmed, one came back; a company took part uninvited.
    """
    made = opened()
    science, hanoi, daklak, angiang = made.replies
    practice = save_draft(by=link_of(science), reply=science, said=said(**BOTH))
    attach(by=link_of(science), contribution=practice, stream=pdf(), name="Báo cáo đợt 1.pdf")
    day = activity_said(
        title=Translated(vi="Ngày hội", en="Skills day"),
        text=Translated(vi="Hướng dẫn", en="Help for residents"),
    )
    activity = save_draft(by=link_of(science), reply=science, said=day)
    sent_all(science)
    say_nothing_to_report(
        by=link_of(hanoi), reply=hanoi, version=hanoi.version, sent_by="Lan", remark="Chưa có"
    )
    arrival = Arrival(
        subject="trả lời",
        sender_name=daklak.name,
        sender=daklak.body,
        number_and_symbol="12/UBND-VX",
        dated=timezone.localdate(),
        signer_name="Y Mẫu",
        recipient=daklak.recipient,
    )
    register_incoming(by=made.house.clerk, body=made.house.chain.ministry, arrival=arrival)
    now = timezone.now()
    for reply in (science, hanoi):
        reply.recipient.delivered_at = now
        reply.recipient.save(update_fields=["delivered_at"])
    angiang.recipient.bounced_at = now - timedelta(minutes=1)
    angiang.recipient.save(update_fields=["bounced_at"])
    add_reply(by=made.specialist, call=made.call, body=made.house.chain.department)
    for one in (practice, activity):
        one.refresh_from_db()
    accept(by=made.specialist, contribution=practice, shelf=Shelf.PUBLIC)
    practice.refresh_from_db()
    return Year(made, practice, activity)


def chosen(of: Year) -> Selection:
    """The list with both items, approved."""
    return approved(of.round, of.practice, of.activity)


def forwarded(of: Year) -> Forwarding:
    """The list, sent."""
    return forward(by=of.round.specialist, selection=chosen(of), installation=HERE)
