"""Why a document cannot be set."""


class BadDocument(ValueError):  # noqa: N818 (named by what happened)
    """The input of a document is not usable; the message says which part and why."""


class UnprintableText(BadDocument):
    """The text holds characters that no font of the set can draw; `characters` lists them."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        named = ", ".join(f"{c!r} (U+{ord(c):04X})" for c in characters)
        super().__init__(f"The font cannot print these characters: {named}.")


class FontsMissing(RuntimeError):  # noqa: N818
    """No font set with all Vietnamese letters was found on this machine."""


class SettingFailed(RuntimeError):  # noqa: N818
    """The typesetter refused or warned; its words are the message. A fault of ours, not input."""
