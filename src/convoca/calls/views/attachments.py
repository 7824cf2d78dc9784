"""Files of an item, and taking an item back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from convoca.calls.actions import contributions as acts
from convoca.calls.models import Attachment
from convoca.calls.views.doors import actor_of, contribution_for, known
from convoca.files.responses import download
from convoca.pages.views import Question, ask_first, confirmed


@known
@require_POST
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Delete a draft, or take back what was sent."""
    item = contribution_for(request, uid)
    if not confirmed(request):
        return ask_first(
            request,
            Question(
                title=_("Delete this item?"),
                button=_("Delete it"),
                back=reverse("calls:reply", args=[item.reply.uid]),
                goes=[str(item.title.get(item.main_language, ""))],
                note=_("A draft is gone for good. What was sent stays in the record as withdrawn."),
            ),
        )
    acts.withdraw(by=actor_of(request), contribution=item)
    messages.success(request, _("Done."))
    return redirect("calls:reply", item.reply.uid)


@known
@require_POST
def detach(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take a file off a draft."""
    found = _attachment(request, uid)
    acts.detach(by=actor_of(request), attachment=found)
    return redirect("calls:edit", found.contribution.uid, "what")


@known
@require_GET
def attachment(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Give out a file of an item that the reader may read."""
    found = _attachment(request, uid)
    return download(found.stored, inline=found.is_photo)


def _attachment(request: HttpRequest, uid: UUID) -> Attachment:
    found = Attachment.objects.select_related("stored", "contribution").filter(uid=uid).first()
    if found is None:
        raise Http404
    found.contribution = contribution_for(request, found.contribution.uid)
    return found
