"""What a request names is read without trust."""

from uuid import UUID

import pytest
from django.http import Http404
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from convoca.pages.asked import uids, whole_number

UID = "6a1f0c52-7f6b-4c1e-9a55-0d3a8f2b9c11"


def test_ids_of_a_form_are_read():
    assert uids([UID]) == [UUID(UID)]
    assert uids([]) == []


@pytest.mark.parametrize("forged", ["", "x" * 36, "\0" * 36, UID[:-1]])
def test_a_forged_id_is_not_found(forged):
    with pytest.raises(Http404):
        uids([UID, forged])


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("17", 17), ("²", None), ("9" * 5000, None)]
)
def test_a_number_is_plain_digits(text, number):
    assert whole_number(text) == number


@given(st.text())
def test_any_text_is_a_number_or_none(text):
    assert whole_number(text) in {None, *([int(text)] if text.isdecimal() else [])}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/vi/", "/vi/library/", "/vi/mailbox/"])
def test_a_nul_byte_in_a_query_is_refused(address):
    assert Client().get(f"{address}?q=a%00b").status_code == 400
