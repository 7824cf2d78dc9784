"""Addresses of an edition's election."""

from django.urls import path

from convoca.elections.views import keeping, reading

app_name = "elections"
_E = "conferences/<slug:key>/elections/"
_C = f"{_E}posts/<slug:contest>/"
urlpatterns = [
    path(_E, reading.overview, name="overview"),
    path(f"{_E}seats/", reading.seats, name="seats"),
    path(f"{_E}open/", keeping.open_, name="open"),
    path(f"{_E}state/", keeping.state, name="state"),
    path(f"{_E}remove/", keeping.election_remove, name="remove"),
    path(f"{_E}new/", keeping.contest_edit, name="contest_new"),
    path(_C, reading.contest, name="contest"),
    path(f"{_C}edit/", keeping.contest_edit, name="contest_edit"),
    path(f"{_C}remove/", keeping.contest_remove, name="contest_remove"),
    path(f"{_C}give/", keeping.give, name="give"),
    path(f"{_C}take-back/", keeping.take_back, name="take_back"),
    path(f"{_C}candidatures/new/", keeping.candidature_edit, name="candidature_new"),
    path(f"{_C}candidatures/<uuid:uid>/", keeping.candidature_edit, name="candidature_edit"),
    path(
        f"{_C}candidatures/<uuid:uid>/withdraw/",
        keeping.candidature_withdraw,
        name="candidature_withdraw",
    ),
    path(
        f"{_C}candidatures/<uuid:uid>/restore/",
        keeping.candidature_restore,
        name="candidature_restore",
    ),
    path(
        f"{_C}candidatures/<uuid:uid>/remove/",
        keeping.candidature_remove,
        name="candidature_remove",
    ),
    path(f"{_C}rounds/new/", keeping.ballot_edit, name="ballot_new"),
    path(f"{_C}rounds/<uuid:uid>/", keeping.ballot_edit, name="ballot_edit"),
    path(f"{_C}rounds/<uuid:uid>/remove/", keeping.ballot_remove, name="ballot_remove"),
]
