"""Why a document cannot be set."""

PARTS_VI = {
    "issuer": "tên cơ quan ban hành",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "subject": "trích yếu",
    "body": "nội dung",
    "unit": "tên đơn vị",
    "matter": "vấn đề trình",
    "to": "người nhận trình",
    "sender": "tên cơ quan gửi",
    "recipient": "tên cơ quan nhận",
}


class BadDocument(ValueError):  # noqa: N818 (named by what happened)
    """The input of a document is not usable; says which part and why, in two languages.

    `str()` is the English sentence; `words("vi")` the Vietnamese one.
    """

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en)
        self.en = en
        self.vi = vi

    def words(self, language: str) -> str:
        """Return the sentence in Vietnamese for `vi`, in English for any other language."""
        return self.vi if language == "vi" else self.en


def lacking(document: str, document_vi: str, part: str) -> BadDocument:
    """The refusal of a document without one of its parts."""
    return BadDocument(
        f"{document} needs its {part}.", f"{document_vi} phải có {PARTS_VI.get(part, part)}."
    )


class UnprintableText(BadDocument):
    """The text holds characters that no font of the set can draw; `characters` lists them."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        named = ", ".join(f"{c!r} (U+{ord(c):04X})" for c in characters)
        super().__init__(
            f"The font cannot print these characters: {named}.",
            f"Phông chữ không in được các ký tự: {named}.",
        )


class FontsMissing(RuntimeError):  # noqa: N818
    """No font set with all Vietnamese letters was found on this machine."""


class SettingFailed(RuntimeError):  # noqa: N818
    """The typesetter refused or warned; its words are the message. A fault of ours, not input."""
