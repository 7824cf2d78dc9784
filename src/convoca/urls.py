"""Every room's addresses. Pages carry the language as a prefix; files and reply links do not."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
