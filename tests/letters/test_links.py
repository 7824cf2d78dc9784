"""Reply links: good, forged, of another recipient, revoked, expired."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from convoca.letters.links import Verdict, judged, reply_path, seal
from convoca.letters.models import Recipient


def one(**facts) -> Recipient:
    given = {"uid": uuid4(), "link_expires_at": timezone.now() + timedelta(days=1)}
    return Recipient(**{**given, **facts})


def sealed(recipient: Recipient) -> str:
    return reply_path(recipient).rpartition(".")[2]


def test_a_link_is_the_uid_and_128_bits():
    recipient = one()
    path = reply_path(recipient)
    assert path == f"/r/{recipient.uid}.{seal(recipient.uid, 1)}"
    assert len(sealed(recipient)) == 22


def test_the_present_link_is_good():
    recipient = one()
    assert judged(recipient, sealed(recipient)) == Verdict.GOOD


def test_a_link_of_another_recipient_is_forged():
    assert judged(one(), sealed(one())) == Verdict.FORGED


def test_a_revoked_link_has_expired():
    recipient = one()
    old = sealed(recipient)
    recipient.link_serial = 3
    assert judged(recipient, old) == Verdict.EXPIRED


def test_a_link_of_the_future_is_forged():
    recipient = one()
    assert judged(recipient, seal(recipient.uid, 2)) == Verdict.FORGED


def test_a_link_past_its_day_has_expired():
    recipient = one(link_expires_at=timezone.now() - timedelta(seconds=1))
    assert judged(recipient, sealed(recipient)) == Verdict.EXPIRED


@given(st.text(max_size=60))
def test_no_other_text_opens_anything(text):
    recipient = one()
    assert text == sealed(recipient) or judged(recipient, text) == Verdict.FORGED


@pytest.mark.parametrize("place", range(22))
def test_one_changed_character_is_forged(place):
    recipient = one()
    good = sealed(recipient)
    # The last character carries two bits that base64 leaves unused; compare text, not bytes.
    bad = good[:place] + ("A" if good[place] != "A" else "B") + good[place + 1 :]
    assert judged(recipient, bad) == Verdict.FORGED
