"""Addresses of the room of pages."""

from django.urls import path

from convoca.pages import gallery

app_name = "pages"
urlpatterns = [
    path("gallery/", gallery.gallery, name="gallery"),
    path("gallery/form/", gallery.form_page, name="gallery_form"),
    path("gallery/question/", gallery.question_page, name="gallery_question"),
    path("gallery/confirm/", gallery.confirm_page, name="gallery_confirm"),
    path("gallery/public/", gallery.public_page, name="gallery_public"),
    path("gallery/error/<int:status>/", gallery.error, name="gallery_error"),
]
