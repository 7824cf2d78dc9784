"""The library's pages: what a stranger finds, and that the agencies' shelf is not there for him."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from accounts.made import user, user_with
from calls.made import Round, draft, link_of, opened
from convoca.accounts import actors
from convoca.calls.actions.contributions import attach
from convoca.calls.actions.decisions import accept
from convoca.calls.actions.replies import send_reply
from convoca.calls.models import Shelf
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.library.actions import correct, withdraw
from convoca.library.models import Entry, EntryFile
from library.made import VILLAGES, published

pytestmark = pytest.mark.django_db
SECRET = Translated(vi="Kinh nghiệm nội bộ về đấu thầu", en="Internal lessons on tenders")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def _store(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def round_() -> Round:
    with override("vi"):
        return opened()


@pytest.fixture
def agency(client: Client, round_: Round) -> Client:
    """Somebody of a province who signed in."""
    agent = Client()
    agent.force_login(user_with("focal_point", round_.replies[1].body))
    return agent


@pytest.fixture
def officer(round_: Round) -> Client:
    """The specialist who handles the call."""
    agent = Client()
    agent.force_login(user_with("specialist", round_.house.chain.department))
    return agent


@pytest.fixture
def by_link(round_: Round) -> Iterator[Client]:
    """Whoever came by the link of an addressee; `letters` recognises it in the session."""
    actor = link_of(round_.reply)

    def found(request: object) -> Actor | None:
        return actor if request.META.get("HTTP_X_TEST_LINK") else None

    actors._from_sessions.append(found)
    yield Client(headers={"X-Test-Link": "1"})
    actors._from_sessions.remove(found)


def titles(answer) -> list[str]:
    return [row.title.text for row in answer.context["rows"]]


def content(answer) -> bytes:
    return b"".join(answer.streaming_content)


def with_file(round_: Round, shelf: str, **facts) -> Entry:
    one = draft(round_.reply, **facts)
    attach(by=link_of(round_.reply), contribution=one, stream=BytesIO(PNG), name="anh.png")
    round_.reply.refresh_from_db()
    reply = round_.reply
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Lan")
    one.refresh_from_db()
    accept(by=round_.specialist, contribution=one, shelf=shelf)
    return Entry.objects.get(contribution=one)


def test_an_empty_library_says_so(client: Client) -> None:
    answer = client.get("/en/library/")
    assert answer.status_code == 200
    assert "The shelf is still empty." in answer.text


def test_a_stranger_reads_the_public_shelf(client: Client, round_: Round) -> None:
    entry = published(round_, sdgs=(4,), summary=Translated(vi="Tóm tắt ngắn."))
    answer = client.get("/vi/library/")
    assert titles(answer) == [VILLAGES["vi"]]
    page = client.get(f"/en/library/{entry.uid}/")
    assert page.status_code == 200
    assert f"<h1>{VILLAGES['en']}</h1>" in page.text
    assert "Tóm tắt ngắn." in page.text
    assert 'lang="vi"' in page.text
    assert "cite" in page.text
    assert page.context["citation"] == (
        f"Ministry of Science and Technology ({entry.year}). {VILLAGES['en']}. Good practice. "
        "Ministry of Information and Communications, reference library. "
        f"http://localhost:8000/en/library/{entry.uid}/"
    )


def test_the_agencies_shelf_is_not_there_for_a_stranger(client: Client, round_: Round) -> None:
    open_one = with_file(round_, Shelf.PUBLIC, title=VILLAGES, sdgs=(4,))
    hidden = with_file(round_, Shelf.AGENCIES, title=SECRET, sdgs=(5,), action_lines=("C6",))
    file = EntryFile.objects.get(entry=hidden)
    nobody = Client()
    nobody.force_login(user())
    for stranger in (client, nobody):
        for address in ("", "?q=tender", "?q=dau+thau", "?shelf=agencies", "?sdg=5", "?due=1"):
            answer = stranger.get(f"/en/library/{address}")
            assert "tender" not in answer.text.replace(address[3:], "")
            assert VILLAGES["en"] in titles(answer) or titles(answer) == []
            for facet in answer.context["facets"]:
                assert {value.count for value in facet.values} <= {1}
                assert facet.name != "shelf"
                assert not {"?line=C6", "?sdg=5"} & {value.url for value in facet.values}
        assert "1 entry<" in stranger.get("/en/library/?shelf=agencies").text
        for address in (
            f"/en/library/{hidden.uid}/",
            f"/vi/library/{hidden.uid}/",
            f"/en/library/{hidden.uid}/withdraw/",
            f"/en/library/{hidden.uid}/correct/",
            f"/library/files/{file.uid}",
            f"/library/files/{file.stored.uid}",
            f"/library/files/{hidden.uid}",
        ):
            assert stranger.get(address).status_code == 404
        for address in ("/en/library/feed.atom", "/library/sitemap.xml"):
            found = stranger.get(address).text
            assert str(open_one.uid) in found
            assert str(hidden.uid) not in found
            assert "tender" not in found
    public_file = EntryFile.objects.get(entry=open_one)
    assert content(client.get(f"/library/files/{public_file.uid}")) == PNG


def test_agencies_read_both_shelves(agency: Client, by_link: Client, round_: Round) -> None:
    published(round_)
    hidden = with_file(round_, Shelf.AGENCIES, title=SECRET)
    file = EntryFile.objects.get(entry=hidden)
    for reader in (agency, by_link):
        assert titles(reader.get("/vi/library/")) == [SECRET["vi"], VILLAGES["vi"]]
        assert titles(reader.get("/vi/library/?shelf=agencies")) == [SECRET["vi"]]
        page = reader.get(f"/vi/library/{hidden.uid}/")
        assert page.status_code == 200
        assert '<meta name="robots" content="noindex">' in page.text
        assert content(reader.get(f"/library/files/{file.uid}")) == PNG
        assert SECRET["vi"] not in reader.get("/vi/library/feed.atom").text


def test_a_withdrawn_entry_is_gone_with_its_reason_and_its_files(
    client: Client, agency: Client, officer: Client, round_: Round
) -> None:
    entry = with_file(round_, Shelf.PUBLIC, title=VILLAGES)
    hidden = published(round_, shelf=Shelf.AGENCIES, title=SECRET)
    file = EntryFile.objects.get(entry=entry)
    for one in (entry, hidden):
        withdraw(by=round_.specialist, entry=one, because="Đơn vị đề nghị rút")
    answer = client.get(f"/vi/library/{entry.uid}/")
    assert answer.status_code == 410
    assert "Đơn vị đề nghị rút" in answer.text
    assert VILLAGES["vi"] not in answer.text
    assert client.get(f"/library/files/{file.uid}").status_code == 410
    assert client.get(f"/vi/library/{hidden.uid}/").status_code == 404
    assert agency.get(f"/vi/library/{hidden.uid}/").status_code == 410
    assert officer.get(f"/vi/library/{entry.uid}/").status_code == 200
    assert titles(officer.get("/vi/library/")) == []
    assert str(entry.uid) not in client.get("/vi/library/feed.atom").text


def test_words_are_found_with_and_without_marks_and_exact_ones_come_first(
    client: Client, round_: Round
) -> None:
    for title in ("Hoa quả sạch", "Số hóa di sản", "Phát thanh ở Đắk Lắk", "Kĩ năng số"):
        published(round_, title=Translated(vi=title), text=Translated(vi="Bản làng"))

    def found(words: str) -> list[str]:
        return titles(client.get("/vi/library/", {"q": words}))

    assert found("số hoá") == ["Số hóa di sản"]
    assert found("so hoa") == ["Số hóa di sản"]
    assert found("hoa") == ["Hoa quả sạch", "Số hóa di sản"]
    assert found("dak lak") == ["Phát thanh ở Đắk Lắk"]
    assert found("ðắk") == ["Phát thanh ở Đắk Lắk"]
    assert found("kỹ năng") == ["Kĩ năng số"]
    assert found("%") == []
    assert found("' OR 1=1 --") == []
    assert client.get("/vi/library/", {"q": "\x00"}).status_code == 400
    assert len(found("bản làng")) == 4


def test_facets_narrow_down_and_count_what_they_would_leave(client: Client, round_: Round) -> None:
    published(round_, title=Translated(vi="Một"), kind="idea", sdgs=(4, 9))
    published(round_, title=Translated(vi="Hai"), kind="idea", sdgs=(4,))
    published(round_, title=Translated(vi="Ba"), kind="policy", sdgs=(9,), reply=round_.replies[1])
    answer = client.get("/en/library/?kind=idea&sdg=9")
    assert titles(answer) == ["Một"]
    counted = {
        facet.name: [(value.label, value.count, value.is_chosen) for value in facet.values]
        for facet in answer.context["facets"]
    }
    assert counted["kind"] == [("Idea", 1, True), ("Policy", 1, False)]
    assert counted["sdg"] == [
        ("4. Quality education", 2, False),
        ("9. Industry, innovation and infrastructure", 1, True),
    ]
    assert counted["body"] == [("ministry or equivalent", 1, False)]
    for facet in client.get("/en/library/").context["facets"]:
        for value in facet.values:
            assert client.get(f"/en/library/{value.url}").context["total"] == value.count


def test_wrong_addresses_are_read_as_if_left_out(client: Client, round_: Round) -> None:
    published(round_)
    wrong = {"kind": "x'", "sdg": "99", "line": "C99", "year": "٢٠٢٤", "page": "zz", "order": "x"}
    assert client.get("/en/library/", wrong).context["total"] == 1
    assert client.get("/en/library/?language=<script>&body=nobody").context["total"] == 1


def test_officers_withdraw_correct_and_confirm_by_forms(
    client: Client, agency: Client, officer: Client, round_: Round
) -> None:
    entry = published(round_)

    def at(verb: str) -> str:
        with override("en"):
            return reverse(f"library:{verb}", args=[entry.uid])

    for verb in ("withdraw", "correct", "confirm", "put_back"):
        for refused in (client, agency):
            assert refused.post(at(verb), {"because": "x", "note": "x"}).status_code == 403
    assert officer.post(at("withdraw"), {"because": " "}).status_code == 422
    assert officer.post(at("confirm")).status_code == 302
    form = officer.get(at("correct")).context["form"]
    sent = {"revision": "1", "note": "Sửa tên"}
    for name in ("title", "summary", "text"):
        codes = form.fields[name].codes
        for code, widget_name in zip(codes, form[name].field.widget.widgets_names, strict=True):
            sent[f"{name}{widget_name}"] = getattr(entry, name).get(code, "")
    sent["title_vi"] = "Tên đã sửa"
    assert officer.post(at("correct"), {**sent, "note": ""}).status_code == 422
    assert officer.post(at("correct"), sent).status_code == 302
    assert Entry.objects.get().title["vi"] == "Tên đã sửa"
    assert officer.post(at("withdraw"), {"because": "Đơn vị đề nghị"}).status_code == 302
    assert officer.post(at("put_back")).status_code == 302
    assert officer.post(at("put_back")).status_code == 409


@pytest.mark.parametrize("address", ["/vi/library/", "/vi/library/?q=ban&sdg=4"])
def test_a_list_costs_the_same_queries_for_1_and_30(
    client: Client, round_: Round, django_assert_num_queries, address: str
) -> None:
    published(round_, sdgs=(4,))
    with django_assert_num_queries(3):
        client.get(address)
    for number in range(29):
        published(round_, title=Translated(vi=f"Bản {number}"), sdgs=(4,))
    with django_assert_num_queries(3):
        answer = client.get(address)
    assert (answer.context["total"], len(answer.context["rows"])) == (30, 20)


def test_an_entrys_page_costs_three_queries_and_then_one(
    client: Client, round_: Round, django_assert_num_queries
) -> None:
    entry = with_file(round_, Shelf.PUBLIC, title=VILLAGES)
    for queries in (3, 1):
        with django_assert_num_queries(queries):
            client.get(f"/vi/library/{entry.uid}/")
    with django_assert_num_queries(1):
        client.get("/vi/library/feed.atom")


def test_a_remembered_page_is_forgotten_with_the_next_change(
    client: Client, agency: Client, round_: Round
) -> None:
    entry = published(round_)
    address, page = "/vi/library/", f"/vi/library/{entry.uid}/"
    for _again in range(2):
        assert VILLAGES["vi"] in client.get(address).text
        assert client.get(page).status_code == 200
    etag = client.get(page).headers["ETag"]
    published(round_, shelf=Shelf.AGENCIES, title=SECRET)
    assert SECRET["vi"] in agency.get(address).text
    assert SECRET["vi"] not in client.get(address).text
    renamed = {"title": Translated(vi="Tên đã sửa")}
    correct(by=round_.specialist, entry=entry, revision=1, texts=renamed, note="Sửa tên")
    assert "Tên đã sửa" in client.get(address).text
    assert "Tên đã sửa" in client.get(page).text
    withdraw(by=round_.specialist, entry=entry, because="Đơn vị đề nghị rút")
    assert "Tên đã sửa" not in client.get(address).text
    assert client.get(page, headers={"If-None-Match": etag}).status_code == 410


def test_what_agencies_see_is_never_remembered_for_strangers(
    client: Client, agency: Client, by_link: Client, round_: Round
) -> None:
    hidden = published(round_, shelf=Shelf.AGENCIES, title=SECRET)
    page = f"/vi/library/{hidden.uid}/"
    for knower in (agency, by_link):
        for address in ("/vi/library/", "/vi/library/?shelf=agencies", page):
            assert SECRET["vi"] in knower.get(address).text
            assert SECRET["vi"] not in client.get(address).text
            assert SECRET["vi"] in knower.get(address).text
    assert client.get(page).status_code == 404


def test_text_of_others_is_never_markup(client: Client, agency: Client, round_: Round) -> None:
    hostile = Translated(vi='<b>x</b>" onclick="y', en="<i>&amp;</i>")
    published(round_, title=hostile, summary=hostile, text=hostile)
    for address in ("/vi/library/", "/en/library/", "/vi/library/?q=<b>x"):
        for reader in (client, agency):
            page = reader.get(address).text
            assert "<b>x" not in page
            assert "<i>" not in page
            assert ' onclick="y' not in page
