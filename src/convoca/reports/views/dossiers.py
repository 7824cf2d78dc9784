"""The dossier of a list: what is in it before it goes, its files, how it was handed over."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from convoca.calls.models import Selection, SelectionState
from convoca.calls.queries.selections import items_of, obstacles
from convoca.calls.rules import works_on
from convoca.files.responses import download
from convoca.journal.refusals import StateConflict
from convoca.pages.views import shown
from convoca.reports.actions import note_handover, zip_of
from convoca.reports.dossiers import document_of
from convoca.reports.forms import HandoverForm
from convoca.reports.models import Dossier
from convoca.reports.queries.lists import dossier_of, handovers_of
from convoca.reports.views.doors import actor_of, selection_for
from convoca.typesetting.documents import dossier_pdf
from convoca.typesetting.errors import BadDocument

# What the browser's own viewer of PDF needs; see `files.responses`.
INSIDE_THE_VIEWER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"


@require_http_methods(["GET", "HEAD", "POST"])
def dossier(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show what is in the dossier and where it is; note that it was handed over."""
    selection = selection_for(request, uid)
    form = HandoverForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            note_handover(by=actor_of(request), selection=selection, **form.cleaned_data)
        except ValidationError as error:
            code = str(getattr(error, "code", "") or "")
            form.add_error(code if code in form.fields else None, error)
        else:
            messages.success(request, _("Noted: the dossier was handed over."))
            return redirect("reports:dossier", uid)
    return shown(request, "reports/dossier.html", _context(request, selection), form=form)


def _context(request: HttpRequest, selection: Selection) -> dict[str, object]:
    items = items_of(selection)
    return {
        "selection": selection,
        "call": selection.call,
        "rows": [(item, obstacles(item)) for item in items],
        "is_ready": bool(items) and not any(obstacles(item) for item in items),
        "is_approved": selection.state in (SelectionState.APPROVED, SelectionState.FORWARDED),
        "steps": selection.steps.all(),
        "dossier": dossier_of(selection),
        "handovers": handovers_of(selection),
        "works_on": works_on(actor_of(request), selection.call),
    }


@require_safe
def preview(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give the dossier to read before it goes; until the approval it says that it is a draft."""
    selection = selection_for(request, uid)
    approved = selection.state in (SelectionState.APPROVED, SelectionState.FORWARDED)
    try:
        document = document_of(selection, dated=timezone.localdate(), is_approved=approved)
        content = dossier_pdf(document)
    except BadDocument as error:
        raise StateConflict(error.words(get_language() or "en")) from error
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="dossier-draft.pdf"'
    answer["Content-Security-Policy"] = (
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
    )
    return answer


def _frozen(request: HttpRequest, uid: UUID) -> Dossier:
    found = dossier_of(selection_for(request, uid))
    if found is None:
        raise StateConflict(_("Nothing leaves before the list was approved and sent."))
    return found


@require_safe
def pdf(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Give out the frozen dossier as PDF."""
    return download(_frozen(request, uid).pdf, inline=True)


@require_safe
def word(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Give out the frozen dossier as Word."""
    return download(_frozen(request, uid).docx)


@require_safe
def whole(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give out everything in one ZIP."""
    frozen = _frozen(request, uid)
    answer = HttpResponse(zip_of(frozen), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="dossier-{frozen.sha256[:12]}.zip"'
    return answer
