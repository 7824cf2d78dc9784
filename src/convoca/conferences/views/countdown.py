"""The countdown to an opening."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.conferences import actions, queries
from convoca.conferences.due import Standing
from convoca.conferences.forms.editions import DoneForm, StepForm
from convoca.conferences.models import CountdownStep
from convoca.conferences.views.access import actor, editable, readable, row_of, shell
from convoca.conferences.views.editing import Page, edit, remove
from convoca.pages.views import Question


def shown(request: HttpRequest, key: str) -> HttpResponse:
    """Show every step with its day, its owner, its state and who is late."""
    edition = readable(request, key)
    rows = queries.countdown(edition)
    context = {
        **shell(request, edition),
        "rows": rows,
        "late": sum(row.standing is Standing.LATE for row in rows),
        "days_left": (edition.opens - timezone.localdate(timezone=edition.clocks)).days,
    }
    return render(request, "conferences/countdown.html", context)


def step(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter a step of this edition alone, or change one."""
    edition = editable(request, key)
    row = row_of(CountdownStep, edition, uid) if uid else None
    form = StepForm(request.POST or None, row=row)

    def save(form: StepForm) -> None:
        actions.put_step(
            by=actor(request),
            edition=edition,
            facts=form.facts(),
            step=row,
            version=form.held_version,
        )

    title = _("Change the step") if row else _("New step of the countdown")
    back = reverse("conferences:countdown", args=[key])
    return edit(request, Page(title=title, back=back, edition=edition), form, save, row=row)


def step_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a step away."""
    edition = editable(request, key)
    row = row_of(CountdownStep, edition, uid)
    question = Question(
        title=_("Remove this step?"),
        button=_("Remove the step"),
        back=reverse("conferences:countdown", args=[key]),
        goes=[str(row)],
        note=_("A step of a rule of the series comes back by “Compute anew from the rules”."),
    )
    return remove(request, question, lambda: actions.remove_step(by=actor(request), step=row))


def done(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Note that a step was done."""
    edition = editable(request, key)
    row = row_of(CountdownStep, edition, uid)
    today = timezone.localdate(timezone=edition.clocks)
    form = DoneForm(request.POST or None, initial={"on": today, "version": row.version})

    def save(form: DoneForm) -> None:
        data = form.cleaned_data
        actions.mark_done(
            by=actor(request),
            step=row,
            on=data["on"],
            remark=data["remark"],
            version=data["version"],
        )

    page = Page(
        title=str(row),
        back=reverse("conferences:countdown", args=[key]),
        edition=edition,
        button=_("Mark as done"),
    )
    return edit(request, page, form, save, row=row)


@require_POST
def reopen(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take back that a step was done."""
    edition = editable(request, key)
    actions.reopen_step(by=actor(request), step=row_of(CountdownStep, edition, uid))
    messages.success(request, _("The step is open again."))
    return redirect("conferences:countdown", key)


@require_POST
def compute(request: HttpRequest, key: str) -> HttpResponse:
    """Compute the countdown anew from the rules of the series."""
    edition = editable(request, key)
    count = actions.compute_countdown(by=actor(request), edition=edition)
    messages.success(request, _("%(count)d steps were computed.") % {"count": count})
    return redirect("conferences:countdown", key)
