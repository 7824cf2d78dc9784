"""Series, editions and delegations for tests, made through the room's own actions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from itertools import count

from django.urls import reverse
from django.utils import translation

from convoca.conferences import actions
from convoca.conferences.content import (
    AnswerFacts,
    EditionFacts,
    EventFacts,
    ParticipantFacts,
    SeriesFacts,
    SpeechFacts,
    StatementFacts,
    StepFacts,
    ThemeFacts,
)
from convoca.conferences.models import (
    Answer,
    Delegation,
    Edition,
    Event,
    Participant,
    Place,
    Series,
    Speech,
    StepKind,
)
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.members.models import Body
from members import made as members_made
from members.made import INSTALLATION

_next = count(1)


@dataclass(frozen=True)
class World:
    """ITU with two Member States, its series, one public edition, and who works there."""

    itu: Body
    state: Body
    host: Body
    series: Series
    edition: Edition
    secretariat: Actor
    focal_point: Actor


def series(body: Body, key: str = "pp", **facts) -> Series:
    """The Plenipotentiary Conference of `body`."""
    return actions.create_series(
        by=INSTALLATION,
        body=body,
        key=key,
        facts=SeriesFacts(
            name=Translated(vi="Hội nghị Toàn quyền", en="Plenipotentiary Conference"),
            every_years=4,
            languages=["en", "fr"],
            **facts,
        ),
    )


def edition_facts(**facts) -> EditionFacts:
    """Busan 2014, but for the facts given."""
    number = next(_next)
    told = {
        "key": f"ky-{number}",
        "ordinal": 100 + number,  # those that tests name are lower
        "title": Translated(vi="Hội nghị Toàn quyền Busan 2014", en="Busan 2014"),
        "opens": date(2014, 10, 20),
        "closes": date(2014, 11, 7),
        "zone": "Asia/Seoul",
        "city": Translated(vi="Busan", en="Busan"),
        "languages": ["en", "fr"],
    }
    return EditionFacts(**{**told, **facts})


def edition(of: Series, *, public: bool = True, **facts) -> Edition:
    """An edition, public unless told otherwise."""
    made = actions.create_edition(by=INSTALLATION, series=of, facts=edition_facts(**facts))
    return actions.publish_edition(by=INSTALLATION, edition=made) if public else made


def state(key: str, vi: str, en: str, *, union: Body, region: str = "E") -> Body:
    """A Member State."""
    return members_made.body(
        key,
        kind="member_state",
        parent=union,
        name=Translated(vi=vi, en=en),
        main_language="en",
        country_code=key[:2].upper(),
        region=region,
        region_status="confirmed",
    )


def world(**facts) -> World:
    """ITU, Việt Nam, the Republic of Korea, and Busan 2014."""
    itu = members_made.body(
        "itu",
        kind="union",
        name=Translated(vi="Liên minh Viễn thông Quốc tế", en="ITU"),
        main_language="en",
    )
    vnm = state("vnm", "Việt Nam", "Viet Nam", union=itu)
    kor = state("kor", "Hàn Quốc", "Republic of Korea", union=itu)
    held = series(itu)
    return World(
        itu=itu,
        state=vnm,
        host=kor,
        series=held,
        edition=edition(held, key="pp-14", ordinal=19, host=kor, **facts),
        secretariat=members_made.actor("secretariat", at=itu, name="Ban Thư ký"),
        focal_point=members_made.actor("focal_point", at=vnm, name="Đầu mối Việt Nam"),
    )


def step_facts(**facts) -> StepFacts:
    """Replies one month before, but for the facts given."""
    told = {
        "key": f"moc-{next(_next)}",
        "place": 1,
        "amount": -1,
        "unit": "months",
        "owner": Translated(vi="Quốc gia thành viên", en="Member States"),
        "name": Translated(vi="Trả lời giấy mời", en="Replies"),
        "kind": StepKind.OTHER,
    }
    return StepFacts(**{**told, **facts})


def delegation(at: Edition, body: Body, *, coming: bool = True) -> Delegation:
    """A delegation that said it is coming."""
    row = actions.add_delegation(by=INSTALLATION, edition=at, body=body)
    if not coming:
        return row
    facts = AnswerFacts(answer=Answer.ACCEPTED, answered_on=date(2014, 9, 1))
    return actions.record_answer(by=INSTALLATION, delegation=row, facts=facts)


def person(of: Delegation, name: str = "Nguyễn Thị Bình", **facts) -> Participant:
    """A member of a delegation."""
    told = ParticipantFacts(name=name, delegation=of, **facts)
    return actions.put_participant(by=INSTALLATION, edition=of.edition, facts=told)


def guest(at: Edition, name: str = "Park Geun-hye", **facts) -> Participant:
    """A guest outside any delegation."""
    told = ParticipantFacts(name=name, place=Place.GUEST, **facts)
    return actions.put_participant(by=INSTALLATION, edition=at, facts=told)


def theme_facts(key: str = "cybersecurity", **facts) -> ThemeFacts:
    """A main theme."""
    told = {"key": key, "place": 1, "name": Translated(vi="An ninh mạng", en="Cybersecurity")}
    return ThemeFacts(**{**told, **facts})


def event_facts(**facts) -> EventFacts:
    """The opening ceremony, but for the facts given."""
    told = {
        "kind": "ceremony",
        "name": Translated(vi="Lễ khai mạc", en="Opening ceremony"),
        "day": date(2014, 10, 20),
        "starts": time(10, 30),
    }
    return EventFacts(**{**told, **facts})


def event(at: Edition, **facts) -> Event:
    """An event, by default the opening ceremony."""
    return actions.put_event(by=INSTALLATION, edition=at, facts=event_facts(**facts))


def speech(at: Event, by_whom: Participant, *said: str, **facts) -> Speech:
    """A speech with what was said in it."""
    told = SpeechFacts(speaker=by_whom, **facts)
    made = actions.put_speech(by=INSTALLATION, event=at, facts=told)
    for place, text in enumerate(said, start=1):
        facts_of = StatementFacts(text=Translated(vi=text, en=text), place=place)
        actions.put_statement(by=INSTALLATION, speech=made, facts=facts_of)
    return made


def pages_of(room: str) -> Callable[..., str]:
    """The addresses of a room's pages about `pp-14` by their names, in English unless told."""

    def at(name: str, *args: object, language: str = "en") -> str:
        with translation.override(language):
            return reverse(f"{room}:{name}", args=["pp-14", *args])

    return at
