"""Fields that several forms of this room share."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language


class DayField(forms.DateField):
    """A day, written in the browser's own way."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class FilesInput(forms.ClearableFileInput):
    """Several files in one field."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; the value is a list, empty where none was sent."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        single = super().clean
        return [single(one, initial) for one in given if one] or (
            [] if not self.required else [single(None)]
        )


class BodyField(forms.ModelChoiceField):  # type: ignore[type-arg]  # no parameter at run time
    """A body by its name in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        language = get_language() or "en"
        return str(obj.name.get(language) or obj.name.get(obj.main_language) or obj.name)
