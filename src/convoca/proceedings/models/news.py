"""The day's news of a conference, drafted from its records and edited by a person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from convoca.conferences.facts import Versioned, worded
from convoca.conferences.models import Edition
from convoca.languages.fields import LanguageField, TranslatedField, main_language_check


class NewsState(models.TextChoices):
    """Where the news of a day stands."""

    DRAFT = "draft", pgettext_lazy("the day’s news", "draft")
    PUBLISHED = "published", pgettext_lazy("the day’s news", "published")


class DayNews(Versioned):
    """One day of an edition in words.

    `drafted` keeps the sentences as they were made from the records, so that a reader of the
    draft sees what a person changed. `made_from` names each record used: kind, uid, version.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="news")
    day = models.DateField()
    title = TranslatedField()
    body = TranslatedField()
    drafted = TranslatedField()
    main_language = LanguageField()
    made_from = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=NewsState, default=NewsState.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["day"]
        verbose_name_plural = pgettext_lazy("content of an edition", "days of news")
        constraints = [
            main_language_check("title", name="proceedings_news_title"),
            main_language_check("body", name="proceedings_news_body"),
            models.UniqueConstraint(fields=["edition", "day"], name="proceedings_news_once_a_day"),
            models.CheckConstraint(
                condition=Q(state=NewsState.DRAFT, published_at=None)
                | Q(state=NewsState.PUBLISHED, published_at__isnull=False) & ~Q(edited_by=""),
                name="proceedings_news_published_after_a_person_edited",
            ),
        ]

    def __str__(self) -> str:
        return worded(self.title, self.main_language)
