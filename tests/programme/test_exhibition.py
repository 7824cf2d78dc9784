"""The exhibition: found without marks, no stand given twice."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from conferences.made import INSTALLATION, world
from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.programme import actions, queries
from convoca.programme.content import ExhibitorFacts, StandDraft
from convoca.programme.forms.exhibition import ExhibitorForm
from convoca.programme.models import Exhibitor, Stand
from programme.made import exhibitor, hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def busan():
    return world()


def names(busan, text: str = "", hall: str = "", by=ANONYMOUS) -> list[str]:
    return [str(one) for one in queries.exhibitors(busan.edition, by=by, text=text, hall=hall)]


@pytest.mark.parametrize("words", ["vien dong", "Viễn ĐÔNG", "dong  công ty", "cong ty vien"])
def test_found_with_or_without_marks(busan, words):
    exhibitor(busan.edition)
    exhibitor(busan.edition, "Sao Biển", en="Starfish")
    assert names(busan, words) == ["Công ty Viễn Đông"]


def test_found_by_the_name_in_another_language(busan):
    exhibitor(busan.edition, "Sao Biển", en="Starfish")
    assert names(busan, "starf") == ["Sao Biển"]


def test_listed_in_the_order_of_vietnamese(busan):
    for name in ("Đá Vàng", "Dừa Xanh", "Ăng-ten Việt", "An Bình"):
        exhibitor(busan.edition, name, en=name)
    from django.utils import translation

    with translation.override("vi"):
        assert names(busan) == ["An Bình", "Ăng-ten Việt", "Dừa Xanh", "Đá Vàng"]


def test_by_hall_even_with_two_stands_there_once(busan):
    first, other = hall(busan.edition), hall(busan.edition, "h2")
    one, two = exhibitor(busan.edition), exhibitor(busan.edition, "Sao Biển")
    for code in ("A01", "A02"):
        actions.give_stand(by=busan.secretariat, exhibitor=one, hall=first, code=code)
    actions.give_stand(by=busan.secretariat, exhibitor=two, hall=other, code="A01")
    assert names(busan, hall="h1") == ["Công ty Viễn Đông"]


def test_what_is_not_public_is_for_the_secretariat(busan):
    exhibitor(busan.edition, is_public=False)
    assert names(busan) == []
    assert names(busan, by=busan.secretariat) == ["Công ty Viễn Đông"]


def test_a_taken_stand_is_refused_by_name(busan):
    place = hall(busan.edition)
    one, two = exhibitor(busan.edition), exhibitor(busan.edition, "Sao Biển")
    actions.give_stand(by=busan.secretariat, exhibitor=one, hall=place, code="A01")
    with pytest.raises(StateConflict) as refused:
        actions.give_stand(by=busan.secretariat, exhibitor=two, hall=place, code="A01")
    assert "Công ty Viễn Đông" in str(refused.value)
    [stand] = Stand.objects.all()
    actions.free_stand(by=busan.secretariat, stand=stand)
    actions.give_stand(by=busan.secretariat, exhibitor=two, hall=place, code="A01")
    assert Stand.objects.get().exhibitor == two


def test_removing_an_exhibitor_frees_its_stands(busan):
    place, one = hall(busan.edition), exhibitor(busan.edition)
    actions.give_stand(by=busan.secretariat, exhibitor=one, hall=place, code="A01")
    with pytest.raises(StateConflict):
        actions.remove_hall(by=busan.secretariat, hall=place)
    actions.remove_exhibitor(by=busan.secretariat, exhibitor=one)
    assert Stand.objects.get().exhibitor is None
    # A hall goes with its free stands.
    actions.remove_hall(by=busan.secretariat, hall=place)
    assert Stand.objects.count() == 0


def test_many_enter_at_once_or_not_at_all(busan, django_assert_max_num_queries):
    hall(busan.edition)
    facts = [ExhibitorFacts(name=Translated(vi=f"Đơn vị {n}")) for n in range(420)]
    told = [StandDraft(exhibitor=one, hall="h1", code=f"A{n}") for n, one in enumerate(facts)]
    with django_assert_max_num_queries(20):
        actions.bring_exhibitors(by=INSTALLATION, edition=busan.edition, drafts=told)
    assert Exhibitor.objects.count() == 420
    with pytest.raises(StateConflict):
        actions.bring_exhibitors(by=INSTALLATION, edition=busan.edition, drafts=told[:1])
    lost = StandDraft(exhibitor=facts[0], hall="h9", code="1")
    with pytest.raises(ValidationError):
        actions.bring_exhibitors(by=INSTALLATION, edition=busan.edition, drafts=[lost])
    assert Exhibitor.objects.count() == 420


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_editors_at_once_cannot_give_one_stand_twice():
    busan = world()
    place = hall(busan.edition)
    rows = [exhibitor(busan.edition, f"Đơn vị {n}") for n in range(3)]
    started = threading.Barrier(len(rows))
    told: list[str] = []

    def give(row: Exhibitor) -> None:
        started.wait()
        try:
            actions.give_stand(by=busan.secretariat, exhibitor=row, hall=place, code="A01")
            told.append("given")
        except StateConflict:
            told.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=give, args=[row]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["given", "refused", "refused"]


def test_an_address_is_as_long_as_its_column_at_most():
    column = Exhibitor._meta.get_field("email")
    assert ExhibitorForm.base_fields["email"].max_length == column.max_length
