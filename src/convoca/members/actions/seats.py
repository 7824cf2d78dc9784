"""Seats that members hold in a body for a term."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.fields import own_language
from convoca.languages.translated import Translated
from convoca.members.models import Body, Person, Post, Seat
from convoca.members.naming import main_of
from convoca.members.rules import may_fill_seats


@transaction.atomic
def fill_seat(
    *,
    by: Actor,
    body: Body,
    title: Translated,
    holder: Body,
    person: str = "",
    language: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    days_known: bool = True,
) -> Seat:
    """Give a member a seat of a body for a term; `person` names whom it was given to.

    `title` names the body's post; it is made where the body has none of that title yet.
    Raises StateConflict when the member holds a seat of this post at that time.
    """
    if not may_fill_seats(by, body):
        raise NotPermitted(_("Only the secretariat and administrators of this body fill seats."))
    post = _post(body, title)
    chosen = None
    if person:
        chosen = Person.objects.create(name=person, language=language or own_language())
    try:
        with transaction.atomic():
            seat = Seat.objects.create(
                post=post,
                holder=holder,
                person=chosen,
                valid_from=valid_from,
                valid_to=valid_to,
                days_known=days_known,
            )
    except IntegrityError as error:
        raise StateConflict(_("This member already holds this seat at that time.")) from error
    record(
        by=by,
        action="members.fill_seat",
        subject_kind="body",
        subject_uid=body.uid,
        facts={
            "seat": str(seat.uid),
            "post": str(post.uid),
            "holder": str(holder.uid),
            "from": valid_from.isoformat() if valid_from else None,
            "to": valid_to.isoformat() if valid_to else None,
        },
        personal={"name": person} if person else None,
    )
    return seat


@transaction.atomic
def take_back_seat(*, by: Actor, seat: Seat, because: str) -> None:
    """Take a seat back that was given in error, with the person who is named only there.

    Raises NotPermitted as `fill_seat` does.
    """
    body = seat.post.body
    if not may_fill_seats(by, body):
        raise NotPermitted(_("Only the secretariat and administrators of this body fill seats."))
    uid, person = seat.uid, seat.person
    seat.delete()
    if person is not None and not (person.seats.exists() or person.terms.exists()):
        person.delete()
    record(
        by=by,
        action="members.take_back_seat",
        subject_kind="body",
        subject_uid=body.uid,
        facts={"seat": str(uid), "because": because},
    )


def _post(body: Body, title: Translated) -> Post:
    found = Post.objects.filter(body=body, title=title).order_by("pk").first()
    return found or Post.objects.create(body=body, title=title, main_language=main_of(title))
