"""The samples that answer the letter of 2024, through each of the three doors."""

from collections.abc import Iterator, Mapping

from convoca.accounts.actors import actor_of
from convoca.accounts.models import User
from convoca.calls.actions.contributions import save_draft, submit_contribution
from convoca.calls.actions.remarks import write_remarks
from convoca.calls.actions.replies import say_nothing_to_report
from convoca.calls.models import Call, Contribution, Reply
from convoca.calls.said import ActivitySaid, Consent, Said
from convoca.demo import facts
from convoca.demo.facts import Door, ReplyState, SampleActivity, SampleContribution
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.letters.actions import (
    confirm_received,
    finish_incoming,
    hand_on,
    register_incoming,
)
from convoca.letters.actions.incoming import Arrival
from convoca.letters.actions.recipients import link_actor, note_opened
from convoca.letters.models import IncomingLetter, Recipient
from convoca.members.models import Body

SENT_BY = "Đầu mối (mẫu)"


def load_replies(
    *, call: Call, users: Mapping[str, User], bodies: Mapping[str, Body]
) -> list[Contribution]:
    """Let the bodies of the samples answer; return what they submitted."""
    officer, clerk = actor_of(users["chuyen-vien-htqt"]), actor_of(users["van-thu"])
    submitted: list[Contribution] = []
    for sample in facts.sample_replies().values():
        recipient = Recipient.objects.get(letter=call.letter, body=bodies[sample.body], parent=None)
        if sample.door is Door.LINK:
            note_opened(recipient=recipient)
        if sample.door is Door.OFFICIAL_LETTER:
            arrived = _arrive(sample, recipient=recipient, by=clerk)
            finish_incoming(by=officer, incoming=arrived)
        if sample.handled_by:
            confirm_received(by=link_actor(recipient), recipient=recipient)
            recipient = hand_on(
                by=link_actor(recipient), recipient=recipient, body=bodies[sample.handled_by]
            )
        by = link_actor(recipient) if sample.door is Door.LINK else officer
        submitted += _answer(sample, recipient=recipient, by=by, bodies=bodies)
        if sample.difficulties or sample.proposals:
            write_remarks(
                by=by,
                reply=Reply.objects.get(recipient=recipient),
                difficulties=sample.difficulties,
                proposals=sample.proposals,
            )
    return submitted


def _arrive(sample: facts.SampleReply, *, recipient: Recipient, by: Actor) -> IncomingLetter:
    arrival = Arrival(
        subject="[Mẫu] V/v hưởng ứng Ngày Viễn thông và Xã hội thông tin Thế giới năm 2024",
        sender_name=recipient.name,
        sender=recipient.body,
        number_and_symbol=sample.symbol,
        dated=sample.letter_date,
        signer_name=sample.signer_post,
        recipient=recipient,
        unit=recipient.letter.drafting_unit,
    )
    return register_incoming(by=by, body=recipient.letter.issuer, arrival=arrival)


def _answer(
    sample: facts.SampleReply, *, recipient: Recipient, by: Actor, bodies: Mapping[str, Body]
) -> list[Contribution]:
    reply = Reply.objects.get(recipient=recipient)
    everything = [_said(one, bodies) for one in _samples_of(sample.body, sample.handled_by)]
    match sample.state:
        case ReplyState.NOTHING_TO_REPORT:
            say_nothing_to_report(by=by, reply=reply, version=reply.version, sent_by=SENT_BY)
        case ReplyState.DRAFT:
            for said in everything[:1]:
                save_draft(by=by, reply=reply, said=said)
        case ReplyState.ANSWERED:
            return [
                submit_contribution(by=by, reply=reply, said=said, sent_by=SENT_BY)
                for said in everything
            ]
        case ReplyState.OPENED:
            pass
    return []


def _samples_of(*keys: str) -> Iterator[SampleContribution | SampleActivity]:
    yield from (one for one in facts.sample_contributions().values() if one.body in keys)
    yield from (one for one in facts.sample_activities().values() if one.body in keys)


def _said(sample: SampleContribution | SampleActivity, bodies: Mapping[str, Body]) -> Said:
    return Said(
        kind=sample.kind if isinstance(sample, SampleContribution) else "activity",
        main_language=sample.main_language,
        title=Translated(sample.titles),
        text=Translated(sample.texts),
        sdgs=sample.goals,
        action_lines=sample.action_lines,
        consent=Consent(
            agencies=facts.Consent.AGENCIES in sample.consent,
            public=facts.Consent.PUBLIC in sample.consent,
            forward=facts.Consent.ITU in sample.consent,
        ),
        activity=_activity(sample, bodies) if isinstance(sample, SampleActivity) else None,
    )


def _activity(sample: SampleActivity, bodies: Mapping[str, Body]) -> ActivitySaid:
    return ActivitySaid(
        starts_on=sample.starts,
        ends_on=sample.ends,
        place=sample.place,
        province=bodies.get(sample.province),
        audience=Translated(sample.audience),
        reached=sample.reached,
        result=Translated(sample.results),
    )
