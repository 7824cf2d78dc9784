"""Signing in by password or by code, through the pages; what strangers learn: nothing."""

import re

import pytest
from django.core import mail

from accounts import made
from convoca.accounts import actions
from convoca.accounts.models import User
from convoca.journal.timeline import timeline
from members.made import INSTALLATION, ministry_of_2024

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mail_kept_in_memory(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def code_in_the_mail() -> str:
    (message,) = mail.outbox
    (code,) = re.findall(r"^ {4}(\S+)$", message.body, flags=re.MULTILINE)
    return code


def test_a_password_lets_its_owner_in_and_leads_to_their_language(client):
    user = made.user(password=made.PASSWORD, language="en")
    answer = client.post("/vi/sign-in/", {"login": user.email.upper(), "password": made.PASSWORD})
    assert (answer.status_code, answer["Location"], signed_in(client)) == (302, "/en/", True)
    told = timeline(subject_kind="user", subject_uid=user.uid)
    assert [(entry.action, entry.facts) for entry in told][1:] == [
        ("accounts.sign_in", {"method": "password"})
    ]


def test_a_wrong_password_and_an_unknown_address_look_the_same(client):
    user = made.user(password=made.PASSWORD)
    answers = [
        client.post("/vi/sign-in/", {"login": email, "password": "không phải mật khẩu"})
        for email in (user.email, "ai-do@noi-khac.example")
    ]
    errors = [answer.context["form"].non_field_errors() for answer in answers]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert errors[0] == errors[1]
    assert not signed_in(client)


def test_a_code_lets_its_owner_in_once(client):
    user = made.user()
    client.post("/en/sign-in/code/", {"email": user.email})
    code = code_in_the_mail()
    wrong = client.post("/en/sign-in/code/confirm/", {"code": "AAAA-AAAA"})
    assert (wrong.status_code, signed_in(client)) == (422, False)
    right = client.post("/en/sign-in/code/confirm/", {"code": code})
    assert (right.status_code, signed_in(client)) == (302, True)
    client.post("/en/sign-out/")
    client.post("/en/sign-in/code/confirm/", {"code": code})
    assert not signed_in(client)


def test_an_unknown_address_gets_no_mail_and_the_same_page(client):
    answer = client.post("/en/sign-in/code/", {"email": "ai-do@noi-khac.example"}, follow=True)
    assert answer.redirect_chain == [("/en/sign-in/code/confirm/", 302)]
    assert mail.outbox == []


def test_nobody_signs_up(client):
    assert client.get("/vi/sign-up/")["Location"] == "/vi/sign-in/"
    client.post("/vi/sign-up/", {"email": "ai-do@noi-khac.example"})
    assert User.objects.count() == 0


def test_one_signs_out_by_post_only(client):
    client.force_login(made.user())
    client.get("/vi/sign-out/")
    assert signed_in(client)
    assert client.post("/vi/sign-out/")["Location"] == "/vi/"
    assert not signed_in(client)


def test_who_was_deactivated_cannot_sign_in_and_loses_the_session(client):
    user = made.user_with("clerk", ministry_of_2024().ministry, password=made.PASSWORD)
    client.force_login(user)
    assert client.get("/vi/account/").status_code == 200
    actions.deactivate(by=INSTALLATION, user=user)
    assert client.get("/vi/account/").status_code == 302
    client.post("/vi/sign-in/", {"login": user.email, "password": made.PASSWORD})
    assert client.get("/vi/account/").status_code == 302


def test_too_many_attempts_are_stopped(client):
    user = made.user(password=made.PASSWORD)
    wrong = {"login": user.email, "password": "không phải mật khẩu"}
    for _attempt in range(5):
        client.post("/vi/sign-in/", wrong)
    answer = client.post("/vi/sign-in/", {**wrong, "password": made.PASSWORD})
    assert (answer.status_code, signed_in(client)) == (422, False)


def test_a_forgotten_password_is_replaced_by_a_code(client):
    user = made.user(password=made.PASSWORD)
    client.post("/vi/password/forgotten/", {"email": user.email})
    client.post("/vi/password/forgotten/code/", {"code": code_in_the_mail()})
    new = "mật khẩu khác cũng dài"
    client.post("/vi/password/forgotten/new/", {"password1": new, "password2": new})
    user.refresh_from_db()
    assert (user.check_password(new), signed_in(client)) == (True, True)


def test_a_first_password_is_set_and_a_short_one_refused(client):
    user = made.user()
    client.force_login(user)
    short = client.post("/vi/password/set/", {"password1": "ngắn", "password2": "ngắn"})
    assert short.status_code == 422
    good = {"password1": made.PASSWORD, "password2": made.PASSWORD}
    assert client.post("/vi/password/set/", good)["Location"] == "/vi/account/"
    user.refresh_from_db()
    assert user.check_password(made.PASSWORD)
