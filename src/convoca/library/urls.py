"""Addresses of the library."""

from django.urls import path

from convoca.library.views import entries, feeds, keeping, shelves

app_name = "library"
urlpatterns = [
    path("", shelves.shelf, name="shelf"),
    path("feed.atom", feeds.atom, name="feed"),
    path("<uuid:uid>/", entries.entry, name="entry"),
    path("<uuid:uid>/withdraw/", keeping.withdraw, name="withdraw"),
    path("<uuid:uid>/put-back/", keeping.put_back, name="put_back"),
    path("<uuid:uid>/correct/", keeping.correct, name="correct"),
    path("<uuid:uid>/confirm/", keeping.confirm, name="confirm"),
]
