"""The library's front: search, facets and the list."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from convoca.library.addresses import narrowed, query
from convoca.library.queries.searching import counts, found
from convoca.library.showing import chosen, facets, rows
from convoca.library.views.readers import reader
from convoca.members.periods import today
from convoca.pages.remembering import remembered

PER_PAGE = 20


@require_safe
@remembered
def shelf(request: HttpRequest) -> HttpResponse:
    """Show what this reader may read, narrowed down by the address."""
    asked = narrowed(request.GET, reader(request))
    counted = counts(asked)
    paginator = Paginator(found(asked), PER_PAGE)
    # Counted already with the facets; the paginator would ask once more.
    paginator.count = counted.total
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "total": counted.total,
        "page": page,
        "rows": rows(page.object_list, today()),
        "facets": facets(asked, counted),
        "chosen": chosen(asked),
        "kept": list(asked.chosen.items()),
        "orders": {
            "best": query(replace(asked, order="")),
            "newest": query(replace(asked, order="newest")),
            "title": query(replace(asked, order="title")),
        },
        "both_shelves": len(asked.shelves) > 1,
    }
    return render(request, "library/shelf.html", context)
