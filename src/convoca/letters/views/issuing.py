"""The records clerk's pages: numbers from elsewhere, the outbox of a letter, withdrawing."""

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.files.models import StoredFile
from convoca.journal.refusals import NotPermitted
from convoca.letters import actions
from convoca.letters.actions.dispatch import waiting_mails
from convoca.letters.forms.officers import NumberForm, ReasonForm, SignedCopyForm
from convoca.letters.models import AddressLine, Letter, LineKind, State
from convoca.letters.rules import may_dispatch
from convoca.letters.views.answers import back_with, put_refusal
from convoca.letters.views.reach import actor_of, letter_for
from convoca.outbox import actions as outbox_actions
from convoca.outbox.rules import may_send
from convoca.pages.views import shown


def _stored(request: HttpRequest, name: str) -> StoredFile | None:
    upload = request.FILES.get(name)
    if upload is None:
        return None
    kinds = frozenset({Kind.PDF})
    try:
        file_name = upload.name or "signed.pdf"
        return store(by=actor_of(request), stream=upload, name=file_name, kinds=kinds)
    except ValidationError as refused:
        raise ValidationError({name: refused.messages}) from refused


def _carried_out(form: Form, act: Callable[[], object]) -> bool:
    """Run an action; what it refuses stands in the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as refused:
        put_refusal(form, refused)
        return False
    return True


def _clerks(request: HttpRequest, uid: UUID) -> Letter:
    one = letter_for(request, uid)
    if not may_dispatch(actor_of(request), one):
        raise NotPermitted(_("Only a records clerk of the issuing body does this."))
    return one


@require_http_methods(["GET", "POST"])
def number(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Enter number, date and signed PDF from the body's own document system."""
    one = _clerks(request, uid)
    form = NumberForm(request.POST or None, request.FILES or None)

    def enter() -> None:
        actions.enter_number(
            by=actor_of(request),
            letter=one,
            number=form.cleaned_data["number"],
            dated=form.cleaned_data["dated"],
            signed_file=_stored(request, "signed_file"),
        )

    if request.method == "POST" and _carried_out(form, enter):
        return back_with(request, _("Number and date are entered."), "letters:letter", one.uid)
    return shown(request, "letters/number.html", {"letter": one}, form=form)


@require_http_methods(["GET", "POST"])
def signed_copy(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put the signed PDF on file."""
    one = _clerks(request, uid)
    form = SignedCopyForm(request.POST or None, request.FILES or None)

    def attach() -> None:
        stored = _stored(request, "signed_file")
        if stored is not None:
            actions.attach_signed_copy(by=actor_of(request), letter=one, signed_file=stored)

    if request.method == "POST" and _carried_out(form, attach):
        return back_with(request, _("The signed copy is on file."), "letters:letter", one.uid)
    return shown(request, "letters/signed_copy.html", {"letter": one}, form=form)


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Let a number fall through, with its reason."""
    one = _clerks(request, uid)
    form = ReasonForm(request.POST or None)

    def act() -> None:
        actions.void_number(by=actor_of(request), letter=one, **form.cleaned_data)

    if request.method == "POST" and _carried_out(form, act):
        said = _("The number is void and stays in the register.")
        return back_with(request, said, "letters:letter", one.uid)
    return shown(request, "letters/void.html", {"letter": one}, form=form)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Withdraw a letter that went out, with its reason."""
    one = _clerks(request, uid)
    form = ReasonForm(request.POST or None)

    def act() -> None:
        actions.withdraw_letter(by=actor_of(request), letter=one, **form.cleaned_data)

    if request.method == "POST" and _carried_out(form, act):
        said = _("The letter is withdrawn. Read the mail to its recipients, then let it go.")
        return back_with(request, said, "letters:outbox", one.uid)
    return shown(request, "letters/withdraw.html", {"letter": one}, form=form)


@require_safe
def outbox(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What waits for release about this letter, each mail as its recipient will read it."""
    one = letter_for(request, uid)
    recipients = {str(row.uid): row for row in one.recipients.all()}
    mails, actor, is_sent = waiting_mails(one), actor_of(request), one.is_dispatched
    reached = {mail.about_uid for mail in mails}
    context = {
        "letter": one,
        "mails": [(mail, is_sent and may_send(actor, mail.owner)) for mail in mails],
        "unreached": [
            *(row.name for uid, row in recipients.items() if uid not in reached),
            *(line.text for line in one.lines.all() if _reaches_nobody(line)),
        ],
        "may_issue": may_dispatch(actor, one) and one.state == State.PREPARED,
        "may_send": is_sent and any(may_send(actor, mail.owner) for mail in mails),
    }
    return shown(request, "letters/outbox.html", context)


def _reaches_nobody(line: AddressLine) -> bool:
    return line.kind == LineKind.ADDRESSEE and not line.reaches_somebody


@require_POST
def issue(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Let the prepared letter go."""
    one = actions.issue(by=actor_of(request), letter=letter_for(request, uid))
    said = _("Official letter %(number)s is issued.") % {"number": one.number_and_symbol}
    return back_with(request, said, "letters:recipients", one.uid)


@require_POST
def take_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take the letter out of the outbox."""
    one = actions.take_back(by=actor_of(request), letter=letter_for(request, uid))
    return back_with(request, _("Nothing has gone out."), "letters:letter", one.uid)


@require_POST
def send_mails(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Release, or withdraw, the mails that wait about a letter that went out."""
    one = letter_for(request, uid)
    verb = outbox_actions.withdraw if "withdraw" in request.POST else outbox_actions.release
    chosen = {str(mail) for mail in request.POST.getlist("mail")}
    mails = [mail for mail in waiting_mails(one) if str(mail.uid) in chosen]
    done = verb(by=actor_of(request), mails=mails)
    said = ngettext("%(count)s mail.", "%(count)s mails.", len(done)) % {"count": len(done)}
    words = _("Withdrawn:") if "withdraw" in request.POST else _("Released:")
    return back_with(request, f"{words} {said}", "letters:recipients", one.uid)
