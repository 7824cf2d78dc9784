"""An edition for its readers and for its secretariat."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.conferences import actions, queries
from convoca.conferences.content import EditionFacts
from convoca.conferences.forms.editions import EditionForm, FigureForm, ThemeForm
from convoca.conferences.forms.facts import language_name
from convoca.conferences.models import Edition, Figure, Theme
from convoca.conferences.views.access import actor, editable, readable, row_of, shell
from convoca.conferences.views.editing import Page, edit, remove
from convoca.journal.timeline import timeline
from convoca.pages.views import Question, shown


def overview(request: HttpRequest, key: str) -> HttpResponse:
    """Show an edition: where and when, its themes, its numbers, its neighbours in the series."""
    edition, by = readable(request, key), actor(request)
    earlier, later = queries.neighbours(edition, by)
    context = {
        **shell(request, edition),
        "themes": list(edition.themes.all()),
        "figures": list(edition.figures.all()),
        "languages": [language_name(code) for code in edition.languages],
        "earlier": earlier,
        "later": later,
        "is_over": queries.is_over(edition),
        "opening": queries.on_day(edition, edition.opens, by=by),
    }
    return render(request, "conferences/edition.html", context)


def manage(request: HttpRequest, key: str) -> HttpResponse:
    """Show the secretariat everything that an edition holds, with what can be done."""
    edition = editable(request, key)
    context = {
        **shell(request, edition),
        "themes": edition.themes.all(),
        "figures": edition.figures.all(),
        "rooms": edition.rooms.all(),
        "guests": queries.guests(edition),
        "content": actions.content_of(edition),
        "entries": timeline(subject_kind="edition", subject_uid=edition.uid)[-12:],
    }
    return render(request, "conferences/manage.html", context)


def change(request: HttpRequest, key: str) -> HttpResponse:
    """Change an edition's own facts."""
    edition = editable(request, key)
    form = EditionForm(request.POST or None, row=edition)

    def save(form: EditionForm) -> str:
        saved = actions.edit_edition(
            by=actor(request), edition=edition, facts=form.facts(), version=form.held_version
        )
        return reverse("conferences:manage", args=[saved.key])

    back = reverse("conferences:manage", args=[key])
    page = Page(title=_("Change the edition"), back=back, edition=edition)
    return edit(request, page, form, save, row=edition)


@require_POST
def publish(request: HttpRequest, key: str) -> HttpResponse:
    """Let everybody read the edition."""
    edition = editable(request, key)
    actions.publish_edition(by=actor(request), edition=edition)
    messages.success(request, _("The edition is public now."))
    return redirect("conferences:manage", key)


@require_POST
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    """Take the edition from public view."""
    edition = editable(request, key)
    actions.withdraw_edition(by=actor(request), edition=edition)
    messages.success(request, _("The edition is no longer public."))
    return redirect("conferences:manage", key)


def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Delete an edition that holds nothing; one that does is refused, naming what it holds."""
    edition = editable(request, key)
    question = Question(
        title=_("Delete this edition?"),
        button=_("Delete the edition"),
        back=reverse("conferences:manage", args=[key]),
        goes=[str(edition), *(str(theme) for theme in edition.themes.all())],
        note=_("It cannot be brought back. Its countdown, themes and numbers go with it."),
    )
    return remove(
        request,
        question,
        lambda: actions.delete_edition(by=actor(request), edition=edition),
        then=reverse("conferences:list"),
    )


def clone(request: HttpRequest, key: str) -> HttpResponse:
    """Make a new edition from this one's structure, with a preview of what goes along."""
    source, by = editable(request, key), actor(request)
    plan = actions.clone_plan(by=by, source=source)
    form = EditionForm(request.POST or None, initial=_next_start(source))
    is_preview = request.method == "POST" and "preview" in request.POST and form.is_valid()

    def save(form: EditionForm) -> str:
        made = actions.clone_edition(by=by, source=source, facts=form.facts())
        return reverse("conferences:manage", args=[made.key])

    back = reverse("conferences:manage", args=[key])
    page = Page(
        title=_("New edition from this structure"),
        back=back,
        edition=source,
        button=_("Make the new edition"),
        note=_("People, letters, events, documents and decisions stay with this edition."),
    )
    extra: dict[str, Any] = {"plan": plan, "with_preview": True}
    if is_preview:
        facts: EditionFacts = form.facts()
        extra["days"] = actions.cloned_days(source, opens=facts.opens)
        context = {"page": page, "edition": source, "may_edit": True, **extra}
        return shown(request, "conferences/form.html", context, form=form)
    return edit(request, page, form, save, extra=extra)


def _next_start(source: Edition) -> dict[str, Any]:
    return {
        "title": source.series.name,
        "ordinal": source.ordinal + 1,
        "languages": source.languages,
        "zone": "",
    }


def theme(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter a main theme, or change one."""
    edition = editable(request, key)
    row = row_of(Theme, edition, uid) if uid else None
    form = ThemeForm(request.POST or None, row=row, initial=_start(row, edition.themes.count()))

    def save(form: ThemeForm) -> None:
        actions.put_theme(
            by=actor(request),
            edition=edition,
            facts=form.facts(),
            theme=row,
            version=form.held_version,
        )

    title = _("Change the theme") if row else _("New theme")
    page = Page(title=title, back=reverse("conferences:manage", args=[key]), edition=edition)
    return edit(request, page, form, save, row=row)


def theme_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a theme away."""
    edition = editable(request, key)
    row = row_of(Theme, edition, uid)
    question = Question(
        title=_("Remove this theme?"),
        button=_("Remove the theme"),
        back=reverse("conferences:manage", args=[key]),
        goes=[str(row)],
    )
    return remove(request, question, lambda: actions.remove_theme(by=actor(request), theme=row))


def figure(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter a number with its source, or change one."""
    edition = editable(request, key)
    row = row_of(Figure, edition, uid) if uid else None
    form = FigureForm(request.POST or None, row=row, initial=_start(row, edition.figures.count()))

    def save(form: FigureForm) -> None:
        actions.put_figure(
            by=actor(request),
            edition=edition,
            facts=form.facts(),
            figure=row,
            version=form.held_version,
        )

    title = _("Change the number") if row else _("New number")
    page = Page(title=title, back=reverse("conferences:manage", args=[key]), edition=edition)
    return edit(request, page, form, save, row=row)


def figure_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a number away."""
    edition = editable(request, key)
    row = row_of(Figure, edition, uid)
    question = Question(
        title=_("Remove this number?"),
        button=_("Remove the number"),
        back=reverse("conferences:manage", args=[key]),
        goes=[str(row)],
    )
    return remove(request, question, lambda: actions.remove_figure(by=actor(request), figure=row))


def _start(row: object, count: int) -> dict[str, int]:
    return {} if row else {"place": count + 1}
