"""Form fields that put text into NFC, and one that takes a text in several languages."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from convoca.languages.translated import Translated, nfc


class LineFormField(forms.CharField):
    """A line of text in NFC, without blanks at its ends."""

    def to_python(self, value: Any) -> str:
        return nfc(super().to_python(value) or "")


class ProseFormField(LineFormField):
    """A text of any length in NFC."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")


class TranslatedWidget(forms.MultiWidget):
    """One box for each of the interface's languages; the name of each ends in its code."""

    template_name = "languages/translated_widget.html"
    use_fieldset = True

    def __init__(self, widget: type[forms.Widget] = forms.TextInput, attrs: Any = None) -> None:
        self.codes = [code for code, _name in settings.LANGUAGES]
        super().__init__({code: widget(attrs={"lang": code}) for code in self.codes}, attrs)

    def decompress(self, value: Any) -> list[str]:
        return [(value or {}).get(code, "") for code in self.codes]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        names = dict(settings.LANGUAGES)
        for code, part in zip(self.codes, context["widget"]["subwidgets"], strict=True):
            part["language_name"] = names[code]
            part["language"] = code
        return context


class TranslatedFormField(forms.MultiValueField):
    """A text by language; the main language's is demanded where the field is required.

    `any_language` set to True, a text in any one language will do.
    """

    any_language = False

    def __init__(
        self, *, main: str = "", long: bool = False, max_length: int = 4000, **kwargs: Any
    ) -> None:
        self.codes = [code for code, _name in settings.LANGUAGES]
        self.main = main or settings.LANGUAGE_CODE
        part = ProseFormField if long else LineFormField
        kwargs.setdefault("widget", TranslatedWidget(forms.Textarea if long else forms.TextInput))
        super().__init__(
            [part(required=False, max_length=max_length) for _code in self.codes],
            require_all_fields=False,
            **kwargs,
        )

    def compress(self, data_list: list[str]) -> Translated:
        texts = Translated(dict(zip(self.codes, data_list, strict=False)))
        if self.required and not self.any_language:
            self.demand(texts, self.main)
        return texts

    def demand(self, texts: Translated, language: str) -> None:
        """Raise ValidationError where the text is not there in this language."""
        if language in texts:
            return
        name = str(dict(settings.LANGUAGES).get(language, language))
        if get_language() == "vi":
            name = name[:1].lower() + name[1:]  # inside a sentence: "bằng tiếng Việt"
        raise ValidationError(_("Write this in %(language)s."), params={"language": name})
