"""The facts of the demo: read from the files of `demo/data`, checked, frozen.

Every fact has a source and a grade; `docs/data.md` says what they mean. Wrong files raise
`FactError`, which names the file and the line.
"""

from convoca.demo.facts.bodies import Body, Group, Succession, bodies, groups, succession
from convoca.demo.facts.reading import FactError, Grade
from convoca.demo.facts.topics import (
    ActionLine,
    Goal,
    GoalLink,
    Theme,
    action_lines,
    goal_links,
    goals,
    themes,
)

__all__ = [
    "ActionLine",
    "Body",
    "FactError",
    "Goal",
    "GoalLink",
    "Grade",
    "Group",
    "Succession",
    "Theme",
    "action_lines",
    "bodies",
    "goal_links",
    "goals",
    "groups",
    "succession",
    "themes",
]
