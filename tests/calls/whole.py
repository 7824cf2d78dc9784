"""A call with something at every stage, and the officer's pages of it."""

from django.urls import reverse

from calls.made import Round, activity_said, approved, link_of, opened, reviewers, sent
from convoca.calls.actions.contributions import save_draft
from convoca.calls.actions.decisions import accept
from convoca.calls.actions.replies import send_reply
from convoca.calls.actions.reviews import assign
from convoca.calls.actions.selections import forward
from convoca.calls.models import Contribution, Selection, Shelf

HERE = "http://localhost:8000"


def whole_round() -> Round:
    """A call with something at every stage."""
    made = opened()
    item, other = sent(made.replies[0]), sent(made.replies[1])
    users = reviewers(made)
    assign(by=made.specialist, contributions=[item], reviewers=users)
    accept(by=made.specialist, contribution=other, shelf=Shelf.PUBLIC)
    forward(by=made.specialist, selection=approved(made, other), installation=HERE)
    activity = save_draft(by=link_of(made.replies[2]), reply=made.replies[2], said=activity_said())
    reply = made.replies[2]
    send_reply(by=link_of(reply), reply=reply, version=reply.version, sent_by="Văn thư")
    accept(
        by=made.specialist, contribution=Contribution.objects.get(pk=activity.pk), shelf="public"
    )
    return made


def officer_pages(made: Round) -> list[str]:
    item = Contribution.objects.filter(state="in_review").get()
    pages = [
        reverse(f"calls:{name}", args=[made.call.uid])
        for name in (
            "call",
            "change",
            "addressees",
            "remind",
            "on_behalf",
            "contributions",
            "activities",
            "scores",
            "take_package",
        )
    ]
    pages += [
        reverse(f"calls:{name}", args=[made.reply.uid])
        for name in ("reply", "remarks", "reopen", "split")
    ]
    pages += [
        reverse(f"calls:{name}", args=[item.uid])
        for name in ("contribution", "decide", "english", "stand_in", "return")
    ]
    selection = Selection.objects.get()
    pages += [
        reverse("calls:selection", args=[selection.uid]),
        reverse("calls:answer", args=[selection.items.get().uid]),
        reverse("calls:calls"),
        reverse("calls:draft"),
    ]
    return pages
