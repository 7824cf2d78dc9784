"""The words of an invitation: an official letter filled in from what is known of the edition."""

from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _

from convoca.conferences.models import Edition, StepKind
from convoca.languages.dates import long_date
from convoca.languages.translated import Translated, shown
from convoca.letters.content import LetterText, LineText
from convoca.letters.drafts import starting_text
from convoca.members.models import AddressGroup, Body, BodyKind


def invitation_text(edition: Edition, unit: Body) -> LetterText:
    """Return the letter that invites to the edition, in the language of the unit's letters.

    It is addressed to the groups of Member States that the convening body keeps; what is not
    known of the edition is left out.
    """
    text = starting_text(unit)
    with translation.override(text.main_language):
        title = _in(text.main_language, edition.title, edition.main_language)
        return replace(
            text,
            subject=_("invitation to the %(title)s") % {"title": title},
            body="\n\n".join(_paragraphs(edition, title, text.main_language)),
            addressees=tuple(
                LineText(_in(text.main_language, group.name, group.main_language), group=group.pk)
                for group in groups_of_states(edition.series.body)
            ),
        )


def groups_of_states(body: Body) -> list[AddressGroup]:
    """Return the groups of the body whose rule or list is of Member States, in their order."""
    found = AddressGroup.objects.filter(owner=body).order_by("sort_order", "pk")
    by_rule = found.filter(rule_kinds__contains=[BodyKind.MEMBER_STATE])
    return list(by_rule) or list(found.filter(members__kind=BodyKind.MEMBER_STATE).distinct())


def _paragraphs(edition: Edition, title: str, language: str) -> list[str]:
    body = edition.series.body
    facts = {
        "body": _in(language, body.name, body.main_language),
        "title": title,
        "city": _in(language, edition.city, edition.main_language),
        "opens": long_date(edition.opens, language),
        "closes": long_date(edition.closes, language),
    }
    return [
        _first(facts),
        *_themes(edition, language),
        _(
            "Delegations are asked to be led at the level of minister where that is possible, and "
            "to include women."
        ),
        _reply(edition, language),
    ]


def _first(facts: dict[str, str]) -> str:
    if not facts["city"]:
        return (
            _("%(body)s has the honour to invite you to the %(title)s, %(opens)s to %(closes)s.")
            % facts
        )
    return (
        _(
            "%(body)s has the honour to invite you to the %(title)s, held in %(city)s from "
            "%(opens)s to %(closes)s."
        )
        % facts
    )


def _themes(edition: Edition, language: str) -> list[str]:
    names = [_in(language, theme.name, theme.main_language) for theme in edition.themes.all()]
    return [_("Main themes: %(themes)s.") % {"themes": "; ".join(names)}] if names else []


def _reply(edition: Edition, language: str) -> str:
    due = edition.countdown.filter(kind=StepKind.REPLIES).order_by("due_on").first()
    if due is None:
        return _("Please reply and tell who will lead your delegation and who belongs to it.")
    return _(
        "Please reply by %(day)s and tell who will lead your delegation and who belongs to it."
    ) % {"day": long_date(due.due_on, language)}


def _in(language: str, text: Translated, main: str) -> str:
    return shown(text, language, main).text if text else ""
