"""Answers that several pages give: a file made on the spot, a way back with a word."""

from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attachment(
    content: bytes, name: str, *, media_type: str = "application/pdf", inline: bool = False
) -> HttpResponse:
    """Give a file that was made for this reader; no shared cache keeps it."""
    how = "inline" if inline else "attachment"
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Content-Disposition": f"{how}; filename*=UTF-8''{quote(name, safe='')}",
            "Cache-Control": "private, no-store",
        },
    )


def back_with(request: HttpRequest, said: str, name: str, *args: object) -> HttpResponse:
    """Go to a page that says what was done."""
    messages.success(request, said)
    return redirect(name, *args)


def put_refusal(form: Form, refused: ValidationError) -> None:
    """Put what an action refused beside the fields that it names, else above the form."""
    known = hasattr(refused, "error_dict") and set(refused.error_dict) <= set(form.fields)
    form.add_error(None, refused if known else ValidationError(refused.messages))
