"""Entering and changing rows of the proceedings, all in one way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from convoca.conferences.facts import Versioned
from convoca.conferences.models import Edition
from convoca.conferences.views.access import actor, editable
from convoca.conferences.views.editing import Page, edit, remove
from convoca.files.actions import store
from convoca.journal.actors import Actor
from convoca.pages.views import Question
from convoca.proceedings import actions
from convoca.proceedings.content import LaidBefore
from convoca.proceedings.forms import rows as forms
from convoca.proceedings.models import (
    AgendaItem,
    Commitment,
    Committee,
    Decision,
    Document,
    GroupMember,
    Meeting,
    Milestone,
    WorkingGroup,
)

Save = Callable[[Actor, Edition, Any, Any, Any], Any]


@dataclass(frozen=True)
class Kind:
    """One kind of row: its table and form, the words on its pages, and what saves it.

    `save` and `gone` get the actor, the edition, the form or the row, the row that is changed
    (None for a new one), and what the row hangs on (None where that is the edition).
    """

    model: Any
    form: Any
    new: Promise
    change: Promise
    question: Promise
    save: Save
    gone: Callable[[Actor, Edition, Any], None]


def _put(action: Any, name: str) -> Save:
    def save(by: Actor, edition: Edition, form: Any, row: Any, above: Any) -> Any:
        return action(
            by=by,
            edition=edition,
            facts=form.facts(),
            version=form.held_version,
            **{name: row},
        )

    return save


def _save_meeting(by: Actor, edition: Edition, form: Any, row: Any, above: Any) -> Any:
    return actions.put_meeting(
        by=by,
        facts=form.facts(),
        items=list(form.cleaned_data["items"]),
        meeting=row,
        version=form.held_version,
    )


def _save_document(by: Actor, edition: Edition, form: Any, row: Any, above: Any) -> Any:
    sent = form.cleaned_data["upload"]
    try:
        kept = store(by=by, stream=sent, name=sent.name) if sent else None
    except ValidationError as error:
        raise ValidationError({"upload": error.messages}) from error
    laid = LaidBefore(tuple(form.cleaned_data["items"]), tuple(form.cleaned_data["meetings"]))
    return actions.put_document(
        by=by,
        edition=edition,
        facts=form.facts(file=kept or (row.file if row else None)),
        group=row.group if row else above,
        laid=laid,
        document=row,
        version=form.held_version,
    )


def _save_decision(by: Actor, edition: Edition, form: Any, row: Any, above: Any) -> Any:
    above = (row.meeting or row.group) if row else above
    return actions.put_decision(
        by=by,
        facts=form.facts(),
        meeting=above if isinstance(above, Meeting) else None,
        group=above if isinstance(above, WorkingGroup) else None,
        decision=row,
        version=form.held_version,
    )


def _save_group(by: Actor, edition: Edition, form: Any, row: Any, above: Any) -> Any:
    return actions.put_group(by=by, facts=form.facts(), group=row, version=form.held_version)


def _save_member(by: Actor, edition: Edition, form: Any, row: Any, above: Any) -> Any:
    return actions.put_group_member(
        by=by,
        group=row.group if row else above,
        facts=form.facts(),
        member=row,
        version=form.held_version,
    )


def _save_milestone(by: Actor, edition: Edition, form: Any, row: Any, above: Any) -> Any:
    return actions.put_milestone(
        by=by,
        commitment=row.commitment if row else above,
        facts=form.facts(),
        milestone=row,
        version=form.held_version,
    )


KINDS: dict[str, Kind] = {
    "committees": Kind(
        Committee,
        forms.CommitteeForm,
        _("New committee"),
        _("Change the committee"),
        _("Remove this committee?"),
        _put(actions.put_committee, "committee"),
        lambda by, edition, row: actions.remove_committee(by=by, committee=row),
    ),
    "items": Kind(
        AgendaItem,
        forms.ItemForm,
        _("New item of the agenda"),
        _("Change the item"),
        _("Remove this item?"),
        _put(actions.put_item, "item"),
        lambda by, edition, row: actions.remove_item(by=by, item=row),
    ),
    "meetings": Kind(
        Meeting,
        forms.MeetingForm,
        _("New meeting"),
        _("Change the meeting"),
        _("Remove this meeting?"),
        _save_meeting,
        lambda by, edition, row: actions.remove_meeting(by=by, meeting=row),
    ),
    "documents": Kind(
        Document,
        forms.DocumentForm,
        _("New document"),
        _("Change the document"),
        _("Remove this document?"),
        _save_document,
        lambda by, edition, row: actions.remove_document(by=by, edition=edition, document=row),
    ),
    "decisions": Kind(
        Decision,
        forms.DecisionForm,
        _("New decision"),
        _("Change the decision"),
        _("Remove this decision?"),
        _save_decision,
        lambda by, edition, row: actions.remove_decision(by=by, edition=edition, decision=row),
    ),
    "groups": Kind(
        WorkingGroup,
        forms.GroupForm,
        _("New working group"),
        _("Change the working group"),
        _("Remove this working group?"),
        _save_group,
        lambda by, edition, row: actions.remove_group(by=by, group=row),
    ),
    "members": Kind(
        GroupMember,
        forms.GroupMemberForm,
        _("New member of the group"),
        _("Change the member"),
        _("Remove this member?"),
        _save_member,
        lambda by, edition, row: actions.remove_group_member(by=by, member=row),
    ),
    "commitments": Kind(
        Commitment,
        forms.CommitmentForm,
        _("New promise"),
        _("Change the promise"),
        _("Remove this promise?"),
        _put(actions.put_commitment, "commitment"),
        lambda by, edition, row: actions.remove_commitment(by=by, commitment=row),
    ),
    "milestones": Kind(
        Milestone,
        forms.MilestoneForm,
        _("New milestone"),
        _("Change the milestone"),
        _("Remove this milestone?"),
        _save_milestone,
        lambda by, edition, row: actions.remove_milestone(by=by, milestone=row),
    ),
}


def _edition_of(row: Any) -> Edition:
    """Return the edition whose secretariat keeps the row."""
    if isinstance(row, Meeting):
        return row.event.edition
    if isinstance(row, WorkingGroup):
        return row.since
    if isinstance(row, GroupMember):
        return row.group.since
    if isinstance(row, Milestone):
        return row.commitment.edition
    if isinstance(row, Decision):
        return _edition_of(row.meeting or row.group)
    if isinstance(row, Document) and row.edition is None:
        return _edition_of(row.group)
    edition: Edition = row.edition
    return edition


def _page_of(row: Any, key: str) -> str:
    """Return where the row, or what it hangs on, is shown."""
    if isinstance(row, Meeting):
        return reverse("proceedings:meeting", args=[key, row.uid])
    if isinstance(row, WorkingGroup):
        return reverse("proceedings:group", args=[key, row.key])
    if isinstance(row, Commitment):
        return reverse("proceedings:commitment", args=[key, row.key])
    if isinstance(row, Milestone):
        return _page_of(row.commitment, key)
    above = getattr(row, "meeting", None) or getattr(row, "group", None)
    return _page_of(above, key) if above else reverse("proceedings:agenda", args=[key])


def _list_of(row: Any, key: str) -> str:
    if isinstance(row, WorkingGroup | Commitment):
        return reverse("proceedings:promises", args=[key])
    if isinstance(row, Meeting):
        return reverse("proceedings:agenda", args=[key])
    return _page_of(row, key)


def _found(kind: Kind, edition: Edition, uid: str) -> Any:
    row = get_object_or_404(kind.model, uid=uid)
    if _edition_of(row) != edition:
        raise Http404
    return row


def change(request: HttpRequest, key: str, kind: str, uid: str) -> HttpResponse:
    """Change a row."""
    edition, known = editable(request, key), KINDS[kind]
    row = _found(known, edition, uid)
    start: dict[str, Any] = {}
    for name in ("items", "meetings"):
        if hasattr(row, name) and name in known.form.base_fields:
            start[name] = list(getattr(row, name).all())
    form = known.form(
        request.POST or None, request.FILES or None, row=row, edition=edition, initial=start
    )
    page = Page(title=known.change, back=_page_of(row, key), edition=edition)
    return edit(request, page, form, _saver(request, known, edition, row, None), row=row)


def _saver(
    request: HttpRequest, kind: Kind, edition: Edition, row: Versioned | None, above: Any
) -> Callable[[Any], str]:
    def save(form: Any) -> str:
        saved = kind.save(actor(request), edition, form, row, above)
        return _page_of(saved, edition.key)

    return save


def new(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """Enter a row of the edition."""
    edition, known = editable(request, key), KINDS[kind]
    start: dict[str, Any] = {"since": edition, "made_on": edition.opens}
    form = known.form(request.POST or None, request.FILES or None, edition=edition, initial=start)
    promised = kind in ("groups", "commitments")
    back = "proceedings:promises" if promised else "proceedings:agenda"
    page = Page(title=known.new, back=reverse(back, args=[key]), edition=edition)
    return edit(request, page, form, _saver(request, known, edition, None, None))


def new_below(request: HttpRequest, key: str, above_kind: str, uid: str, kind: str) -> HttpResponse:
    """Enter a row that hangs on a meeting, a group or a promise."""
    edition, known = editable(request, key), KINDS[kind]
    above = _found(KINDS[above_kind], edition, uid)
    form = known.form(request.POST or None, request.FILES or None, edition=edition)
    back = _page_of(above, key)
    page = Page(title=known.new, back=back, edition=edition, above=((str(above), back),))
    return edit(request, page, form, _saver(request, known, edition, None, above))


def take_away(request: HttpRequest, key: str, kind: str, uid: str) -> HttpResponse:
    """Ask, then delete a row that nothing rests on."""
    edition, known = editable(request, key), KINDS[kind]
    row = _found(known, edition, uid)
    question = Question(
        title=known.question,
        button=_("Remove"),
        back=_page_of(row, key),
        goes=[str(row)],
    )
    return remove(
        request,
        question,
        lambda: known.gone(actor(request), edition, row),
        then=_list_of(row, key),
    )
