"""The exhibition: the directory for everybody, halls and stands for the secretariat."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.conferences.views.access import actor, editable, readable, row_of, shell
from convoca.conferences.views.editing import Page, edit, remove
from convoca.journal.timeline import timeline
from convoca.languages.translated import shown
from convoca.pages.views import Question
from convoca.programme import actions, queries
from convoca.programme.forms.exhibition import ExhibitorForm, HallForm, SearchForm, StandForm
from convoca.programme.models import Exhibitor, Hall, Stand

PER_PAGE = 40


def directory(request: HttpRequest, key: str) -> HttpResponse:
    """Show who exhibits where, with a search that ignores marks."""
    edition = readable(request, key)
    halls = list(queries.halls_with_counts(edition))
    language = get_language() or "en"
    names = [(hall.key, shown(hall.name, language, hall.main_language).text) for hall in halls]
    form = SearchForm(request.GET or None, halls=names)
    asked = form.cleaned_data if form.is_valid() else {}
    found = queries.exhibitors(
        edition, by=actor(request), text=asked.get("q", ""), hall=asked.get("hall", "")
    )
    context = {
        **shell(request, edition),
        "halls": halls,
        "form": form,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "is_filtered": bool(asked.get("q") or asked.get("hall")),
    }
    return render(request, "programme/exhibition.html", context)


def exhibitor(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Show an exhibitor with its stands."""
    edition = readable(request, key)
    row = get_object_or_404(queries.exhibitors(edition, by=actor(request)), uid=uid)
    around = shell(request, edition)
    context = {**around, "exhibitor": row}
    if around["may_edit"]:
        context["entries"] = timeline(subject_kind="exhibitor", subject_uid=row.uid)
    return render(request, "programme/exhibitor.html", context)


def exhibitor_edit(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter an exhibitor, or change one."""
    edition = editable(request, key)
    row = row_of(Exhibitor, edition, uid) if uid else None
    form = ExhibitorForm(request.POST or None, row=row, edition=edition)

    def save(form: ExhibitorForm) -> str:
        saved = actions.put_exhibitor(
            by=actor(request),
            edition=edition,
            facts=form.facts(),
            exhibitor=row,
            version=form.held_version,
        )
        return reverse("programme:exhibitor", args=[key, saved.uid])

    title = _("Change the exhibitor") if row else _("New exhibitor")
    page = Page(title, _page_of(key, row), edition=edition, above=_above(key))
    return edit(request, page, form, save, row=row)


def exhibitor_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take an exhibitor out of the directory."""
    row = row_of(Exhibitor, editable(request, key), uid)
    question = Question(
        title=_("Remove this exhibitor?"),
        button=_("Remove the exhibitor"),
        back=_page_of(key, row),
        goes=[str(row)],
        note=_("Its stands become free. The rest cannot be undone."),
    )
    return remove(
        request,
        question,
        lambda: actions.remove_exhibitor(by=actor(request), exhibitor=row),
        then=reverse("programme:exhibition", args=[key]),
    )


def stand_give(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Give an exhibitor a stand."""
    edition = editable(request, key)
    row = row_of(Exhibitor, edition, uid)
    form = StandForm(request.POST or None, edition=edition)

    def save(form: StandForm) -> None:
        actions.give_stand(by=actor(request), exhibitor=row, **form.cleaned_data)

    above = (*_above(key), (str(row), _page_of(key, row)))
    page = Page(_("Give a stand"), _page_of(key, row), edition=edition, above=above)
    return edit(request, page, form, save)


def stand_free(request: HttpRequest, key: str, uid: str, stand: str) -> HttpResponse:
    """Take a stand from an exhibitor."""
    row = row_of(Exhibitor, editable(request, key), uid)
    held = get_object_or_404(Stand, uid=stand, exhibitor=row)
    question = Question(
        title=_("Free this stand?"),
        button=_("Free the stand"),
        back=_page_of(key, row),
        goes=[f"{held}: {row}"],
    )
    return remove(request, question, lambda: actions.free_stand(by=actor(request), stand=held))


def hall_edit(request: HttpRequest, key: str, uid: str = "") -> HttpResponse:
    """Enter a hall, or change one."""
    edition = editable(request, key)
    row = row_of(Hall, edition, uid) if uid else None
    form = HallForm(request.POST or None, row=row)

    def save(form: HallForm) -> None:
        actions.put_hall(
            by=actor(request),
            edition=edition,
            facts=form.facts(),
            hall=row,
            version=form.held_version,
        )

    title = _("Change the hall") if row else _("New hall")
    page = Page(title, _page_of(key, None), edition=edition, above=_above(key))
    return edit(request, page, form, save, row=row)


def hall_remove(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Take a hall away."""
    row = row_of(Hall, editable(request, key), uid)
    question = Question(
        title=_("Remove this hall?"),
        button=_("Remove the hall"),
        back=_page_of(key, None),
        goes=[str(row)],
    )
    return remove(request, question, lambda: actions.remove_hall(by=actor(request), hall=row))


def _page_of(key: str, row: Exhibitor | None) -> str:
    if row is None:
        return reverse("programme:exhibition", args=[key])
    return reverse("programme:exhibitor", args=[key, row.uid])


def _above(key: str) -> tuple[tuple[str, str], ...]:
    return ((_("Exhibition"), reverse("programme:exhibition", args=[key])),)
