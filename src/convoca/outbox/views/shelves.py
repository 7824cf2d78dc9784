"""The lists of mail, and what is done with those that were picked."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from convoca.journal.actors import Actor
from convoca.journal.refusals import NotPermitted
from convoca.outbox import actions
from convoca.outbox.forms import FilterForm, SelectionForm
from convoca.outbox.models import Mail
from convoca.outbox.queries import SHELVES, counts, shelved
from convoca.outbox.rules import may_send, reads_anywhere
from convoca.pages.views import Question, ask_first, confirmed, shown

PER_PAGE = 50
MOST_NAMED = 300


def reader(request: HttpRequest) -> Actor:
    """Return who reads; raises NotPermitted for one who may see no body's mail."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not reads_anywhere(actor):
        raise NotPermitted(_("You may not read mail of this body."))
    return actor


@login_required
def shelf(request: HttpRequest, key: str) -> HttpResponse:
    """Show one list of mail with its filter."""
    by, chosen = reader(request), SHELVES[key]
    filters = FilterForm(request.GET)
    page = Paginator(shelved(by, chosen, **filters.chosen), PER_PAGE).get_page(
        request.GET.get("page")
    )
    found = counts(by)
    context = {
        "shelf": chosen,
        "shelves": [
            (one, found[one.key], reverse(f"outbox:{one.key}")) for one in SHELVES.values()
        ],
        "filters": filters,
        "chosen": filters.chosen,
        "page": page,
        "may_send": any(may_send(by, mail.owner) for mail in page),
        "newest": max((mail.pk for mail in page), default=0) if page.number == 1 else "",
    }
    return shown(request, "outbox/shelf.html", context)


@dataclass(frozen=True)
class Deed:
    """One thing that is done with picked mails: its action and its words."""

    key: str
    action: Callable[..., list[Mail]]
    title: str | Promise
    button: str | Promise
    note: str | Promise
    destructive: bool = False


DEEDS = {
    deed.key: deed
    for deed in (
        Deed(
            "release",
            actions.release,
            gettext_lazy("Release these mails?"),
            gettext_lazy("Release"),
            gettext_lazy("They go out at once. A mail that has gone cannot be called back."),
        ),
        Deed(
            "withdraw",
            actions.withdraw,
            gettext_lazy("Withdraw these mails?"),
            gettext_lazy("Withdraw"),
            gettext_lazy("They do not go out. They stay to be read, and cannot be released again."),
            destructive=True,
        ),
        Deed(
            "retry",
            actions.retry,
            gettext_lazy("Send these mails again?"),
            gettext_lazy("Send again"),
            gettext_lazy("They go out at once, to the same addresses."),
        ),
    )
}


@login_required
@require_POST
def deed(request: HttpRequest, key: str) -> HttpResponse:
    """Show what would be done with the picked mails; do it when that was confirmed."""
    by, chosen = reader(request), DEEDS[key]
    form = SelectionForm(request.POST)
    if not form.is_valid():
        return redirect("outbox:waiting")
    mails = form.mails(by)
    back = reverse(f"outbox:{form.cleaned_data['shelf']}")
    if not confirmed(request):
        _remember(request, mails)
        return ask_first(request, _question(chosen, mails, back))
    done = chosen.action(by=by, mails=mails)
    messages.success(
        request,
        ngettext("Done with %(number)s mail.", "Done with %(number)s mails.", len(done))
        % {"number": len(done)},
    )
    return redirect(back)


def _remember(request: HttpRequest, mails: Collection[Mail]) -> None:
    # The page of confirmation carries these along, so that what is done is what was shown.
    carried = request.POST.copy()
    carried["count"] = str(len(mails))
    carried["until"] = str(max(mail.pk for mail in mails))
    request.POST = carried  # type: ignore[assignment]


def _question(chosen: Deed, mails: Collection[Mail], back: str) -> Question:
    named = [f"{mail.to_name or mail.to} <{mail.to}>: {mail.subject}" for mail in mails]
    left = len(named) - MOST_NAMED
    if left > 0:
        more = ngettext("and %(number)s more", "and %(number)s more", left) % {"number": left}
        named = [*named[:MOST_NAMED], more]
    return Question(
        title=chosen.title,
        button=f"{chosen.button} ({len(mails)})",
        back=back,
        goes=named,
        note=chosen.note,
        destructive=chosen.destructive,
    )
