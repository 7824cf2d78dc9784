"""The posts, letters and samples of the demo are marked, consented and tied to bodies."""

import re
from collections import Counter
from datetime import date

import pytest

from convoca.demo.facts import (
    Consent,
    ReplyState,
    bodies,
    contribution_kinds,
    groups,
    letter,
    posts,
    sample_activities,
    sample_contributions,
    sample_replies,
    themes,
)
from convoca.standards.decree30.reading import read_letter
from mission import mission_folder, source_text

NAMES = (
    "World Telecommunication and Information Society Day",
    "Ngày Viễn thông và Xã hội thông tin Thế giới",
    "Sáng tạo số vì mục tiêu phát triển bền vững",
    "Bộ Thông tin và Truyền thông",
)
LINES_OF_ADDRESSEES = ("bo-nganh", "ubnd-cap-tinh", "doanh-nghiep-vien-thong")


def runs(text, length):
    """Runs of syllables that cross no name and no end of a sentence."""
    for name in NAMES:
        text = text.replace(name, ".")
    for sentence in re.split(r"[.;:\n]", text):
        words = re.findall(r"\w+", sentence.lower())
        yield from (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def test_posts_cover_every_role_and_are_nobody():
    roles = {grant.role for post in posts().values() for grant in post.roles}
    assert len(roles) == 9
    assert [p.key for p in posts().values() if not p.titles["vi"].endswith("(trình diễn)")] == []
    assert [p.key for p in posts().values() if not p.titles["en"].endswith("(demo)")] == []


def test_posts_have_addresses_of_their_own():
    addresses = Counter(post.email for post in posts().values())
    addresses.update(body.email for body in bodies().values())
    assert [address for address, times in addresses.items() if times > 1] == []


def test_eight_kinds_named_in_three_languages():
    assert list(contribution_kinds()) == [
        "activity",
        "idea",
        "experience",
        "success_story",
        "good_practice",
        "solution",
        "publication",
        "policy",
    ]
    assert {frozenset(kind.names) for kind in contribution_kinds().values()} == {
        frozenset({"vi", "en", "fr"})
    }


def test_samples_of_every_kind():
    kinds = {sample.kind for sample in sample_contributions().values()}
    assert kinds | {"activity"} == set(contribution_kinds())
    assert (len(sample_contributions()), len(sample_activities())) == (24, 15)


def test_nothing_is_ready_for_itu_without_english_and_consent():
    checked = [s for s in sample_contributions().values() if s.english_checked]
    assert len(checked) == 9
    assert [s.key for s in checked if "en" not in s.texts or Consent.ITU not in s.consent] == []


def test_some_samples_are_for_agencies_alone():
    agencies = {Consent.AGENCIES}
    alone = [s.key for s in sample_contributions().values() if s.consent == agencies]
    assert len(alone) == 4


def test_english_texts_fit_the_form_of_the_union():
    long = {
        key: len(sample.texts["en"].split())
        for key, sample in sample_contributions().items()
        if len(sample.texts.get("en", "").split()) > 200
    }
    assert long == {}


def test_who_shares_has_answered():
    answered = {b for b, r in sample_replies().items() if r.state == ReplyState.ANSWERED}
    sharing = {s.on_behalf_of or s.body for s in sample_contributions().values()}
    assert sharing - answered == set()
    sent = {b for b, reply in sample_replies().items() if reply.received_on}
    assert {
        b for b, r in sample_replies().items() if r.state in {"opened", "draft"}
    } & sent == set()


def test_replies_come_from_addressees():
    day = date(2024, 5, 17)
    addressed = {
        body.key
        for body in bodies().values()
        if set(body.groups) & set(LINES_OF_ADDRESSEES) and body.stands_on(day)
    }
    assert len(addressed) == 102
    assert set(sample_replies()) - addressed == set()


@pytest.mark.parametrize(
    ("year", "subject"),
    [
        (2024, "tổ chức hoạt động nhân Ngày Viễn thông và Xã hội thông tin Thế giới (17/5)"),
        (2023, "[Mẫu] tổ chức hoạt động nhân Ngày Viễn thông và Xã hội thông tin Thế giới (17/5)"),
    ],
)
def test_our_letters_are_read_like_the_real_one(year, subject):
    found = read_letter(letter(year)).letter
    assert (found.symbol, found.number, found.year) == ("BTTTT-HTQT", None, year)
    assert found.subject == f"{subject} năm {year}"
    assert found.addressees == tuple(groups()[key].names["vi"] for key in LINES_OF_ADDRESSEES)
    assert (found.signing.head, found.signing.own_post) == ("BỘ TRƯỞNG", "THỨ TRƯỞNG")
    assert (found.signer_name, found.archive.units) == ("Nguyễn Văn Mẫu", ("VT", "HTQT"))
    assert len(found.recipients) == 3


@pytest.mark.parametrize("year", [2023, 2024])
def test_our_letters_name_the_theme_of_their_year(year):
    assert themes()[year].names["vi"] in letter(year)
    assert themes()[year].names["en"] in letter(year)


@pytest.mark.skipif(mission_folder() is None, reason="the source documents are not here")
@pytest.mark.parametrize("year", [2023, 2024])
def test_our_letters_copy_no_sentence(year):
    theirs = set(runs(source_text("L"), 9))
    body = letter(year).split("***Nơi nhận:***")[0]
    assert [run for run in runs(body, 9) if run in theirs] == []
