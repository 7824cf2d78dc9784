"""The day's news: drafted from the records, edited by a person, published."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from convoca.conferences.models import Answer, Edition, Event
from convoca.conferences.queries import with_speeches
from convoca.conferences.rules import demand
from convoca.conferences.writing import held, saved
from convoca.journal.actors import Actor, ActorKind
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.members.naming import main_of
from convoca.proceedings import sentences
from convoca.proceedings.models import Commitment, DayNews, Decision, NewsState
from convoca.proceedings.queries import election_posts

_BY_HOUR = F("starts").asc(nulls_last=True)


def records_of(edition: Edition, day: date, named: Body | None = None) -> sentences.Records:
    """Return what the edition holds of that day; what is not shown to the public is left out."""
    events = Event.objects.filter(edition=edition, day=day, is_public=True).select_related("room")
    return sentences.Records(
        edition=edition,
        day=day,
        figures={figure.key: figure for figure in edition.figures.all()},
        themes=[str(theme) for theme in edition.themes.all()],
        events=list(with_speeches(events).order_by(_BY_HOUR, "place", "pk")),
        kinds=frozenset(edition.events.values_list("kind", flat=True)),
        posts=election_posts(edition),
        commitments=list(
            Commitment.objects.filter(edition=edition, made_on=day).select_related("promised_by")
        ),
        decisions=list(
            Decision.objects.filter(
                meeting__event__edition=edition, meeting__event__day=day
            ).select_related("meeting__event")
        ),
        named=named,
        coming=edition.delegations.filter(answer=Answer.ACCEPTED).count(),
    )


def _in_all_languages(
    edition: Edition, day: date, named: Body | None
) -> tuple[Translated, Translated, sentences.Records]:
    titles, bodies = {}, {}
    for code, _label in settings.LANGUAGES:
        with translation.override(code):
            records = records_of(edition, day, named)
            titles[code], bodies[code] = sentences.title(records), sentences.body(records)
    return Translated(titles), Translated(bodies), records


@transaction.atomic
def draft_news(
    *, by: Actor, edition: Edition, day: date, named: Body | None = None, anew: bool = False
) -> DayNews:
    """Draft the news of a day in every language; a draft that nobody edited is written anew.

    `named` is a member to be named among those who came; `anew` gives up what a person edited.
    Raises StateConflict for a published day and for an edited draft, ValidationError for a day
    on which nothing is recorded.
    """
    demand(by, edition)
    if not edition.events.filter(day=day, is_public=True).exists():
        raise ValidationError({"day": _("Nothing is recorded of this day.")})
    title, body, records = _in_all_languages(edition, day, named)
    row = DayNews.objects.select_for_update(no_key=True).filter(edition=edition, day=day).first()
    if row is not None and row.state == NewsState.PUBLISHED:
        raise StateConflict(_("The news of this day is published. Take it back first."))
    if row is not None and row.edited_by and not anew:
        raise StateConflict(_("A person has edited the news of this day; say that it may be lost."))
    is_new = row is None
    row = row or DayNews(edition=edition, day=day)
    row.title, row.body, row.drafted = title, body, body
    row.main_language, row.edited_by = main_of(title), ""
    row.made_from = [
        {"kind": one._meta.model_name or "", "uid": str(one.uid), "version": one.version}
        for one in records.rows()
    ]
    saved(row, is_new=is_new)
    _tell(by, row, "proceedings.draft_news", records=len(row.made_from))
    return row


@transaction.atomic
def edit_news(
    *, by: Actor, news: DayNews, title: Translated, body: Translated, version: int | None = None
) -> DayNews:
    """Take a person's wording. Only a person edits; a draft so edited can be published."""
    demand(by, news.edition)
    if by.kind is not ActorKind.PERSON:
        raise NotPermitted(_("The news is edited by a person."))
    news = held(news, version)
    if news.state == NewsState.PUBLISHED:
        raise StateConflict(_("The news of this day is published. Take it back first."))
    news.title, news.body, news.edited_by = title, body, by.uid
    news.main_language = main_of(title)
    saved(news)
    _tell(by, news, "proceedings.edit_news")
    return news


@transaction.atomic
def publish_news(*, by: Actor, news: DayNews) -> DayNews:
    """Publish the day's news. Raises StateConflict before a person has edited the draft."""
    demand(by, news.edition)
    news = held(news)
    if news.state == NewsState.PUBLISHED:
        raise StateConflict(_("The news of this day is published already."))
    if not news.edited_by:
        raise StateConflict(_("A person has to read and save the draft before it is published."))
    news.state, news.published_at = NewsState.PUBLISHED, timezone.now()
    saved(news)
    _tell(by, news, "proceedings.publish_news")
    return news


@transaction.atomic
def take_back_news(*, by: Actor, news: DayNews) -> DayNews:
    """Take the day's news from public view, to be edited again."""
    demand(by, news.edition)
    news = held(news)
    if news.state != NewsState.PUBLISHED:
        raise StateConflict(_("The news of this day is not published."))
    news.state, news.published_at = NewsState.DRAFT, None
    saved(news)
    _tell(by, news, "proceedings.take_back_news")
    return news


def _tell(by: Actor, news: DayNews, action: str, **facts: int) -> None:
    record(
        by=by,
        action=action,
        subject_kind="news",
        subject_uid=news.uid,
        facts={"day": news.day.isoformat(), **facts},
    )
