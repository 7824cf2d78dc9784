"""Addresses of the outbox and of the visible mailbox."""

from django.urls import path

from convoca.outbox.queries import SHELVES
from convoca.outbox.views import mailbox, mails, shelves

app_name = "outbox"
urlpatterns = [
    *(
        path(
            "outbox/" if key == "waiting" else f"outbox/{key}/",
            shelves.shelf,
            {"key": key},
            name=key,
        )
        for key in SHELVES
    ),
    *(path(f"outbox/do/{key}/", shelves.deed, {"key": key}, name=key) for key in shelves.DEEDS),
    path("outbox/mail/<uuid:uid>/", mails.mail, name="mail"),
    path("outbox/mail/<uuid:uid>/file/<int:position>/", mails.attachment, name="attachment"),
    path("mailbox/", mailbox.mailbox, name="mailbox"),
    path("mailbox/<uuid:uid>/", mailbox.message, name="message"),
    path("mailbox/<uuid:uid>/file/<int:number>/", mailbox.part, name="part"),
]
