"""Keeping observances and their editions."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.models import Edition, Observance, ThemeGrade
from convoca.calls.visuals import annex_of
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.languages.translated import Translated, shown
from convoca.letters.actions.drafting import draft_letter
from convoca.letters.drafts import starting_text
from convoca.letters.models import Letter
from convoca.letters.queries import units_to_draft_for
from convoca.members.models import Body


@transaction.atomic
def add_observance(
    *,
    by: Actor,
    slug: str,
    owner: Body,
    name: Translated,
    day: int,
    month: int,
    goal: Translated | None = None,
    what_to_do: Translated | None = None,
    main_language: str = "vi",
) -> Observance:
    """Add a day that comes back every year; `day` and `month` as in the calendar."""
    observance = Observance(
        slug=slug,
        owner=owner,
        main_language=main_language,
        name=name,
        goal=goal or Translated(),
        what_to_do=what_to_do or Translated(),
        day=day,
        month=month,
    )
    _demand_keeper(by, observance)
    observance.save(force_insert=True)
    record(
        by=by,
        action="calls.add_observance",
        subject_kind="observance",
        subject_uid=observance.uid,
        facts={"slug": slug, "name": dict(name), "day": day, "month": month},
    )
    return observance


@transaction.atomic
def write_observance(
    *,
    by: Actor,
    observance: Observance,
    name: Translated,
    goal: Translated,
    what_to_do: Translated,
) -> Observance:
    """Change what the public page of the observance says."""
    _demand_keeper(by, observance)
    observance.name, observance.goal, observance.what_to_do = name, goal, what_to_do
    observance.save(update_fields=["name", "goal", "what_to_do"])
    record(
        by=by,
        action="calls.write_observance",
        subject_kind="observance",
        subject_uid=observance.uid,
        facts={"name": dict(name), "goal": dict(goal), "what_to_do": dict(what_to_do)},
    )
    return observance


@transaction.atomic
def set_edition(
    *,
    by: Actor,
    observance: Observance,
    year: int,
    theme: Translated,
    wording_source: str = "",
    wording_grade: str = ThemeGrade.STATED,
    on: date | None = None,
) -> Edition:
    """Add the edition of a year, or write its theme anew; `on` defaults to the usual day."""
    _demand_keeper(by, observance)
    edition, _is_new = Edition.objects.update_or_create(
        observance=observance,
        year=year,
        defaults={
            "date": on or date(year, observance.month, observance.day),
            "main_language": observance.main_language,
            "theme": theme,
            "wording_source": wording_source,
            "wording_grade": wording_grade,
        },
    )
    record(
        by=by,
        action="calls.set_edition",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"year": year, "theme": dict(theme), "source": wording_source},
    )
    return edition


@transaction.atomic
def draft_letter_about(*, by: Actor, edition: Edition) -> Letter:
    """Begin the actor's letter about an edition: the abstract and the annex are filled in."""
    units = units_to_draft_for(by)
    rules.demand(bool(units), _("Only specialists and heads of units draft letters."))
    text = starting_text(units[0])
    code = text.main_language
    with translation.override(code):
        facts = {"day": shown(edition.observance.name, code).text, "year": edition.year}
        subject = _("taking part in %(day)s %(year)s") % facts
    written = replace(text, subject=subject).with_annex(annex_of(edition))
    return draft_letter(by=by, unit=units[0], text=written, year=edition.year)


def _demand_keeper(by: Actor, observance: Observance) -> None:
    rules.demand(
        rules.keeps_observance(by, observance),
        _("Only officers of the body that keeps the observance may write it."),
    )
