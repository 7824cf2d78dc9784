"""Observances, calls and replies for tests, on the ministry of 2024 and its addressees."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO

from django.utils import timezone
from pypdf import PdfWriter

from accounts.made import user_with
from convoca.accounts.models import User
from convoca.calls.actions.calls import Asked, draft_call, open_call
from convoca.calls.actions.contributions import save_draft
from convoca.calls.actions.handling import check_english
from convoca.calls.actions.observances import add_observance, set_edition
from convoca.calls.actions.replies import send_reply
from convoca.calls.actions.selections import (
    agree_selection,
    approve_selection,
    begin_selection,
    shortlist,
    submit_selection,
)
from convoca.calls.criteria import USUAL
from convoca.calls.models import Call, Contribution, Edition, Reply, Selection
from convoca.calls.said import ActivitySaid, Consent, Contact, Said, said_of
from convoca.journal.actors import Actor, ActorKind
from convoca.languages.translated import Translated
from convoca.letters.models import Letter, LineKind, Recipient, State
from letters.made import House, house, letter
from members.made import INSTALLATION, actor

FIRST_WORDS = {
    "title_vi": "Tổ công nghệ số",
    "title_en": "",
    "text_vi": "Mỗi thôn một tổ.",
    "text_en": "",
}
ALL_CONSENT = Consent(agencies=True, public=True, forward=True)


@dataclass(frozen=True)
class Round:
    """An open call of the ministry to a ministry and three provinces."""

    house: House
    edition: Edition
    call: Call

    @property
    def replies(self) -> list[Reply]:
        return list(Reply.objects.filter(call=self.call).select_related("body", "recipient"))

    @property
    def reply(self) -> Reply:
        """The reply of the other ministry."""
        return self.replies[0]

    @property
    def specialist(self) -> Actor:
        return self.house.specialist


def edition(at: House, *, year: int = 2024) -> Edition:
    """The day of 17 May in a year, kept by the ministry."""
    observance = add_observance(
        by=INSTALLATION,
        slug="wtisd",
        owner=at.chain.ministry,
        name=Translated(
            vi="Ngày Viễn thông và Xã hội thông tin Thế giới",
            en="World Telecommunication and Information Society Day",
        ),
        goal=Translated(vi="Nâng cao nhận thức về vai trò của công nghệ số."),
        day=17,
        month=5,
    )
    return set_edition(
        by=INSTALLATION,
        observance=observance,
        year=year,
        theme=Translated(
            vi="Sáng tạo số vì mục tiêu phát triển bền vững",
            en="Digital innovation for sustainable development",
        ),
        wording_source="Công văn năm 2024",
    )


def asked(**facts) -> Asked:
    """What the letter of 2024 asks; without a deadline."""
    return Asked(**{"title": Translated(vi="Hưởng ứng Ngày 17/5 năm 2024"), **facts})


def dispatched(given: Letter, *bodies) -> Letter:
    """The letter as it is once it went out to these bodies."""
    now = timezone.now()
    given.state, given.issued_at = State.ISSUED, now
    given.save()
    for position, body in enumerate(bodies):
        Recipient.objects.create(
            letter=given,
            kind=LineKind.ADDRESSEE,
            position=position,
            addressed=body,
            body=body,
            name=body.name[body.main_language],
            emails=[body.email] if body.email else [],
            sent_at=now,
            link_expires_at=now + timedelta(days=365),
        )
    return given


def drafted(at: House | None = None, **facts) -> tuple[House, Edition, Call]:
    """A call drafted with its letter, which is signed but has not gone out."""
    at = at or house()
    year = facts.pop("year", timezone.localdate().year)
    of_year = edition(at, year=year)
    signed = letter(at, State.SIGNED)
    call = draft_call(by=at.specialist, edition=of_year, letter=signed, asked=asked(**facts))
    return at, of_year, call


def opened(**facts) -> Round:
    """An open call; its letter went to the other ministry and the provinces."""
    at, of_year, call = drafted(**facts)
    bodies = [at.chain.science, *(one.body for one in at.provinces.memberships.order_by("place"))]
    dispatched(call.letter, *bodies)
    return Round(at, of_year, open_call(by=at.clerk, call=call))


def link_of(reply: Reply) -> Actor:
    """Whoever holds the link of the reply's recipient."""
    assert reply.recipient is not None
    return Actor(ActorKind.LINK, str(reply.recipient.uid), reply.name)


def focal_point(reply: Reply) -> Actor:
    """The focal point of the body."""
    return actor("focal_point", at=reply.body, name="Đầu mối, trình diễn")


def said(**facts) -> Said:
    """A good practice in both languages with all consents."""
    given = {
        "kind": "good_practice",
        "main_language": "vi",
        "title": Translated(
            vi="Tổ công nghệ số cộng đồng đến từng thôn", en="Digital teams in each village"
        ),
        "text": Translated(
            vi="Mỗi thôn có một tổ năm người hướng dẫn dịch vụ công trực tuyến.",
            en="Each village has a team of five who show people online public services.",
        ),
        "sdgs": (9, 10),
        "action_lines": ("C4",),
        "consent": ALL_CONSENT,
        "contact": Contact("Hoàng Thị Lan", "lan@vn-bkhcn.example"),
    }
    return Said(**{**given, **facts})


def activity_said(**facts) -> Said:
    """An activity held on the day."""
    held = ActivitySaid(
        starts_on=date(2024, 5, 17),
        ends_on=date(2024, 5, 17),
        place="Nhà văn hóa huyện",
        organiser="Sở Thông tin và Truyền thông",
        audience=Translated(vi="Người dân"),
        reached=1240,
        result=Translated(vi="Hai mươi bàn hướng dẫn"),
    )
    return said(
        **{
            "kind": "activity",
            "title": Translated(vi="Ngày hội kỹ năng số"),
            "text": Translated(vi="Hướng dẫn người dân cài ứng dụng."),
            "activity": held,
            **facts,
        }
    )


def draft(reply: Reply, **facts) -> Contribution:
    """A draft written by whoever holds the link."""
    return save_draft(by=link_of(reply), reply=reply, said=said(**facts))


def sent(reply: Reply, **facts) -> Contribution:
    """A contribution that was sent by link."""
    made = draft(reply, **facts)
    reply.refresh_from_db()
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Hoàng Thị Lan")
    made.refresh_from_db()
    return made


def reviewers(made: Round, count: int = 2) -> list[User]:
    """Reviewers of the ministry."""
    return [
        user_with("reviewer", made.house.chain.ministry, name=f"Thẩm định viên {number}")
        for number in range(1, count + 1)
    ]


def scores(points: int = 4) -> dict[str, int]:
    """The same points for each of the usual criteria."""
    return {str(one["key"]): points for one in USUAL}


def approved(made: Round, *contributions: Contribution) -> Selection:
    """A list for the Union that the leader has approved."""
    itu = made.house.chain.itu
    selection = begin_selection(by=made.specialist, call=made.call, forward_to=itu)
    for one in contributions:
        check_english(
            by=made.specialist, contribution=one, said=said_of(one), checked_by="Chuyên viên"
        )
    shortlist(by=made.specialist, selection=selection, contributions=contributions)
    selection = submit_selection(by=made.specialist, selection=selection)
    agree_selection(by=made.house.head, selection=selection, version=selection.version)
    return approve_selection(by=made.house.signer, selection=selection, version=selection.version)


def pdf(text: str = "Báo cáo") -> BytesIO:
    """A small PDF that the file store takes."""
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.add_metadata({"/Title": text})
    made = BytesIO()
    writer.write(made)
    made.seek(0)
    return made
