"""Finding bodies: as a tree, by a search, as suggestions while one types, the list of States."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from convoca.members import queries
from convoca.members.fields import written
from convoca.members.forms.bodies import FilterForm
from convoca.members.models import Body
from convoca.members.models.bodies import REGIONS
from convoca.members.periods import today
from convoca.members.rules import administers_anything
from convoca.members.trees import tree
from convoca.members.views import acting
from convoca.pages.charts import Part

PER_PAGE = 50
SUGGESTED = 12


@login_required
def directory(request: HttpRequest) -> HttpResponse:
    """Show the tree; once something is asked for, the bodies that fit."""
    form = FilterForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    under = Body.objects.filter(uid=request.GET["under"]).first() if _has_uid(request) else None
    context: dict[str, Any] = {
        "filters": form,
        "under": under,
        "may_administer": administers_anything(acting(request)),
    }
    if any(asked.values()) or under:
        found = queries.searched(
            asked.get("q", ""),
            on=None if asked.get("ended") else today(),
            kind=asked.get("kind", ""),
            under=under,
        )
        context["page"] = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    else:
        context["nodes"] = tree(on=today())
    return render(request, "members/directory.html", context)


def _has_uid(request: HttpRequest) -> bool:
    given = request.GET.get("under", "")
    return len(given) == 36 and given.replace("-", "").isalnum()


@login_required
def states(request: HttpRequest) -> HttpResponse:
    """List the Member States in the French order with their regions; a fixed number of queries."""
    found = list(queries.member_states(on=today()))
    wanted = request.GET.get("region")
    rows = [body for body in found if wanted is None or body.region == wanted]
    context = {
        "states": rows,
        "count": len(found),
        "regions": _by_region(found),
        "wanted": wanted,
        "may_administer": administers_anything(acting(request)),
    }
    return render(request, "members/states.html", context)


def _by_region(found: list[Body]) -> list[Part]:
    counts = {region: sum(body.region == region for body in found) for region in (*REGIONS, "")}
    return [
        Part(region or _("region unknown"), count, "k1", f"?region={region}")
        for region, count in counts.items()
        if count
    ]


@login_required
def suggest(request: HttpRequest) -> HttpResponse:
    """Offer bodies that fit what is being typed, whatever the field is called."""
    text = next(iter(request.GET.dict().values()), "").strip()
    found = queries.searched(text, on=today())[:SUGGESTED] if len(text) > 1 else []
    options = [written(body) for body in found]
    return render(request, "members/suggestions.html", {"options": options})
