"""How every form is drawn: label, hint and error beside the field, in this room's templates."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class PageRenderer(TemplatesSetting):
    """Renderer for ``settings.FORM_RENDERER``: ``{{ form }}`` and ``{% field %}`` look the same."""

    form_template_name = "pages/forms/form.html"
    field_template_name = "pages/forms/field.html"
    formset_template_name = "pages/forms/formset.html"
