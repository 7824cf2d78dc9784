"""The shared reads: expansion of groups, search, addresses, successors; each with its queries."""

from datetime import date

import pytest

from convoca.languages.translated import Translated
from convoca.members import actions, queries
from members import made

pytestmark = pytest.mark.django_db
DAY = made.DAY_OF_THE_LETTER


def test_a_group_lists_its_named_bodies_at_their_places():
    chain = made.ministry_of_2024()
    ha_noi, dak_lak, an_giang = made.provinces(chain.government)
    group = made.group(chain.ministry, dak_lak, an_giang, ha_noi)
    assert queries.expand(group=group, on=DAY) == [dak_lak, an_giang, ha_noi]


def test_a_rule_finds_the_bodies_under_another_and_leaves_the_owner_out():
    chain = made.ministry_of_2024()
    provinces = made.provinces(chain.government)
    group = made.group(
        chain.ministry, rule_kinds=["ministry", "province"], rule_under=chain.government
    )
    assert queries.expand(group=group, on=DAY) == [chain.science, *provinces]


def test_named_bodies_come_before_the_rules_and_once():
    chain = made.ministry_of_2024()
    ha_noi, dak_lak, an_giang = made.provinces(chain.government)
    group = made.group(
        chain.ministry, dak_lak, rule_kinds=["province"], rule_under=chain.government
    )
    assert queries.expand(group=group, on=DAY) == [dak_lak, ha_noi, an_giang]


def test_an_expansion_shows_the_names_and_the_bodies_of_its_day(django_assert_num_queries):
    chain = made.ministry_of_2024()
    group = made.group(chain.science, rule_kinds=["ministry"], rule_under=chain.government)
    late = made.ministry_below(
        chain.government,
        "vn-bnnmt",
        "Bộ Nông nghiệp và Môi trường",
        "BNNMT",
        valid_from=date(2025, 3, 1),
    )
    actions.rename_body(
        by=made.INSTALLATION,
        body=chain.ministry,
        name=Translated(vi="Bộ Thông tin"),
        valid_from=date(2025, 1, 1),
    )
    with django_assert_num_queries(3):
        in_2024 = [one.name_on(DAY)["vi"] for one in queries.expand(group=group, on=DAY)]
    day = date(2025, 6, 1)
    later = queries.expand(group=group, on=day)
    assert in_2024 == ["Bộ Thông tin và Truyền thông"]
    assert [one.name_on(day)["vi"] for one in later] == [
        late.name["vi"],
        "Bộ Thông tin",
    ]


def test_a_search_finds_with_and_without_marks_and_old_names():
    chain = made.ministry_of_2024()
    actions.rename_body(
        by=made.INSTALLATION,
        body=chain.ministry,
        name=Translated(vi="Bộ Truyền thông số"),
        valid_from=date(2025, 1, 1),
    )
    for text in ("thong tin truyen thong", "Thông tin", "BTTTT", "truyền thông số"):
        assert list(queries.searched(text)) == [chain.ministry]
    assert list(queries.searched("hợp tác", under=chain.ministry)) == [chain.department]
    assert list(queries.searched("bo", kind="province")) == []


def test_letters_go_to_the_contacts_that_receive_them_else_to_the_body():
    chain = made.ministry_of_2024()
    contact = made.contact(chain.department)
    made.contact(chain.department, receives_letters=False)
    assert queries.mail_addresses([chain.department, chain.ministry, chain.office], on=DAY) == {
        chain.department.pk: [contact.email],
        chain.ministry.pk: ["vanthu@vn-btttt.example"],
        chain.office.pk: [],
    }


@pytest.mark.parametrize("many", [1, 30])
def test_a_lists_count_of_queries_does_not_grow(many, django_assert_num_queries):
    chain = made.ministry_of_2024()
    for number in range(many):
        made.ministry_below(chain.government, f"bo-{number}", f"Bộ {number}", f"B{number}")
    with django_assert_num_queries(2):
        [body.name_on(DAY) for body in queries.standing(on=DAY)]
