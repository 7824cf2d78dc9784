"""Nobody but the secretariat of the conference does anything; every action and page is tried."""

import pytest
from django.urls import reverse

from conferences.refusing import addresses, answers, let_through
from convoca.languages.translated import Translated
from convoca.proceedings import actions
from convoca.proceedings.content import (
    CommitmentFacts,
    CommitteeFacts,
    DecisionFacts,
    DocumentFacts,
    GroupFacts,
    GroupMemberFacts,
    ItemFacts,
    MeetingFacts,
    MilestoneFacts,
)
from convoca.proceedings.urls import urlpatterns
from convoca.proceedings.views.editing import KINDS
from members.made import INSTALLATION
from proceedings import made

pytestmark = pytest.mark.django_db
NAME = Translated(vi="Tên", en="Name")
PUBLIC = {
    "agenda",
    "meeting",
    "file",
    "promises",
    "commitment",
    "group",
    "news",
    "day_news",
}


def test_every_action_refuses_everybody_else_before_it_looks_at_anything(world):
    edition = world.edition
    plenary, item = made.committee(edition), made.item(edition)
    meeting = made.meeting(edition, plenary, item, number=1)
    decision, group = made.decision(meeting), made.group(edition)
    promise = made.commitment(edition, world.host, key="5g")
    document = actions.put_document(
        by=INSTALLATION, edition=edition, facts=DocumentFacts(title=NAME)
    )
    member = actions.put_group_member(
        by=INSTALLATION, group=group, facts=GroupMemberFacts(body=world.host)
    )
    milestone = actions.put_milestone(
        by=INSTALLATION, commitment=promise, facts=MilestoneFacts(name=NAME)
    )
    news = actions.draft_news(by=INSTALLATION, edition=edition, day=edition.opens)
    promised = CommitmentFacts(
        key="5g", promised_by=world.host, promised_to=NAME, what=NAME, made_on=edition.opens
    )
    # Keys and numbers that are in use: a stranger does not even learn that.
    attempts = {
        "draft_news": lambda by: actions.draft_news(by=by, edition=edition, day=edition.closes),
        "edit_news": lambda by: actions.edit_news(by=by, news=news, title=NAME, body=NAME),
        "publish_news": lambda by: actions.publish_news(by=by, news=news),
        "take_back_news": lambda by: actions.take_back_news(by=by, news=news),
        "put_committee": lambda by: actions.put_committee(
            by=by, edition=edition, facts=CommitteeFacts(key=plenary.key, name=NAME)
        ),
        "put_item": lambda by: actions.put_item(
            by=by, edition=edition, facts=ItemFacts(number=item.number, name=NAME)
        ),
        "put_meeting": lambda by: actions.put_meeting(
            by=by,
            facts=MeetingFacts(event=meeting.event, committee=plenary, number=1),
            items=[],
        ),
        "put_document": lambda by: actions.put_document(
            by=by, edition=edition, facts=DocumentFacts(title=NAME)
        ),
        "put_decision": lambda by: actions.put_decision(
            by=by, facts=DecisionFacts(text=NAME), meeting=meeting
        ),
        "put_group": lambda by: actions.put_group(
            by=by, facts=GroupFacts(key=group.key, name=NAME, since=edition)
        ),
        "put_group_member": lambda by: actions.put_group_member(
            by=by, group=group, facts=GroupMemberFacts(body=world.host)
        ),
        "put_commitment": lambda by: actions.put_commitment(by=by, edition=edition, facts=promised),
        "put_milestone": lambda by: actions.put_milestone(
            by=by, commitment=promise, facts=MilestoneFacts(name=NAME)
        ),
        "remove_commitment": lambda by: actions.remove_commitment(by=by, commitment=promise),
        "remove_committee": lambda by: actions.remove_committee(by=by, committee=plenary),
        "remove_decision": lambda by: actions.remove_decision(
            by=by, edition=edition, decision=decision
        ),
        "remove_document": lambda by: actions.remove_document(
            by=by, edition=edition, document=document
        ),
        "remove_group": lambda by: actions.remove_group(by=by, group=group),
        "remove_group_member": lambda by: actions.remove_group_member(by=by, member=member),
        "remove_item": lambda by: actions.remove_item(by=by, item=item),
        "remove_meeting": lambda by: actions.remove_meeting(by=by, meeting=meeting),
        "remove_milestone": lambda by: actions.remove_milestone(by=by, milestone=milestone),
    }
    # The structure is copied by the cloning of the edition, which asks.
    assert set(attempts) == set(actions.__all__) - {"copy_structure"}
    assert let_through(world, attempts) == []


def test_every_page_of_editing_refuses_everybody_else(world, client):
    day = world.edition.opens
    known = {"key": "pp-14", "slug": "x", "day": day, "kind": "items", "above_kind": "meetings"}
    found = addresses("proceedings", urlpatterns, known)
    editing = {name: address for name, address in found.items() if name not in PUBLIC}
    editing |= {f"new {kind}": reverse("proceedings:new", args=["pp-14", kind]) for kind in KINDS}
    told = answers(client, world, editing)
    posted = {"news_publish": [405, 403], "news_take_back": [405, 403]}
    assert told == {name: [403, 403] for name in editing} | posted
