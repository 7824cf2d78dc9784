"""Busan 2014 on the pages: every fact of the news report is found on one of ours.

The report is document N of `docs/mission.md`. Where its folder is at hand, the words of the second
column are looked for in the sentence of the document; ours are looked for on our own page always.
"""

import gzip
import re
from datetime import date

import pytest
from django.urls import reverse

from accounts.made import user_with
from convoca.conferences.models import Edition
from convoca.conferences.queries import countdown, statistics
from convoca.demo.loading.accounts import load_accounts
from convoca.demo.loading.busan import load_busan
from convoca.demo.loading.members import load_members
from convoca.journal.models import Entry
from convoca.members.queries import by_key
from convoca.proceedings.models import DayNews, NewsState
from members.made import INSTALLATION
from mission import mission_folder, sentences, source_text

pytestmark = pytest.mark.django_db
OPENING = date(2014, 10, 20)
PAGES = {
    "news": ("proceedings:day_news", "pp-14", OPENING),
    "edition": ("conferences:edition", "pp-14"),
    "day": ("conferences:day", "pp-14", OPENING),
    "days": ("conferences:days", "pp-14"),
    "delegations": ("conferences:delegations", "pp-14"),
    "countdown": ("conferences:countdown", "pp-14"),
    "agenda": ("proceedings:agenda", "pp-14"),
    "promises": ("proceedings:promises", "pp-14"),
    "win-win": ("proceedings:commitment", "pp-14", "5g-win-win"),
    "group": ("proceedings:group", "pp-14", "wg-5g"),
    "list": ("conferences:list",),
}
# number of the sentence, words of the report, page, our words there
FACTS = [
    (1, "4 năm một lần", "news", "4 năm một lần"),
    (1, "Bộ trưởng, Thứ trưởng và quan chức cấp cao", "news", "bộ trưởng, thứ trưởng và quan chức"),
    (1, "hơn 170 quốc gia và vùng lãnh thổ", "news", "hơn 170 quốc gia và vùng lãnh thổ"),
    (1, "hơn 170 quốc gia", "edition", "quốc gia và vùng lãnh thổ có đại biểu"),
    (1, "trong đó có Việt Nam", "news", "trong đó có Việt Nam"),
    (1, "Bộ trưởng", "delegations", "bộ trưởng"),
    (1, "mang tính toàn cầu", "news", "vấn đề toàn cầu về công nghệ thông tin và viễn thông"),
    (2, "lễ khai mạc", "day", "Lễ khai mạc"),
    (2, "Tổng thống Hàn Quốc Park Geun-hye", "news", "Tổng thống Hàn Quốc Park Geun-hye"),
    (2, "khoảng cách số", "news", "khoảng cách số giữa nước này với nước khác hẹp dần"),
    (2, "nhân tố then chốt", "news", "yếu tố quyết định đối với kinh tế và việc làm"),
    (3, "đi đầu", "news", "đi đầu thu hẹp khoảng cách"),
    (3, "nhân quyền", "news", "phục vụ nhân quyền và phúc lợi của người dân"),
    (3, "an ninh mạng", "news", "phối hợp ứng phó những nguy cơ an ninh mạng"),
    (4, "20/10", "news", "từ thứ Hai, ngày 20 tháng 10 năm 2014"),
    (4, "7/11", "news", "đến hết thứ Sáu, ngày 7 tháng 11 năm 2014"),
    (4, "20/10", "list", "20/10/2014 – 7/11/2014"),
    (4, "trao quyền cho phụ nữ", "agenda", "Trao quyền cho phụ nữ thông qua công nghệ thông tin"),
    (4, "quỹ đạo vệ tinh", "agenda", "Phổ tần số vô tuyến điện và quỹ đạo vệ tinh"),
    (4, "an ninh mạng", "agenda", "An ninh mạng"),
    (4, "chia sẻ sự tăng trưởng", "edition", "Chia sẻ tăng trưởng thông qua công nghệ thông tin"),
    (5, "65 ghế", "news", "bầu 65 ghế"),
    (5, "Tổng Thư ký ITU", "news", "chức Tổng Thư ký"),
    (5, "nhiệm kỳ 4 năm", "news", "nhiệm kỳ 4 năm"),
    (6, "phiên họp toàn thể", "day", "Phiên họp toàn thể thứ nhất"),
    (6, "hội thảo và sự kiện bên lề", "news", "nhiều hội thảo và sự kiện bên lề"),
    (6, "hội thảo", "days", "Các hội thảo trong chương trình"),
    (7, "trong ngày khai mạc", "day", "Ngày khai mạc"),
    (7, "công nghệ 5G", "day", "Hội nghị thượng đỉnh toàn cầu về công nghệ 5G"),
    (7, "Triển lãm toàn cầu", "day", "Triển lãm toàn cầu về công nghệ thông tin"),
    (7, "420 công ty", "news", "420 công ty của Hàn Quốc và các nước"),
    (8, "Yoon Jong-rok", "day", "Yoon Jong-rok"),
    (
        8,
        "Hội nghị thượng đỉnh toàn cầu",
        "news",
        "Tại hội nghị thượng đỉnh toàn cầu về công nghệ 5G",
    ),
    (8, "Thứ trưởng", "day", "Thứ trưởng Bộ Khoa học, ICT và Kế hoạch tương lai"),
    (8, "tiêu chuẩn toàn cầu", "promises", "Cùng phát triển 5G và thiết lập tiêu chuẩn toàn cầu"),
    (8, "hợp tác cùng cộng đồng quốc tế", "news", "hợp tác với quốc tế để phát triển"),
    (9, "cùng thắng", "win-win", "Lập cơ chế hợp tác cùng thắng"),
    (9, "tất cả bên tham gia", "win-win", "Mọi bên tham gia đều có lợi"),
]


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """Load once for the module and leave nothing behind."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        bodies = load_members(by=INSTALLATION)
        users = load_accounts(by=INSTALLATION, bodies=bodies)
        load_busan(by=INSTALLATION, bodies=bodies, users=users)
        yield
        transaction.set_rollback(True)


def text_of(client, page: str) -> str:
    name, *args = PAGES[page]
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    bare = re.sub(r"<[^>]+>", "", answer.content.decode())
    return re.sub(r"\s+", " ", bare)


def test_each_fact_of_the_report_is_on_our_page(client):
    found = {page: text_of(client, page) for page in PAGES}
    assert [fact for fact in FACTS if fact[3] not in found[fact[2]]] == []


def test_every_sentence_of_the_report_has_a_fact():
    assert sorted({number for number, *_rest in FACTS}) == list(range(1, 10))


@pytest.mark.skipif(mission_folder() is None, reason="the source documents are not here")
class TestAgainstTheReport:
    def test_the_facts_are_those_of_the_report(self):
        told = dict(enumerate(sentences(source_text("N")), start=1))
        assert [fact for fact in FACTS if fact[1] not in told[fact[0]]] == []
        assert len(told) == 9

    def test_no_sentence_and_no_long_piece_of_the_report_is_on_a_page(self, client):
        ours = text_of(client, "news")
        words = re.sub(r"[“”\"]", "", source_text("N")).split()
        pieces = {" ".join(words[place : place + 16]) for place in range(len(words) - 15)}
        assert [piece for piece in pieces if piece in ours] == []


def test_the_news_was_read_by_the_secretariat_before_it_was_published():
    news = DayNews.objects.get()
    assert (news.state, news.day) == (NewsState.PUBLISHED, OPENING)
    actions = Entry.objects.filter(subject_kind="news").order_by("id")
    assert [entry.action for entry in actions] == [
        "proceedings.draft_news",
        "proceedings.edit_news",
        "proceedings.publish_news",
    ]


def test_what_is_not_known_is_said_to_be_unknown(client):
    assert "không rõ giờ" in text_of(client, "edition")
    assert "Trong ngày, không rõ giờ" in text_of(client, "day")
    assert "Ngôn ngữ phát biểu: không rõ" in text_of(client, "day")


def test_the_numbers_of_the_delegations_are_those_of_the_sources():
    found = statistics(Edition.objects.get(key="pp-14"))
    assert (found.coming, found.invited, found.coming + found.declined + found.silent) == (
        171,
        193,
        193,
    )
    assert found.heads == {"minister": 104, "deputy_minister": 35, "ambassador": 32}


def test_the_countdown_gives_the_days_of_2014():
    rows = {row.step.key: row for row in countdown(Edition.objects.get(key="pp-14"))}
    close = rows["candidatures"].step
    assert (close.due_on, close.due_until.isoformat()) == (
        date(2014, 9, 22),
        "2014-09-22T22:00:00+00:00",
    )
    assert (rows["replies"].standing, len(rows["replies"].late)) == ("late", 14)
    assert rows["invitation"].standing == "done"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_public_page_is_light_and_whole_in_both_languages(client, language):
    for name, *args in PAGES.values():
        path = reverse(name, args=args).replace("/vi/", f"/{language}/", 1)
        answer = client.get(path)
        assert answer.status_code == 200
        assert len(gzip.compress(answer.content)) < 15_000
        assert b"<script" not in answer.content


def test_the_secretariat_opens_every_page_of_editing(client):
    client.force_login(user_with("secretariat", by_key("itu")))
    for name in ("manage", "clone", "invite", "import", "event_new", "step_new", "countdown"):
        assert client.get(reverse(f"conferences:{name}", args=["pp-14"])).status_code == 200
    for kind in ("items", "committees", "meetings", "documents", "groups", "commitments"):
        address = reverse("proceedings:new", args=["pp-14", kind])
        assert client.get(address).status_code == 200
        assert client.post(address, {"source": ""}).status_code == 422
