"""A list of chosen contributions as a package, and a package's items as contributions."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils import timezone

from convoca.calls.models import Attachment, Contribution, SelectedItem, Selection
from convoca.calls.queries.selections import items_of
from convoca.calls.said import ActivitySaid, Consent, Json, Said
from convoca.calls.topics import ACTION_LINES, GOALS, Kind
from convoca.languages.translated import Translated
from convoca.standards.package import (
    Package,
    PackagedContribution,
    PackagedFile,
    PackageRefused,
    Reason,
    Sender,
)


def package_of(selection: Selection, *, uid: UUID, installation: str) -> Package:
    """Return the list as a package; contacts of people are left out."""
    items = items_of(selection)
    files: dict[str, PackagedFile] = {}
    contributions = [_packaged(item, files) for item in items]
    body = selection.call.body
    return Package(
        uid=uid,
        made_at=timezone.now(),
        sender=Sender(installation, body.uid, dict(body.name)),
        contributions=tuple(contributions),
        files=tuple(files[path] for path in sorted(files)),
        call=None,
        cover_letter={"text": dict(selection.cover_letter)},
    )


def _packaged(item: SelectedItem, files: dict[str, PackagedFile]) -> PackagedContribution:
    one = item.contribution
    paths = [_take(attachment, files) for attachment in one.attachments.all()]
    author: dict[str, Json] = {"names": dict(one.author_names)}
    if one.reply.body is not None:
        author["uid"] = str(one.reply.body.uid)
    return PackagedContribution(
        uid=one.origin_uid or one.uid,
        version=one.version,
        kind=one.kind,
        main_language=one.main_language,
        fields=_fields(one),
        sdgs=tuple(one.sdgs),
        action_lines=tuple(one.action_lines),
        author_body=author,
        files=tuple(sorted(set(paths))),
    )


def _fields(one: Contribution) -> dict[str, Json]:
    fields: dict[str, Json] = {
        "title": dict(one.title),
        "summary": dict(one.summary),
        "text": dict(one.text),
        "web_address": one.web_address,
    }
    held = getattr(one, "activity", None)
    if held is not None:
        fields["activity"] = {
            "starts_on": held.starts_on.isoformat(),
            "ends_on": held.ends_on.isoformat(),
            "place": held.place,
            "organiser": held.organiser,
            "audience": dict(held.audience),
            "reached": held.reached,
            "result": dict(held.result),
        }
    return fields


def _take(attachment: Attachment, files: dict[str, PackagedFile]) -> str:
    stored = attachment.stored
    path = f"files/{stored.sha256[:16]}-{plain_name(stored.original_name, stored.kind)}"
    files[path] = PackagedFile(path, stored.read(), stored.media_type)
    return path


def plain_name(name: str, extension: str) -> str:
    """Return a file's name in lower-case ASCII with its true extension, as a package needs it."""
    stem = name.rpartition(".")[0] or name
    plain = unicodedata.normalize("NFD", stem.lower().replace("đ", "d"))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return f"{re.sub('[^a-z0-9]+', '-', ascii_only).strip('-')[:60] or 'file'}.{extension}"


def said_in(item: PackagedContribution) -> Said:
    """Return what a packaged item says. Raises PackageRefused for what a call cannot hold."""
    try:
        return _said(item)
    except (ValueError, TypeError, KeyError) as error:
        raise PackageRefused(Reason.BAD_MANIFEST, f"{item.uid}: {error}"[:200]) from error


def _said(item: PackagedContribution) -> Said:
    title = _texts(item.fields["title"])
    if item.kind not in Kind.values or item.main_language not in title:
        raise ValueError("kind or main language")
    if not set(item.sdgs) <= set(GOALS) or not set(item.action_lines) <= set(ACTION_LINES):
        raise ValueError("goals or action lines")
    return Said(
        kind=item.kind,
        main_language=item.main_language,
        title=title,
        summary=_texts(item.fields["summary"]),
        text=_texts(item.fields["text"]),
        sdgs=item.sdgs,
        action_lines=item.action_lines,
        web_address=_web_address(item.fields.get("web_address")),
        # Sent on by its sender for this very purpose; publishing is for our own decision.
        consent=Consent(agencies=True, public=True, forward=True),
        activity=_activity(item.fields["activity"]) if item.kind == Kind.ACTIVITY else None,
    )


def _web_address(value: Json) -> str:
    given = value if isinstance(value, str) else ""
    return given if given.startswith(("https://", "http://")) and len(given) <= 400 else ""


def _texts(value: Json) -> Translated:
    if not isinstance(value, Mapping):
        raise TypeError("a text by language is needed")
    return Translated({code: str(text) for code, text in value.items() if len(code) <= 12})


def _activity(value: Json) -> ActivitySaid:
    if not isinstance(value, Mapping):
        raise TypeError("an activity is an object")
    reached = value["reached"]
    if reached is not None and not (isinstance(reached, int) and 0 <= reached < 2**31):
        raise ValueError("reached")
    made = ActivitySaid(
        starts_on=date.fromisoformat(str(value["starts_on"])),
        ends_on=date.fromisoformat(str(value["ends_on"])),
        place=str(value["place"])[:300],
        organiser=str(value["organiser"])[:300],
        audience=_texts(value["audience"]),
        reached=reached,
        result=_texts(value["result"]),
    )
    if made.ends_on < made.starts_on:
        raise ValueError("ends before it starts")
    return made


def author_names(item: PackagedContribution, otherwise: Mapping[str, str]) -> Translated:
    """Return the names of the item's author as its package gives them, else the sender's."""
    names = item.author_body.get("names")
    found = _texts(names) if isinstance(names, Mapping) else Translated()
    return found or Translated(otherwise)


def file_name(path: str) -> str:
    """Return the readable part of a file's path in a package."""
    return path.removeprefix("files/").partition("-")[2] or path.removeprefix("files/")
