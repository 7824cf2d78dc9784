"""The day's news: drafting from the records, editing, publishing, reading."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from convoca.conferences.models import Edition
from convoca.conferences.views.access import actor, editable, readable, shell
from convoca.conferences.views.editing import Page, edit
from convoca.journal.timeline import timeline
from convoca.proceedings import actions, queries
from convoca.proceedings.forms.news import DraftForm, NewsForm
from convoca.proceedings.models import DayNews


def listed(request: HttpRequest, key: str) -> HttpResponse:
    """Show the days of news."""
    edition = readable(request, key)
    context = {**shell(request, edition), "days": queries.news(edition, by=actor(request))}
    return render(request, "proceedings/news.html", context)


def _news(request: HttpRequest, edition: Edition, day: date) -> DayNews:
    return get_object_or_404(queries.news(edition, by=actor(request)), day=day)


def day(request: HttpRequest, key: str, day: date) -> HttpResponse:
    """Show the news of one day."""
    edition = readable(request, key)
    row = _news(request, edition, day)
    around = shell(request, edition)
    context = {
        **around,
        "news": row,
        "entries": timeline(subject_kind="news", subject_uid=row.uid) if around["may_edit"] else [],
    }
    return render(request, "proceedings/day_news.html", context)


def draft(request: HttpRequest, key: str) -> HttpResponse:
    """Draft the news of a day from its records."""
    edition = editable(request, key)
    start = {"day": request.GET.get("day") or edition.opens}
    form = DraftForm(request.POST or None, edition=edition, initial=start)

    def save(form: DraftForm) -> str:
        data = form.cleaned_data
        actions.draft_news(
            by=actor(request),
            edition=edition,
            day=data["day"],
            named=data["named"],
            anew=data.get("anew", False),
        )
        return reverse("proceedings:news_edit", args=[key, data["day"]])

    page = Page(
        title=_("Draft the news of a day"),
        back=reverse("proceedings:news", args=[key]),
        edition=edition,
        button=_("Draft from the records"),
        note=_("Sentences are filled from what is recorded of the day. A person edits them next."),
    )
    return edit(request, page, form, save)


def change(request: HttpRequest, key: str, day: date) -> HttpResponse:
    """Edit the wording of a day's news."""
    edition = editable(request, key)
    row = _news(request, edition, day)
    start = {"version": row.version, "title": row.title, "body": row.body}
    form = NewsForm(request.POST or None, initial=start)

    def save(form: NewsForm) -> None:
        data = form.cleaned_data
        actions.edit_news(
            by=actor(request),
            news=row,
            title=data["title"],
            body=data["body"],
            version=data["version"],
        )

    page = Page(
        title=_("Edit the news"),
        back=reverse("proceedings:day_news", args=[key, day]),
        edition=edition,
    )
    return edit(request, page, form, save, row=row)


@require_POST
def publish(request: HttpRequest, key: str, day: date) -> HttpResponse:
    """Publish the news of a day."""
    edition = editable(request, key)
    actions.publish_news(by=actor(request), news=_news(request, edition, day))
    messages.success(request, _("The news is published."))
    return redirect("proceedings:day_news", key, day)


@require_POST
def take_back(request: HttpRequest, key: str, day: date) -> HttpResponse:
    """Take the news of a day from public view."""
    edition = editable(request, key)
    actions.take_back_news(by=actor(request), news=_news(request, edition, day))
    messages.success(request, _("The news is taken back."))
    return redirect("proceedings:day_news", key, day)
