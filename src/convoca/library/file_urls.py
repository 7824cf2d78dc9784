"""Addresses of the library that carry no language: files, and the map for search engines."""

from django.urls import path

from convoca.library.views import entries, feeds

app_name = "library_files"
urlpatterns = [
    path("files/<uuid:uid>", entries.file, name="file"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
]
