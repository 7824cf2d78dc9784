"""What officers do with an entry: withdraw, put back, correct, confirm."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from convoca.library import actions, rules
from convoca.library.forms import CorrectForm, WithdrawForm
from convoca.library.models import Entry
from convoca.library.views.entries import readable_or_404
from convoca.library.views.readers import reader
from convoca.pages.views import shown


def _kept_or_refused(request: HttpRequest, uid: UUID) -> Entry:
    entry = readable_or_404(request, uid)
    rules.demand_keeper(reader(request), entry)
    return entry


def _back(entry: Entry) -> HttpResponse:
    return redirect("library:entry", entry.uid)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask why, then take the entry off its shelf."""
    entry = _kept_or_refused(request, uid)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(by=reader(request), entry=entry, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("because", error)
        else:
            messages.success(request, _("The entry has been withdrawn. It can be put back."))
            return _back(entry)
    return shown(request, "library/withdraw.html", {"entry": entry}, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change the entry's texts, saying what was corrected."""
    entry = _kept_or_refused(request, uid)
    form = CorrectForm(request.POST or None, entry=entry)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct(
                by=reader(request),
                entry=entry,
                revision=form.cleaned_data["revision"],
                texts=form.texts(),
                note=form.cleaned_data["note"],
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The entry has been corrected."))
            return _back(entry)
    return shown(request, "library/correct.html", {"entry": entry}, form=form)


@require_POST
def put_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put a withdrawn entry back on its shelf."""
    entry = _kept_or_refused(request, uid)
    actions.put_back(by=reader(request), entry=entry)
    messages.success(request, _("The entry stands on its shelf again."))
    return _back(entry)


@require_POST
def confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Note that the entry still holds."""
    entry = _kept_or_refused(request, uid)
    actions.confirm(by=reader(request), entry=entry)
    messages.success(request, _("Noted: the entry still holds."))
    return _back(entry)
