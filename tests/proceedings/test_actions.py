"""Agenda, meetings, documents, groups, promises: who may, and what is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from conferences import made as conferences_made
from convoca.conferences import actions as conferences_actions
from convoca.conferences.writing import Outdated
from convoca.journal.refusals import StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from convoca.proceedings import actions, queries
from convoca.proceedings.content import (
    DecisionFacts,
    DocumentFacts,
    GroupMemberFacts,
    ItemFacts,
    LaidBefore,
    MilestoneFacts,
)
from convoca.proceedings.models import AgendaItem, Document, Meeting
from members.made import INSTALLATION
from proceedings import made

pytestmark = pytest.mark.django_db
NAME = Translated(vi="Tên", en="Name")


def later(world):
    return conferences_made.edition(
        world.series,
        key="pp-18",
        ordinal=20,
        opens=date(2018, 10, 29),
        closes=date(2018, 11, 16),
    )


def test_the_agenda_is_a_tree_without_circles(world):
    first = made.item(world.edition, "2")
    second = made.item(world.edition, "2.1", parent=first)
    tree = queries.agenda_tree(world.edition)
    assert [(node.item.number, [part.item.number for part in node.parts]) for node in tree] == [
        ("2", ["2.1"])
    ]
    with pytest.raises(ValidationError) as refused:
        actions.put_item(
            by=INSTALLATION,
            edition=world.edition,
            facts=ItemFacts(number="2", name=NAME, parent=second),
            item=first,
        )
    assert list(refused.value.message_dict) == ["parent"]
    with pytest.raises(ValidationError):
        made.item(world.edition, "2.1")


def test_an_item_with_parts_or_meetings_stays(world):
    first = made.item(world.edition, "2")
    second = made.item(world.edition, "2.1", parent=first)
    made.meeting(world.edition, made.committee(world.edition), second)
    for item in (first, second):
        with pytest.raises(StateConflict):
            actions.remove_item(by=world.secretariat, item=item)


def test_a_meeting_has_items_in_their_order_and_its_own_number(world):
    plenary = made.committee(world.edition)
    one, two = made.item(world.edition, "1"), made.item(world.edition, "2")
    meeting = made.meeting(world.edition, plenary, two, one, number=1)
    assert [row.item.number for row in meeting.meeting_items.all()] == ["2", "1"]
    with pytest.raises(ValidationError):
        made.meeting(world.edition, plenary, number=1)
    entries = timeline(subject_kind="event", subject_uid=meeting.event.uid)
    assert [entry.action for entry in entries] == [
        "conferences.add_event",
        "proceedings.put_meeting",
    ]


def test_nothing_of_another_edition_gets_in(world):
    other = later(world)
    plenary = made.committee(world.edition)
    with pytest.raises(ValidationError):
        made.meeting(world.edition, made.committee(other))
    with pytest.raises(ValidationError):
        made.meeting(world.edition, plenary, made.item(other))
    with pytest.raises(ValidationError):
        made.item(world.edition, "5", committee=made.committee(other, "com5"))


def test_a_meeting_with_decisions_stays_and_so_does_its_event(world):
    meeting = made.meeting(world.edition, made.committee(world.edition))
    decision = made.decision(meeting)
    with pytest.raises(StateConflict):
        actions.remove_meeting(by=world.secretariat, meeting=meeting)
    with pytest.raises(StateConflict):
        conferences_actions.remove_event(by=world.secretariat, event=meeting.event)
    actions.remove_decision(by=world.secretariat, edition=world.edition, decision=decision)
    actions.remove_meeting(by=world.secretariat, meeting=meeting)
    assert Meeting.objects.count() == 0


def test_two_editors_of_an_item_cannot_overwrite_each_other(world):
    item = made.item(world.edition, "1")
    facts = ItemFacts(number="1", name=Translated(vi="Mục mới"))
    actions.put_item(by=world.secretariat, edition=world.edition, facts=facts, item=item, version=1)
    with pytest.raises(Outdated):
        actions.put_item(
            by=world.secretariat,
            edition=world.edition,
            facts=ItemFacts(number="1", name=NAME),
            item=item,
            version=1,
        )
    assert AgendaItem.objects.get(pk=item.pk).name == {"vi": "Mục mới"}


def test_a_document_lies_before_items_and_meetings(world):
    item = made.item(world.edition)
    meeting = made.meeting(world.edition, made.committee(world.edition), item)
    document = actions.put_document(
        by=world.secretariat,
        edition=world.edition,
        facts=DocumentFacts(title=NAME, symbol="DT/1"),
        laid=LaidBefore((item,), (meeting,)),
    )
    assert (list(document.items.all()), list(meeting.documents.all())) == ([item], [document])
    actions.remove_document(by=world.secretariat, edition=world.edition, document=document)
    assert Document.objects.count() == 0


def test_a_group_reports_to_a_later_edition_and_has_each_body_once(world):
    with pytest.raises(ValidationError):
        made.group(world.edition, until=world.edition)
    group = made.group(world.edition, until=later(world))
    facts = GroupMemberFacts(body=world.state, person="Nguyễn Văn A")
    actions.put_group_member(by=world.secretariat, group=group, facts=facts)
    with pytest.raises(ValidationError):
        actions.put_group_member(by=world.secretariat, group=group, facts=facts)


def test_a_speech_that_a_promise_rests_on_stays(world):
    event = conferences_made.event(world.edition)
    speech = conferences_made.speech(event, conferences_made.guest(world.edition))
    promise = made.commitment(world.edition, world.host, speech)
    with pytest.raises(StateConflict):
        conferences_actions.remove_speech(by=world.secretariat, speech=speech)
    actions.put_milestone(by=INSTALLATION, commitment=promise, facts=MilestoneFacts(name=NAME))
    actions.remove_commitment(by=world.secretariat, commitment=promise)
    conferences_actions.remove_speech(by=world.secretariat, speech=speech)


def test_promises_and_decisions_are_of_days_of_the_conference(world):
    meeting = made.meeting(world.edition, made.committee(world.edition))
    group = made.group(world.edition)
    before, after = date(2014, 10, 1), date(2015, 3, 1)
    decided = {"text": NAME, "item": None}
    for attempt in (
        lambda: made.commitment(world.edition, world.host, made_on=after),
        lambda: actions.put_decision(
            by=INSTALLATION, facts=DecisionFacts(**decided, decided_on=after), meeting=meeting
        ),
        lambda: actions.put_decision(
            by=INSTALLATION, facts=DecisionFacts(**decided, decided_on=before), group=group
        ),
    ):
        with pytest.raises(ValidationError):
            attempt()
    # A group goes on deciding after the conference.
    facts = DecisionFacts(**decided, decided_on=after)
    assert actions.put_decision(by=INSTALLATION, facts=facts, group=group).decided_on == after


def test_a_clone_takes_committees_and_agenda_but_no_themes(world):
    theme = conferences_actions.put_theme(
        by=INSTALLATION, edition=world.edition, facts=conferences_made.theme_facts()
    )
    plenary = made.committee(world.edition)
    com5 = made.committee(world.edition, "com5", parent=plenary)
    first = made.item(world.edition, "1", committee=com5)
    made.item(world.edition, "1.1", parent=first)
    made.item(world.edition, "2", theme=theme)
    made.decision(made.meeting(world.edition, plenary, first))
    plan = conferences_actions.clone_plan(by=world.secretariat, source=world.edition)
    # Nothing of what the rooms beside ours clone, two committees, two lines of the agenda.
    assert sorted(line.count for line in plan) == [0, 0, 0, 2, 2]

    facts = conferences_made.edition_facts(
        key="pp-18", ordinal=20, opens=date(2018, 10, 29), closes=date(2018, 11, 16)
    )
    copy = conferences_actions.clone_edition(
        by=world.secretariat, source=world.edition, facts=facts
    )
    [root] = queries.agenda_tree(copy)
    assert (root.item.number, root.item.committee.parent.key) == ("1", "plenary")
    assert [part.item.number for part in root.parts] == ["1.1"]
    assert root.item.committee.edition == copy
    assert not queries.meetings(copy, by=world.secretariat).exists()


def test_what_an_edition_holds_here_keeps_it_from_being_deleted(world):
    conferences_actions.withdraw_edition(by=world.secretariat, edition=world.edition)
    made.committee(world.edition)
    with pytest.raises(StateConflict) as refused:
        conferences_actions.delete_edition(by=world.secretariat, edition=world.edition)
    assert str(refused.value) == "Kỳ hội nghị còn: ủy ban (1)."
