"""Recipients, letters received, successors, and drafts: each action's rule and its refusals."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from convoca.journal.actors import ANONYMOUS, Actor, ActorKind
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from convoca.letters import actions
from convoca.letters.actions.incoming import Arrival
from convoca.letters.actions.recipients import link_actor
from convoca.letters.carrying import Edition, carried_over
from convoca.letters.content import LineText, text_of
from convoca.letters.drafts import begun
from convoca.letters.models import IncomingLetter, Letter, Recipient, State
from convoca.letters.pasting import pasted
from convoca.letters.signals import RecipientVisit, page_parts, recipient_page
from convoca.letters.visitors import visitor
from convoca.members.actions import merge_bodies
from convoca.members.periods import today
from letters.made import House, house, issued, letter, recipient, text
from members.made import INSTALLATION, actor, body

pytestmark = pytest.mark.django_db


@pytest.fixture
def at() -> House:
    return house()


def arrival(**facts) -> Arrival:
    given = {"subject": "trả lời", "sender_name": "Bộ Y tế", "arrived_on": date(2024, 5, 8)}
    return Arrival(**{**given, **facts})


def strangers(at: House) -> list[Actor]:
    return [
        ANONYMOUS,
        actor("focal_point", at=at.chain.ministry),
        actor("clerk", at=at.chain.government),
        Actor(ActorKind.LINK, "0" * 36, "Đường dẫn khác"),
    ]


def test_only_the_recipient_confirms_and_hands_on(at):
    science = recipient(issued(at))
    for stranger in strangers(at):
        with pytest.raises(NotPermitted):
            actions.confirm_received(by=stranger, recipient=science)
        with pytest.raises(NotPermitted):
            actions.hand_on(by=stranger, recipient=science, name="Cục A", email="a@b.example")
    done = actions.confirm_received(by=actor("focal_point", at=at.chain.science), recipient=science)
    again = actions.confirm_received(by=link_actor(science), recipient=done)
    assert again.received_at == done.received_at
    kinds = [one.actor_kind for one in timeline(subject_kind="recipient", subject_uid=science.uid)]
    assert kinds == ["person", "person", "person"]


def handed_on(at: House, science: Recipient) -> Recipient:
    unit = at.chain.science_department
    return actions.hand_on(
        by=link_actor(science), recipient=science, body=unit, email="a@b.example"
    )


def test_a_reply_of_the_unit_counts_for_whoever_handed_on(at):
    science = recipient(issued(at))
    child = actions.hand_on(
        by=link_actor(science),
        recipient=science,
        body=at.chain.science_department,
        email="a@b.example",
    )
    grandchild = actions.hand_on(
        by=link_actor(child), recipient=child, name="Phòng 1", email="p@b.example"
    )
    actions.mark_replied(by=link_actor(grandchild), recipient=grandchild)
    replied = Recipient.objects.filter(replied_at__isnull=False).order_by("pk")
    assert list(replied) == [science, child, grandchild]


def test_a_task_goes_only_to_a_body_below_and_once(at):
    science = recipient(issued(at))
    by = link_actor(science)
    with pytest.raises(ValidationError, match="below"):
        actions.hand_on(by=by, recipient=science, body=at.chain.department, email="a@b.example")
    with pytest.raises(ValidationError, match="address"):
        actions.hand_on(by=by, recipient=science, body=at.chain.science_department)
    with pytest.raises(ValidationError):
        actions.hand_on(by=by, recipient=science, name="Cục A", email="không phải địa chỉ")
    actions.hand_on(by=by, recipient=science, body=at.chain.science_department, email="a@b.example")
    with pytest.raises(ValidationError, match="already"):
        actions.hand_on(
            by=by, recipient=science, body=at.chain.science_department, email="a@b.example"
        )


def test_a_withdrawn_letter_is_not_handed_on(at):
    made = issued(at)
    actions.withdraw_letter(by=at.clerk, letter=made, reason="Sai số liệu")
    science = recipient(made)
    with pytest.raises(StateConflict):
        actions.hand_on(by=link_actor(science), recipient=science, name="A", email="a@b.example")


def test_only_drafters_and_the_clerk_renew_links(at):
    science = recipient(issued(at))
    for stranger in [*strangers(at), at.signer]:
        with pytest.raises(NotPermitted):
            actions.renew_link(by=stranger, recipient=science)
    assert actions.renew_link(by=at.specialist, recipient=science).link_serial == 2


def test_only_the_clerk_keeps_the_register_of_letters_received(at):
    for stranger in [*strangers(at), at.specialist]:
        with pytest.raises(NotPermitted):
            actions.register_incoming(by=stranger, body=at.chain.ministry, arrival=arrival())
    made = actions.register_incoming(by=at.clerk, body=at.chain.ministry, arrival=arrival())
    assert (made.number, made.register.year, made.state) == (1, 2024, "registered")
    with pytest.raises(NotPermitted):
        actions.give_incoming(by=at.specialist, incoming=made, unit=at.unit)
    given = actions.give_incoming(by=at.clerk, incoming=made, unit=at.unit)
    with pytest.raises(NotPermitted):
        actions.finish_incoming(by=actor("specialist", at=at.chain.science), incoming=given)
    assert actions.finish_incoming(by=at.specialist, incoming=given).state == "done"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"subject": " "}, "abstract"),
        ({"sender_name": ""}, "body"),
        ({"arrived_on": date(2100, 1, 1)}, "future"),
        ({"subject": "TUYỆT MẬT"}, "117/2025/QH15"),
    ],
)
def test_a_letter_received_that_does_not_fit_is_refused(at, facts, words):
    with pytest.raises(ValidationError, match=words):
        actions.register_incoming(by=at.clerk, body=at.chain.ministry, arrival=arrival(**facts))
    assert IncomingLetter.objects.count() == 0


def test_an_official_letter_is_another_state_than_content(at):
    science = recipient(issued(at))
    actions.register_incoming(
        by=at.clerk, body=at.chain.ministry, arrival=arrival(recipient=science)
    )
    science.refresh_from_db()
    assert (science.letter_received_at is None, science.replied_at) == (False, None)
    assert science.answers.get().answers == science.letter


def test_what_is_open_moves_to_the_successor_and_names_stay(at):
    made = issued(at)
    draft = letter(at, State.FORM)
    heir = body("vn-bo-moi", kind="ministry", parent=at.chain.government)
    merge_bodies(by=INSTALLATION, predecessors=[at.chain.science], successor=heir, on=today())
    science = Recipient.objects.get(letter=made, addressed=at.chain.science)
    assert (science.body, science.name) == (heir, "Bộ Khoa học và Công nghệ")
    draft.refresh_from_db()
    assert draft.state == State.FORM


def test_last_years_letter_takes_the_new_year_and_theme(at):
    theme = Translated(vi="Sáng tạo số", en="Digital innovation")
    old = text(
        at,
        subject="hưởng ứng năm 2023",
        body="Năm 2023, chủ đề “Trao quyền”.\n\nĐến năm 2030./.",
        annex_theme=Translated(vi="Trao quyền", en="Empowering"),
        annex_day=date(2023, 5, 17),
    )
    made, changes = carried_over(old, year=2023, to=Edition(2024, theme))
    assert made.body == "Năm 2024, chủ đề “Sáng tạo số”.\n\nĐến năm 2030./."
    assert (made.subject, made.annex_day) == ("hưởng ứng năm 2024", date(2024, 5, 17))
    assert made.annex_theme == theme
    assert len(changes) == 2


def test_a_draft_from_an_earlier_letter_needs_both_rights(at):
    made = issued(at)
    drafted = actions.draft_from_earlier(by=at.specialist, earlier=made, to=Edition(2027))
    assert (drafted.based_on, drafted.year, drafted.state) == (made, 2027, State.DRAFT)
    for stranger in (ANONYMOUS, actor("specialist", at=at.chain.science), at.clerk):
        with pytest.raises(NotPermitted):
            actions.draft_from_earlier(by=stranger, earlier=made, to=Edition(2027))


def test_only_drafters_of_the_unit_write(at):
    made = letter(at)
    for stranger in (ANONYMOUS, actor("specialist", at=at.chain.science_department), at.clerk):
        with pytest.raises(NotPermitted):
            actions.draft_letter(by=stranger, unit=at.unit, text=text(at))
        with pytest.raises(NotPermitted):
            actions.keep_text(by=stranger, letter=made, text=text(at, subject="x"))
        with pytest.raises(NotPermitted):
            actions.drop_draft(by=stranger, letter=made)
    assert actions.drop_draft(by=at.head, letter=made).state == State.DROPPED


def test_upper_rooms_add_parts_to_the_recipients_page(at, rf):
    from convoca.letters.signals import PagePart

    science = recipient(issued(at))
    request = rf.get("/")
    request.session, request.actor = {}, ANONYMOUS
    assert visitor(request, science) is None
    part = PagePart("letters/parts/sheets.html", order=3)

    def add(visit, **_facts):
        return part if visit.recipient == science else None

    recipient_page.connect(add)
    try:
        assert page_parts(RecipientVisit(request, science, link_actor(science))) == [part]
    finally:
        recipient_page.disconnect(add)


_NAME = Path("shared") / "mission" / "000_974c955ef53c4afd.txt"
SOURCE = next((up / _NAME for up in Path(__file__).parents if (up / _NAME).exists()), _NAME)


@pytest.mark.skipif(not SOURCE.exists(), reason="the source letter is not beside this clone")
def test_the_source_letter_is_read_whole(at):
    made = begun(by=at.specialist, unit=at.unit, source=SOURCE.read_text())
    given = text_of(made)
    assert (given.symbol, given.place, made.year) == ("BTTTT-HTQT", "Hà Nội", 2024)
    assert given.subject.startswith("hưởng ứng “Ngày Viễn thông")
    assert (given.authority, given.signer_name) == ("KT.", "Phan Tâm")
    assert (given.archive_units, given.drafter_mark, given.copies) == ("VT, HTQT", "NQQ", "06b")
    assert [line.text for line in given.copies_to] == [
        "Như trên",
        "Bộ trưởng (để b/c)",
        "Thứ trưởng Phan Tâm",
    ]
    assert given.body.count("\n\n- ") == 3
    left = pasted(SOURCE.read_text(), LineText).left_over
    assert left == (
        "World",
        "Telecommunication",
        "and Information",
        "Society Day",
        "# Digital innovation for sustainable development",
        "17 May 2024",
    )
    assert Letter.objects.get().source_text == SOURCE.read_text()


def test_of_a_letter_copied_in_columns_with_hard_spaces_only_the_unknown_line_is_left_over():
    source = """BỘ Y TẾ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/BYT-CNTT    Hà Nội, ngày 2 tháng 5 năm 2024
Kính gửi:
- Bộ Công an; Bộ Quốc phòng;
- Bộ Nội vụ.

Xin gửi báo cáo./.

Nơi nhận:
- Như trên;
- Lưu: VT.

BỘ TRƯỞNG

Nguyễn Văn Mẫu

Dòng thừa
"""
    read = pasted(source.replace(" ", "\u00a0"), LineText)
    assert read.left_over == ("Dòng thừa",)
    assert [line.text for line in read.text.addressees] == [
        "Bộ Công an",
        "Bộ Quốc phòng",
        "Bộ Nội vụ",
    ]
