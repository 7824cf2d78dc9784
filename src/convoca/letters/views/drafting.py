"""Drafting: three ways to begin, and the form with its preview."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from convoca.journal.refusals import NotPermitted
from convoca.letters import actions
from convoca.letters.carrying import Edition, carried_over
from convoca.letters.checks import form_warnings, problems
from convoca.letters.content import LetterText, text_of
from convoca.letters.documents import heading_of, previewed
from convoca.letters.drafts import begun, finder_for, notes_on, starting_text
from convoca.letters.forms.texts import EarlierForm, LetterForm, PasteForm
from convoca.letters.models import Letter
from convoca.letters.queries import earlier_letters, groups_for, units_to_draft_for
from convoca.letters.rules import may_edit
from convoca.letters.signals import letter_parts
from convoca.letters.views.answers import back_with
from convoca.letters.views.reach import actor_of, letter_for, officer
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.pages.views import shown


def _unit(request: HttpRequest) -> Body:
    """The unit to draft for: the one asked for, else the reader's first."""
    units = units_to_draft_for(officer(request))
    asked = request.POST.get("unit") or request.GET.get("unit")
    unit = next((one for one in units if str(one.uid) == asked), units[0] if units else None)
    if unit is None:
        raise NotPermitted(_("Only specialists and heads of units draft letters."))
    return unit


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin: pasted text on this very page, an earlier letter, or empty."""
    unit = _unit(request)
    form = PasteForm(request.POST or None)
    if request.method == "POST" and "empty" in request.POST:
        made = actions.draft_letter(by=actor_of(request), unit=unit, text=starting_text(unit))
        return redirect("letters:edit", made.uid)
    if request.method == "POST" and form.is_valid():
        made = begun(by=actor_of(request), unit=unit, source=form.cleaned_data["source"])
        return redirect("letters:edit", made.uid)
    context = {
        "unit": unit,
        "units": units_to_draft_for(actor_of(request)),
        "earlier": earlier_letters(actor_of(request))[:20],
    }
    return shown(request, "letters/new.html", context, form=form)


@require_http_methods(["GET", "POST"])
def from_earlier(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Begin from an earlier letter: the year's facts, and what they change, before it is made."""
    earlier = letter_for(request, uid)
    form = EarlierForm(request.POST or None, initial={"year": today().year})
    changes = []
    if request.method == "POST" and form.is_valid():
        to = Edition(form.cleaned_data["year"], form.edition_theme())
        if "make" in request.POST:
            made = actions.draft_from_earlier(by=actor_of(request), earlier=earlier, to=to)
            return redirect("letters:edit", made.uid)
        changes = carried_over(text_of(earlier), year=earlier.year, to=to)[1]
    return shown(
        request, "letters/from_earlier.html", {"earlier": earlier, "changes": changes}, form=form
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write the draft; keep it, or submit it for signature."""
    one = letter_for(request, uid)
    if not may_edit(actor_of(request), one):
        return redirect("letters:letter", one.uid)
    form = _form(request, one)
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_text(by=actor_of(request), letter=one, text=form.text())
            if "submit" not in request.POST:
                return back_with(request, _("The draft is kept."), "letters:edit", one.uid)
            actions.submit(by=actor_of(request), letter=one)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            said = _("Submitted: it is now with the head of the unit.")
            return back_with(request, said, "letters:letter", one.uid)
    context = {
        **_preview(one, text_of(one)),
        "notes": notes_on(one),
        "parts": letter_parts(request, one),
    }
    return shown(request, "letters/edit.html", context, form=form)


def _form(request: HttpRequest, one: Letter) -> LetterForm:
    return LetterForm(
        request.POST or None,
        letter=one,
        held=text_of(one),
        groups=groups_for(one),
        find=finder_for(one),
    )


def _preview(one: Letter, text: LetterText) -> dict[str, object]:
    heading = heading_of(one)
    return {
        "letter": one,
        "images": previewed(text, heading, draft=True),
        "problems": problems(text, heading),
        "warnings": form_warnings(one, text),
    }


@require_POST
def preview(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep what is being written and show its pages; no entry in the journal."""
    one = letter_for(request, uid)
    form = _form(request, one)
    if not form.is_valid():
        return shown(request, "letters/parts/preview.html", {"letter": one}, form=form)
    kept = actions.keep_text(by=actor_of(request), letter=one, text=form.text())
    return shown(
        request, "letters/parts/preview.html", {**_preview(kept, form.text()), "kept": True}
    )


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask before a draft is given up."""
    one = letter_for(request, uid)
    if request.method == "POST":
        actions.drop_draft(by=actor_of(request), letter=one)
        return back_with(request, _("The draft was dropped."), "letters:letters")
    return shown(request, "letters/drop.html", {"letter": one})


@require_POST
def correct(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Begin a letter that replaces one that went out."""
    made = actions.draft_correction(by=actor_of(request), letter=letter_for(request, uid))
    return redirect("letters:edit", made.uid)


@require_safe
def source(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The text as it was pasted, whole."""
    one = letter_for(request, uid)
    return HttpResponse(one.source_text, content_type="text/plain; charset=utf-8")
