"""Contacts of a body, its posts, and who holds them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from convoca.journal.refusals import NotPermitted
from convoca.members import actions
from convoca.members.forms.contacts import AppointForm, ContactForm, EndForm, PostForm
from convoca.members.models import Body, Contact, Post, Term
from convoca.members.rules import may_keep_contacts
from convoca.members.views import acting, body_or_404
from convoca.pages.views import shown


def _kept(request: HttpRequest, found: Body) -> Body:
    if not may_keep_contacts(acting(request), found):
        raise NotPermitted(
            _("Only specialists, records clerks and administrators of this body may change this.")
        )
    return found


@login_required
def add(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Add a contact to a body."""
    found = _kept(request, body_or_404(uid))
    form = ContactForm(
        request.POST if request.method == "POST" else None, initial={"language": get_language()}
    )
    if request.method == "POST" and form.is_valid():
        actions.add_contact(by=acting(request), body=found, **form.cleaned_data)
        return _saved(request, found)
    return _form(request, found, form, _("Add a contact"), _("Add the contact"))


@login_required
def end(request: HttpRequest, contact: UUID) -> HttpResponse:
    """Let a contact end."""
    held = get_object_or_404(Contact.objects.select_related("body__parent"), uid=contact)
    found = _kept(request, held.body)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.end_contact(by=acting(request), contact=held, **form.cleaned_data)
        return _saved(request, found)
    title = _("End the contact %(name)s") % {"name": held.name}
    note = _("It receives nothing afterwards and stays in the record.")
    return _form(request, found, form, title, _("End the contact"), note)


@login_required
def add_post(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Add a post to a body."""
    found = _kept(request, body_or_404(uid))
    form = PostForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.create_post(by=acting(request), body=found, **form.cleaned_data)
        return _saved(request, found)
    return _form(request, found, form, _("Add a post"), _("Add the post"))


@login_required
def appoint(request: HttpRequest, post: UUID) -> HttpResponse:
    """Add a person and let them hold a post."""
    held = get_object_or_404(Post.objects.select_related("body__parent"), uid=post)
    found, by = _kept(request, held.body), acting(request)
    form = AppointForm(
        request.POST if request.method == "POST" else None, initial={"language": get_language()}
    )
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        first = facts.pop("valid_from")
        with transaction.atomic():
            person = actions.add_person(by=by, at=found, **facts)
            actions.appoint(by=by, person=person, post=held, valid_from=first)
        return _saved(request, found)
    title = _("Appoint to the post %(title)s") % {"title": held}
    return _form(request, found, form, title, _("Appoint"))


@login_required
def end_term(request: HttpRequest, term: UUID) -> HttpResponse:
    """Let a person's term end."""
    held = get_object_or_404(Term.objects.select_related("person", "post__body__parent"), uid=term)
    found = _kept(request, held.post.body)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.end_term(by=acting(request), term=held, **form.cleaned_data)
        return _saved(request, found)
    title = _("End the term of %(name)s") % {"name": held.person.name}
    return _form(request, found, form, title, _("End the term"))


def _saved(request: HttpRequest, found: Body) -> HttpResponse:
    messages.success(request, _("Your changes are saved."))
    return redirect("members:body", uid=found.uid)


def _form(
    request: HttpRequest, found: Body, form: Any, title: str, button: str, note: str = ""
) -> HttpResponse:
    context = {"body": found, "title": title, "button": button, "note": note}
    return shown(request, "members/body_form.html", context, form=form)
