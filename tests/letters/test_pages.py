"""The pages: a letter from pasted text to issued, by everyone who has a part in it."""

import io
from datetime import date
from email.message import EmailMessage
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.made import user, user_with
from convoca.letters.actions.recipients import renew_link
from convoca.letters.content import LineText, text_of
from convoca.letters.links import reply_path
from convoca.letters.models import IncomingLetter, Letter, Recipient, State
from convoca.letters.queries import waiting_for
from convoca.members.periods import today
from convoca.outbox.models import Mail
from convoca.typesetting.engine import pdf_text
from files.made import docx
from letters.made import BODY, House, house, issued, letter, pdf, prepared, recipient, stored_pdf
from members.made import actor, body

pytestmark = pytest.mark.django_db

PASTED = f"""Số: /BTTTT-HTQT

*Hà Nội, ngày tháng năm 2026*

V/v hưởng ứng Ngày Viễn thông và Xã hội thông tin Thế giới

Kính gửi:

- Các Bộ;
- Ủy ban nhân dân các tỉnh.

{BODY}

***Nơi nhận:***

- Như trên;
- Bộ trưởng (để b/c);
- Lưu: VT, HTQT, TDM.(06b).

**KT. BỘ TRƯỞNG
THỨ TRƯỞNG**

**Nguyễn Văn Mẫu**
"""


def page(name: str, *args: object) -> str:
    return reverse(f"letters:{name}", args=args)


def words(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def at() -> House:
    return house()


@pytest.fixture
def as_(client, at):
    """Sign in as somebody with a role at the department or the ministry."""

    def sign_in(role: str, where: str = ""):
        place = where or ("department" if role in {"specialist", "head_of_unit"} else "ministry")
        client.force_login(user_with(role, getattr(at.chain, place), name=f"{role}, trình diễn"))
        return client

    return sign_in


def test_from_pasted_text_to_issued_in_few_actions(as_, at):
    actions = 0

    def act(count: int) -> None:
        nonlocal actions
        actions += count

    client = as_("specialist")
    client.get(page("new"))
    made_at = client.post(page("new"), {"source": PASTED})
    act(3)  # open, paste, read
    one = Letter.objects.get()
    assert made_at.url == page("edit", one.uid)
    form = client.get(made_at.url).context["form"]
    sent = {name: form[name].value() for name in form.fields if not name.startswith("annex")}
    sent = {name: value for name, value in sent.items() if value is not None}
    assert client.post(made_at.url, {**sent, "submit": "yes"}).status_code == 302
    act(1)
    for role in ("head_of_unit", "form_checker", "signer"):
        client = as_(role)
        assert client.get(page("letter", one.uid)).status_code == 200
        answer = client.post(page("decide", one.uid), {"version": 1, "agree": "yes"})
        assert answer.status_code == 302
        act(2)
    client = as_("clerk")
    assert client.post(page("prepare", one.uid)).url == page("outbox", one.uid)
    read = words(client.get(page("outbox", one.uid)))
    assert "vanthu@vn-bkhcn.example" in read
    assert client.post(page("issue", one.uid)).url == page("recipients", one.uid)
    act(3)
    one.refresh_from_db()
    assert (one.state, one.number, one.recipients.count()) == (State.ISSUED, 1, 4)
    assert actions <= 40
    sign_ins = 5 * 3
    assert actions + sign_ins <= 40


def test_pasting_keeps_every_word_and_finds_the_groups(as_, at):
    as_("specialist").post(page("new"), {"source": PASTED + "\nDòng thừa không thuộc phần nào\n"})
    one = Letter.objects.get()
    text = text_of(one)
    assert [line.group for line in text.addressees] == [at.ministries.pk, at.provinces.pk]
    assert (text.symbol, text.place, one.year) == ("BTTTT-HTQT", "Hà Nội", 2026)
    assert (text.authority, text.head_post, text.own_post) == ("KT.", "BỘ TRƯỞNG", "THỨ TRƯỞNG")
    assert (text.archive_units, text.drafter_mark, text.copies) == ("VT, HTQT", "TDM", "06b")
    assert [line.text for line in text.copies_to] == ["Như trên", "Bộ trưởng (để b/c)"]
    assert "Dòng thừa không thuộc phần nào" in one.source_text


def test_secret_marks_are_refused_with_the_law_named(as_):
    answer = as_("specialist").post(page("new"), {"source": "TỐI MẬT\n\nKính gửi: ai đó"})
    assert answer.status_code == 422
    assert "117/2025/QH15" in words(answer)
    assert Letter.objects.count() == 0


def test_hostile_text_is_shown_as_text(as_, at):
    evil = "<script>alert(1)</script>"
    one = letter(at, subject=evil, body=f"#sys.inputs {evil} $x$ \\u{{0}}./.")
    for name in ("letter", "edit", "slip"):
        answer = as_("specialist").get(page(name, one.uid))
        assert answer.status_code == 200
        assert "<script>alert" not in words(answer)
    printed = pdf_text(as_("specialist").get(page("pdf", one.uid)).content)
    assert "#sys.inputs" in printed


def test_the_preview_keeps_the_draft_without_a_journal_entry(as_, at):
    one = letter(at)
    client = as_("specialist")
    form = client.get(page("edit", one.uid)).context["form"]
    sent = {n: form[n].value() for n in form.fields if form[n].value() is not None}
    sent = {n: v for n, v in sent.items() if not n.startswith("annex")}
    answer = client.post(page("preview", one.uid), {**sent, "subject": "trích yếu mới"})
    one.refresh_from_db()
    assert (answer.status_code, one.subject) == (200, "trích yếu mới")
    assert "data:image/png;base64," in words(answer)
    assert [line.action for line in client.get(page("letter", one.uid)).context["entries"]] == [
        "letters.draft"
    ]


def test_a_draft_that_is_not_whole_is_kept_but_not_submitted(as_, at):
    one = letter(at, subject="")
    client = as_("specialist")
    answer = client.post(
        page("edit", one.uid), {"document_type": "Công văn", "body": "Dở dang", "submit": "yes"}
    )
    one.refresh_from_db()
    assert (answer.status_code, one.body, one.state) == (422, "Dở dang", State.DRAFT)


def filled(client, one: Letter) -> dict:
    """Return the fields of a draft's form as the page shows them."""
    form = client.get(page("edit", one.uid)).context["form"]
    values = {n: form[n].value() for n in form.fields if not n.startswith("annex")}
    return {n: value for n, value in values.items() if value is not None}


def test_the_lines_of_kinh_gui_keep_their_order_when_a_draft_is_written_on(as_, at):
    groups = (LineText("Các tỉnh", at.provinces.pk), LineText("Các Bộ", at.ministries.pk))
    one, client = letter(at, addressees=groups), as_("specialist")
    client.post(page("edit", one.uid), {**filled(client, one), "keep": "yes"})
    kept = [line.group for line in text_of(one).addressees]
    assert kept == [at.provinces.pk, at.ministries.pk]


def test_a_head_who_signs_may_write_the_post_in_either_field(as_, at):
    one, client = letter(at), as_("specialist")
    sent = {**filled(client, one), "authority": "", "head_post": "", "own_post": "BỘ TRƯỞNG"}
    assert client.post(page("edit", one.uid), {**sent, "submit": "yes"}).status_code == 302
    one.refresh_from_db()
    assert (text_of(one).head_post, text_of(one).own_post) == ("BỘ TRƯỞNG", "")


@pytest.mark.parametrize(
    "name",
    ["letter", "edit", "slip", "slip_pdf", "pdf", "number", "outbox", "recipients", "source"],
)
def test_other_bodies_and_strangers_see_nothing(client, at, name):
    one = letter(at)
    assert client.get(page(name, one.uid)).status_code == 403
    client.force_login(user_with("specialist", at.chain.science_department))
    assert client.get(page(name, one.uid)).status_code == 403
    client.force_login(user())
    assert client.get(page(name, one.uid)).status_code == 403


@pytest.mark.parametrize("name", ["decide", "prepare", "issue", "take_back", "remind", "correct"])
def test_other_bodies_and_strangers_do_nothing(client, at, name):
    one = prepared(at)
    sent = {"version": 1, "remark": "x"}
    assert client.post(page(name, one.uid), sent).status_code == 403
    client.force_login(user_with("clerk", at.chain.science))
    assert client.post(page(name, one.uid), sent).status_code == 403
    one.refresh_from_db()
    assert one.state == State.PREPARED


def test_lists_need_a_sign_in_and_a_role(client, at):
    for name in ("letters", "new", "registers", "incoming_new"):
        assert client.get(page(name)).status_code == 403


def test_returning_shows_the_remark_on_the_slip(as_, at):
    one = letter(at, State.CONTENT)
    client = as_("head_of_unit")
    empty = client.post(page("decide", one.uid), {"version": 1, "return": "yes"})
    assert empty.status_code == 422
    sent = {"version": 1, "remark": "Nêu rõ thời hạn", "return": "yes"}
    assert client.post(page("decide", one.uid), sent).status_code == 302
    assert "Nêu rõ thời hạn" in words(client.get(page("slip", one.uid)))
    assert "Nêu rõ thời hạn" in pdf_text(client.get(page("slip_pdf", one.uid)).content)


def test_an_old_version_cannot_be_agreed_to(as_, at):
    one = letter(at, State.CONTENT)
    answer = as_("head_of_unit").post(page("decide", one.uid), {"version": 7, "agree": "yes"})
    assert answer.status_code == 409


def test_a_number_from_elsewhere_with_its_signed_pdf(as_, at):
    one = letter(at)
    client = as_("clerk")
    sent = {
        "number": 1234,
        "dated": "2024-04-22",
        "signed_file": SimpleUploadedFile("ky.pdf", pdf()),
    }
    assert client.post(page("number", one.uid), sent).status_code == 302
    one.refresh_from_db()
    assert one.number_and_symbol == "1234/BTTTT-HTQT"
    assert one.signed_file.sha256 in words(client.get(page("letter", one.uid)))
    lie = {**sent, "signed_file": SimpleUploadedFile("ky.pdf", b"MZ not a pdf")}
    again = client.post(page("number", letter(at).uid), lie)
    assert again.status_code == 422


def test_an_unsigned_letter_asks_before_it_goes(as_, at):
    one = letter(at)
    client = as_("clerk")
    client.post(page("number", one.uid), {"number": 5, "dated": "2024-04-22"})
    assert client.post(page("prepare", one.uid)).status_code == 422
    assert client.post(page("prepare", one.uid), {"unsigned_accepted": "on"}).status_code == 302


def test_before_it_goes_the_clerk_reads_whom_no_mail_reaches(as_, at):
    lines = (LineText("Các Bộ", at.ministries.pk), LineText("Trung tâm không có thư"))
    one = prepared(at, addressees=lines)
    assert as_("clerk").get(page("outbox", one.uid)).context["unreached"] == [
        "Trung tâm không có thư"
    ]


def opened(client, one: Recipient) -> str:
    """Follow the link of a recipient; return where it led."""
    return client.get(reply_path(one)).url


def test_a_link_leads_to_a_page_without_the_token(client, at):
    science = recipient(issued(at))
    answer = client.get(reply_path(science))
    assert (answer.status_code, answer.headers["Referrer-Policy"]) == (302, "no-referrer")
    assert urlsplit(answer.url).path == f"/vi/replies/{science.uid}/"
    shown = client.get(answer.url)
    assert shown.status_code == 200
    assert reply_path(science).rpartition(".")[2] not in words(shown)
    science.refresh_from_db()
    first = science.opened_at
    client.get(reply_path(science))
    science.refresh_from_db()
    assert (first is None, science.opened_at) == (False, first)


def test_looking_ahead_with_head_opens_nothing(client, at):
    science = recipient(issued(at))
    assert client.head(reply_path(science)).status_code == 302
    science.refresh_from_db()
    assert science.opened_at is None
    assert client.get(page("reply", science.uid)).status_code == 403


def test_forged_links_are_not_found(client, at):
    made = issued(at)
    science, hanoi = recipient(made), recipient(made, "vn-ubnd-ha-noi")
    seal = reply_path(hanoi).rpartition(".")[2]
    for path in (
        f"/r/{science.uid}.{seal}",
        f"/r/{science.uid}",
        "/r/x.y",
        "/r/" + "-" * 36 + "." + seal,
    ):
        assert client.get(path).status_code == 404


def test_a_link_of_one_body_opens_no_other(client, at):
    made = issued(at)
    opened(client, recipient(made))
    other = recipient(made, "vn-ubnd-ha-noi")
    for name in ("reply", "reply_pdf"):
        assert client.get(page(name, other.uid)).status_code == 403
    for name in ("received", "hand_on"):
        assert client.post(page(name, other.uid)).status_code == 403


def test_a_revoked_link_is_gone_and_its_session_too(client, at):
    science = recipient(issued(at))
    old = reply_path(science)
    where = opened(client, science)
    renew_link(by=at.clerk, recipient=science)
    assert client.get(old).status_code == 410
    assert client.get(where).status_code == 410
    science.refresh_from_db()
    assert client.get(reply_path(science)).status_code == 302


def test_an_expired_link_is_gone(client, at):
    science = recipient(issued(at))
    Recipient.objects.filter(pk=science.pk).update(link_expires_at="2020-01-01T00:00Z")
    science.refresh_from_db()
    assert client.get(reply_path(science)).status_code == 410


def test_a_letter_not_issued_yet_has_no_links(client, at):
    science = recipient(prepared(at))
    assert client.get(reply_path(science)).status_code == 404


def test_the_recipient_reads_confirms_and_hands_on(client, at):
    science = recipient(issued(at))
    where = opened(client, science)
    content = b"".join(client.get(page("reply_pdf", science.uid)).streaming_content)
    assert "Số: 01/BTTTT-HTQT" in pdf_text(content)
    assert client.post(page("received", science.uid)).url == where
    sent = {"body": at.chain.science_department.pk, "name": "", "email": "htqt@vn-bkhcn.example"}
    assert client.post(page("hand_on", science.uid), sent).status_code == 302
    child = Recipient.objects.get(parent=science)
    assert child.name == "Vụ Hợp tác quốc tế"
    assert Mail.objects.get(about_uid=str(child.uid)).state == "waiting"
    assert reply_path(child) in words(client.get(where))
    wrong = client.post(page("hand_on", science.uid), {"name": "Phòng A", "email": ""})
    assert wrong.status_code == 422


def test_a_focal_point_of_the_body_needs_no_link(client, at):
    science = recipient(issued(at))
    client.force_login(user_with("focal_point", at.chain.science))
    assert client.get(page("reply", science.uid)).status_code == 200


def test_a_reminder_is_read_before_it_goes(as_, at):
    one = issued(at)
    client = as_("specialist")
    assert client.post(page("remind", one.uid)).url == page("outbox", one.uid)
    shown = client.get(page("outbox", one.uid))
    mails = [str(mail.uid) for mail, _may in shown.context["mails"]]
    assert len(mails) == 4
    assert reply_path(recipient(one)) not in words(shown)
    assert client.post(page("send_mails", one.uid), {"mail": mails[:3]}).status_code == 302
    states = Mail.objects.filter(uid__in=mails).order_by("pk").values_list("state", flat=True)
    assert list(states) == ["released"] * 3 + ["waiting"]


def test_registers_are_shown_printed_and_written_as_a_sheet(as_, at):
    openpyxl = pytest.importorskip("openpyxl")
    one = letter(at, State.SIGNED, subject="=1+1 trích yếu")
    client = as_("clerk")
    where = (at.chain.ministry.uid, one.dated.year, "outgoing")
    assert "01/BTTTT-HTQT" in words(client.get(page("register", *where)))
    assert "01/BTTTT" in pdf_text(client.get(page("register_pdf", *where)).content)
    sheet = openpyxl.load_workbook(
        io.BytesIO(client.get(page("register_xlsx", *where)).content)
    ).active
    assert [cell.value for cell in sheet[1]][:2] == ["Số, ký hiệu văn bản", "Ngày tháng văn bản"]
    assert (sheet["A2"].value, sheet["C2"].data_type) == ("01/BTTTT-HTQT", "s")
    found = client.get(page("register", *where) + "?words=TRICH+yeu").context["lines"]
    assert len(found) == 1
    assert client.get(page("register", *where) + "?words=khong-co").context["lines"] == []
    assert client.get(page("register", where[0], where[1], "other")).status_code == 404


def mail_file(*also: tuple[str, bytes]) -> SimpleUploadedFile:
    mail = EmailMessage()
    mail["From"] = "Văn thư Bộ KHCN <vanthu@vn-bkhcn.example>"
    mail["Subject"] = "Công văn 321/BKHCN-HTQT: chia sẻ nội dung hưởng ứng"
    mail["Date"] = "Mon, 06 May 2024 18:30:00 +0000"
    mail.set_content("Kính gửi quý Bộ.")
    for name, content in (("321.pdf", pdf()), *also):
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return SimpleUploadedFile("tra-loi.eml", mail.as_bytes())


def test_an_incoming_mail_is_registered_in_few_actions(as_, at):
    one = issued(at)
    client = as_("clerk")
    read = client.post(page("incoming_new"), {"read_mail": "yes", "file": mail_file()})
    assert read.status_code == 200
    form = read.context["form"]
    assert form["number_and_symbol"].value() == "321/BKHCN-HTQT"
    assert form["dated"].value() == date(2024, 5, 7)
    sent = {name: form[name].value() for name in form.fields if form[name].value()}
    kept = [str(stored.uid) for stored in read.context["kept"]]
    answer = client.post(page("incoming_new"), {**sent, "kept": kept})
    incoming = IncomingLetter.objects.get()
    assert answer.url == page("incoming_letter", incoming.uid)
    assert (incoming.number, incoming.sender) == (1, at.chain.science)
    assert [held.file.original_name for held in incoming.files.all()] == [
        "tra-loi.eml",
        "321.pdf",
    ]
    science = recipient(one)
    assert science.letter_received_at is not None
    assert science.replied_at is None
    actions = 6  # open, choose the file, read, look at the recipient, set the signer, register
    assert actions <= 15


def test_a_part_of_a_mail_that_is_not_taken_out_of_it_is_named(as_, at):
    file = mail_file(("chương trình.exe", b"MZ"))
    read = as_("clerk").post(page("incoming_new"), {"read_mail": "yes", "file": file})
    assert [one.original_name for one in read.context["kept"]] == ["tra-loi.eml", "321.pdf"]
    [told] = map(str, read.context["messages"])
    assert told.startswith("chương trình.exe stays inside the mail only: ")


def test_a_double_is_warned_of_and_taken_when_meant(as_, at):
    client = as_("clerk")
    sent = {
        "sender_name": "Bộ Y tế",
        "number_and_symbol": "77/BYT-QT",
        "dated": "2024-05-06",
        "subject": "trả lời",
        "document_type": "Công văn",
        "arrived_on": "2024-05-07",
    }
    assert client.post(page("incoming_new"), sent).status_code == 302
    warned = client.post(page("incoming_new"), sent)
    assert (warned.status_code, IncomingLetter.objects.count()) == (200, 1)
    assert client.post(page("incoming_new"), {**sent, "accept_double": "on"}).status_code == 302
    numbers = IncomingLetter.objects.order_by("number").values_list("number", "register__year")
    assert list(numbers) == [(1, 2024), (2, 2024)]


def test_a_letter_received_is_given_and_dealt_with(as_, at):
    client = as_("clerk")
    sent = {
        "sender_name": "Bộ Y tế",
        "subject": "trả lời",
        "document_type": "Công văn",
        "arrived_on": "2024-05-07",
    }
    client.post(page("incoming_new"), sent)
    one = IncomingLetter.objects.get()
    assert client.get(page("incoming_letter", one.uid)).status_code == 200
    assert client.post(page("incoming_give", one.uid), {}).status_code == 422
    given = client.post(page("incoming_give", one.uid), {"unit": at.unit.pk})
    assert given.status_code == 302
    client = as_("specialist")
    assert client.get(page("incoming_letter", one.uid)).status_code == 200
    assert client.post(page("incoming_finish", one.uid)).status_code == 302
    one.refresh_from_db()
    assert one.state == "done"
    other = as_("specialist", "science_department")
    assert other.get(page("incoming_letter", one.uid)).status_code == 403


def test_what_waits_is_told_to_whom_it_waits_for(at):
    letter(at)
    letter(at, State.CONTENT)
    letter(at, State.SIGNING)
    letter(at, State.SIGNED)
    told = {
        "specialist": ["Finish the draft letter"],
        "head": ["Agree to the content"],
        "form_checker": [],
        "signer": ["Sign the letter"],
        "clerk": ["Put the signed letter into the outbox"],
    }
    found = {name: [str(one.words) for one in waiting_for(by=getattr(at, name))] for name in told}
    assert found == told
    assert waiting_for(by=actor("head_of_unit", at=at.chain.science_department)) == []


@pytest.mark.parametrize("name", ["letters", "recipients", "register", "outbox"])
def test_a_list_of_thirty_asks_no_more_than_a_list_of_one(as_, at, name):
    client = as_("clerk")
    one = issued(at) if name == "recipients" else prepared(at)

    def asked() -> int:
        args = {
            "letters": (),
            "register": (at.chain.ministry.uid, one.dated.year, "outgoing"),
        }.get(name, (one.uid,))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(page(name, *args)).status_code == 200
        return len(captured)

    asked()
    before = asked()
    if name in {"letters", "register"}:
        for _ in range(12):
            letter(at, State.SIGNED)
    else:
        more = [
            body(kind="province", parent=at.chain.government, email=f"a{n}@b.example")
            for n in range(20)
        ]
        Recipient.objects.bulk_create(
            Recipient(
                letter=one,
                kind="addressee",
                addressed=b,
                body=b,
                name=str(b.name),
                emails=[b.email],
                link_expires_at="2030-01-01T00:00Z",
            )
            for b in more
        )
    assert asked() == before


def test_both_languages_are_spoken(as_, at):
    one = letter(at)
    client = as_("specialist")
    english = client.get(page("letter", one.uid).replace("/vi/", "/en/"))
    assert "Write on" in words(english)
    assert stored_pdf().kind == "pdf"


def test_a_received_letter_with_a_secret_mark_is_refused_beside_its_field(as_, at):
    sent = {
        "sender_name": "Bộ Mẫu",
        "subject": "trả lời",
        "document_type": "Công văn",
        "arrived_on": today().isoformat(),
        "attached": SimpleUploadedFile("321.docx", docx("TUYỆT MẬT")),
    }
    page_ = as_("clerk").post(page("incoming_new"), sent)
    assert (page_.status_code, list(page_.context["form"].errors)) == (422, ["attached"])
    assert IncomingLetter.objects.count() == 0
