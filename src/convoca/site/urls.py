"""The address of the start page."""

from django.urls import path

from convoca.site import views

app_name = "site"
urlpatterns = [path("", views.start, name="start")]
