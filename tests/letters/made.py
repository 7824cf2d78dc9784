"""Letters for tests: a ministry with its desks, and letters at each of them."""

import io
from dataclasses import dataclass

from convoca.files.actions import store
from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.letters.actions.desks import agree, submit
from convoca.letters.actions.dispatch import issue, prepare
from convoca.letters.actions.drafting import draft_letter
from convoca.letters.content import LetterText, LineText
from convoca.letters.models import Letter, Recipient, State
from convoca.members.models import AddressGroup, Body
from convoca.typesetting.documents import Visual, visual_pdf
from members.made import INSTALLATION, Chain, actor, group, ministry_of_2024, provinces

BODY = """Ngày 17/5 là ngày thành lập Liên minh Viễn thông Quốc tế (ITU).

Bộ Thông tin và Truyền thông đề nghị quý cơ quan, đơn vị:

- Tổ chức hoạt động hưởng ứng trong năm 2024;

- Chia sẻ kinh nghiệm, *câu chuyện thành công* và thực tiễn tốt.

Trân trọng thông báo./."""


@dataclass(frozen=True)
class House:
    """The ministry of 2024, one actor for each desk, and the groups that it writes to."""

    chain: Chain
    specialist: Actor
    head: Actor
    form_checker: Actor
    signer: Actor
    clerk: Actor
    ministries: AddressGroup
    provinces: AddressGroup

    @property
    def unit(self) -> Body:
        return self.chain.department

    @property
    def desks(self) -> tuple[Actor, Actor, Actor]:
        return self.head, self.form_checker, self.signer


def house() -> House:
    """The ministry with everyone who is needed from draft to dispatch."""
    chain = ministry_of_2024()
    return House(
        chain=chain,
        specialist=actor("specialist", at=chain.department, name="Chuyên viên, trình diễn"),
        head=actor("head_of_unit", at=chain.department, name="Vụ trưởng, trình diễn"),
        form_checker=actor("form_checker", at=chain.ministry, name="Văn phòng, trình diễn"),
        signer=actor("signer", at=chain.ministry, name="Thứ trưởng, trình diễn"),
        clerk=actor("clerk", at=chain.ministry, name="Văn thư, trình diễn"),
        ministries=group(chain.ministry, chain.science, key="cac-bo"),
        provinces=group(
            chain.ministry,
            *provinces(chain.government),
            key="cac-tinh",
            name=Translated(vi="Ủy ban nhân dân các tỉnh", en="People’s Committees"),
        ),
    )


def text(at: House, **facts) -> LetterText:
    """A whole letter to two groups, with copies in Nơi nhận."""
    given = {
        "subject": "hưởng ứng Ngày Viễn thông và Xã hội thông tin Thế giới năm 2024",
        "body": BODY,
        "symbol": "BTTTT-HTQT",
        "place": "Hà Nội",
        "authority": "KT.",
        "head_post": "Bộ trưởng",
        "own_post": "Thứ trưởng",
        "signer_name": "Nguyễn Văn Mẫu",
        "archive_units": "VT, HTQT",
        "drafter_mark": "TDM",
        "copies": "06b",
        "addressees": (
            LineText("Các Bộ", group=at.ministries.pk),
            LineText("Ủy ban nhân dân các tỉnh", group=at.provinces.pk),
        ),
        "copies_to": (
            LineText("Như trên"),
            LineText("Bộ trưởng (để b/c)", email="botruong@vn-btttt.example"),
        ),
    }
    return LetterText(**{**given, **facts})


def letter(at: House, state: State = State.DRAFT, **facts) -> Letter:
    """A letter that has come as far as `state`, at most signed."""
    made = draft_letter(by=at.specialist, unit=at.unit, text=text(at, **facts))
    if state == State.DRAFT:
        return made
    version = submit(by=at.specialist, letter=made)
    made.refresh_from_db()
    for desk in at.desks:
        if made.state == state:
            break
        made = agree(by=desk, letter=made, version=version.number)
    return made


def prepared(at: House, **facts) -> Letter:
    """A signed letter in the outbox."""
    return prepare(by=at.clerk, letter=letter(at, State.SIGNED, **facts))


def issued(at: House, **facts) -> Letter:
    """A letter that went out."""
    return issue(by=at.clerk, letter=prepared(at, **facts))


def recipient(of: Letter, key: str = "vn-bkhcn") -> Recipient:
    """The recipient of a letter that is the body with this key."""
    return Recipient.objects.get(letter=of, body__key=key, parent=None)


def pdf(words: str = "Bản ký số") -> bytes:
    """A small PDF."""
    return visual_pdf(Visual(day_name=words, theme="", date_text="17/5/2024", year=2024))


def stored_pdf(words: str = "Bản ký số") -> StoredFile:
    """A stored PDF, such as a letter signed elsewhere."""
    return store(by=INSTALLATION, stream=io.BytesIO(pdf(words)), name="ban-ky.pdf")
