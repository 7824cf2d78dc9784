"""Publishing, withdrawing, putting back, correcting and confirming entries."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from calls.made import activity_said, opened
from convoca.calls.actions.decisions import accept, reject
from convoca.calls.models import PublicationDecision, Shelf
from convoca.journal.actors import ANONYMOUS
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from convoca.library.actions import confirm, correct, publish, put_back, withdraw
from convoca.library.models import Entry, EntryState, Freshness
from library.made import VILLAGES, official, published, shared
from members.made import actor

pytestmark = pytest.mark.django_db


def told(entry: Entry) -> list[str]:
    return [one.action for one in timeline(subject_kind="entry", subject_uid=entry.uid)]


def test_a_decision_to_publish_makes_an_entry_frozen_as_it_was() -> None:
    made = opened()
    entry = published(made, sdgs=(4, 9), action_lines=("C4",))
    assert (entry.shelf, entry.state, entry.revision) == (Shelf.PUBLIC, EntryState.PUBLISHED, 1)
    assert entry.title == VILLAGES
    assert entry.languages == ["en", "vi"]
    assert entry.author_names == Translated(
        vi="Bộ Khoa học và Công nghệ", en="Ministry of Science and Technology"
    )
    assert entry.author_kind == "ministry"
    assert entry.publisher_names["vi"] == "Bộ Thông tin và Truyền thông"
    assert entry.year == made.edition.year
    assert entry.review_by == timezone.localdate() + timedelta(days=365)
    assert told(entry) == ["library.publish"]
    entry.contribution.title = Translated(vi="Tên khác")
    entry.contribution.save()
    assert Entry.objects.get().title == VILLAGES


def test_a_body_renamed_later_keeps_the_name_of_the_day() -> None:
    entry = published(opened())
    entry.author.name = Translated(vi="Tên mới")
    entry.author.save()
    assert Entry.objects.get().author_names["vi"] == "Bộ Khoa học và Công nghệ"


def test_an_activity_keeps_its_day_place_and_reach() -> None:
    made = opened()
    said = activity_said()
    entry = published(
        made,
        kind="activity",
        title=said.title,
        text=said.text,
        activity=said.activity,
    )
    assert (entry.place, entry.reached) == ("Nhà văn hóa huyện", 1240)
    assert entry.starts_on == said.activity.starts_on
    assert entry.result == Translated(vi="Hai mươi bàn hướng dẫn")


def test_a_rejection_makes_no_entry_and_takes_one_off_the_shelf() -> None:
    made = opened()
    one = shared(made)
    reject(by=made.specialist, contribution=one, reason="Chưa có số liệu")
    assert Entry.objects.count() == 0
    accept(by=made.specialist, contribution=one, shelf=Shelf.PUBLIC)
    reject(by=made.specialist, contribution=one, reason="Số liệu sai")
    entry = Entry.objects.get()
    assert (entry.state, entry.withdrawn_because) == (EntryState.WITHDRAWN, "Số liệu sai")


def test_a_later_decision_moves_the_entry_and_keeps_its_address() -> None:
    made = opened()
    entry = published(made, shelf=Shelf.AGENCIES)
    accept(by=made.specialist, contribution=entry.contribution, shelf=Shelf.PUBLIC)
    moved = Entry.objects.get()
    assert (moved.uid, moved.shelf, moved.revision) == (entry.uid, Shelf.PUBLIC, 2)
    assert [one.before["shelf"] for one in moved.corrections.all()] == [Shelf.AGENCIES]


def test_an_old_decision_publishes_nothing() -> None:
    made = opened()
    entry = published(made, shelf=Shelf.AGENCIES)
    accept(by=made.specialist, contribution=entry.contribution, shelf=Shelf.PUBLIC)
    old = PublicationDecision.objects.get(shelf=Shelf.AGENCIES)
    with pytest.raises(StateConflict):
        publish(by=made.specialist, decision=old)


def test_an_entry_is_withdrawn_with_a_reason_and_put_back() -> None:
    made = opened()
    entry = published(made)
    with pytest.raises(ValidationError):
        withdraw(by=made.specialist, entry=entry, because=" ")
    entry = withdraw(by=made.specialist, entry=entry, because="Đơn vị đề nghị rút")
    assert entry.state == EntryState.WITHDRAWN
    for action in (
        lambda: withdraw(by=made.specialist, entry=entry, because="x"),
        lambda: confirm(by=made.specialist, entry=entry),
    ):
        with pytest.raises(StateConflict):
            action()
    entry = put_back(by=made.specialist, entry=entry)
    assert (entry.state, entry.withdrawn_because) == (EntryState.PUBLISHED, "")
    assert told(entry) == ["library.publish", "library.withdraw", "library.put_back"]


def test_a_rejected_contribution_is_not_put_back() -> None:
    made = opened()
    entry = published(made)
    reject(by=made.specialist, contribution=entry.contribution, reason="Số liệu sai")
    with pytest.raises(StateConflict):
        put_back(by=made.specialist, entry=entry)


def test_a_correction_keeps_what_stood_before_and_is_found_anew() -> None:
    made = opened()
    entry = published(made)
    texts = {"title": Translated(vi="Tổ công nghệ số ở bản Mường"), "text": entry.text}
    entry = correct(by=made.specialist, entry=entry, revision=1, texts=texts, note="Sửa tên bản")
    assert entry.title == texts["title"]
    assert "muong" in entry.words
    (kept,) = entry.corrections.all()
    assert (kept.note, kept.before["title"]) == ("Sửa tên bản", dict(VILLAGES))
    with pytest.raises(StateConflict):
        correct(by=made.specialist, entry=entry, revision=1, texts=texts, note="Lần nữa")
    with pytest.raises(ValidationError):
        correct(by=made.specialist, entry=entry, revision=2, texts=texts, note="Không có gì")


def test_freshness_is_a_traffic_light_of_twelve_months() -> None:
    made = opened()
    entry = published(made)
    day = entry.review_by
    assert entry.freshness(day) is Freshness.FRESH
    assert entry.freshness(day + timedelta(days=1)) is Freshness.DUE
    assert entry.freshness(day + timedelta(days=366)) is Freshness.OLD
    Entry.objects.update(review_by=timezone.localdate() - timedelta(days=1))
    assert confirm(by=made.specialist, entry=entry).review_by == day


def test_only_officers_of_the_call_keep_entries() -> None:
    made = opened()
    entry = published(made)
    elsewhere = actor("specialist", at=made.house.chain.science)
    decision = PublicationDecision.objects.get()
    for by in (ANONYMOUS, elsewhere, official(made), actor("clerk", at=made.house.chain.ministry)):
        for action in (
            lambda by=by: withdraw(by=by, entry=entry, because="x"),
            lambda by=by: put_back(by=by, entry=entry),
            lambda by=by: confirm(by=by, entry=entry),
            lambda by=by: publish(by=by, decision=decision),
            lambda by=by: correct(by=by, entry=entry, revision=1, texts={}, note="x"),
        ):
            with pytest.raises(NotPermitted):
                action()
    assert told(entry) == ["library.publish"]
