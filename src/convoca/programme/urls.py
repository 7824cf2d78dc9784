"""Addresses of the programme and of the exhibition, under those of their edition."""

from django.urls import path

# It registers the converter "day".
import convoca.conferences.urls  # noqa: F401
from convoca.programme.views import exhibition, programme, sessions

app_name = "programme"
_P = "conferences/<slug:key>/programme/"
_S = f"{_P}<uuid:uid>/"
_X = "conferences/<slug:key>/exhibition/"
urlpatterns = [
    path(_P, programme.listed, name="list"),
    path(f"{_P}grid/", programme.first_grid, name="first_grid"),
    path(f"{_P}grid/<day:day>/", programme.grid, name="grid"),
    path(f"{_P}calendar.ics", programme.feed, name="feed"),
    path(f"{_P}clashes/", programme.clashes, name="clashes"),
    path(f"{_P}new/", sessions.session_edit, name="session_new"),
    path(f"{_P}publish/", sessions.publish_all, name="publish_all"),
    path(f"{_P}describe/<uuid:uid>/", sessions.describe, name="describe"),
    path(_S, sessions.session, name="session"),
    path(f"{_S}calendar.ics", programme.session_feed, name="session_feed"),
    path(f"{_S}edit/", sessions.session_edit, name="session_edit"),
    path(f"{_S}move/", sessions.move, name="move"),
    path(f"{_S}publish/", sessions.publish, name="publish"),
    path(f"{_S}remove/", sessions.session_remove, name="session_remove"),
    path(f"{_S}speakers/new/", sessions.speaker_new, name="speaker_new"),
    path(f"{_S}speakers/<uuid:speaker>/remove/", sessions.speaker_remove, name="speaker_remove"),
    path(_X, exhibition.directory, name="exhibition"),
    path(f"{_X}new/", exhibition.exhibitor_edit, name="exhibitor_new"),
    path(f"{_X}halls/new/", exhibition.hall_edit, name="hall_new"),
    path(f"{_X}halls/<uuid:uid>/", exhibition.hall_edit, name="hall_edit"),
    path(f"{_X}halls/<uuid:uid>/remove/", exhibition.hall_remove, name="hall_remove"),
    path(f"{_X}<uuid:uid>/", exhibition.exhibitor, name="exhibitor"),
    path(f"{_X}<uuid:uid>/edit/", exhibition.exhibitor_edit, name="exhibitor_edit"),
    path(f"{_X}<uuid:uid>/remove/", exhibition.exhibitor_remove, name="exhibitor_remove"),
    path(f"{_X}<uuid:uid>/stands/new/", exhibition.stand_give, name="stand_give"),
    path(f"{_X}<uuid:uid>/stands/<uuid:stand>/free/", exhibition.stand_free, name="stand_free"),
]
