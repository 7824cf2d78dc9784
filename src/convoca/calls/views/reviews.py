"""Asking reviewers, scoring, the table of scores."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from convoca.calls import rules
from convoca.calls.actions.reviews import assign, give_back, score
from convoca.calls.criteria import most_points
from convoca.calls.forms.reviews import ReasonForm, ScoreForm
from convoca.calls.models import Contribution, Review
from convoca.calls.queries.contributions import received, reviews_of, score_table
from convoca.calls.queries.reviewers import lineages_of, reviewers_of
from convoca.calls.views.doors import actor_of, call_for, known
from convoca.pages.asked import uids
from convoca.pages.views import shown

ENOUGH = 2


@known
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The reviews that were asked of the reader."""
    return shown(request, "calls/reviews.html", {"reviews": reviews_of(actor_of(request))})


@known
@require_GET
def table(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Scores and exact means, the best first, and what still waits for a reviewer."""
    one = call_for(request, uid)
    rows = score_table(one)
    unassigned = received(one, state="submitted")
    reviewers = reviewers_of(one)
    context = {
        "call": one,
        "rows": rows,
        "most": most_points(one.criteria),
        "criteria": one.criteria,
        "waiting": unassigned,
        "reviewers": reviewers,
        "enough": ENOUGH,
        "conflicts": _conflicts(reviewers, unassigned),
        "works_on": rules.works_on(actor_of(request), one),
    }
    return shown(request, "calls/scores.html", context)


def _conflicts(reviewers: object, items: object) -> list[str]:
    listed = list(reviewers)  # type: ignore[call-overload]
    lineages = lineages_of(listed)
    return [
        _("%(who)s is left out for %(what)s: his own body sent it.")
        % {"who": user.name, "what": item.title[item.main_language]}
        for item in items  # type: ignore[attr-defined]
        for user in listed
        if rules.has_conflict(lineages[user.pk], item.reply)
    ]


@known
@require_POST
def ask(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask the chosen reviewers about the chosen contributions."""
    one = call_for(request, uid)
    items = Contribution.objects.filter(reply__call=one, uid__in=uids(request.POST.getlist("item")))
    chosen = set(request.POST.getlist("reviewer"))
    reviewers = [user for user in reviewers_of(one) if str(user.uid) in chosen]
    made = assign(by=actor_of(request), contributions=list(items), reviewers=reviewers)
    messages.success(request, _("Reviews asked for: %(count)s.") % {"count": len(made)})
    return redirect("calls:scores", one.uid)


@known
def review(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Score one contribution by the criteria of its call."""
    one = _own(request, uid)
    criteria = one.contribution.reply.call.criteria
    first = {f"points_{key}": str(points) for key, points in one.scores.items()}
    form = ScoreForm(
        request.POST or None, criteria=criteria, initial={**first, "comment": one.comment}
    )
    if form.is_valid():
        score(
            by=actor_of(request),
            review=one,
            scores=form.scores(),
            comment=form.cleaned_data["comment"],
        )
        messages.success(request, _("Your scores are noted."))
        return redirect("calls:reviews")
    context = {"review": one, "item": one.contribution, "call": one.contribution.reply.call}
    return shown(request, "calls/review.html", context, form=form)


@known
def decline(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give a review back for a conflict of interest."""
    one = _own(request, uid)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        give_back(by=actor_of(request), review=one, because=form.cleaned_data["reason"])
        messages.success(request, _("Given back. Somebody else will be asked."))
        return redirect("calls:reviews")
    context = {
        "item": one.contribution,
        "call": one.contribution.reply.call,
        "title": _("Conflict of interest"),
        "button": _("Give the review back"),
    }
    return shown(request, "calls/item_form.html", context, form=form)


def _own(request: HttpRequest, uid: UUID) -> Review:
    found = (
        Review.objects.select_related(
            "reviewer",
            "contribution__reply__call__edition",
            "contribution__reply__body",
            "contribution__activity__province",
        )
        .filter(uid=uid)
        .first()
    )
    if found is None:
        raise Http404
    rules.demand(
        rules.scores(actor_of(request), found), _("This review was asked of somebody else.")
    )
    return found
