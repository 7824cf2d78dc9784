"""Letters going out: the list, one letter with its way, its files and slip."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from convoca.files.responses import download
from convoca.journal.timeline import timeline
from convoca.letters import actions
from convoca.letters.checks import form_warnings, problems
from convoca.letters.content import text_of
from convoca.letters.documents import file_name, heading_of, previewed, printed
from convoca.letters.forms.filters import LettersFilter
from convoca.letters.forms.officers import DecisionForm, PrepareForm
from convoca.letters.models import Letter, SignatureState, State
from convoca.letters.queries import progress, readable, units_to_draft_for
from convoca.letters.rules import may_decide, may_dispatch, may_draft, may_edit, may_remind
from convoca.letters.signals import letter_parts
from convoca.letters.slips import slip_of, way
from convoca.letters.views.answers import attachment, back_with
from convoca.letters.views.reach import actor_of, letter_for, officer
from convoca.letters.workflow import BEFORE_NUMBER, desk_of
from convoca.pages.views import shown
from convoca.typesetting.documents import slip_pdf

PER_PAGE = 30


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """All letters that the reader may see, filtered."""
    actor = officer(request)
    chosen = LettersFilter(request.GET)
    found = chosen.applied(readable(actor))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "filters": chosen, "may_draft": bool(units_to_draft_for(actor))}
    return shown(request, "letters/letters.html", context)


@require_safe
def letter(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One letter: where it stands, its next step, its text, what happened."""
    return _page(request, letter_for(request, uid))


def _page(
    request: HttpRequest,
    one: Letter,
    *,
    decision: DecisionForm | None = None,
    prepare: PrepareForm | None = None,
) -> HttpResponse:
    actor, text = actor_of(request), text_of(one)
    version = one.versions.order_by("-number").first()
    is_signed = one.signature != SignatureState.UNSIGNED
    context = {
        "letter": one,
        "text": text,
        "desk": desk_of(one.state),
        "steps": way(one),
        "version": version,
        "decisions": one.steps.order_by("-id"),
        "images": previewed(text, heading_of(one), draft=not one.is_numbered),
        "problems": problems(text, heading_of(one)) if one.state == State.DRAFT else [],
        "warnings": form_warnings(one, text) if one.state in BEFORE_NUMBER else [],
        "progress": progress(one) if one.is_dispatched else None,
        "may": _may(request, one),
        "entries": timeline(subject_kind="letter", subject_uid=one.uid),
        "decision": decision or DecisionForm(initial={"version": version.number if version else 0}),
        "prepare": prepare or PrepareForm(is_signed=is_signed),
        "replaced_by": one.replaced_by.exclude(state=State.DROPPED).first(),
        "actor": actor,
        "parts": letter_parts(request, one),
    }
    return shown(request, "letters/letter.html", context, form=decision or prepare)


def _may(request: HttpRequest, one: Letter) -> dict[str, bool]:
    actor = actor_of(request)
    clerk = may_dispatch(actor, one)
    return {
        "edit": may_edit(actor, one),
        "draft": may_draft(actor, one.drafting_unit),
        "decide": may_decide(actor, one),
        "enter_number": clerk and one.state in BEFORE_NUMBER,
        "prepare": clerk and one.state == State.SIGNED,
        "issue": clerk and one.state == State.PREPARED,
        "withdraw": clerk and one.state == State.ISSUED,
        "remind": may_remind(actor, one) and one.state == State.ISSUED,
    }


@require_POST
def decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Agree at the desk where the letter waits, or return it."""
    one = letter_for(request, uid)
    form = DecisionForm(request.POST)
    verb = actions.give_back if "return" in request.POST else actions.agree
    if form.is_valid():
        try:
            verb(by=actor_of(request), letter=one, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            said = _("Returned to the drafter.") if "return" in request.POST else _("Agreed.")
            return back_with(request, said, "letters:letter", one.uid)
    return _page(request, one, decision=form)


@require_POST
def prepare(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put the letter into the outbox and go on to read it once more."""
    one = letter_for(request, uid)
    form = PrepareForm(request.POST, is_signed=one.signature != SignatureState.UNSIGNED)
    if form.is_valid():
        accepted = bool(form.cleaned_data.get("unsigned_accepted"))
        try:
            actions.prepare(by=actor_of(request), letter=one, unsigned_accepted=accepted)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return redirect("letters:outbox", one.uid)
    return _page(request, one, prepare=form)


@require_safe
def pdf(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The letter as PDF: what went out, what was signed, or the draft as it stands."""
    one = letter_for(request, uid)
    stored = one.issued_file or one.signed_file
    if stored is not None:
        return download(stored, inline=True)
    return attachment(printed(one), file_name(one), inline=True)


@require_safe
def slip(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The submission slip: who agreed when to which version, with remarks."""
    one = letter_for(request, uid)
    context = {"letter": one, "slip": slip_of(one), "steps": way(one)}
    return shown(request, "letters/slip.html", context)


@require_safe
def slip_file(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The submission slip as PDF."""
    one = letter_for(request, uid)
    return attachment(slip_pdf(slip_of(one)), _("submission-slip") + ".pdf", inline=True)
