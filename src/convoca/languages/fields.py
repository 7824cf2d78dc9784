"""Model fields for text: one jsonb column for a translated one, NFC for all."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Coalesce, Length, Trim
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _

from convoca.languages.translated import Translated, nfc


class LineField(models.CharField):
    """A line of text, kept in NFC."""

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return nfc(prepared) if isinstance(prepared, str) else prepared


class ProseField(models.TextField):
    """A text of any length, kept in NFC."""

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return nfc(prepared) if isinstance(prepared, str) else prepared


class LanguageField(models.CharField):
    """A language code, by default the installation's own language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 12)
        kwargs.setdefault("default", own_language)
        super().__init__(*args, **kwargs)


def own_language() -> str:
    """Return the code of the installation's own language."""
    return str(settings.LANGUAGE_CODE)


class TranslatedField(models.JSONField):
    """A text by language in one jsonb column; its Python value is `Translated`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Translated)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        read = super().from_db_value(value, expression, connection)
        return Translated(read) if isinstance(read, dict) else read

    def to_python(self, value: Any) -> Any:
        if value is None or isinstance(value, Translated):
            return value
        if not isinstance(value, dict):
            raise ValidationError(_("A text by language is needed."))
        return Translated(value)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(dict(Translated(value)) if value is not None else None)

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(dict(value) if isinstance(value, Translated) else value, model_instance)

    def value_to_string(self, obj: Any) -> Any:
        value = self.value_from_object(obj)
        return dict(value) if isinstance(value, Translated) else value


def main_language_check(field: str, *, name: str) -> models.CheckConstraint:
    """Return the constraint that `field` has a non-empty text in the row's `main_language`."""
    text = Func(F(field), F("main_language"), function="jsonb_extract_path_text")
    written = Length(Trim(Coalesce(text, Value(""), output_field=models.TextField())))
    return models.CheckConstraint(condition=GreaterThan(written, 0), name=name)
