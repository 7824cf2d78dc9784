"""Why a package is refused, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from convoca.standards.package import PackageRefused, Reason

_WORDS: dict[Reason, str | Promise] = {
    Reason.NOT_A_PACKAGE: _("This file is no package of Convoca, or it is damaged."),
    Reason.OTHER_VERSION: _("This package has another version; only convoca-package/1 is read."),
    Reason.TOO_LARGE: _("This package is larger than what is taken in, or would swell to it."),
    Reason.BAD_PATH: _("A file in this package bears a name that is not allowed."),
    Reason.BAD_MANIFEST: _("The list of contents of this package is not whole."),
    Reason.HASH_DIFFERS: _("A file in this package is not the one that was sent."),
    Reason.ALTERED: _("This package was altered after it was made."),
}


def words_of(refusal: PackageRefused) -> str:
    """Return the refusal in the reader's language, with the place where there is one."""
    words = str(_WORDS[refusal.reason])
    # Of a file that is none, the detail is the reader's own error: nothing to act on.
    tells = refusal.detail and refusal.reason is not Reason.NOT_A_PACKAGE
    return f"{words} ({refusal.detail})" if tells else words
