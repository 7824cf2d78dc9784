"""What became of a contribution, in words for its sender."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from convoca.calls.models import Answer, Contribution, SelectionState, Shelf

Words = str | Promise

_SHELVES: dict[str, Words] = {
    Shelf.PUBLIC: _("Published in the reference library for everyone"),
    Shelf.AGENCIES: _("Published in the reference library for agencies"),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing that became of it; `tone` as a status has it."""

    words: Words
    tone: str = "plain"
    remark: str = ""


def fates(contribution: Contribution) -> list[Fate]:
    """Return what its sender is told, from what is loaded with it (`queries.replies.items_of`)."""
    found = []
    if contribution.merged_into:
        found.append(Fate(_("Merged into another item"), remark=_title(contribution.merged_into)))
    if contribution.duplicate_of:
        found.append(Fate(_("The same as another item"), remark=_title(contribution.duplicate_of)))
    for decision in contribution.decisions.all():
        if decision.replaced_at is None:
            words = _SHELVES.get(decision.shelf, _("Not published"))
            tone = "ok" if decision.accepted else "bad"
            found.append(Fate(words, tone, decision.reason))
    for item in contribution.selected.all():
        found.extend(_chosen(item.selection.state, item.answer, item.answer_words))
    return found


def _title(contribution: Contribution) -> str:
    return str(contribution.title[contribution.main_language])


def _chosen(state: str, answer: str, words: str) -> list[Fate]:
    if state == SelectionState.APPROVED:
        return [Fate(_("Chosen for the union; about to be sent"), "info")]
    if state != SelectionState.FORWARDED:
        return []
    told = {
        Answer.WAITING: Fate(_("Sent to the union; no answer yet"), "info"),
        Answer.TAKEN: Fate(_("The union has taken it up"), "ok", words),
        Answer.PUBLISHED: Fate(_("The union has published it"), "ok", words),
        Answer.NOT_TAKEN: Fate(_("The union has not taken it up"), "plain", words),
    }
    return [told[Answer(answer)]]
