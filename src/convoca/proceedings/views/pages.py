"""What everybody reads: agenda, meetings, documents, working groups, promises."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from convoca.conferences.rules import may_edit
from convoca.conferences.views.access import actor, readable, shell
from convoca.files.responses import download
from convoca.journal.timeline import timeline
from convoca.proceedings import queries
from convoca.proceedings.models import Commitment, Document, WorkingGroup


def agenda(request: HttpRequest, key: str) -> HttpResponse:
    """Show the agenda's tree with the committees and their meetings."""
    edition, by = readable(request, key), actor(request)
    context = {
        **shell(request, edition),
        "tree": queries.agenda_tree(edition),
        "committees": queries.committees(edition),
        "meetings": queries.meetings(edition, by=by),
        "documents": queries.documents(edition, by=by),
    }
    return render(request, "proceedings/agenda.html", context)


def meeting(request: HttpRequest, key: str, uid: str) -> HttpResponse:
    """Show one meeting: when, where, who is in the chair, what lies before it, what it decided."""
    edition, by = readable(request, key), actor(request)
    row = get_object_or_404(queries.meetings(edition, by=by), uid=uid)
    documents = row.documents.select_related("author")
    around = shell(request, edition)
    context = {
        **around,
        "meeting": row,
        "event": row.event,
        "items": [one.item for one in row.meeting_items.all()],
        "documents": documents if around["may_edit"] else documents.filter(is_public=True),
        "decisions": row.decisions.select_related("item"),
        "entries": timeline(subject_kind="event", subject_uid=row.event.uid)
        if around["may_edit"]
        else [],
    }
    return render(request, "proceedings/meeting.html", context)


def promises(request: HttpRequest, key: str) -> HttpResponse:
    """Show what was promised, and the groups that follow it up."""
    edition, by = readable(request, key), actor(request)
    context = {
        **shell(request, edition),
        "commitments": queries.commitments(edition),
        "groups": queries.groups(edition, by=by),
    }
    return render(request, "proceedings/promises.html", context)


def commitment(request: HttpRequest, key: str, slug: str) -> HttpResponse:
    """Show one promise: who to whom, what each side gives and gains, its milestones."""
    edition = readable(request, key)
    found = Commitment.objects.select_related("promised_by", "group", "speech__speaker__body")
    row = get_object_or_404(found, edition=edition, key=slug)
    around = shell(request, edition)
    context = {
        **around,
        "commitment": row,
        "milestones": row.milestones.all(),
        "entries": timeline(subject_kind="commitment", subject_uid=row.uid)
        if around["may_edit"]
        else [],
    }
    return render(request, "proceedings/commitment.html", context)


def group(request: HttpRequest, key: str, slug: str) -> HttpResponse:
    """Show one working group: between which editions, its members, documents and decisions."""
    edition, by = readable(request, key), actor(request)
    row = get_object_or_404(
        WorkingGroup.objects.select_related("since__series__body", "until", "body"), key=slug
    )
    keeps = may_edit(by, row.since)
    if edition not in (row.since, row.until) or not (row.is_public or keeps):
        raise Http404
    documents = row.documents.select_related("author")
    context = {
        **shell(request, edition),
        "group": row,
        "keeps": keeps,
        "members": row.members.select_related("body"),
        "documents": documents if keeps else documents.filter(is_public=True),
        "decisions": row.decisions.all(),
        "commitments": row.commitments.select_related("promised_by", "edition"),
        "entries": timeline(subject_kind="group", subject_uid=row.uid) if keeps else [],
    }
    return render(request, "proceedings/group.html", context)


def file(request: HttpRequest, key: str, uid: str) -> HttpResponseBase:
    """Hand out the file of a document that the reader may see."""
    edition = readable(request, key)
    row = get_object_or_404(Document.objects.select_related("file", "group"), uid=uid)
    belongs = row.edition_id == edition.pk or (
        row.group is not None and row.group.since_id == edition.pk
    )
    hidden = not row.is_public and not may_edit(actor(request), edition)
    if row.file is None or not belongs or hidden:
        raise Http404
    return download(row.file)
