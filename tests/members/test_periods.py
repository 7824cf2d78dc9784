"""Periods include both their days; the database refuses two names on one day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from convoca.languages.translated import Translated
from convoca.members.models import BodyName, BodyParent, Term
from convoca.members.periods import standing_on
from members import made

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
MAYBE = st.none() | DAYS


@given(first=MAYBE, last=MAYBE, day=DAYS)
def test_a_period_holds_on_both_its_days_and_between(first, last, day):
    period = BodyName(valid_from=first, valid_to=last)
    expected = (first or date.min) <= day <= (last or date.max)
    assert period.stands_on(day) == expected


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_the_database_finds_the_same_days(offset):
    body = made.body(valid_from=date(2024, 1, 1), valid_to=date(2024, 12, 31))
    for edge, inside in ((body.valid_from, offset >= 0), (body.valid_to, offset <= 0)):
        day = edge + timedelta(days=offset)
        found = type(body).objects.filter(standing_on(day), pk=body.pk).exists()
        assert (found, body.stands_on(day)) == (inside, inside)


@pytest.mark.django_db
@pytest.mark.database
def test_two_names_never_hold_on_one_day():
    body = made.body()
    BodyName.objects.filter(body=body).update(valid_to=date(2024, 12, 31))
    later = {"body": body, "name": Translated(vi="Tên mới"), "main_language": "vi"}
    with pytest.raises(IntegrityError, match="members_bodyname_one_a_day"), transaction.atomic():
        BodyName.objects.create(**later, valid_from=date(2024, 12, 31))
    BodyName.objects.create(**later, valid_from=date(2025, 1, 1))
    assert body.names.count() == 2


@pytest.mark.django_db
@pytest.mark.database
def test_two_parents_never_hold_on_one_day():
    chain = made.ministry_of_2024()
    with pytest.raises(IntegrityError, match="members_bodyparent_one_a_day"), transaction.atomic():
        BodyParent.objects.create(body=chain.office, parent=chain.science)


@pytest.mark.django_db
@pytest.mark.database
def test_one_person_holds_a_post_once_at_a_time_and_others_may_too():
    chain = made.ministry_of_2024()
    post, first, second = (
        made.post(chain.ministry),
        made.person(chain.ministry),
        made.person(chain.ministry, "Lê An"),
    )
    Term.objects.create(person=first, post=post, valid_from=date(2024, 1, 1))
    Term.objects.create(person=second, post=post, valid_from=date(2024, 1, 1))
    with pytest.raises(IntegrityError, match="members_term_once_at_a_time"), transaction.atomic():
        Term.objects.create(person=first, post=post, valid_from=date(2024, 6, 1))


@pytest.mark.django_db
@pytest.mark.database
def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(IntegrityError, match="members_body_period"), transaction.atomic():
        made.body(valid_from=date(2025, 1, 2), valid_to=date(2025, 1, 1))
