"""The summary report: its numbers on a page, their rows, the drafts as Word, the annex."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from convoca.calls.models import Call
from convoca.calls.rules import works_on
from convoca.calls.topics import Kind
from convoca.files.kinds import Kind as FileKind
from convoca.files.responses import download
from convoca.members.models import BodyKind
from convoca.reports.actions import draft_report
from convoca.reports.documents import annex_sheet, annex_word
from convoca.reports.models import ReportDraft
from convoca.reports.queries.lists import drafts_of
from convoca.reports.queries.numbers import OF_ITEMS, Facts, facts_of, is_key
from convoca.reports.summary import Summary
from convoca.reports.titles import title_of
from convoca.reports.views.doors import actor_of, call_for

STATES = ("received", "letter_only", "through", "nothing", "handed_on", "drafted", "silent")


@require_safe
def summary(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the report as it would be drafted now, every number with its rows."""
    call = call_for(request, uid)
    facts = facts_of(call)
    told = Summary(facts, get_language() or "en")
    context = {
        "call": call,
        "sections": told.sections(),
        "heads": [title_of(key) for key in ("addressed", *STATES)],
        "kinds": _table(facts, told),
        "drafts": drafts_of(call),
        "works_on": works_on(actor_of(request), call),
    }
    return render(request, "reports/summary.html", context)


def _table(facts: Facts, told: Summary) -> list[tuple[str, list[object]]]:
    rows: list[tuple[str, list[object]]] = [
        (
            str(BodyKind(kind).label) if kind else "–",
            [told.number(key, kind) for key in ("addressed", *STATES)],
        )
        for kind in facts.kinds_of_bodies
    ]
    return rows


@require_safe
def rows(request: HttpRequest, uid: UUID, key: str) -> HttpResponse:
    """Show the rows behind one number."""
    call = call_for(request, uid)
    if not is_key(key):
        raise Http404
    facts, kind = facts_of(call), request.GET.get("kind")
    of_items = key in OF_ITEMS or key == "reached"
    key = "counted" if key == "reached" else key
    items = facts.came(key, kind) if of_items else []
    replies = [] if of_items else facts.replies(key, kind)
    context = {
        "call": call,
        "title": title_of(key),
        "kind": _kind_label(kind, of_items=of_items),
        "items": items,
        "replies": replies,
        "count": len(items) + len(replies),
        "reached": facts.count("reached") if key == "counted" else None,
    }
    return render(request, "reports/rows.html", context)


def _kind_label(kind: str | None, *, of_items: bool) -> str:
    if not kind:
        return ""
    known = dict(Kind.choices if of_items else BodyKind.choices)
    if kind not in known:
        raise Http404
    return str(known[kind])


@require_POST
def draft(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Draft the report by one press; the answer is the Word file itself."""
    call = call_for(request, uid)
    return download(draft_report(by=actor_of(request), call=call).docx)


@require_safe
def drafted(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Give out a report that was drafted before."""
    report = ReportDraft.objects.filter(uid=uid).select_related("docx", "call").first()
    if report is None:
        raise Http404
    call_for(request, report.call.uid)
    return download(report.docx)


@require_safe
def annex(request: HttpRequest, uid: UUID, form: str) -> HttpResponse:
    """Give out the annex alone, as it is now, as Word or as Excel."""
    call = call_for(request, uid)
    makers = {"docx": (annex_word, FileKind.DOCX), "xlsx": (annex_sheet, FileKind.XLSX)}
    if form not in makers:
        raise Http404
    make, kind = makers[form]
    answer = HttpResponse(
        make(facts_of(call), dated=timezone.localdate()), content_type=kind.media_type
    )
    answer["Content-Disposition"] = f'attachment; filename="{_file_name(call)}.{form}"'
    return answer


def _file_name(call: Call) -> str:
    return f"phu-luc-{call.edition.year}"
