"""This room's addresses; everything except reply links stands under the language prefix."""

from django.urls import URLPattern

app_name = "letters"
urlpatterns: list[URLPattern] = []
