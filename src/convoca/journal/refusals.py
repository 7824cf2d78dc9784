"""How an action says no: each with words that a person can act on, already translated."""


class NotPermitted(Exception):  # noqa: N818 - a refusal, not a fault of the program
    """The actor may not do this; the message says why."""


class StateConflict(Exception):  # noqa: N818 - a refusal, not a fault of the program
    """The thing is no longer in the state that the action needs; the message says what it is."""
