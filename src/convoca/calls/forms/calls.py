"""Drafting a call, reminding, reopening."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from convoca.calls.actions.calls import Asked
from convoca.calls.forms.parts import ActionLinesField, DayField, FewLines, GoalsField, TimeField
from convoca.calls.models import Call, Edition, ReplyState
from convoca.calls.queries.calls import Together
from convoca.calls.topics import Kind
from convoca.languages.forms import LineFormField, TranslatedFormField, TranslatedWidget
from convoca.languages.translated import shown
from convoca.letters.forms.fields import BodyField
from convoca.letters.models import Letter
from convoca.members.models import Body, BodyKind
from convoca.standards.local_time import LocalTime


class EditionField(forms.ModelChoiceField):  # type: ignore[type-arg]  # no parameter at run time
    """An observance and its year, in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        name = shown(obj.observance.name, get_language() or "en")
        return f"{name.text} {obj.year}"


class CallForm(forms.Form):
    """What is asked and until when."""

    edition = EditionField(Edition.objects.none(), label=_("Observance and year"))
    letter = forms.ModelChoiceField(
        Letter.objects.none(),
        label=_("Letter that opens the call"),
        help_text=_("The call opens in the moment in which this letter goes out."),
    )
    title = TranslatedFormField(label=_("Name of the call"), max_length=300)
    asks = TranslatedFormField(
        label=_("What is asked, in a few sentences"),
        long=True,
        required=False,
        widget=TranslatedWidget(FewLines),
    )
    kinds = forms.MultipleChoiceField(
        label=_("What may be sent"),
        choices=Kind.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=list(Kind.values),
    )
    deadline_date = DayField(
        label=_("Answers until"),
        help_text=_("Without a day the call runs to the end of the edition's year."),
        required=False,
    )
    deadline_time = TimeField(label=_("at"), required=False, initial=time(17, 0))
    remind_first = DayField(label=_("Remind the silent on"), required=False)
    remind_second = DayField(label=_("and once more on"), required=False)
    sdgs = GoalsField()
    action_lines = ActionLinesField()
    forward_to = BodyField(
        Body.objects.none(),
        label=_("A choice of what comes in goes to"),
        required=False,
        empty_label=_("to nobody"),
    )

    def __init__(
        self,
        *args: Any,
        editions: Any,
        letters: Any,
        above: Any,
        call: Call | None = None,
        **kw: Any,
    ) -> None:
        kw.setdefault("initial", initial(call) if call else {})
        super().__init__(*args, **kw)
        self.fields["forward_to"].queryset = above  # type: ignore[attr-defined]
        if call is None:
            self.fields["edition"].queryset = editions  # type: ignore[attr-defined]
            self.fields["letter"].queryset = letters  # type: ignore[attr-defined]
        else:
            del self.fields["edition"], self.fields["letter"]

    def asked(self) -> Asked:
        """Return what the form asks for."""
        given = self.cleaned_data
        reminders = (given["remind_first"], given["remind_second"])
        return Asked(
            title=given["title"],
            asks=given["asks"],
            kinds=given["kinds"],
            sdgs=given["sdgs"],
            action_lines=given["action_lines"],
            deadline=_deadline(given["deadline_date"], given["deadline_time"]),
            remind_on=[day for day in reminders if day],
            forward_to=given["forward_to"],
        )


def _deadline(on: Any, at: Any) -> LocalTime | None:
    if on is None:
        return None
    return LocalTime(on, at or time(23, 59), timezone.get_default_timezone_name())


def initial(call: Call) -> dict[str, Any]:
    """Return a call's content as the form's first values."""
    days = [*call.remind_on, None, None]
    return {
        "title": call.title,
        "asks": call.asks,
        "kinds": call.kinds,
        "sdgs": call.sdgs,
        "action_lines": call.action_lines,
        "deadline_date": call.deadline_date,
        "deadline_time": call.deadline_time or time(17, 0),
        "remind_first": days[0],
        "remind_second": days[1],
        "forward_to": call.forward_to,
    }


class AddresseeFilter(forms.Form):
    """Which addressees a table shows."""

    words = forms.CharField(label=_("Name"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("all")), *Together.choices, *ReplyState.choices],
    )
    kind = forms.ChoiceField(
        label=_("Kind of body"), required=False, choices=[("", _("all")), *BodyKind.choices]
    )


class ReopenForm(forms.Form):
    """Until when, and why, one body may still answer."""

    until_date = DayField(label=_("Open until"))
    until_time = TimeField(label=_("at"), initial=time(17, 0))
    because = LineFormField(label=_("Why"), max_length=400)

    def until(self) -> LocalTime:
        """Return the new deadline in the installation's zone."""
        found = _deadline(self.cleaned_data["until_date"], self.cleaned_data["until_time"])
        if found is None:
            raise ValidationError(_("Give a day."))
        return found


class OnBehalfForm(forms.Form):
    """For which body something is entered."""

    body = BodyField(Body.objects.none(), label=_("Body"))

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class PackageForm(OnBehalfForm):
    """A package of another installation, and whose reply it is."""

    package = forms.FileField(label=_("Package (.zip)"))
