"""The year's registers: pages, printable PDF and Excel with the columns of the decree."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from convoca.letters.forms.filters import RegisterFilter
from convoca.letters.models import Register, Series
from convoca.letters.queries import bodies_with_registers, incoming_register, outgoing_register
from convoca.letters.rules import may_keep_register
from convoca.letters.sheets import (
    incoming_cover,
    incoming_row,
    incoming_xlsx,
    outgoing_cover,
    outgoing_row,
    outgoing_xlsx,
)
from convoca.letters.views.answers import XLSX, attachment
from convoca.letters.views.reach import actor_of, officer, register_body
from convoca.members.periods import today
from convoca.pages.views import shown
from convoca.typesetting.documents import (
    IncomingRow,
    OutgoingRow,
    incoming_register_pdf,
    outgoing_register_pdf,
)

PER_PAGE = 50


@require_safe
def registers(request: HttpRequest) -> HttpResponse:
    """The registers of this year of the reader's first body, or the choice among several."""
    bodies = list(bodies_with_registers(officer(request)))
    if len(bodies) == 1:
        return redirect("letters:register", bodies[0].uid, today().year, Series.OUTGOING)
    return shown(request, "letters/registers.html", {"bodies": bodies, "year": today().year})


@require_safe
def register(request: HttpRequest, body: UUID, year: int, series: str) -> HttpResponse:
    """One register, filtered."""
    at, chosen = register_body(request, body), RegisterFilter(request.GET)
    is_outgoing = _is_outgoing(series)
    page: Page[Any]
    lines: list[tuple[Any, OutgoingRow | IncomingRow]]
    if is_outgoing:
        page = _paged(request, chosen.applied(outgoing_register(at, year)))
        lines = [(one, outgoing_row(one)) for one in page]
    else:
        page = _paged(request, chosen.applied(incoming_register(at, year)))
        lines = [(one, incoming_row(one)) for one in page]
    context = {
        "body": at,
        "year": year,
        "series": series,
        "is_outgoing": is_outgoing,
        "page": page,
        "lines": lines,
        "filters": chosen,
        "years": _years(at.pk, year),
        "may_keep": may_keep_register(actor_of(request), at),
    }
    return shown(request, "letters/register.html", context)


def _paged(request: HttpRequest, rows: QuerySet[Any]) -> Page[Any]:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def _is_outgoing(series: str) -> bool:
    if series not in Series.values:
        raise Http404
    return series == Series.OUTGOING


def _years(body: int, year: int) -> list[int]:
    known = Register.objects.filter(body=body).values_list("year", flat=True).distinct()
    return sorted({*known, year, today().year}, reverse=True)


@require_safe
def register_pdf(request: HttpRequest, body: UUID, year: int, series: str) -> HttpResponse:
    """One register to print and bind."""
    at = register_body(request, body)
    if _is_outgoing(series):
        letters = list(outgoing_register(at, year))
        front = outgoing_cover(at, year, letters)
        made = outgoing_register_pdf(front, [outgoing_row(one) for one in letters])
    else:
        received = list(incoming_register(at, year))
        front = incoming_cover(at, year, received)
        made = incoming_register_pdf(front, [incoming_row(one) for one in received])
    return attachment(made, f"register-{series}-{year}.pdf", inline=True)


@require_safe
def register_xlsx(request: HttpRequest, body: UUID, year: int, series: str) -> HttpResponse:
    """One register as an Excel sheet."""
    at = register_body(request, body)
    if _is_outgoing(series):
        made = outgoing_xlsx(outgoing_row(one) for one in outgoing_register(at, year))
    else:
        made = incoming_xlsx(incoming_row(one) for one in incoming_register(at, year))
    return attachment(made, f"register-{series}-{year}.xlsx", media_type=XLSX)
