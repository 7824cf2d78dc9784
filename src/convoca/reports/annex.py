"""The annex of the report: a row for each body, with the columns that leadership knows."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from convoca.calls.models import Contribution, Reply
from convoca.languages.dates import short_date
from convoca.languages.translated import shown
from convoca.reports.queries.numbers import Facts, Item
from convoca.reports.sentences import rows_url
from convoca.typesetting.documents import ReportAnnexRow


def rows(facts: Facts, language: str) -> tuple[ReportAnnexRow, ...]:
    """Return a row for each body that was addressed, then for each that took part uninvited.

    What a body shared that the task was handed on to stands in the row of the one addressed.
    """
    items: dict[int, list[Item]] = {}
    for item in facts.items:
        items.setdefault(facts.addressed_for(item.contribution.reply_id), []).append(item)
    listed = [(reply, "addressed") for reply in facts.addressed]
    listed += [(reply, "uninvited") for reply in facts.uninvited]
    return tuple(
        _row(reply, items.get(reply.pk, []), language, f"{rows_url(facts.call, key)}#{reply.uid}")
        for reply, key in listed
    )


def _row(reply: Reply, items: list[Item], language: str, url: str) -> ReportAnnexRow:
    letter, came = reply.official_letter, [item.contribution for item in items]
    return ReportAnnexRow(
        body=reply.name,
        reply=_answer(reply, language),
        signer=letter.signer_name if letter else reply.sent_by,
        activities="\n".join(_activity(one, language) for one in came if one.is_activity),
        contributions="\n".join(
            f"{_title(one, language)} ({one.get_kind_display()})"
            for one in came
            if not one.is_activity
        ),
        proposed="\n".join(_title(item.contribution, language) for item in items if item.chosen),
        note=_note(reply),
        url=url,
    )


def _answer(reply: Reply, language: str) -> str:
    letter = reply.official_letter
    if letter is not None:
        day = short_date(letter.dated or letter.arrived_on, language)
        return f"{letter.number_and_symbol}, {day}".removeprefix(", ")
    if reply.content_received_at is not None:
        day = short_date(localdate(reply.content_received_at), language)
        return f"{reply.get_door_display()}, {day}"
    return ""


def _title(one: Contribution, language: str) -> str:
    return shown(one.title, language, one.main_language).text


def _activity(one: Contribution, language: str) -> str:
    held = one.activity
    facts = [_title(one, language), short_date(held.starts_on, language), held.place]
    if held.reached is not None:
        facts.append(_("%(count)s people") % {"count": held.reached})
    return ", ".join(fact for fact in facts if fact)


def _note(reply: Reply) -> str:
    through = ", ".join(child.name for child in reply.handed_on_to.all())
    notes = [str(reply.state.label), through, reply.remark]
    return "; ".join(note for note in notes if note)
