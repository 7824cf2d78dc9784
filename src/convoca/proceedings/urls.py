"""Addresses of proceedings, below those of their edition."""

from django.urls import path, register_converter

# It registers the converter "day".
import convoca.conferences.urls  # noqa: F401
from convoca.proceedings.views import editing, news, pages
from convoca.proceedings.views.editing import KINDS


class KindConverter:
    """The name of a kind of row."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> str:
        """Return the name as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name as it is."""
        return value


register_converter(KindConverter, "kind")

app_name = "proceedings"
urlpatterns = [
    path("<slug:key>/agenda/", pages.agenda, name="agenda"),
    path("<slug:key>/meetings/<uuid:uid>/", pages.meeting, name="meeting"),
    path("<slug:key>/documents/<uuid:uid>/file/", pages.file, name="file"),
    path("<slug:key>/promises/", pages.promises, name="promises"),
    path("<slug:key>/promises/<slug:slug>/", pages.commitment, name="commitment"),
    path("<slug:key>/groups/<slug:slug>/", pages.group, name="group"),
    path("<slug:key>/news/", news.listed, name="news"),
    path("<slug:key>/news/draft/", news.draft, name="news_draft"),
    path("<slug:key>/news/<day:day>/", news.day, name="day_news"),
    path("<slug:key>/news/<day:day>/edit/", news.change, name="news_edit"),
    path("<slug:key>/news/<day:day>/publish/", news.publish, name="news_publish"),
    path("<slug:key>/news/<day:day>/take-back/", news.take_back, name="news_take_back"),
    path("<slug:key>/records/<kind:kind>/new/", editing.new, name="new"),
    path("<slug:key>/records/<kind:kind>/<uuid:uid>/", editing.change, name="change"),
    path("<slug:key>/records/<kind:kind>/<uuid:uid>/remove/", editing.take_away, name="remove"),
    path(
        "<slug:key>/records/<kind:above_kind>/<uuid:uid>/<kind:kind>/new/",
        editing.new_below,
        name="new_below",
    ),
]
