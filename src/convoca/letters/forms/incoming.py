"""Forms of letters received."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from convoca.accounts.models import User
from convoca.languages.forms import LineFormField
from convoca.letters.forms.fields import BodyField, DayField, FilesField
from convoca.letters.kinds import kind_choices
from convoca.letters.models import Recipient
from convoca.members.models import Body


class RecipientField(forms.ModelChoiceField):  # type: ignore[type-arg]  # no parameter at run time
    """A letter of ours and the recipient that answers it."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.letter.number_and_symbol} · {obj.name}"


class MailFileForm(forms.Form):
    """An e-mail or a PDF from which the fields are filled as far as they can be read."""

    file = forms.FileField(
        label=_("E-mail file (.eml)"),
        help_text=_("Its sender, date, subject and attachments are read; you check them after."),
    )


class IncomingForm(forms.Form):
    """A letter received, in the order of the register's columns."""

    sender_name = LineFormField(label=_("Issuing body"), max_length=300)
    number_and_symbol = LineFormField(label=_("Number and symbol"), max_length=80, required=False)
    dated = DayField(label=_("Date of the letter"), required=False)
    subject = LineFormField(label=_("Abstract"), max_length=500)
    signer_name = LineFormField(label=_("Signed by"), max_length=120, required=False)
    document_type = forms.ChoiceField(label=_("Type of document"), choices=kind_choices)
    arrived_on = DayField(label=_("Day of arrival"))
    recipient = RecipientField(
        Recipient.objects.none(),
        label=_("Answers our letter"),
        required=False,
        empty_label=_("no letter of ours"),
    )
    unit = BodyField(
        Body.objects.none(), label=_("Goes to"), required=False, empty_label=_("nobody yet")
    )
    due_on = DayField(label=_("Due until"), required=False)
    note = LineFormField(label=_("Note"), max_length=300, required=False)
    attached = FilesField(label=_("Files"), required=False)
    accept_double = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, awaited: QuerySet[Recipient], units: QuerySet[Body], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recipient"].queryset = awaited  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class GiveForm(forms.Form):
    """Who takes a letter received, and until when."""

    unit = BodyField(Body.objects.none(), label=_("Unit"), required=False, empty_label=_("no unit"))
    handler = forms.ModelChoiceField(
        User.objects.none(), label=_("Specialist"), required=False, empty_label=_("nobody named")
    )
    due_on = DayField(label=_("Due until"), required=False)

    def __init__(
        self, *args: Any, units: QuerySet[Body], handlers: QuerySet[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["handler"].queryset = handlers  # type: ignore[attr-defined]
