"""How every form is drawn: label, hint and error beside the field, in this room's templates."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

from convoca.pages.controls import DRAWN
from convoca.pages.fields import drawn_field


class PageRenderer(TemplatesSetting):
    """Renderer for ``settings.FORM_RENDERER``: ``{{ form }}`` and ``{% field %}`` look the same."""

    form_template_name = "pages/forms/form.html"
    field_template_name = "pages/forms/field.html"
    formset_template_name = "pages/forms/formset.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Draw a field or control by its function where there is one, else by its template."""
        if template_name == self.field_template_name:
            return drawn_field(context["field"])
        if (drawn := DRAWN.get(template_name)) is not None:
            return drawn(context["widget"])
        return str(super().render(template_name, context, request))
