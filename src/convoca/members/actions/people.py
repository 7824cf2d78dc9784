"""People, posts and who holds them."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.fields import own_language
from convoca.languages.translated import Translated
from convoca.members.models import Body, Person, Post, Term
from convoca.members.naming import main_of
from convoca.members.rules import may_keep_contacts


def _may_keep(by: Actor, body: Body) -> None:
    if not may_keep_contacts(by, body):
        raise NotPermitted(
            _("Only specialists, records clerks and administrators of this body may change this.")
        )


@transaction.atomic
def add_person(
    *, by: Actor, at: Body, name: str, language: str = "", email: str = "", phone: str = ""
) -> Person:
    """Add a person; `at` is the body whose officer adds them, which gives the right to."""
    _may_keep(by, at)
    person = Person.objects.create(
        name=name, language=language or own_language(), email=email, phone=phone
    )
    record(
        by=by,
        action="members.add_person",
        subject_kind="person",
        subject_uid=person.uid,
        facts={"at": str(at.uid)},
        personal={"name": name, "email": email} if email else {"name": name},
    )
    return person


@transaction.atomic
def create_post(
    *, by: Actor, body: Body, title: Translated, main_language: str = "", sort_order: int = 0
) -> Post:
    """Make a post at a body."""
    _may_keep(by, body)
    post = Post.objects.create(
        body=body, title=title, main_language=main_of(title, main_language), sort_order=sort_order
    )
    record(
        by=by,
        action="members.create_post",
        subject_kind="body",
        subject_uid=body.uid,
        facts={"post": str(post.uid), "title": dict(title)},
    )
    return post


@transaction.atomic
def appoint(*, by: Actor, person: Person, post: Post, valid_from: date | None = None) -> Term:
    """Let a person hold a post from a day on. Raises StateConflict when they hold it then."""
    _may_keep(by, post.body)
    try:
        with transaction.atomic():
            term = Term.objects.create(person=person, post=post, valid_from=valid_from)
    except IntegrityError as error:
        raise StateConflict(_("This person already holds this post at that time.")) from error
    record(
        by=by,
        action="members.appoint",
        subject_kind="body",
        subject_uid=post.body.uid,
        facts={
            "post": str(post.uid),
            "person": str(person.uid),
            "from": valid_from.isoformat() if valid_from else None,
        },
        personal={"name": person.name},
    )
    return term


@transaction.atomic
def end_term(*, by: Actor, term: Term, last_day: date) -> Term:
    """Let a term end with `last_day`. Raises StateConflict for a day before its first."""
    _may_keep(by, term.post.body)
    term = Term.objects.select_for_update(no_key=True).get(pk=term.pk)
    if term.valid_from is not None and last_day < term.valid_from:
        raise StateConflict(_("The last day cannot come before the first."))
    term.valid_to = last_day
    term.save(update_fields=["valid_to"])
    record(
        by=by,
        action="members.end_term",
        subject_kind="body",
        subject_uid=term.post.body.uid,
        facts={"term": str(term.uid), "to": last_day.isoformat()},
    )
    return term
