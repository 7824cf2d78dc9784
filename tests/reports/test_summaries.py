"""The report: numbers on the page, in Word and behind each link are the same."""

import io
import re

import pytest
from django.test import Client
from django.utils.translation import override
from docx import Document
from openpyxl import load_workbook

from accounts.made import user, user_with
from calls.made import link_of, opened
from convoca.calls.actions.remarks import write_remarks
from convoca.journal.refusals import NotPermitted
from convoca.journal.timeline import timeline
from convoca.reports.actions import draft_report, numbers_of
from convoca.reports.models import ReportDraft
from convoca.reports.queries.numbers import facts_of
from convoca.reports.sentences import Number
from convoca.reports.summary import Summary
from convoca.reports.titles import TITLES
from convoca.typesetting.word import word_lines
from library.made import official
from members.made import actor
from reports.made import Year, forwarded, year

pytestmark = pytest.mark.django_db


@pytest.fixture
def of() -> Year:
    with override("vi"):
        made = year()
        forwarded(made)
    return made


def signed_in(role: str, body) -> Client:
    client = Client()
    client.force_login(user_with(role, body))
    return client


@pytest.fixture
def officer(of: Year) -> Client:
    return signed_in("specialist", of.round.house.chain.department)


def numbers(summary: Summary) -> list[Number]:
    return [
        number
        for section in summary.sections()
        for sentence in section.sentences
        for number in sentence.numbers
    ]


def path(url: str) -> str:
    assert url.startswith("http://localhost:8000/")
    return url.removeprefix("http://localhost:8000")


def test_the_numbers_are_what_the_records_say(of: Year) -> None:
    assert numbers_of(facts_of(of.round.call)) == {
        "addressed": 4,
        "sent": 4,
        "delivered": 2,
        "bounced": 1,
        "unconfirmed": 1,
        "answered": 3,
        "received": 1,
        "letter_only": 1,
        "through": 0,
        "nothing": 1,
        "owing": 1,
        "handed_on": 0,
        "drafted": 0,
        "silent": 1,
        "letters": 1,
        "uninvited": 1,
        "items": 2,
        "activities": 1,
        "counted": 1,
        "contributions": 1,
        "public": 1,
        "agencies": 0,
        "chosen": 2,
        "forwarded": 2,
        "reached": 1240,
    }
    assert set(TITLES) == set(numbers_of(facts_of(of.round.call))) - {"reached"}


def test_every_number_of_the_page_is_the_count_of_the_rows_behind_its_link(
    officer: Client, of: Year
) -> None:
    page = officer.get(f"/en/reports/calls/{of.round.call.uid}/")
    shown = [
        number
        for section in page.context["sections"]
        for sentence in section.sentences
        for number in sentence.numbers
    ] + [number for _label, row in page.context["kinds"] for number in row]
    assert len(shown) > 30
    for number in shown:
        assert f'href="{number.url.replace("&", "&amp;")}"' in page.text
        behind = officer.get(path(number.url))
        assert behind.status_code == 200
        rows = behind.context["items"] or behind.context["replies"]
        assert behind.text.count("<tr id=") == len(rows)
        if number.key == "reached":
            assert behind.context["reached"] == number.value
        else:
            assert (number.key, len(rows)) == (number.key, number.value)


def test_word_has_the_pages_sentences_with_the_same_numbers_and_links(
    officer: Client, of: Year
) -> None:
    answer = officer.post(f"/vi/reports/calls/{of.round.call.uid}/draft/")
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    with override("vi"):
        told = Summary(facts_of(of.round.call), "vi")
        sections, wanted = told.sections(), numbers(told)
    text = "\n".join(word_lines(content))
    for section in sections:
        assert section.title.upper() in text
        for sentence in section.sentences:
            assert "".join(run.text for run in sentence.paragraph.runs) in text
    made = Document(io.BytesIO(content))
    links = [rel.target_ref for rel in made.part.rels.values() if rel.is_external]
    assert {number.url for number in wanted} <= set(links)
    draft = ReportDraft.objects.get()
    assert draft.numbers == numbers_of(facts_of(of.round.call))
    told = timeline(subject_kind="call", subject_uid=of.round.call.uid)[-1]
    assert (told.action, told.facts["numbers"]) == ("reports.draft_report", draft.numbers)
    again = officer.get(f"/vi/reports/drafts/{draft.uid}/report.docx")
    assert b"".join(again.streaming_content) == content


def test_the_annex_has_the_columns_and_a_row_for_each_body(officer: Client, of: Year) -> None:
    answer = officer.get(f"/vi/reports/calls/{of.round.call.uid}/annex.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows[0] == [
        "STT",
        "Cơ quan, đơn vị",
        "Số, ký hiệu, ngày văn bản trả lời",
        "Người ký",
        "Hoạt động",
        "Nội dung chia sẻ",
        "Đề xuất gửi ITU",
        "Ghi chú",
    ]
    assert [row[1] for row in rows[1:]] == [
        "Bộ Khoa học và Công nghệ",
        "Ủy ban nhân dân thành phố Hà Nội",
        "Ủy ban nhân dân tỉnh Đắk Lắk",
        "Ủy ban nhân dân tỉnh An Giang",
        "Vụ Hợp tác quốc tế",
    ]
    assert rows[1][4].startswith("Ngày hội, 17/5/2024, Nhà văn hóa huyện")
    assert rows[1][6] == "Tổ công nghệ số\nNgày hội"
    assert rows[3][2].startswith("12/UBND-VX, ")
    assert rows[3][3] == "Y Mẫu"
    assert rows[2][7].endswith("; Chưa có")
    docx = officer.get(f"/vi/reports/calls/{of.round.call.uid}/annex.docx")
    assert "Ủy ban nhân dân tỉnh Đắk Lắk" in "\n".join(word_lines(docx.content))
    assert officer.get(f"/vi/reports/calls/{of.round.call.uid}/annex.pdf").status_code == 404


def test_an_empty_call_has_a_report_of_zeros() -> None:
    made = opened()
    facts = facts_of(made.call)
    assert {key for key, value in numbers_of(facts).items() if value} == {
        "addressed",
        "sent",
        "unconfirmed",
        "owing",
        "silent",
    }
    assert draft_report(by=made.specialist, call=made.call).docx.size > 0


def test_only_those_who_handle_the_call_read_and_draft_the_report(of: Year) -> None:
    call, chain = of.round.call, of.round.house.chain
    address = f"/en/reports/calls/{call.uid}/"
    nobody = Client()
    without_role = Client()
    without_role.force_login(user())
    strangers = [nobody, without_role, signed_in("specialist", chain.science)]
    strangers.append(signed_in("focal_point", of.round.replies[1].body))
    for stranger in strangers:
        for part in ("", "rows/answered/", "annex.xlsx", "annex.docx"):
            assert stranger.get(address + part).status_code == 403
        assert stranger.post(f"{address}draft/").status_code == 403
    reader = signed_in("signer", chain.ministry)
    assert reader.get(address).status_code == 200
    assert reader.post(f"{address}draft/").status_code == 403
    for by in (official(of.round), actor("specialist", at=chain.science)):
        with pytest.raises(NotPermitted):
            draft_report(by=by, call=call)
    assert ReportDraft.objects.count() == 0


def test_wrong_numbers_and_kinds_are_not_there(officer: Client, of: Year) -> None:
    address = f"/en/reports/calls/{of.round.call.uid}/rows"
    assert officer.get(f"{address}/nonsense/").status_code == 404
    assert officer.get(f"{address}/answered/?kind=nonsense").status_code == 404
    assert officer.get(f"{address}/reached/").context["reached"] == 1240


def test_a_report_costs_the_same_queries_however_many_took_part(
    of: Year, django_assert_num_queries
) -> None:
    with django_assert_num_queries(5):
        facts_of(of.round.call)


def test_numbers_are_links_and_foreign_text_is_not_markup(officer: Client, of: Year) -> None:
    of.practice.title = of.practice.title.__class__(vi="<b>x</b>", en="<b>x</b>")
    of.practice.save()
    page = officer.get(f"/en/reports/calls/{of.round.call.uid}/").text
    assert "<b>x</b>" not in page
    assert re.search(r'<a class="num" href="[^"]+">3</a>', page)


def test_the_report_is_one_press_from_the_calls_page(officer: Client, of: Year) -> None:
    page = officer.get(f"/vi/calls/{of.round.call.uid}/").text
    assert f'action="/vi/reports/calls/{of.round.call.uid}/draft/"' in page
    assert f'href="/vi/reports/calls/{of.round.call.uid}/"' in page
    selection = of.round.call.selections.get()
    list_page = officer.get(f"/vi/lists/{selection.uid}/").text
    assert f'href="/vi/reports/dossiers/{selection.uid}/"' in list_page


def test_difficulties_and_proposals_are_told_by_body_with_their_replies(of: Year) -> None:
    science, hanoi = of.round.replies[:2]
    write_remarks(by=link_of(science), reply=science, difficulties="Thiếu\nvốn", proposals="")
    write_remarks(by=link_of(hanoi), reply=hanoi, difficulties="", proposals="Tập huấn sớm")
    told = Summary(facts_of(of.round.call), "vi")
    lines = [*told.difficulties().sentences, *told.proposals().sentences[:1]]
    assert [sentence.paragraph.text for sentence in lines] == [
        "Bộ Khoa học và Công nghệ: Thiếu vốn",
        "Ủy ban nhân dân thành phố Hà Nội: Tập huấn sớm",
    ]
    assert [sentence.parts[0].url for sentence in lines] == [
        f"http://localhost:8000/vi/answers/{reply.uid}/" for reply in (science, hanoi)
    ]
