"""Importing bodies from a file: upload, preview, confirm; the refused lines as a file."""

import csv
import io
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.journal.refusals import NotPermitted
from convoca.members import actions
from convoca.members.forms.contacts import UploadForm
from convoca.members.imports.planning import Plan, planned
from convoca.members.imports.reading import MAX_BYTES
from convoca.members.imports.refused import refused_lines
from convoca.members.models import BodyImport
from convoca.members.rules import administers_anything
from convoca.members.views import acting
from convoca.pages.middleware import body_limit
from convoca.pages.parts import Figure
from convoca.pages.views import shown

SHOWN_PROBLEMS = 200
SHOWN_NEW = 30


@login_required
@body_limit(MAX_BYTES + 1024 * 1024)
def upload(request: HttpRequest) -> HttpResponse:
    """Take in a file and lead to its preview."""
    by = acting(request)
    if not administers_anything(by):
        raise NotPermitted(_("Only an administrator may import bodies."))
    sent = request.method == "POST"
    form = UploadForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        if file.size > MAX_BYTES:
            form.add_error("file", _("The file is larger than 20 MB."))
        else:
            kept = actions.receive_import(by=by, file_name=file.name, content=file.read())
            return redirect("members:import", uid=kept.uid)
    return shown(request, "members/import_upload.html", form=form)


def _kept(request: HttpRequest, uid: UUID) -> BodyImport:
    kept = get_object_or_404(BodyImport, uid=uid)
    if kept.made_by != acting(request).uid:
        raise NotPermitted(_("Only the administrator who uploaded the file may see this."))
    return kept


@login_required
def preview(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show what the file would do now, or what it did, and every line that is refused."""
    kept = _kept(request, uid)
    plan = planned(by=acting(request), content=bytes(kept.content))
    context = {
        "kept": kept,
        "plan": plan,
        "figures_list": _figures(kept, plan),
        "problems": plan.problems[:SHOWN_PROBLEMS],
        "more_problems": max(0, len(plan.problems) - SHOWN_PROBLEMS),
        "new": plan.new[:SHOWN_NEW],
        "more_new": max(0, len(plan.new) - SHOWN_NEW),
    }
    return render(request, "members/import_preview.html", context)


def _figures(kept: BodyImport, plan: Plan) -> list[Figure]:
    done = kept.confirmed_at is not None
    return [
        Figure(kept.created if done else len(plan.new), _("new"), tone="ok"),
        Figure(kept.changed if done else len(plan.changes), _("corrected")),
        Figure(kept.unchanged if done else plan.unchanged, _("unchanged")),
        Figure(
            kept.refused if done else plan.refused,
            _("lines refused"),
            tone="bad" if plan.refused else "",
        ),
    ]


@login_required
@require_POST
def confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Import the good lines."""
    kept = actions.confirm_import(by=acting(request), kept=_kept(request, uid))
    messages.success(
        request,
        _("Imported: %(new)d new, %(changed)d corrected.")
        % {"new": kept.created, "changed": kept.changed},
    )
    return redirect("members:import", uid=uid)


@login_required
def refused(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hand the refused lines back as they came, each with what is wrong, to be put right."""
    kept = _kept(request, uid)
    plan = planned(by=acting(request), content=bytes(kept.content))
    response = HttpResponse(refused_lines(plan), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="refused.csv"'
    return response


@login_required
def sample(request: HttpRequest) -> HttpResponse:
    """Hand out a small file that shows the columns."""
    rows = [
        ("key", "kind", "parent", "name_vi", "name_en", "abbreviation", "email", "valid_from"),
        (
            "vn-btc",
            "ministry",
            "vn-chinh-phu",
            "Bộ Tài chính",
            "Ministry of Finance",
            "BTC",
            "vanthu@vn-btc.example",
            "1945-08-28",
        ),
    ]
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    response = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="bodies.csv"'
    return response
