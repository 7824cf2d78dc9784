"""This room's addresses under the language prefix; the reply link has none."""

from django.urls import URLPattern, path

from convoca.letters.views import (
    drafting,
    incoming,
    issuing,
    letters,
    recipients,
    registers,
    replies,
)

app_name = "letters"

link_patterns: list[URLPattern] = [path("r/<str:token>", replies.link, name="reply_link")]

urlpatterns: list[URLPattern] = [
    path("letters/", letters.letters, name="letters"),
    path("letters/new/", drafting.new, name="new"),
    path("letters/new/from/<uuid:uid>/", drafting.from_earlier, name="from_earlier"),
    path("letters/registers/", registers.registers, name="registers"),
    path(
        "letters/registers/<uuid:body>/<int:year>/<str:series>/",
        registers.register,
        name="register",
    ),
    path(
        "letters/registers/<uuid:body>/<int:year>/<str:series>/register.pdf",
        registers.register_pdf,
        name="register_pdf",
    ),
    path(
        "letters/registers/<uuid:body>/<int:year>/<str:series>/register.xlsx",
        registers.register_xlsx,
        name="register_xlsx",
    ),
    path("letters/incoming/new/", incoming.new, name="incoming_new"),
    path("letters/incoming/<uuid:uid>/", incoming.letter, name="incoming_letter"),
    path("letters/incoming/<uuid:uid>/give/", incoming.give, name="incoming_give"),
    path("letters/incoming/<uuid:uid>/finish/", incoming.finish, name="incoming_finish"),
    path("letters/incoming/<uuid:uid>/files/<int:position>/", incoming.file, name="incoming_file"),
    path("letters/<uuid:uid>/", letters.letter, name="letter"),
    path("letters/<uuid:uid>/edit/", drafting.edit, name="edit"),
    path("letters/<uuid:uid>/preview/", drafting.preview, name="preview"),
    path("letters/<uuid:uid>/source.txt", drafting.source, name="source"),
    path("letters/<uuid:uid>/drop/", drafting.drop, name="drop"),
    path("letters/<uuid:uid>/correct/", drafting.correct, name="correct"),
    path("letters/<uuid:uid>/decide/", letters.decide, name="decide"),
    path("letters/<uuid:uid>/slip/", letters.slip, name="slip"),
    path("letters/<uuid:uid>/slip.pdf", letters.slip_file, name="slip_pdf"),
    path("letters/<uuid:uid>/letter.pdf", letters.pdf, name="pdf"),
    path("letters/<uuid:uid>/number/", issuing.number, name="number"),
    path("letters/<uuid:uid>/signed-copy/", issuing.signed_copy, name="signed_copy"),
    path("letters/<uuid:uid>/void/", issuing.void, name="void"),
    path("letters/<uuid:uid>/prepare/", letters.prepare, name="prepare"),
    path("letters/<uuid:uid>/outbox/", issuing.outbox, name="outbox"),
    path("letters/<uuid:uid>/issue/", issuing.issue, name="issue"),
    path("letters/<uuid:uid>/take-back/", issuing.take_back, name="take_back"),
    path("letters/<uuid:uid>/send/", issuing.send_mails, name="send_mails"),
    path("letters/<uuid:uid>/withdraw/", issuing.withdraw, name="withdraw"),
    path("letters/<uuid:uid>/recipients/", recipients.recipients, name="recipients"),
    path("letters/<uuid:uid>/remind/", recipients.remind, name="remind"),
    path("letters/recipients/<uuid:uid>/renew/", recipients.renew_link, name="renew_link"),
    path("replies/<uuid:uid>/", replies.reply, name="reply"),
    path("replies/<uuid:uid>/letter.pdf", replies.reply_pdf, name="reply_pdf"),
    path("replies/<uuid:uid>/received/", replies.received, name="received"),
    path("replies/<uuid:uid>/hand-on/", replies.hand_on, name="hand_on"),
]
