"""The roles that a grant gives at a body."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """What somebody may do for a body; `rules.py` of each room says what that means there."""

    SPECIALIST = "specialist"
    HEAD_OF_UNIT = "head_of_unit"
    FORM_CHECKER = "form_checker"
    SIGNER = "signer"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    FOCAL_POINT = "focal_point"
    ADMINISTRATOR = "administrator"
    SECRETARIAT = "secretariat"

    @property
    def label(self) -> str:
        """The role's word in the reader's language."""
        return str(_LABELS[self][0])

    @property
    def meaning(self) -> str:
        """What the role lets somebody do, in one sentence."""
        return str(_LABELS[self][1])


_LABELS: dict[Role, tuple[Promise, Promise]] = {
    Role.SPECIALIST: (_("specialist"), _("Drafts letters and works on calls and replies.")),
    Role.HEAD_OF_UNIT: (_("head of unit"), _("Checks the content of letters and lists.")),
    Role.FORM_CHECKER: (_("form checker"), _("Checks the form of letters before signing.")),
    Role.SIGNER: (_("signer"), _("Signs letters and approves lists.")),
    Role.CLERK: (_("records clerk"), _("Numbers, issues and registers letters.")),
    Role.REVIEWER: (_("reviewer"), _("Scores contributions.")),
    Role.FOCAL_POINT: (_("focal point"), _("Answers calls for the body.")),
    Role.ADMINISTRATOR: (_("administrator"), _("Keeps bodies, accounts and roles.")),
    Role.SECRETARIAT: (_("secretariat"), _("Runs conferences and elections.")),
}


def choices() -> list[tuple[str, str]]:
    """Return value and label of every role, for forms."""
    return [(role.value, role.label) for role in Role]
