"""One entry with all that its page shows, its files, feeds, and what waits for a check."""

from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from convoca.accounts.roles import Role
from convoca.calls.models import Call, Shelf
from convoca.installation.prepared import Prepared
from convoca.journal.actors import Actor
from convoca.letters.rules import at_bodies
from convoca.library.models import Correction, Entry, EntryFile, EntryState
from convoca.library.queries.searching import LISTED, readable
from convoca.members.periods import today
from convoca.pages.waiting import Waiting

IN_A_FEED = 30
_UNREAD = ("words", "title_exact", "title_folded", "all_exact", "all_folded")


_of_one = Prepared(
    lambda uid: Entry.objects.filter(uid=uid).defer(*_UNREAD).order_by(), UUID(int=0)
)


def entry_of(uid: UUID) -> Entry | None:
    """Return the entry, whatever its shelf and state; one query."""
    return _of_one.first(uid)


def call_of(entry: Entry) -> Call:
    """Return the call with the bodies that handle it, for asking who keeps the entry; one query."""
    return Call.objects.select_related("unit", "body").get(pk=entry.call_id)


def files_of(entry: Entry) -> list[EntryFile]:
    """Return the files published with the entry; one query."""
    return list(EntryFile.objects.filter(entry=entry).select_related("stored"))


def corrections_of(entry: Entry) -> list[Correction]:
    """Return what was corrected, the last first; no query for an entry that never was."""
    if entry.revision == 1:
        return []
    return list(Correction.objects.filter(entry=entry).only("note", "made_at", "revision"))


def file_of(uid: UUID) -> EntryFile | None:
    """Return a published file with its entry, whatever the shelf; one query."""
    return EntryFile.objects.filter(uid=uid).select_related("stored", "entry").first()


def newest_public() -> QuerySet[Entry]:
    """Return what the feed holds: the newest of the public shelf alone."""
    return readable([Shelf.PUBLIC]).only(*LISTED, "summary", "changed_at")[:IN_A_FEED]


def public_addresses() -> QuerySet[Entry]:
    """Return the uid and the last change of all that stands on the public shelf."""
    return readable([Shelf.PUBLIC]).only("uid", "changed_at").order_by("pk")


def waiting_for(*, by: Actor) -> list[Waiting]:
    """Return the checks of entries that are due, for those who handle their calls."""
    roles = [Role.SPECIALIST, Role.HEAD_OF_UNIT]
    mine = at_bodies(by, roles, "call__unit__") | at_bodies(by, roles, "call__body__")
    due = Entry.objects.filter(mine, state=EntryState.PUBLISHED, review_by__lt=today())
    counted = due.distinct().count()
    if not counted:
        return []
    words = ngettext(
        "Check whether %(count)s entry of the library still holds",
        "Check whether %(count)s entries of the library still hold",
        counted,
    ) % {"count": counted}
    return [Waiting(words=words, url=reverse("library:shelf") + "?due=1")]
