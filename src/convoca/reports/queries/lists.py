"""A list for the body above, with its dossier and what is known of its way."""

from uuid import UUID

from convoca.calls.models import Call, Selection
from convoca.reports.models import Dossier, Handover, ReportDraft

_CALL = ("unit", "body", "edition__observance", "letter", "forward_to")


def call_of(uid: UUID) -> Call | None:
    """Return the call with what its report names; one query."""
    return Call.objects.filter(uid=uid).select_related(*_CALL).first()


def selection_of(uid: UUID) -> Selection | None:
    """Return the list with its call and, where it was sent, its forwarding; one query."""
    return (
        Selection.objects.filter(uid=uid)
        .select_related("forward_to", "forwarding__stored", *(f"call__{name}" for name in _CALL))
        .first()
    )


def dossier_of(selection: Selection) -> Dossier | None:
    """Return the frozen dossier of a list that was sent."""
    return (
        Dossier.objects.filter(forwarding__selection=selection)
        .select_related("pdf", "docx", "forwarding__stored")
        .first()
    )


def handovers_of(selection: Selection) -> list[Handover]:
    """Return how and when the list was handed over, the first first."""
    return list(Handover.objects.filter(forwarding__selection=selection))


def drafts_of(call: Call) -> list[ReportDraft]:
    """Return the reports that were drafted, the newest first."""
    return list(ReportDraft.objects.filter(call=call).select_related("docx"))
