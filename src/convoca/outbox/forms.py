"""What a reader of the outbox types: words to look for, and which mails are meant."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from convoca.journal.actors import Actor
from convoca.journal.refusals import StateConflict
from convoca.languages.forms import LineFormField
from convoca.outbox.models import Mail
from convoca.outbox.queries import SHELVES, readable, shelved


class FilterForm(forms.Form):
    """A filter bar; every value is optional."""

    words = LineFormField(
        label=gettext_lazy("Recipient or subject"), required=False, max_length=200
    )
    about = forms.UUIDField(required=False, widget=forms.HiddenInput)

    @property
    def chosen(self) -> dict[str, str]:
        """The values for `shelved`, empty where something else was typed."""
        valid: dict[str, Any] = self.cleaned_data if self.is_valid() else {}
        return {"words": valid.get("words") or "", "about": str(valid.get("about") or "")}


class SelectionForm(forms.Form):
    """Which mails are meant: those ticked, or all that a filter shows, as they were shown.

    `until` and `count` describe the list as it was when it was read: what came later is not in it.
    """

    shelf = forms.ChoiceField(choices=[(key, key) for key in SHELVES])
    whole = forms.BooleanField(required=False)
    words = forms.CharField(required=False)
    about = forms.UUIDField(required=False)
    until = forms.IntegerField(required=False)
    count = forms.IntegerField(required=False)

    def mails(self, by: Actor) -> list[Mail]:
        """Return the mails meant, in the order of the list.

        Raises StateConflict where none is meant or the list is no longer what was shown.
        """
        found = list(self._whole(by) if self.cleaned_data["whole"] else self._ticked(by))
        if not found:
            raise StateConflict(_("Choose at least one mail."))
        if self.cleaned_data["count"] not in {None, len(found)}:
            raise StateConflict(_("Some of these mails no longer wait. Look again."))
        return found

    def _whole(self, by: Actor) -> QuerySet[Mail]:
        given = self.cleaned_data
        found = shelved(
            by,
            SHELVES[given["shelf"]],
            words=given["words"],
            about=str(given["about"] or ""),
        )
        return found.filter(pk__lte=given["until"]) if given["until"] else found

    def _ticked(self, by: Actor) -> QuerySet[Mail]:
        sent = self.data if isinstance(self.data, QueryDict) else QueryDict()
        uids = [_uid(value) for value in sent.getlist("mails")]
        return readable(by).filter(uid__in=[uid for uid in uids if uid]).order_by("-pk")


def _uid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
