"""The rule sets by name."""

from convoca.standards.general_rules.itu import ITU
from convoca.standards.general_rules.plain import PLURALITY, SIMPLE_MAJORITY
from convoca.standards.general_rules.rule_sets import RuleSet

RULE_SETS = {rules.name: rules for rules in (ITU, SIMPLE_MAJORITY, PLURALITY)}


def rule_set(name: str) -> RuleSet:
    """Find a rule set; raises `KeyError` with the names that exist."""
    if name not in RULE_SETS:
        known = ", ".join(sorted(RULE_SETS))
        raise KeyError(f"no rule set is called {name!r}; there are: {known}")
    return RULE_SETS[name]
