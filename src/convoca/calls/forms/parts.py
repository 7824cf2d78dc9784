"""Fields that several forms of calls share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from convoca.calls.topics import action_line_choices, goal_choices


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class FewLines(forms.Textarea):
    """A box for a few sentences."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"rows": 3, **(attrs or {})})


class DayField(forms.DateField):
    """A day, typed or chosen."""

    widget = DayInput


class TimeField(forms.TimeField):
    """A time of the clock to the minute."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
        super().__init__(**kwargs)


class GoalsField(forms.TypedMultipleChoiceField):
    """Sustainable Development Goals by their numbers."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Sustainable Development Goals"))
        super().__init__(
            choices=goal_choices,
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )


class ActionLinesField(forms.MultipleChoiceField):
    """WSIS action lines by their codes."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Action lines of the World Summit on the Information Society"))
        super().__init__(
            choices=action_line_choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Several uploads; its value is a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in given]
