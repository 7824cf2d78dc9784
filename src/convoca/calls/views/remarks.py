"""Difficulties and proposals of a body, apart from what it shares."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.actions.remarks import write_remarks
from convoca.calls.actions.replies import demand_open
from convoca.calls.forms.contributions import RemarksForm
from convoca.calls.models import Reply
from convoca.calls.views.doors import actor_of, known, reply_for
from convoca.journal.refusals import StateConflict
from convoca.pages.views import shown


def remarks_of(reply: Reply) -> dict[str, object]:
    """Return the version and the remarks that stand in the reply, as a form's first values."""
    return {
        "version": reply.version,
        "difficulties": reply.difficulties,
        "proposals": reply.proposals,
    }


def keep_remarks(request: HttpRequest, reply: Reply, form: RemarksForm) -> None:
    """Keep what was written below an answer that has just been sent."""
    given = form.cleaned_data
    if (given["difficulties"], given["proposals"]) != (reply.difficulties, reply.proposals):
        write_remarks(
            by=actor_of(request),
            reply=reply,
            difficulties=given["difficulties"],
            proposals=given["proposals"],
        )


@known
def remarks(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write difficulties and proposals after the answer, as the body or on its behalf."""
    one = reply_for(request, uid)
    rules.demand(rules.writes(actor_of(request), one), _("You do not answer for this body."))
    demand_open(actor_of(request), one, timezone.now())
    form = RemarksForm(request.POST or None, initial=remarks_of(one))
    if form.is_valid():
        try:
            write_remarks(by=actor_of(request), reply=one, **form.cleaned_data)
        except StateConflict as conflict:
            form.add_error(None, str(conflict))
        else:
            messages.success(request, _("Your changes are saved."))
            return redirect("calls:reply", one.uid)
    return shown(request, "calls/remarks.html", {"reply": one, "call": one.call}, form=form)
