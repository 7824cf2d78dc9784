"""Series, and making an edition."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.accounts.roles import Role
from convoca.conferences import actions, queries
from convoca.conferences.content import EditionFacts
from convoca.conferences.forms.editions import EditionForm, NewSeriesForm, SeriesForm, StepForm
from convoca.conferences.models import CountdownRule, Series
from convoca.conferences.rules import demand_series, runs_any
from convoca.conferences.views.access import actor
from convoca.conferences.views.editing import Page, edit, remove
from convoca.journal.refusals import NotPermitted
from convoca.letters.rules import at_bodies
from convoca.members.queries import standing
from convoca.pages.views import Question


def listed(request: HttpRequest) -> HttpResponse:
    """Show every series with its editions."""
    by = actor(request)
    context = {
        "rows": queries.series_rows(by),
        "may_begin": runs_any(by),
        "today": timezone.localdate(),
    }
    return render(request, "conferences/list.html", context)


def _series(request: HttpRequest, key: str) -> Series:
    series = get_object_or_404(Series.objects.select_related("body"), key=key)
    demand_series(actor(request), series)
    return series


def new(request: HttpRequest) -> HttpResponse:
    """Begin a series."""
    by = actor(request)
    if not runs_any(by):
        raise NotPermitted(_("Only the secretariat of the convening body may do this."))
    mine = standing(on=timezone.localdate()).filter(at_bodies(by, [Role.SECRETARIAT]))
    form = NewSeriesForm(request.POST or None, bodies=mine)

    def save(form: NewSeriesForm) -> None:
        data = form.cleaned_data
        actions.create_series(by=by, body=data["body"], key=data["key"], facts=form.facts())

    page = Page(title=_("New series of conferences"), back=reverse("conferences:list"))
    return edit(request, page, form, save)


def change(request: HttpRequest, key: str) -> HttpResponse:
    """Change a series."""
    series = _series(request, key)
    form = SeriesForm(request.POST or None, row=series)

    def save(form: SeriesForm) -> None:
        actions.edit_series(
            by=actor(request), series=series, facts=form.facts(), version=form.held_version
        )

    page = Page(title=_("Change the series"), back=reverse("conferences:list"))
    return edit(request, page, form, save, row=series)


def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Delete a series that has no edition."""
    series = _series(request, key)
    question = Question(
        title=_("Delete this series?"),
        button=_("Delete the series"),
        back=reverse("conferences:list"),
        goes=[str(series), *(str(rule) for rule in series.countdown_rules.all())],
    )
    return remove(
        request, question, lambda: actions.delete_series(by=actor(request), series=series)
    )


def rules(request: HttpRequest, key: str) -> HttpResponse:
    """Show the rules from which each edition's countdown is computed."""
    series = _series(request, key)
    context = {"series": series, "rules": series.countdown_rules.all()}
    return render(request, "conferences/rules.html", context)


def rule(request: HttpRequest, key: str, rule_key: str = "") -> HttpResponse:
    """Enter a rule, or change one."""
    series = _series(request, key)
    row = get_object_or_404(CountdownRule, series=series, key=rule_key) if rule_key else None
    form = StepForm(request.POST or None, row=row)

    def save(form: StepForm) -> None:
        actions.put_rule(
            by=actor(request),
            series=series,
            facts=form.facts(),
            rule=row,
            version=form.held_version,
        )

    title = _("Change the rule") if row else _("New rule of the countdown")
    page = Page(title=title, back=reverse("conferences:rules", args=[series.key]))
    return edit(request, page, form, save, row=row)


def rule_remove(request: HttpRequest, key: str, rule_key: str) -> HttpResponse:
    """Take a rule away."""
    series = _series(request, key)
    row = get_object_or_404(CountdownRule, series=series, key=rule_key)
    question = Question(
        title=_("Remove this rule?"),
        button=_("Remove the rule"),
        back=reverse("conferences:rules", args=[key]),
        goes=[str(row)],
        note=_("Editions that have a step of it keep that step."),
    )
    return remove(request, question, lambda: actions.remove_rule(by=actor(request), rule=row))


def new_edition(request: HttpRequest, key: str) -> HttpResponse:
    """Enter an edition of the series."""
    series = _series(request, key)
    latest = series.editions.order_by("-ordinal").first()
    start = {
        "ordinal": latest.ordinal + 1 if latest else 1,
        "languages": series.languages,
        "title": series.name,
    }
    form = EditionForm(request.POST or None, initial=start)

    def save(form: EditionForm) -> str:
        facts: EditionFacts = form.facts()
        made = actions.create_edition(by=actor(request), series=series, facts=facts)
        return reverse("conferences:manage", args=[made.key])

    page = Page(title=_("New edition"), back=reverse("conferences:list"))
    return edit(request, page, form, save)
