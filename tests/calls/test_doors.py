"""The whole way through the rooms below: a letter goes out, its link is opened, tasks move."""

import pytest
from django.test import Client
from django.urls import reverse

from calls.made import FIRST_WORDS, Round, draft, drafted, link_of, opened, said, sent
from convoca.calls.actions.contributions import submit_contribution
from convoca.calls.models import Call, Contribution, Reply
from convoca.journal.refusals import StateConflict
from convoca.letters import actions as letters
from convoca.letters.actions.incoming import Arrival
from convoca.letters.links import reply_path
from convoca.letters.models import Recipient
from convoca.members.actions import merge_bodies
from convoca.members.periods import today
from convoca.outbox.models import Mail
from members.made import INSTALLATION, body

pytestmark = pytest.mark.django_db


def issued() -> tuple[Call, Round]:
    """A call opened by the dispatch of its letter through the outbox."""
    at, edition, call = drafted()
    letters.prepare(by=at.clerk, letter=call.letter)
    letters.issue(by=at.clerk, letter=call.letter)
    call.refresh_from_db()
    return call, Round(at, edition, call)


def test_the_call_opens_in_the_dispatch_of_its_letter() -> None:
    call, made = issued()
    assert call.state == "open"
    assert [reply.recipient.kind for reply in made.replies] == ["addressee"] * 4


def test_a_letter_that_fails_to_go_opens_nothing() -> None:
    at, _edition, call = drafted()
    with pytest.raises(StateConflict):
        letters.issue(by=at.clerk, letter=call.letter)
    call.refresh_from_db()
    assert (call.state, Reply.objects.count()) == ("draft", 0)


def test_one_answers_by_link_without_an_account() -> None:
    _call, made = issued()
    client = Client()
    page = client.get(reply_path(made.reply.recipient), follow=True)
    assert page.status_code == 200
    add = reverse("calls:add", args=[made.reply.uid, "good_practice"])
    assert add in page.content.decode()
    what = client.post(add, FIRST_WORDS)
    topics = client.post(what["Location"], {"sdgs": ["9"]})
    consent = client.post(topics["Location"], {"consent_public": "on"})
    version = str(made.reply.version)
    done = client.post(consent["Location"], {"version": version, "sent_by": "Hoàng Thị Lan"})
    assert done["Location"] == reverse("calls:reply", args=[made.reply.uid])
    assert (made.reply.state, made.reply.door) == ("received", "link")


def test_a_link_opens_one_reply_only() -> None:
    _call, made = issued()
    one = draft(made.replies[1])
    client = Client()
    client.get(reply_path(made.reply.recipient), follow=True)
    theirs = [
        reverse("calls:reply", args=[made.replies[1].uid]),
        reverse("calls:send", args=[made.replies[1].uid]),
        reverse("calls:contribution", args=[one.uid]),
        reverse("calls:edit", args=[one.uid, "what"]),
    ]
    assert [client.get(page).status_code for page in theirs] == [403] * 4
    forged = f"/r/{made.replies[1].recipient.uid}.AAAAAAAAAAAAAAAAAAAAAA"
    assert client.get(forged).status_code == 404


def test_a_task_handed_on_counts_for_whoever_handed_it_on() -> None:
    _call, made = issued()
    reply = made.reply
    below = made.house.chain.science_department
    letters.hand_on(
        by=link_of(reply), recipient=reply.recipient, body=below, email="phong@bkhcn.example"
    )
    child = Reply.objects.get(answers_for=reply)
    assert (made.reply.state, child.body) == ("handed_on", below)
    submit_contribution(by=link_of(child), reply=child, said=said(), sent_by="Phòng")
    assert (made.reply.state, made.reply.is_answered) == ("through", True)
    recipient = Recipient.objects.get(pk=reply.recipient.pk)
    assert recipient.replied_at is not None


def test_the_clerk_registers_the_official_letter_and_the_specialist_splits_it() -> None:
    call, made = issued()
    reply = made.reply
    arrival = Arrival(
        subject="Hưởng ứng Ngày 17/5",
        sender_name=reply.name,
        sender=reply.body,
        number_and_symbol="1234/BKHCN-HTQT",
        signer_name="Trần Văn Bình",
        recipient=reply.recipient,
    )
    incoming = letters.register_incoming(
        by=made.house.clerk, body=made.house.chain.ministry, arrival=arrival
    )
    assert (made.reply.state, made.reply.official_letter) == ("letter_only", incoming)
    submit_contribution(by=made.specialist, reply=made.reply, said=said(), sent_by="Chuyên viên")
    told = made.reply
    assert (told.state, told.door, told.official_letter) == ("received", "letter", incoming)
    assert call.letter.answers.get() == incoming


def test_a_reminder_waits_in_the_outbox() -> None:
    call, made = issued()
    sent(made.reply)
    before = Mail.objects.count()
    silent = [reply.recipient for reply in made.replies[1:]]
    letters.remind(by=made.specialist, letter=call.letter, recipients=silent)
    assert Mail.objects.count() == before + 3
    assert set(Mail.objects.order_by("-pk")[:3].values_list("state", flat=True)) == {"waiting"}


def test_a_merger_moves_what_is_owed_to_the_successor() -> None:
    made = opened()
    new = body("vn-ubnd-moi", kind="province", parent=made.house.chain.government)
    gone = made.replies[1]
    merge_bodies(by=INSTALLATION, predecessors=[gone.body], successor=new, on=today())
    assert made.replies[1].body == new


def test_what_was_drafted_before_a_merger_stays() -> None:
    made = opened()
    one = draft(made.replies[1])
    new = body("vn-ubnd-moi", kind="province", parent=made.house.chain.government)
    merge_bodies(by=INSTALLATION, predecessors=[made.replies[1].body], successor=new, on=today())
    assert Contribution.objects.get() == one
