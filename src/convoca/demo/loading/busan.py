"""Busan 2014 and the editions around it, entered through the same actions that people use."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta

from convoca.accounts.models import User
from convoca.conferences import actions
from convoca.conferences.content import (
    AnswerFacts,
    EditionFacts,
    EventFacts,
    FigureFacts,
    ParticipantFacts,
    RoomFacts,
    SeriesFacts,
    SpeechFacts,
    StatementFacts,
    StepFacts,
    ThemeFacts,
)
from convoca.conferences.models import (
    Answer,
    CountdownRule,
    Delegation,
    Edition,
    Event,
    Participant,
    Place,
    Rank,
    Room,
    Series,
    Speech,
    StepKind,
    Theme,
)
from convoca.demo.facts import conference, opening, samples
from convoca.demo.loading.busan_proceedings import load_proceedings
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.members.models import Body

KEY = "pp-14"
# Which records say who is late with a rule of the countdown.
COUNTED = {"invitation": StepKind.INVITATIONS, "replies": StepKind.REPLIES}
# Days of 2014 that sources show to have been kept; of the others nothing is recorded.
KEPT = ("council", "heads-informal", "opening", "first-election", "candidatures")
RANKS = {
    "park": Rank.HEAD_OF_STATE,
    "choi": Rank.MINISTER,
    "yoon": Rank.DEPUTY_MINISTER,
    "suh": Rank.HEAD_OF_BODY,
    "toure": Rank.HEAD_OF_BODY,
    "ban": Rank.HEAD_OF_BODY,
}
WOMEN = ("park",)
# The news report says that there were many; it names none and gives no day.
WORKSHOPS = EventFacts(
    kind="workshop",
    name=Translated(vi="Các hội thảo trong chương trình", en="Workshops of the programme"),
    place=99,
    source="news report of 20 October 2014 (document N of docs/mission.md)",
    grade="stated",
)


def load_busan(*, by: Actor, bodies: Mapping[str, Body], users: Mapping[str, User]) -> None:
    """Enter the series with its editions, and for Busan everything that is known of it."""
    series = _series(by, bodies)
    for fact in conference.editions().values():
        _edition(by, series, bodies, fact)
    busan = Edition.objects.get(key=KEY)
    themes = _themes(by, busan)
    _figures(by, busan)
    _keep_steps(by, busan)
    _delegations(by, busan)
    events = _events(by, busan)
    _speeches(by, busan, events, themes, bodies)
    load_proceedings(by=by, busan=busan, bodies=bodies, users=users)


def _series(by: Actor, bodies: Mapping[str, Body]) -> Series:
    [fact] = conference.series().values()
    series = actions.create_series(
        by=by,
        body=bodies[fact.body],
        key=fact.key,
        facts=SeriesFacts(
            name=_both(fact.names),
            every_years=fact.every_years,
            languages=list(fact.languages),
            source=fact.source,
            grade=fact.grade,
        ),
    )
    for step in conference.countdown().values():
        _rule(by, series, step)
    return series


def _rule(by: Actor, series: Series, fact: conference.CountdownStep) -> CountdownRule:
    return actions.put_rule(
        by=by,
        series=series,
        facts=StepFacts(
            key=fact.key,
            place=fact.order,
            amount=fact.amount,
            unit=fact.unit,
            # Hours by the clocks of Busan hold for that edition alone.
            at=fact.at if fact.zone == "Europe/Zurich" else None,
            zone=fact.zone if fact.zone == "Europe/Zurich" else "",
            owner=_both(fact.owner),
            name=_both(fact.names),
            rule=fact.rule,
            kind=COUNTED.get(fact.key, StepKind.OTHER),
            source=fact.source,
            grade=fact.grade,
        ),
    )


def _edition(
    by: Actor, series: Series, bodies: Mapping[str, Body], fact: conference.Edition
) -> Edition:
    city, year = fact.city, fact.opens.year
    edition = actions.create_edition(
        by=by,
        series=series,
        facts=EditionFacts(
            key=fact.key,
            ordinal=fact.ordinal,
            title=Translated(
                vi=f"Hội nghị Toàn quyền {city['vi']} {year}",
                en=f"Plenipotentiary Conference, {city['en']} {year}",
            ),
            opens=fact.opens,
            closes=fact.closes,
            host=bodies[fact.host],
            city=_both(city),
            venue=fact.venue,
            zone=fact.zone.key,
            languages=list(series.languages),
            # The remarks on the sources are in one language, as the sources are.
            source=f"{fact.source} ({fact.note})" if fact.note else fact.source,
            grade=fact.grade,
        ),
    )
    return actions.publish_edition(by=by, edition=edition)


def _themes(by: Actor, busan: Edition) -> dict[str, Theme]:
    return {
        key: actions.put_theme(
            by=by,
            edition=busan,
            facts=ThemeFacts(
                key=key,
                place=fact.order,
                name=_both(fact.names),
                source=fact.source,
                grade=fact.grade,
            ),
        )
        for key, fact in conference.main_themes().items()
    }


def _figures(by: Actor, busan: Edition) -> None:
    for place, fact in enumerate(conference.figures().values(), start=1):
        facts = FigureFacts(
            key=fact.key,
            place=place,
            value=fact.value,
            at_least=fact.at_least,
            name=_both(fact.names),
            source=fact.source,
            grade=fact.grade,
        )
        actions.put_figure(by=by, edition=busan, facts=facts)


def _keep_steps(by: Actor, busan: Edition) -> None:
    for step in busan.countdown.all():
        fact = conference.countdown()[step.key]
        if fact.at and not step.at:
            held = {one.name: getattr(step, one.name) for one in fields(StepFacts)}
            facts = StepFacts(**{**held, "at": fact.at, "zone": fact.zone})
            actions.put_step(by=by, edition=busan, facts=facts, step=step)
        if step.key in KEPT:
            actions.mark_done(by=by, step=step, on=step.due_on)


def _delegations(by: Actor, busan: Edition) -> None:
    actions.list_members(by=by, edition=busan)
    invited = conference.countdown()["invitation"].date_pp14
    actions.note_all_invited(by=by, edition=busan, on=invited)
    made = samples.sample_delegations()
    for row in busan.delegations.select_related("body"):
        sample = made.get(row.body.key)
        if sample is not None and sample.answer is not samples.Answer.SILENT:
            _answer(by, row, sample)


def _answer(by: Actor, row: Delegation, sample: samples.SampleDelegation) -> None:
    answer = Answer(str(sample.answer))
    is_coming = answer == Answer.ACCEPTED
    row = actions.record_answer(
        by=by,
        delegation=row,
        facts=AnswerFacts(
            answer=answer,
            answered_on=row.edition.opens - timedelta(days=45),
            announced_members=sample.members if is_coming else None,
            announced_women=sample.women if is_coming else None,
            is_sample=True,
        ),
    )
    if sample.head is not None:
        name = row.body.name
        facts = ParticipantFacts(
            name=f"[Mẫu] Trưởng đoàn {name.get('vi', '')}".strip(),
            place=Place.HEAD,
            rank=Rank(str(sample.head)),
            delegation=row,
            language="vi",
            is_sample=True,
        )
        actions.put_participant(by=by, edition=row.edition, facts=facts)


def _events(by: Actor, busan: Edition) -> dict[str, Event]:
    rooms: dict[str, Room] = {}
    events: dict[str, Event] = {}
    for fact in opening.programme().values():
        if fact.room and fact.room not in rooms:
            rooms[fact.room] = _room(by, busan, fact)
        events[fact.key] = actions.put_event(
            by=by,
            edition=busan,
            facts=EventFacts(
                kind=fact.kind,
                name=_both(fact.names),
                day=fact.day,
                last_day=fact.last_day if fact.last_day != fact.day else None,
                starts=fact.starts,
                ends=fact.ends,
                room=rooms.get(fact.room or ""),
                place=fact.order,
                source=fact.source,
                grade=fact.grade,
            ),
        )
    events["workshops"] = actions.put_event(by=by, edition=busan, facts=WORKSHOPS)
    return events


def _room(by: Actor, busan: Edition, fact: opening.ProgrammePart) -> Room:
    name = str(fact.room)
    facts = RoomFacts(
        name=Translated(vi=name.replace("Room", "Phòng"), en=name),
        source=fact.source,
        grade=fact.grade,
    )
    return actions.put_room(by=by, edition=busan, facts=facts)


def _speeches(
    by: Actor,
    busan: Edition,
    events: Mapping[str, Event],
    themes: Mapping[str, Theme],
    bodies: Mapping[str, Body],
) -> None:
    speakers = {key: _speaker(by, busan, bodies, key) for key in opening.guests()}
    speeches: dict[str, Speech] = {}
    for key, fact in opening.speeches().items():
        speeches[key] = actions.put_speech(
            by=by,
            event=events[fact.programme],
            facts=SpeechFacts(
                speaker=speakers[fact.guest],
                place=fact.order,
                language=fact.language or "",
                link=fact.link,
                by_video="video" in opening.guests()[fact.guest].note,
                source=fact.source,
                grade=fact.grade,
            ),
        )
    for said in opening.statements():
        actions.put_statement(
            by=by,
            speech=speeches[said.speech],
            facts=StatementFacts(
                text=_both(said.texts),
                key=f"{said.speech.removeprefix('speech-')}-{said.order}",
                place=said.order,
                is_quoted=said.quoted,
                theme=themes.get(said.theme),
                source=said.source,
                grade=said.grade,
            ),
        )


def _speaker(by: Actor, busan: Edition, bodies: Mapping[str, Body], key: str) -> Participant:
    fact = opening.guests()[key]
    body = bodies[fact.body]
    delegation = Delegation.objects.get(edition=busan, body=body) if fact.in_delegation else None
    return actions.put_participant(
        by=by,
        edition=busan,
        facts=ParticipantFacts(
            name=fact.name,
            place=Place.DELEGATE if delegation else Place.GUEST,
            rank=RANKS.get(key, ""),
            language="en",
            office=_both(fact.office),
            gender="woman" if key in WOMEN else "",
            delegation=delegation,
            body=None if delegation else body,
            source=fact.source,
            grade=fact.grade,
        ),
    )


def _both(texts: Mapping[str, str]) -> Translated:
    return Translated({code: texts[code] for code in ("vi", "en") if texts.get(code)})
