"""Who was sent a letter and what became of it; reminders and new links."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from convoca.letters import actions
from convoca.letters.models import Recipient
from convoca.letters.queries import by_state, progress, tracked
from convoca.letters.rules import may_remind
from convoca.letters.standing import FILTERS, standing_of
from convoca.letters.views.answers import back_with
from convoca.letters.views.reach import actor_of, letter_for
from convoca.pages.asked import uids
from convoca.pages.parts import Figure
from convoca.pages.views import shown

PER_PAGE = 120


@require_safe
def recipients(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Every recipient with how far it has come, filtered by that."""
    one = letter_for(request, uid)
    wanted = request.GET.get("show", "")
    rows = by_state(tracked(one), wanted)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    counted = progress(one)
    context = {
        "letter": one,
        "page": page,
        "rows": [(row, standing_of(row)) for row in page],
        "figures": [
            Figure(counted[name], words, f"?show={name}" if name != "all" else "?")
            for name, words in FILTERS.items()
        ],
        "wanted": FILTERS.get(wanted, ""),
        "may_remind": may_remind(actor_of(request), one) and one.state == "issued",
    }
    return shown(request, "letters/recipients.html", context)


@require_POST
def remind(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Prepare a reminder to the chosen ones among the silent, to be read before it goes."""
    one = letter_for(request, uid)
    chosen = uids(request.POST.getlist("recipient"))
    found = one.recipients.filter(uid__in=chosen) if chosen else one.recipients.all()
    actions.remind(by=actor_of(request), letter=one, recipients=list(found))
    said = _("The reminder is prepared. Read it, then let it go.")
    return back_with(request, said, "letters:outbox", one.uid)


@require_POST
def renew_link(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Revoke a recipient's link and prepare a mail with a new one."""
    found = Recipient.objects.filter(uid=uid).select_related("letter").first()
    if found is None:
        raise Http404
    letter_for(request, found.letter.uid)
    actions.renew_link(by=actor_of(request), recipient=found)
    said = _("The old link no longer works. Read the mail with the new one, then let it go.")
    return back_with(request, said, "letters:outbox", found.letter.uid)
