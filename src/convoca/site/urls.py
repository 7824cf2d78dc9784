"""The addresses of the start page and of the journal."""

from django.urls import path

from convoca.site import views

app_name = "site"
urlpatterns = [
    path("", views.start, name="start"),
    path("journal/", views.journal, name="journal"),
]
