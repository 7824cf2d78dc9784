"""Showing a page with a form in it, asking before something goes, and the door of languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from convoca.pages.navigation import Words

Checked = BaseForm | BaseFormSet  # type: ignore[type-arg]  # a formset of any form


def shown(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    form: Checked | None = None,
    formsets: Sequence[Checked] = (),
) -> HttpResponse:
    """Show a page; status 422 when a sent form is not valid, with everything typed still in it.

    The template finds ``form``, and ``has_errors`` which also marks the title of the page.
    """
    checked = [one for one in (form, *formsets) if one is not None]
    wrong = any(one.is_bound and not one.is_valid() for one in checked)
    filled = {**(context or {}), "has_errors": wrong}
    if form is not None:
        filled["form"] = form
    return render(request, template, filled, status=422 if wrong else 200)


@dataclass(frozen=True)
class Question:
    """What a page of confirmation asks before something goes.

    ``goes`` names every thing that goes; ``note`` says whether and how it can be undone.
    """

    title: Words
    button: Words
    back: str
    goes: Sequence[Words] = ()
    note: Words = ""
    destructive: bool = True


def confirmed(request: HttpRequest) -> bool:
    """Say whether the reader has pressed the button of the page of confirmation."""
    return request.method == "POST" and request.POST.get("confirmed") == "yes"


def ask_first(request: HttpRequest, question: Question) -> HttpResponse:
    """Show the page of confirmation; fields already sent are carried along."""
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", "confirmed")
        for value in values
    ]
    return render(request, "pages/confirm.html", {"question": question, "carried": carried})


def to_language(request: HttpRequest) -> HttpResponse:
    """Lead the bare address to the start page in the reader's language."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
