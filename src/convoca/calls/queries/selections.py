"""Lists for the body above: their items, what an item still lacks, what became of it."""

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from convoca.calls.models import Attachment, Call, SelectedItem, Selection


def items_of(selection: Selection) -> list[SelectedItem]:
    """Return the items in order, each with all that its sheet shows; three queries."""
    files = Attachment.objects.select_related("stored")
    return list(
        SelectedItem.objects.filter(selection=selection)
        .select_related(
            "contribution__activity__province",
            "contribution__reply__body",
            "contribution__reply__call",
        )
        .prefetch_related(Prefetch("contribution__attachments", files))
        .order_by("position", "pk")
    )


def obstacles(item: SelectedItem) -> list[str]:
    """Return in words what keeps an item from leaving: consent, English text, its check."""
    contribution, found = item.contribution, []
    if not contribution.consent_forward:
        found.append(_("its sender has not agreed to sending it to the union"))
    if not contribution.has_english:
        found.append(_("there is no English title and text"))
    elif contribution.english_checked_at is None:
        found.append(_("nobody has checked the English text"))
    if contribution.state not in ("submitted", "in_review", "decided"):
        found.append(_("it no longer stands for itself"))
    return found


def selections_of(call: Call) -> QuerySet[Selection]:
    """Return a call's lists, the newest first, each with its forwarding."""
    return (
        Selection.objects.filter(call=call)
        .select_related("forward_to", "forwarding__stored")
        .order_by("-pk")
    )


def chosen_items(call: Call) -> QuerySet[SelectedItem]:
    """Return what was chosen for the union in any list that was approved, for the report."""
    return (
        SelectedItem.objects.filter(
            selection__call=call, selection__state__in=["approved", "forwarded"]
        )
        .select_related("contribution__reply__body", "selection__forward_to")
        .order_by("selection", "position")
    )
