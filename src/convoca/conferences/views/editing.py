"""One way to show a form, hand what was entered to an action, and come back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from convoca.conferences.facts import Versioned
from convoca.conferences.forms.facts import FactsForm
from convoca.conferences.models import Edition
from convoca.conferences.writing import Outdated
from convoca.journal.refusals import StateConflict
from convoca.pages.navigation import Words
from convoca.pages.views import Question, ask_first, confirmed, shown


@dataclass(frozen=True)
class Page:
    """What stands around a form: its title, where it leads back, the words on the button."""

    title: Words
    back: str
    edition: Edition | None = None
    button: Words = ""
    note: Words = ""
    # A link of its own in the crumbs, such as the event that a speech belongs to.
    above: tuple[tuple[Words, str], ...] = ()


def edit(
    request: HttpRequest,
    page: Page,
    form: forms.Form,
    save: Callable[[Any], Any],
    *,
    row: Versioned | None = None,
    extra: dict[str, Any] | None = None,
    template: str = "conferences/form.html",
) -> HttpResponse:
    """Show the form; when it is sent and valid, `save(form)` and go back.

    What the action refuses is shown in the form with everything typed still in it: 422 for a
    value, 409 where the row was changed in the meantime. `save` may return an address to go to.
    """
    status = 0
    if request.method == "POST" and form.is_valid():
        try:
            done = save(form)
        except Outdated as outdated:
            status = _outdated(form, row, outdated)
        except StateConflict as conflict:
            form.add_error(None, str(conflict))
            status = 409
        except ValidationError as error:
            _refuse(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(done if isinstance(done, str) else page.back)
    context = {"page": page, "edition": page.edition, "may_edit": True, **(extra or {})}
    response = shown(request, template, context, form=form)
    if status:
        response.status_code = status
    return response


def _outdated(form: forms.Form, row: Versioned | None, outdated: Outdated) -> int:
    again = _("Look at it on its page. If you save once more, what you typed here stands.")
    form.add_error(None, f"{outdated} {again}")
    if row is not None and isinstance(form, FactsForm):
        row.refresh_from_db()
        form.read_again(row)
    return 409


def _refuse(form: forms.Form, error: ValidationError) -> None:
    if isinstance(form, FactsForm):
        form.refuse(error)
        return
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, texts in told.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, text)


def remove(
    request: HttpRequest, question: Question, take_away: Callable[[], Any], *, then: str = ""
) -> HttpResponse:
    """Ask before something goes; when the reader agrees, take it away and go back."""
    if not confirmed(request):
        return ask_first(request, question)
    take_away()
    messages.success(request, _("Removed."))
    return redirect(then or question.back)
