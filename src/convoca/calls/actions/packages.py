"""Taking a package of another installation in, as a reply to one of our own calls."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from convoca.calls import rules
from convoca.calls.actions import replies
from convoca.calls.actions.contributions import put_activity
from convoca.calls.models import (
    Attachment,
    Call,
    Contribution,
    Door,
    ReceivedPackage,
    Reply,
)
from convoca.calls.packaging import author_names, file_name, said_in
from convoca.calls.said import Said, put
from convoca.files.actions import store
from convoca.files.kinds import Kind
from convoca.files.models import StoredFile
from convoca.journal.actors import Actor
from convoca.journal.record import record
from convoca.journal.refusals import StateConflict
from convoca.languages.translated import Translated
from convoca.members.models import Body
from convoca.standards.package import Package, PackagedContribution, read


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `is_new` is false where the same package was there already."""

    received: ReceivedPackage
    is_new: bool
    contributions: int


@transaction.atomic
def import_package(*, by: Actor, call: Call, body: Body, content: bytes) -> Imported:
    """Take the package in as the reply of `body` to `call`; the same uid again changes nothing.

    Everything is checked before the first row is written. Raises PackageRefused, StateConflict
    for another package under a known uid, ValidationError for a file that the store refuses.
    """
    rules.demand_officer(by, call)
    package = read(content)
    items = [(item, said_in(item)) for item in package.contributions]
    for _item, said in items:
        rules.refuse_secrets(said.texts())
    if package.call is not None and package.call != call.uid:
        raise ValidationError(_("This package answers another call."), code="other-call")
    sha256 = hashlib.sha256(content).hexdigest()
    known = ReceivedPackage.objects.filter(uid=package.uid).first()
    if known is not None:
        return _known(known, sha256)
    reply = replies.locked(replies.add_reply(by=by, call=call, body=body))
    received = _received(by, reply, package, content)
    made = _taken(by, reply, package, items)
    record(
        by=by,
        action="calls.import_package",
        subject_kind="reply",
        subject_uid=reply.uid,
        facts={
            "package": str(package.uid),
            "sha256": sha256,
            "from": {"installation": package.sender.installation, **package.sender.names},
            "contributions": [str(one.uid) for one in made],
        },
    )
    return Imported(received, is_new=True, contributions=len(made))


def _known(known: ReceivedPackage, sha256: str) -> Imported:
    if known.sha256 != sha256:
        raise StateConflict(_("Another package was taken in under the same number before."))
    return Imported(known, is_new=False, contributions=0)


def _received(by: Actor, reply: Reply, package: Package, content: bytes) -> ReceivedPackage:
    name = f"convoca-package-{package.uid}.zip"
    kinds = frozenset({Kind.ZIP})
    stored = store(by=by, stream=BytesIO(content), name=name, kinds=kinds)
    return ReceivedPackage.objects.create(
        uid=package.uid,
        sha256=stored.sha256,
        reply=reply,
        stored=stored,
        sender_names=Translated(package.sender.names),
        made_at=package.made_at,
    )


def _taken(
    by: Actor, reply: Reply, package: Package, items: Iterable[tuple[PackagedContribution, Said]]
) -> list[Contribution]:
    files = {
        one.path: store(by=by, stream=BytesIO(one.content), name=file_name(one.path))
        for one in package.files
    }
    made = [_contribution(reply, item, said, package, files) for item, said in items]
    replies.receive(
        reply,
        by=by,
        door=Door.PACKAGE,
        sent_by=str(package.sender.names.get("en") or package.sender.installation)[:200],
        at=timezone.now(),
    )
    return made


def _contribution(
    reply: Reply,
    item: PackagedContribution,
    said: Said,
    package: Package,
    files: Mapping[str, StoredFile],
) -> Contribution:
    contribution = Contribution.objects.filter(reply=reply, origin_uid=item.uid).first()
    if contribution is None:
        contribution = Contribution(reply=reply, origin_uid=item.uid)
    elif contribution.origin_version == item.version:
        return contribution
    contribution.origin_version = item.version
    put(said, contribution)
    contribution.save()
    put_activity(said, contribution)
    names = author_names(item, package.sender.names)
    replies.submit([contribution], names=names, at=timezone.now())
    contribution.attachments.all().delete()
    Attachment.objects.bulk_create(
        Attachment(contribution=contribution, stored=files[path]) for path in item.files
    )
    return contribution
