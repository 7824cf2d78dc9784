"""The recipient's side: the link, the page of the letter, confirming, handing on."""

import re
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from convoca.files.responses import download
from convoca.journal.actors import Actor
from convoca.journal.refusals import NotPermitted
from convoca.journal.timeline import timeline
from convoca.letters import actions
from convoca.letters.forms.officers import HandOnForm
from convoca.letters.links import Verdict, is_open, judged, reply_url
from convoca.letters.models import Letter, Recipient, State
from convoca.letters.signals import RecipientVisit, page_parts
from convoca.letters.standing import standing_of
from convoca.letters.views.answers import back_with
from convoca.letters.visitors import came_by_link, remember, visitor
from convoca.members.models import Body
from convoca.members.periods import today
from convoca.members.queries import below
from convoca.pages.errors import error_page
from convoca.pages.views import shown

_TOKEN = re.compile(r"(?P<uid>[0-9a-f-]{36})\.(?P<seal>[A-Za-z0-9_-]{22})")


@never_cache
@require_safe
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Open a reply link: note the first time, remember it, go on to an address without it."""
    recipient, verdict = _judged(token)
    if recipient is None or verdict == Verdict.FORGED:
        raise Http404
    with override(recipient.language):
        if verdict == Verdict.EXPIRED:
            return _expired(request, recipient)
        if request.method == "GET":
            actions.note_opened(recipient=recipient)
            remember(request, recipient)
        answer = redirect(reverse("letters:reply", args=[recipient.uid]))
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _judged(token: str) -> tuple[Recipient | None, Verdict]:
    found = _TOKEN.fullmatch(token)
    if found is None:
        return None, Verdict.FORGED
    try:
        uid = UUID(found["uid"])
    except ValueError:
        return None, Verdict.FORGED
    recipient = Recipient.objects.filter(uid=uid, letter__issued_at__isnull=False).first()
    return recipient, judged(recipient, found["seal"]) if recipient else Verdict.FORGED


def _expired(request: HttpRequest, recipient: Recipient) -> HttpResponse:
    why = (
        _("This link was replaced by a newer one, which was sent to the same address.")
        if is_open(recipient)
        else _("The time in which this link could be used is over.")
    )
    answer = error_page(request, 410, why=why)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def recipient_for(request: HttpRequest, uid: UUID) -> tuple[Recipient, Actor]:
    """Return the recipient and who acts for it in this request.

    404 where there is none or the letter has not gone out, 403 for anybody else. Rooms above
    use this for their own pages of a recipient.
    """
    recipient = (
        Recipient.objects.select_related(
            "letter__issuer", "letter__drafting_unit", "letter__issued_file", "body", "parent"
        )
        .filter(uid=uid, letter__issued_at__isnull=False)
        .first()
    )
    if recipient is None:
        raise Http404
    actor = visitor(request, recipient)
    if actor is None:
        raise NotPermitted(
            _("Open the page by the link in the mail, or sign in as an officer of this body.")
        )
    return recipient, actor


@never_cache
@require_safe
def reply(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The recipient's page: the letter, what to do now, and what rooms above add."""
    return _page(request, uid)


def _page(request: HttpRequest, uid: UUID, form: HandOnForm | None = None) -> HttpResponse:
    known = Recipient.objects.filter(uid=uid).select_related("letter__issuer").first()
    if known is not None and visitor(request, known) is None and came_by_link(request, known):
        return _expired(request, known)
    recipient, actor = recipient_for(request, uid)
    visit = RecipientVisit(request, recipient, actor)
    context = {
        "recipient": recipient,
        "letter": recipient.letter,
        "standing": standing_of(recipient),
        "parts": page_parts(visit),
        "hand_on": form or HandOnForm(below=_below(recipient)),
        "is_in_force": recipient.letter.state == State.ISSUED,
        "children": [(one, reply_url(one), standing_of(one)) for one in _children(recipient)],
        "replaced_by": _replacement(recipient.letter),
        "entries": timeline(subject_kind="recipient", subject_uid=recipient.uid),
    }
    return shown(request, "letters/reply.html", context, form=form)


def _children(recipient: Recipient) -> list[Recipient]:
    return list(recipient.handed_on_to.order_by("pk"))


def _below(recipient: Recipient) -> QuerySet[Body]:
    return below(recipient.body, on=today()) if recipient.body else Body.objects.none()


def _replacement(letter: Letter) -> Letter | None:
    return letter.replaced_by.filter(issued_at__isnull=False).first()


@require_safe
def reply_pdf(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The letter as it went out, for its recipient."""
    recipient, _actor = recipient_for(request, uid)
    if recipient.letter.issued_file is None:
        raise Http404
    return download(recipient.letter.issued_file, inline=True)


@require_POST
def received(request: HttpRequest, uid: UUID) -> HttpResponse:
    """“We have received it.”"""
    recipient, actor = recipient_for(request, uid)
    actions.confirm_received(by=actor, recipient=recipient)
    return back_with(request, _("Thank you: receipt is confirmed."), "letters:reply", uid)


@require_POST
def hand_on(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hand the task on to a unit below, or to one named by words."""
    recipient, actor = recipient_for(request, uid)
    form = HandOnForm(request.POST, below=_below(recipient))
    if form.is_valid():
        try:
            actions.hand_on(by=actor, recipient=recipient, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, ValidationError(refused.messages))
        else:
            said = _("Handed on. You can also pass the link below on yourself.")
            return back_with(request, said, "letters:reply", uid)
    return _page(request, uid, form)
