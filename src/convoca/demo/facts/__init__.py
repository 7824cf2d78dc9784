"""The facts of the demo: read from the files of `demo/data`, checked, frozen.

Every fact has a source and a grade; `docs/data.md` says what they mean. Wrong files raise
`FactError`, which names the file and the line.
"""

from convoca.demo.facts.bodies import Body, Group, Succession, bodies, groups, succession
from convoca.demo.facts.reading import FactError, Grade
from convoca.demo.facts.story import (
    Consent,
    ContributionKind,
    Door,
    Post,
    ReplyState,
    RoleAt,
    SampleActivity,
    SampleContribution,
    SampleReply,
    contribution_kinds,
    letter,
    posts,
    sample_activities,
    sample_contributions,
    sample_replies,
)
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
    "Consent",
    "ContributionKind",
    "Door",
    "FactError",
    "Goal",
    "GoalLink",
    "Grade",
    "Group",
    "Post",
    "ReplyState",
    "RoleAt",
    "SampleActivity",
    "SampleContribution",
    "SampleReply",
    "Succession",
    "Theme",
    "action_lines",
    "bodies",
    "contribution_kinds",
    "goal_links",
    "goals",
    "groups",
    "letter",
    "posts",
    "sample_activities",
    "sample_contributions",
    "sample_replies",
    "succession",
    "themes",
]
