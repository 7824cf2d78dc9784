"""Busan 2014: agenda, committees, meetings, promises, working groups, the first day's news."""

from collections.abc import Mapping
from datetime import date

from convoca.accounts.actors import actor_of
from convoca.accounts.models import User
from convoca.conferences.models import Edition, Event, EventKind, Speech, Theme
from convoca.demo.facts import conference, opening, seats
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.proceedings import actions
from convoca.proceedings.content import (
    CommitmentFacts,
    CommitteeFacts,
    GroupFacts,
    GroupMemberFacts,
    ItemFacts,
    MeetingFacts,
)
from convoca.proceedings.models import (
    AgendaItem,
    CommitmentState,
    Committee,
    GroupRole,
    WorkingGroup,
)

EDITOR = "ban-thu-ky-itu"
READERS = "vnm"
ELECTIONS = "4"
OFFICIALS = "4.1"
# What each plenary meeting dealt with, as far as its own name tells.
NUMBERED = {
    "plenary-1": (1, ("1.1", "1.2")),
    "plenary-6": (6, ("4.1.1",)),
    "plenary-7": (7, ("4.1.2",)),
}


def load_proceedings(
    *, by: Actor, busan: Edition, bodies: Mapping[str, Body], users: Mapping[str, User]
) -> None:
    """Enter what is known of Busan's agenda, meetings and promises, and its first day's news."""
    committees = _committees(by, busan)
    items = _agenda(by, busan, committees)
    _meetings(by, busan, committees, items)
    groups = _groups(by, bodies)
    _commitments(by, busan, bodies, groups)
    _news(by, busan, bodies, users)


def _committees(by: Actor, busan: Edition) -> dict[str, Committee]:
    made: dict[str, Committee] = {}
    for key, fact in conference.committees().items():
        made[key] = actions.put_committee(
            by=by,
            edition=busan,
            facts=CommitteeFacts(
                key=key,
                name=_both(fact.names),
                parent=made.get(fact.parent),
                place=fact.order,
                symbol=fact.symbol,
                mandate=_both(fact.mandate),
                source=fact.source,
                grade=fact.grade,
            ),
        )
    return made


def _agenda(
    by: Actor, busan: Edition, committees: Mapping[str, Committee]
) -> dict[str, AgendaItem]:
    themes = {theme.key: theme for theme in Theme.objects.filter(edition=busan)}
    made: dict[str, AgendaItem] = {}
    for number, fact in conference.agenda().items():
        facts = ItemFacts(
            number=number,
            name=_both(fact.names),
            parent=made.get(fact.parent),
            place=fact.order,
            theme=themes.get(fact.theme),
            committee=committees.get(fact.committee),
            is_election=number == ELECTIONS,
            source=fact.source,
            grade=fact.grade,
        )
        made[number] = actions.put_item(by=by, edition=busan, facts=facts)
    officials = (post for post in seats.elected_posts().values() if post.kind == "official")
    for place, post in enumerate(officials, start=1):
        number = f"{OFFICIALS}.{place}"
        facts = ItemFacts(
            number=number,
            name=_both(post.names),
            parent=made[OFFICIALS],
            place=place,
            committee=committees["plenary"],
            source=post.source,
            grade=post.grade,
        )
        made[number] = actions.put_item(by=by, edition=busan, facts=facts)
    return made


def _meetings(
    by: Actor,
    busan: Edition,
    committees: Mapping[str, Committee],
    items: Mapping[str, AgendaItem],
) -> None:
    chair = busan.participants.filter(name=opening.guests()["min"].name).first()
    facts_by_name = {fact.names["en"]: key for key, fact in opening.programme().items()}
    for event in Event.objects.filter(edition=busan, kind=EventKind.PLENARY):
        number, numbers = NUMBERED[facts_by_name[event.name["en"]]]
        facts = MeetingFacts(
            event=event,
            committee=committees["plenary"],
            number=number,
            chair=chair,
            source=event.source,
            grade=event.grade,
        )
        actions.put_meeting(by=by, facts=facts, items=[items[one] for one in numbers])


def _groups(by: Actor, bodies: Mapping[str, Body]) -> dict[str, WorkingGroup]:
    editions = {edition.key: edition for edition in Edition.objects.all()}
    made: dict[str, WorkingGroup] = {}
    for key, fact in opening.working_groups().items():
        since, until = fact.between
        made[key] = actions.put_group(
            by=by,
            facts=GroupFacts(
                key=key,
                name=_both(fact.names),
                since=editions[since],
                until=editions[until],
                is_sample=True,
                source=fact.source,
                grade=fact.grade,
            ),
        )
        for place, member in enumerate(("kor", READERS)):
            role = GroupRole.MEMBER if place else GroupRole.CHAIR
            facts = GroupMemberFacts(body=bodies[member], role=role, is_sample=True)
            actions.put_group_member(by=by, group=made[key], facts=facts)
    return made


def _commitments(
    by: Actor, busan: Edition, bodies: Mapping[str, Body], groups: Mapping[str, WorkingGroup]
) -> None:
    for key, fact in opening.commitments().items():
        guest = opening.guests()[opening.speeches()[fact.speech].guest]
        speech = Speech.objects.filter(event__edition=busan, speaker__name=guest.name).first()
        facts = CommitmentFacts(
            key=key,
            promised_by=bodies[fact.promised_by],
            promised_to=_both(fact.promised_to),
            what=_both(fact.what),
            made_on=fact.day,
            place_made=Translated(vi="Hội nghị thượng đỉnh 5G, Busan", en=fact.place),
            gives=_both(fact.gives or {}),
            gains=_both(fact.gains or {}),
            state=CommitmentState.UNKNOWN if fact.state is None else CommitmentState(fact.state),
            speech=speech,
            group=groups.get(fact.working_group),
            source=fact.source,
            grade=fact.grade,
        )
        actions.put_commitment(by=by, edition=busan, facts=facts)


def _news(by: Actor, busan: Edition, bodies: Mapping[str, Body], users: Mapping[str, User]) -> None:
    """Draft the opening day; the secretariat's own hand reads it and publishes it."""
    day: date = busan.opens
    news = actions.draft_news(by=by, edition=busan, day=day, named=bodies[READERS])
    if EDITOR not in users:
        return
    editor = actor_of(users[EDITOR])
    news = actions.edit_news(by=editor, news=news, title=news.title, body=news.body)
    actions.publish_news(by=editor, news=news)


def _both(texts: Mapping[str, str]) -> Translated:
    return Translated({code: texts[code] for code in ("vi", "en") if texts.get(code)})
