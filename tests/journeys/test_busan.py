"""Busan 2014 as its secretariat keeps it in English and the public reads it in two languages."""

import re

import pytest
from django.db import transaction

from convoca.conferences.models import Edition
from convoca.demo.loading.accounts import load_accounts
from convoca.demo.loading.busan import load_busan
from convoca.demo.loading.busan_elections import load_elections
from convoca.demo.loading.busan_programme import load_programme
from convoca.demo.loading.members import load_members
from convoca.letters.models import Letter
from convoca.proceedings.models import DayNews, NewsState
from journeys.album import Album
from journeys.ministry import Ministry
from journeys.people import Person
from members.made import INSTALLATION

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEEPING, READING = "keeping the conference", "reading about the conference"
BUSAN = re.compile("Busan 2014")
HEADLINE = "Busan elects the Secretary-General"


@pytest.fixture
def house(windows, settings):
    settings.BASE_URL = windows.address
    with transaction.atomic():
        bodies = load_members(by=INSTALLATION)
        users = load_accounts(by=INSTALLATION, bodies=bodies)
        load_busan(by=INSTALLATION, bodies=bodies, users=users)
        busan = Edition.objects.get(key="pp-14")
        load_programme(by=INSTALLATION, edition=busan, bodies=dict(bodies))
        load_elections(by=INSTALLATION, edition=busan, bodies=bodies)
    return Ministry(windows, Album("busan"))


def test_the_conference_from_its_series_to_its_news(house):
    secretariat = house.seat(Person, "ban-thu-ky-itu", KEEPING, language="en")
    _the_next_members_are_invited(secretariat)
    _what_is_due_and_who_comes(secretariat)
    _the_news_of_a_day_is_drafted_edited_and_published(secretariat)
    public = house.stranger(Person, READING)
    public.comes_to("/vi/conferences/")
    _the_opening_day_hour_by_hour(public)
    _agenda_meeting_and_promise(public)
    _the_programme_as_list_table_and_calendar(public)
    _an_exhibitor_is_found(public)
    _an_election_with_its_reasons(public)
    _the_news_is_read(house.stranger(Person, READING, language="en", width=360))
    assert house.album.wrong == []


def _the_next_members_are_invited(secretariat: Person) -> None:
    secretariat.follows("Conferences")
    secretariat.looks("The series with its editions")
    secretariat.follows(re.compile("Doha 2026"))
    secretariat.follows("Delegations")
    secretariat.follows("Invitations")
    secretariat.looks("Invitations go out as official letters")
    secretariat.presses("Draft the letter of invitation")
    secretariat.looks("The letter of invitation is filled in")
    letter = Letter.objects.latest("pk")
    assert "Doha" in letter.body
    assert [line.group.key for line in letter.lines.filter(group__isnull=False)] == [
        "quoc-gia-thanh-vien"
    ]


def _what_is_due_and_who_comes(secretariat: Person) -> None:
    secretariat.follows("Conferences")
    secretariat.follows(BUSAN)
    secretariat.looks("One edition with its themes and numbers")
    secretariat.follows("Countdown")
    secretariat.reads("23:59")
    secretariat.looks("What is due, whose task it is, who is late")
    secretariat.follows("Delegations")
    secretariat.reads("171")
    secretariat.looks("Who comes, by region and rank")
    secretariat.follows("Edit")
    secretariat.looks("Everything of the edition can be edited")


def _the_news_of_a_day_is_drafted_edited_and_published(secretariat: Person) -> None:
    secretariat.follows("News of the day")
    secretariat.follows("Draft the news of a day")
    secretariat.writes("Day", "2014-10-23")
    secretariat.presses("Draft from the records")
    secretariat.looks("The news of a day, drafted from the records")
    headline = secretariat.words("Headline", context="of the day’s news")
    group = secretariat.page.get_by_role("group", name=headline)
    group.get_by_label(re.compile("^" + secretariat.words("English"))).fill(HEADLINE)
    secretariat.presses("Save")
    secretariat.presses(re.compile(secretariat.words("Publish", context="the day’s news")))
    secretariat.looks("The news is published")
    news = DayNews.objects.get(day="2014-10-23")
    assert (news.state, news.title["en"]) == (NewsState.PUBLISHED, HEADLINE)


def _the_opening_day_hour_by_hour(public: Person) -> None:
    public.looks("The public reads in Vietnamese")
    public.follows(BUSAN)
    public.follows("Days")
    public.follows(re.compile("20 tháng 10 năm 2014"))
    public.reads("Park Geun-hye")
    public.looks("The opening day hour by hour")


def _agenda_meeting_and_promise(public: Person) -> None:
    public.follows("Agenda and meetings")
    public.looks("Agenda, meetings and committees")
    public.follows("Phiên họp toàn thể thứ nhất", exact=False)
    public.looks("A meeting")
    public.follows("Promises and groups")
    public.follows(re.compile("cùng thắng"))
    public.looks("A promise with what each side gives and gains")


def _the_programme_as_list_table_and_calendar(public: Person) -> None:
    public.follows("Programme")
    public.looks("The programme as a list")
    with public.page.expect_download() as calendar:
        public.page.get_by_text(public.words("For your calendar (iCalendar)")).click()
    assert calendar.value.path().read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    public.follows("As a table of rooms")
    public.looks("The programme as a table of rooms")


def _an_exhibitor_is_found(public: Person) -> None:
    public.follows("Exhibition")
    public.reads("420")
    public.writes("Search", "baram antennas")
    public.presses("Search")
    public.looks("An exhibitor is found")


def _an_election_with_its_reasons(public: Person) -> None:
    public.follows("Elections")
    public.reads("65")
    public.looks("65 seats by region")
    public.follows("Phó Tổng Thư ký")
    public.reads("Malcolm Johnson")
    public.looks("Four rounds, and why each was decided so")


def _the_news_is_read(public: Person) -> None:
    public.comes_to("/en/conferences/")
    public.follows(BUSAN)
    public.follows("News of the day")
    public.follows(HEADLINE)
    public.reads("Secretary-General")
    public.looks("The news of the day in English")
