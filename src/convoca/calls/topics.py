"""What a call can be about: the eight kinds, the development goals, the WSIS action lines.

Goals: General Assembly resolution 70/1 (short names of the United Nations). Action lines: the
Geneva Plan of Action, 2003, C1 to C11, of which C7 has eight parts.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a contribution is: the words of the ministry's letter, and activities held."""

    ACTIVITY = "activity", _("Activity")
    IDEA = "idea", _("Idea")
    EXPERIENCE = "experience", _("Experience")
    SUCCESS_STORY = "success_story", _("Success story")
    GOOD_PRACTICE = "good_practice", _("Good practice")
    SOLUTION = "solution", _("Solution")
    PUBLICATION = "publication", _("Publication")
    POLICY = "policy", _("Policy")


@dataclass(frozen=True, slots=True)
class Goal:
    """A Sustainable Development Goal by its number, 1 to 17."""

    number: int
    name: str | Promise

    @property
    def label(self) -> str:
        """The number and the short name."""
        return f"{self.number}. {self.name}"


@dataclass(frozen=True, slots=True)
class ActionLine:
    """A WSIS action line by its code, C1 to C11."""

    code: str
    name: str | Promise

    @property
    def short(self) -> str:
        """The code as the Union writes it: C5, or C7 with the field of application."""
        number, _dash, part = self.code.partition("-")
        return f"{number} ({str(self.name).partition(': ')[2]})" if part else number

    @property
    def label(self) -> str:
        """The code without its part, which the title tells, and the title."""
        return f"{self.code.partition('-')[0]}. {self.name}"


_GOALS: tuple[str | Promise, ...] = (
    _("No poverty"),
    _("Zero hunger"),
    _("Good health and well-being"),
    _("Quality education"),
    _("Gender equality"),
    _("Clean water and sanitation"),
    _("Affordable and clean energy"),
    _("Decent work and economic growth"),
    _("Industry, innovation and infrastructure"),
    _("Reduced inequalities"),
    _("Sustainable cities and communities"),
    _("Responsible consumption and production"),
    _("Climate action"),
    _("Life below water"),
    _("Life on land"),
    _("Peace, justice and strong institutions"),
    _("Partnerships for the goals"),
)

GOALS = {number: Goal(number, name) for number, name in enumerate(_GOALS, start=1)}

_LINES: tuple[tuple[str, str | Promise], ...] = (
    ("C1", _("The role of governments and all stakeholders in promoting ICTs for development")),
    ("C2", _("Information and communication infrastructure")),
    ("C3", _("Access to information and knowledge")),
    ("C4", _("Capacity building")),
    ("C5", _("Building confidence and security in the use of ICTs")),
    ("C6", _("Enabling environment")),
    ("C7-egov", _("ICT applications: e-government")),
    ("C7-ebus", _("ICT applications: e-business")),
    ("C7-elea", _("ICT applications: e-learning")),
    ("C7-ehea", _("ICT applications: e-health")),
    ("C7-eemp", _("ICT applications: e-employment")),
    ("C7-eenv", _("ICT applications: e-environment")),
    ("C7-eagr", _("ICT applications: e-agriculture")),
    ("C7-esci", _("ICT applications: e-science")),
    ("C8", _("Cultural diversity and identity, linguistic diversity and local content")),
    ("C9", _("Media")),
    ("C10", _("Ethical dimensions of the Information Society")),
    ("C11", _("International and regional cooperation")),
)

ACTION_LINES = {code: ActionLine(code, name) for code, name in _LINES}


def goal_choices() -> list[tuple[int, str]]:
    """Return (number, label) of each goal in the reader's language."""
    return [(goal.number, goal.label) for goal in GOALS.values()]


def action_line_choices() -> list[tuple[str, str]]:
    """Return (code, label) of each action line in the reader's language."""
    return [(line.code, line.label) for line in ACTION_LINES.values()]
