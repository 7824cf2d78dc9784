"""Assigning, scoring, deciding, and the list for the union."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from convoca.calls.criteria import Criterion
from convoca.calls.forms.parts import DayField, FewLines
from convoca.calls.models import Answer, Shelf
from convoca.languages.forms import ProseFormField, TranslatedFormField
from convoca.languages.translated import shown


class ScoreForm(forms.Form):
    """Whole points for each criterion, and a comment."""

    comment = ProseFormField(label=_("Comment"), max_length=4000, required=False, widget=FewLines)

    def __init__(self, *args: Any, criteria: tuple[Criterion, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for one in criteria:
            self.fields[f"points_{one.key}"] = forms.TypedChoiceField(
                label=shown(one.name, get_language() or "en").text,
                choices=[("", "–"), *((points, str(points)) for points in range(one.most + 1))],
                coerce=int,
            )
        self.order_fields([f"points_{one.key}" for one in criteria])

    def scores(self) -> dict[str, int]:
        """Return the points by criterion."""
        return {one.key: self.cleaned_data[f"points_{one.key}"] for one in self.criteria}


class ReasonForm(forms.Form):
    """One text that is demanded."""

    reason = ProseFormField(label=_("Reason"), max_length=4000, widget=FewLines)


class DecisionForm(forms.Form):
    """The wide decision."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            (Shelf.PUBLIC, _("Publish for everyone")),
            (Shelf.AGENCIES, _("Publish for agencies")),
            ("reject", _("Do not publish")),
        ],
    )
    reason = ProseFormField(
        label=_("Reason"),
        help_text=_("Its sender reads it. Needed when it is not published."),
        max_length=4000,
        required=False,
    )


class StandInForm(forms.Form):
    """Which other contribution stands for this one."""

    other = forms.ChoiceField(label=_("The other contribution"))
    how = forms.ChoiceField(
        label=_("How"),
        widget=forms.RadioSelect,
        choices=[
            ("merge", _("merged into it")),
            ("duplicate", _("a duplicate of it")),
        ],
    )

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = others  # type: ignore[attr-defined]


class CoverForm(forms.Form):
    """The letter that goes with the list."""

    cover_letter = TranslatedFormField(
        label=_("Cover letter"), long=True, max_length=20_000, main="en"
    )


class RemarkForm(forms.Form):
    """A remark on the slip, and the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    remark = ProseFormField(
        label=_("Remark"),
        max_length=2000,
        required=False,
        widget=FewLines,
    )


class AnswerForm(forms.Form):
    """What the body above made of an item."""

    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[
            ("", "---------"),
            *((value, label) for value, label in Answer.choices if value != Answer.WAITING),
        ],
    )
    words = ProseFormField(label=_("In its words"), max_length=2000, required=False)
    on = DayField(label=_("Day of the answer"))
