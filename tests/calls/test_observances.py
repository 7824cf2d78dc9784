"""What an observance gives to its letter and to its call."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.made import user_with
from calls.made import drafted, edition
from convoca.letters.drafts import begun
from convoca.letters.models import Letter
from letters.made import house, letter

pytestmark = pytest.mark.django_db

PASTED = """Số: /BTTTT-HTQT
Hà Nội, ngày tháng năm 2024

Kính gửi: Các Bộ

Bộ đề nghị các cơ quan {about}./.
"""
THE_DAY = "hưởng ứng ngày viễn thông và xã hội thông tin thế giới"


def as_specialist(at) -> Client:
    client = Client()
    client.force_login(user_with("specialist", at.unit))
    return client


def test_a_pasted_letter_that_names_the_day_gets_the_visual_of_its_year() -> None:
    at = house()
    of_2024 = edition(at)
    made = begun(by=at.specialist, unit=at.unit, source=PASTED.format(about=THE_DAY))
    assert (made.annex_title, made.annex_theme) == (of_2024.observance.name, of_2024.theme)
    assert (made.annex_day, made.annex_seed) == (of_2024.date, "wtisd")


def test_a_pasted_letter_that_tells_theme_and_year_gets_the_visual_of_that_year() -> None:
    at = house()
    of_2024 = edition(at)
    name, theme = of_2024.observance.name["en"], of_2024.theme["en"]
    source = f"On 17 May 2024 we celebrate the {name}: “{theme}”."
    made = begun(by=at.specialist, unit=at.unit, source=source)
    assert (made.annex_day, made.annex_theme) == (of_2024.date, of_2024.theme)


def test_a_pasted_letter_about_something_else_gets_none() -> None:
    at = house()
    edition(at)
    made = begun(by=at.specialist, unit=at.unit, source=PASTED.format(about="báo cáo công tác"))
    assert (made.annex_title, made.annex_day) == ({}, None)


def test_the_letter_about_a_day_begins_on_the_page_of_the_day() -> None:
    at = house()
    of_2024 = edition(at)
    began = as_specialist(at).post(reverse("calls:begin_letter", args=["wtisd", 2024]))
    made = Letter.objects.get()
    assert began.url == reverse("letters:edit", args=[made.uid])
    day = "Ngày Viễn thông và Xã hội thông tin Thế giới"
    assert made.subject == f"hưởng ứng {day} năm 2024"
    assert (made.year, made.annex_theme) == (2024, of_2024.theme)


def test_only_who_drafts_letters_begins_one() -> None:
    at = house()
    edition(at)
    answer = Client().post(reverse("calls:begin_letter", args=["wtisd", 2024]))
    assert (answer.status_code, Letter.objects.count()) == (403, 0)


def test_the_call_is_filled_in_from_the_letter_that_led_to_it() -> None:
    at = house()
    of_2024 = edition(at)
    older = letter(at, annex_day=of_2024.date, annex_seed="wtisd")
    letter(at, subject="báo cáo công tác")
    client = as_specialist(at)
    draft = f"{reverse('calls:draft')}?letter={older.uid}"
    assert draft in client.get(reverse("letters:edit", args=[older.uid])).content.decode()
    form = client.get(draft).context["form"]
    assert (form["letter"].value(), form["edition"].value()) == (older.pk, of_2024.pk)
    assert form.initial["title"] == {
        "vi": "Ngày Viễn thông và Xã hội thông tin Thế giới 2024",
        "en": "World Telecommunication and Information Society Day 2024",
    }


def test_a_letter_leads_to_its_call() -> None:
    at, _edition, call = drafted()
    page = as_specialist(at).get(reverse("letters:letter", args=[call.letter.uid]))
    assert reverse("calls:call", args=[call.uid]) in page.content.decode()
