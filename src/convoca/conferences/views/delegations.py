"""Invitations and delegations."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.conferences import actions, drawing, queries
from convoca.conferences.forms.delegations import (
    AnswerForm,
    BodyForm,
    InvitationForm,
    InvitedForm,
)
from convoca.conferences.models import Answer, Delegation, Edition, Rank
from convoca.conferences.regions import REGIONS
from convoca.conferences.rules import (
    answers_for,
    demand_delegation,
    may_edit_delegation,
    may_import,
)
from convoca.conferences.views.access import actor, editable, find, readable, shell
from convoca.conferences.views.editing import Page, edit, remove
from convoca.journal.timeline import timeline
from convoca.letters.queries import readable as readable_letters
from convoca.letters.rules import may_read_incoming
from convoca.letters.standing import standing_of
from convoca.pages.charts import Part
from convoca.pages.remembering import remembered
from convoca.pages.views import Question

PER_PAGE = 50


@remembered
def listed(request: HttpRequest, key: str) -> HttpResponse:
    """Show who comes, by region and in numbers; the secretariat sees the silent too."""
    edition, by = readable(request, key), actor(request)
    around = shell(request, edition)
    numbers, regions = queries.statistics(edition), queries.by_region(edition)
    context = {
        **around,
        **(_kept(request, edition) if around["may_edit"] else {"coming": _coming(edition)}),
        "regions": [(row, drawing.tone(row.letter)) for row in regions],
        "cover": drawing.cover(regions),
        **drawing.dots(edition, with_silent=around["may_edit"]),
        "figures": drawing.figures(numbers, is_kept=around["may_edit"]),
        "heads": [Part(str(Rank(rank).label), count) for rank, count in numbers.heads.items()],
        "has_samples": edition.delegations.filter(is_sample=True).exists(),
        "may_import": may_import(by, edition),
        "own": queries.own_delegations(edition, by),
    }
    return render(request, "conferences/delegations.html", context)


def _coming(edition: Edition) -> list[tuple[str, list[Delegation]]]:
    found: dict[str, list[Delegation]] = {letter: [] for letter in REGIONS}
    for row in queries.delegations(edition).filter(answer=Answer.ACCEPTED):
        found[row.body.region].append(row)
    return [(str(REGIONS[letter]), rows) for letter, rows in found.items() if rows]


def _kept(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    asked = request.GET.get("answer", "")
    rows = queries.delegations(edition)
    if asked in Answer.values:
        rows = rows.filter(answer=asked)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return {"rows": page, "asked": asked, "answers": Answer.choices}


def _delegation(request: HttpRequest, key: str, body_key: str) -> Delegation:
    edition, by = find(key), actor(request)
    found = get_object_or_404(
        Delegation.objects.select_related("edition__series__body", "body", "recipient__letter"),
        edition=edition,
        body__key=body_key,
    )
    is_shown = edition.is_public and found.is_coming
    if not (is_shown or may_edit_delegation(by, found)):
        raise Http404
    return found


def delegation(request: HttpRequest, key: str, body_key: str) -> HttpResponse:
    """Show one delegation: to the public its head, to those who keep it everybody."""
    found, by = _delegation(request, key, body_key), actor(request)
    keeps = may_edit_delegation(by, found)
    members = queries.members_of(found)
    context = {
        **shell(request, found.edition),
        "delegation": found,
        "keeps": keeps,
        "is_mine": answers_for(by, found),
        **(_letter_of(request, found) if keeps else {}),
        "members": members if keeps else [one for one in members if one.place == "head"],
        "entries": timeline(subject_kind="delegation", subject_uid=found.uid) if keeps else [],
    }
    return render(request, "conferences/delegation.html", context)


def _letter_of(request: HttpRequest, delegation: Delegation) -> dict[str, Any]:
    """Return how far the letter of invitation has come, and the official letters that answer it."""
    recipient = delegation.recipient
    if recipient is None:
        return {}
    by = actor(request)
    received = [one for one in recipient.answers.all() if may_read_incoming(by, one)]
    return {"standing": standing_of(recipient), "letters_received": received}


def answer(request: HttpRequest, key: str, body_key: str) -> HttpResponse:
    """Take the answer to the invitation."""
    found = _delegation(request, key, body_key)
    demand_delegation(actor(request), found)
    form = AnswerForm(request.POST or None, row=found)

    def save(form: AnswerForm) -> None:
        actions.record_answer(
            by=actor(request), delegation=found, facts=form.facts(), version=form.held_version
        )

    page = Page(
        title=_("Answer to the invitation"),
        back=reverse("conferences:delegation", args=[key, body_key]),
        edition=found.edition,
    )
    return edit(request, page, form, save, row=found)


def invite(request: HttpRequest, key: str) -> HttpResponse:
    """Show which letters invite, make one an invitation, list the members."""
    edition, by = editable(request, key), actor(request)
    letters = readable_letters(by).filter(invitation=None)
    form = InvitationForm(request.POST or None, letters=letters)

    def save(form: InvitationForm) -> str:
        letter = form.cleaned_data["letter"]
        actions.link_invitation(by=by, edition=edition, letter=letter)
        return reverse("conferences:invite", args=[key])

    page = Page(
        title=_("Invitations"),
        back=reverse("conferences:delegations", args=[key]),
        edition=edition,
        button=_("Make it the invitation"),
        note=_(
            "The letter is drafted, signed and issued in the letters room. Once it is issued, "
            "everybody it was sent to counts as invited."
        ),
    )
    return edit(request, page, form, save, extra=_invited(edition))


@require_POST
def invite_draft(request: HttpRequest, key: str) -> HttpResponse:
    """Begin the letter of invitation and go on writing it in the letters room."""
    edition = editable(request, key)
    letter = actions.draft_invitation(by=actor(request), edition=edition)
    messages.success(request, _("The letter is drafted. Read it, and submit it for signature."))
    return redirect("letters:edit", letter.uid)


def _invited(edition: Edition) -> dict[str, Any]:
    return {
        "invitations": edition.invitations.select_related("letter"),
        "listed": edition.delegations.count(),
        "without": edition.delegations.filter(invited_on=None).count(),
        "is_invite": True,
    }


@require_POST
def list_members(request: HttpRequest, key: str) -> HttpResponse:
    """Give every Member State of the opening day its row."""
    edition = editable(request, key)
    count = actions.list_members(by=actor(request), edition=edition)
    messages.success(request, _("%(count)d Member States were listed.") % {"count": count})
    return redirect("conferences:invite", key)


def all_invited(request: HttpRequest, key: str) -> HttpResponse:
    """Note that all members were invited another way than by a letter kept here."""
    edition = editable(request, key)
    form = InvitedForm(request.POST or None)

    def save(form: InvitedForm) -> None:
        on = form.cleaned_data["on"]
        actions.note_all_invited(by=actor(request), edition=edition, on=on)

    page = Page(
        title=_("Note that all members were invited"),
        back=reverse("conferences:invite", args=[key]),
        edition=edition,
    )
    return edit(request, page, form, save)


def add(request: HttpRequest, key: str) -> HttpResponse:
    """Add one body, such as an observer."""
    edition = editable(request, key)
    form = BodyForm(request.POST or None, edition=edition)

    def save(form: BodyForm) -> None:
        body = form.cleaned_data["body"]
        actions.add_delegation(by=actor(request), edition=edition, body=body)

    page = Page(
        title=_("Add a delegation"),
        back=reverse("conferences:delegations", args=[key]),
        edition=edition,
    )
    return edit(request, page, form, save)


def unlist(request: HttpRequest, key: str, body_key: str) -> HttpResponse:
    """Take a body from the list."""
    edition = editable(request, key)
    found = get_object_or_404(
        Delegation.objects.select_related("edition__series__body", "body"),
        edition=edition,
        body__key=body_key,
    )
    question = Question(
        title=_("Take this delegation from the list?"),
        button=_("Take it from the list"),
        back=reverse("conferences:delegation", args=[key, body_key]),
        goes=[str(found)],
    )
    then = reverse("conferences:delegations", args=[key])
    return remove(
        request,
        question,
        lambda: actions.remove_delegation(by=actor(request), delegation=found),
        then=then,
    )


def invited(request: HttpRequest, key: str, body_key: str) -> HttpResponse:
    """Note an invitation that went another way than by a letter kept here."""
    edition = editable(request, key)
    found = get_object_or_404(Delegation, edition=edition, body__key=body_key)
    form = InvitedForm(request.POST or None, initial={"on": found.invited_on})

    def save(form: InvitedForm) -> None:
        on = form.cleaned_data["on"]
        actions.note_invited(by=actor(request), delegation=found, on=on)

    page = Page(
        title=_("Note an invitation"),
        back=reverse("conferences:delegation", args=[key, body_key]),
        edition=edition,
    )
    return edit(request, page, form, save)
