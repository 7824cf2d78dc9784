"""The chain from the edition to the letter, to its recipients, to their answers."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.made import user_with
from conferences import made
from convoca.accounts.actions import grant_role
from convoca.conferences import actions
from convoca.conferences.content import AnswerFacts
from convoca.conferences.models import Delegation
from convoca.journal.refusals import NotPermitted
from convoca.languages.translated import Translated
from convoca.letters.actions.desks import agree, submit
from convoca.letters.actions.dispatch import issue, prepare, withdraw_letter
from convoca.letters.actions.drafting import keep_text
from convoca.letters.content import LineText, text_of
from convoca.letters.documents import document_of, heading_of
from convoca.letters.links import reply_path
from convoca.letters.models import Letter, Recipient
from convoca.members.actions import create_group
from convoca.typesetting.documents import INTERNATIONAL
from members.made import INSTALLATION, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    world = made.world()
    create_group(
        by=INSTALLATION,
        owner=world.itu,
        key="states",
        name=Translated(vi="Các Quốc gia thành viên", en="Member States"),
        rule_kinds=["member_state"],
        rule_under=world.itu,
        main_language="en",
    )
    for state in (world.state, world.host):
        state.email = f"{state.key}@members.example"
        state.save()
    return world


def drafter(world):
    return actor("secretariat", "specialist", at=world.itu)


def issued(world, letter: Letter, **facts) -> Letter:
    """The letter after all desks, numbered and sent out; `facts` change its text."""
    text = text_of(letter)
    desk = actor("specialist", "head_of_unit", "form_checker", "signer", "clerk", at=world.itu)
    whole = replace(
        text,
        symbol="ITU-SG",
        place="Geneva",
        head_post="Secretary-General",
        signer_name="A. Sample",
    )
    keep_text(by=desk, letter=letter, text=replace(whole, **facts))
    version = submit(by=desk, letter=letter)
    for _step in range(3):
        letter.refresh_from_db()
        letter = agree(by=desk, letter=letter, version=version.number)
    return issue(by=desk, letter=prepare(by=desk, letter=letter))


def test_the_letter_is_drafted_from_what_is_known_of_the_edition(world):
    actions.put_theme(by=world.secretariat, edition=world.edition, facts=made.theme_facts())
    step = made.step_facts(kind="replies", amount=-1, unit="months")
    actions.put_step(by=world.secretariat, edition=world.edition, facts=step)
    with translation.override("vi"):
        letter = actions.draft_invitation(by=drafter(world), edition=world.edition)
    text = text_of(letter)
    assert (letter.drafting_unit, letter.main_language) == (world.itu, "en")
    assert text.subject == "invitation to the Busan 2014"
    assert [line.text for line in text.addressees] == ["Member States"]
    first, themes, _women, reply = text.body.split("\n\n")
    assert first == (
        "ITU has the honour to invite you to the Busan 2014, held in Busan from Monday "
        "20 October 2014 to Friday 7 November 2014."
    )
    assert themes == "Main themes: Cybersecurity."
    assert reply.startswith("Please reply by Saturday 20 September 2014 and tell who")
    assert world.edition.invitations.get().letter == letter


def test_who_drafts_no_letters_there_is_told_where_they_are_drafted(world):
    with pytest.raises(NotPermitted):
        actions.draft_invitation(by=world.secretariat, edition=world.edition)
    assert Letter.objects.count() == 0


def test_the_union_does_not_write_under_a_states_name(world):
    letter = actions.draft_invitation(by=drafter(world), edition=world.edition)
    document = document_of(text_of(letter), heading_of(letter), draft=True)
    assert document.form == INTERNATIONAL
    assert [line.text for line in text_of(letter).copies_to] == ["As above"]
    assert document.archive.units == ("Archives",)
    nobody_named = replace(text_of(letter), archive_units="")
    kept = document_of(nobody_named, heading_of(letter), draft=True).archive
    assert kept.units == ("Archives",)


def test_once_issued_every_member_is_invited_by_it_and_silent_until_it_answers(world, client):
    letter = issued(world, actions.draft_invitation(by=drafter(world), edition=world.edition))
    rows = {row.body: row for row in Delegation.objects.select_related("body", "recipient")}
    assert {row.invited_on for row in rows.values()} == {letter.dated}
    assert {row.recipient.letter_id for row in rows.values()} == {letter.pk}
    assert set(rows) == {world.state, world.host}

    page = client.get(reply_path(rows[world.state].recipient), follow=True)
    address = reverse("conferences:answer", args=["pp-14", "vnm"])
    assert address in page.content.decode()
    answer = {"answer": "accepted", "version": str(rows[world.state].version), "source": ""}
    assert client.post(address, answer).status_code == 302
    other = reverse("conferences:answer", args=["pp-14", "kor"])
    assert client.get(other).status_code in (403, 404)

    row = Delegation.objects.get(body=world.state)
    assert row.is_coming
    assert Recipient.objects.get(pk=row.recipient_id).has_answered
    assert not Recipient.objects.get(pk=rows[world.host].recipient_id).has_answered

    secretariat = Client()
    secretariat.force_login(user_with("secretariat", world.itu))
    shown = secretariat.get(reverse("conferences:delegation", args=["pp-14", "vnm"]))
    assert reverse("letters:letter", args=[letter.uid]) in shown.content.decode()
    assert str(shown.context["standing"].tone) == "ok"
    silent = secretariat.get(
        reverse("conferences:delegations", args=["pp-14"]), {"answer": "silent"}
    )
    assert [one.body for one in silent.context["rows"]] == [world.host]


def test_who_gets_a_copy_is_told_and_not_invited(world):
    letter = actions.draft_invitation(by=drafter(world), edition=world.edition)
    issued(
        world,
        letter,
        addressees=(LineText("Viet Nam", body=world.state.pk),),
        copies_to=(LineText("Republic of Korea", body=world.host.pk),),
    )
    assert [row.body for row in Delegation.objects.select_related("body")] == [world.state]
    assert Recipient.objects.filter(letter=letter).count() == 2


def test_a_withdrawn_letter_frees_those_who_have_not_answered(world):
    letter = issued(world, actions.draft_invitation(by=drafter(world), edition=world.edition))
    coming = Delegation.objects.get(body=world.state)
    made_answer(world, coming)
    withdraw_letter(by=actor("clerk", at=world.itu), letter=letter, reason="Sai ngày")
    freed = Delegation.objects.get(body=world.host)
    assert (freed.recipient, freed.invited_on) == (None, None)
    assert Delegation.objects.get(body=world.state).recipient is not None


def made_answer(world, row: Delegation) -> None:
    facts = AnswerFacts(answer="accepted", answered_on=date(2014, 9, 1))
    actions.record_answer(by=world.secretariat, delegation=row, facts=facts)


def test_the_secretariat_drafts_it_from_the_page_and_finds_the_conference_on_the_letter(world):
    browser = Client()
    user = user_with("secretariat", world.itu)
    browser.force_login(user)
    grant_role(by=INSTALLATION, user=user, role="specialist", body=world.itu)
    page = browser.get(reverse("conferences:invite", args=["pp-14"])).content.decode()
    draft = reverse("conferences:invite_draft", args=["pp-14"])
    assert draft in page
    answer = browser.post(draft)
    letter = Letter.objects.get()
    assert answer.url == reverse("letters:edit", args=[letter.uid])
    part = reverse("conferences:invite", args=["pp-14"])
    assert part in browser.get(answer.url).content.decode()
