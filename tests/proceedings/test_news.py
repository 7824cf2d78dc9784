"""The day's news: made from the records, in two languages, published by a person."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from conferences import made as conferences_made
from convoca.conferences import actions as conferences_actions
from convoca.conferences.content import FigureFacts
from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.proceedings import actions, queries
from members.made import INSTALLATION
from proceedings import made

pytestmark = pytest.mark.django_db
OPENING = date(2014, 10, 20)


def draft(world, **facts):
    return actions.draft_news(by=world.secretariat, edition=world.edition, day=OPENING, **facts)


def test_only_what_is_recorded_is_said(world):
    conferences_made.event(world.edition)
    news = draft(world)
    assert news.title == {
        "vi": "Khai mạc Hội nghị Toàn quyền Busan 2014",
        "en": "Busan 2014 opens",
    }
    assert news.body["en"] == (
        "Monday 20 October 2014: the Plenipotentiary Conference of ITU opened in Busan, "
        "Republic of Korea. It is held every 4 years; this time it lasts from "
        "Monday 20 October 2014 to Friday 7 November 2014."
    )
    assert len(news.body["vi"].split("\n\n")) == 1


def test_who_spoke_what_was_promised_and_decided_is_said_in_short(world):
    event = conferences_made.event(world.edition)
    speaker = conferences_made.guest(
        world.edition, office=Translated(vi="Tổng thống Hàn Quốc", en="President of Korea")
    )
    conferences_made.speech(event, speaker, "Kêu gọi thu hẹp khoảng cách số.", "Cho rằng cần vội.")
    made.commitment(world.edition, world.host)
    made.decision(made.meeting(world.edition, made.committee(world.edition)))
    spoke, promised = draft(world).body["vi"].split("\n\n")[1:3]
    assert spoke == (
        "Tại lễ khai mạc, Tổng thống Hàn Quốc Park Geun-hye kêu gọi thu hẹp khoảng cách số; "
        "cho rằng cần vội."
    )
    assert promised == "Hàn Quốc cam kết với cộng đồng quốc tế: cùng phát triển 5G."


def test_numbers_and_posts_come_from_their_records(world):
    conferences_made.event(world.edition)
    figure = FigureFacts(
        key="seats", place=1, value=65, at_least=False, name=Translated(vi="ghế", en="seats")
    )
    conferences_actions.put_figure(by=INSTALLATION, edition=world.edition, facts=figure)
    elections = made.item(world.edition, "4", is_election=True)
    name = Translated(vi="Tổng Thư ký", en="Secretary-General")
    made.item(world.edition, "4.1", parent=elections, name=name)
    assert draft(world).body["vi"].split("\n\n")[1] == (
        "Hội nghị bầu 65 ghế, trong đó có chức Tổng Thư ký, nhiệm kỳ 4 năm."
    )


@pytest.mark.parametrize(("at_least", "told"), [(True, "hơn 150"), (False, "150")])
def test_a_number_is_told_as_its_source_gives_it(world, at_least, told):
    conferences_made.event(world.edition)
    name = Translated(vi="quốc gia", en="States")
    figure = FigureFacts(key="countries-news", place=1, value=150, at_least=at_least, name=name)
    conferences_actions.put_figure(by=INSTALLATION, edition=world.edition, facts=figure)
    assert (
        draft(world)
        .body["vi"]
        .split("\n\n")[1]
        .startswith(
            f"Tham dự có các bộ trưởng, thứ trưởng và quan chức cấp cao của {told} quốc gia"
        )
    )


def test_without_a_number_those_who_said_that_they_come_are_counted(world):
    conferences_made.event(world.edition)
    conferences_made.delegation(world.edition, world.host)
    conferences_made.delegation(world.edition, world.state, coming=False)
    assert draft(world).body["en"].split("\n\n")[1] == ("A delegation of 1 member is taking part.")


def test_who_spoke_first_is_told_first(world):
    later = {"starts": time(15), "ends": time(16), "place": 0}
    for name, hours in (("Sau", later), ("Trước", {"starts": time(9), "ends": None, "place": 5})):
        event = conferences_made.event(world.edition, **hours)
        conferences_made.speech(event, conferences_made.guest(world.edition, name), "Phát biểu.")
    spoke = draft(world).body["vi"].split("\n\n")[1:]
    assert ["Trước" in spoke[0], "Sau" in spoke[1]] == [True, True]


def test_what_is_not_public_stays_out(world):
    hidden = conferences_made.event(world.edition, is_public=False)
    conferences_made.speech(hidden, conferences_made.guest(world.edition), "Bí mật.")
    with pytest.raises(ValidationError):
        draft(world)
    conferences_made.event(world.edition)
    assert len(draft(world).body["vi"].split("\n\n")) == 1


def test_a_person_edits_before_anything_is_published(world):
    conferences_made.event(world.edition)
    news = draft(world)
    with pytest.raises(StateConflict):
        actions.publish_news(by=world.secretariat, news=news)
    with pytest.raises(NotPermitted):
        actions.edit_news(by=INSTALLATION, news=news, title=news.title, body=news.body)
    assert list(queries.news(world.edition, by=ANONYMOUS)) == []
    news = actions.edit_news(
        by=world.secretariat, news=news, title=news.title, body=Translated(vi="Đã sửa.")
    )
    news = actions.publish_news(by=world.secretariat, news=news)
    with pytest.raises(StateConflict):
        actions.edit_news(by=world.secretariat, news=news, title=news.title, body=news.body)
    assert [one.body for one in queries.news(world.edition, by=ANONYMOUS)] == [{"vi": "Đã sửa."}]
    with pytest.raises(StateConflict):
        draft(world)


def test_a_new_draft_needs_a_person_again_and_a_day_taken_back_is_hidden(world):
    conferences_made.event(world.edition)
    news = draft(world)
    news = actions.edit_news(
        by=world.secretariat, news=news, title=news.title, body=news.body, version=news.version
    )
    with pytest.raises(StateConflict):
        draft(world)
    assert draft(world, anew=True).edited_by == ""
    news.refresh_from_db()
    news = actions.edit_news(by=world.secretariat, news=news, title=news.title, body=news.body)
    news = actions.publish_news(by=world.secretariat, news=news)
    news = actions.take_back_news(by=world.secretariat, news=news)
    assert list(queries.news(world.edition, by=ANONYMOUS)) == []
    for by in (ANONYMOUS, world.focal_point):
        for doing in (actions.publish_news, actions.take_back_news):
            with pytest.raises(NotPermitted):
                doing(by=by, news=news)
        with pytest.raises(NotPermitted):
            actions.edit_news(by=by, news=news, title=news.title, body=news.body)
