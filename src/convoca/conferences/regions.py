"""The five administrative regions, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

REGIONS: dict[str, str | Promise] = {
    "A": pgettext_lazy("administrative region", "Americas"),
    "B": pgettext_lazy("administrative region", "Western Europe"),
    "C": pgettext_lazy("administrative region", "Eastern Europe and Northern Asia"),
    "D": pgettext_lazy("administrative region", "Africa"),
    "E": pgettext_lazy("administrative region", "Asia and Australasia"),
    "": _("Region not confirmed"),
}
