"""What a broken rule of Decree 30/2020/NĐ-CP looks like: words in two languages and the source."""


class BrokenRule(ValueError):  # noqa: N818 (named by what happened)
    """A document that the rules of document work do not allow.

    `source` names the article or annex (`"Art. 13"`, `"App. I, II.3"`); `words("vi")` and
    `words("en")` give the sentence to show. `str()` is the English sentence with its source.
    """

    def __init__(self, *, en: str, vi: str, source: str) -> None:
        super().__init__(f"{en} ({source})")
        self.en = en
        self.vi = vi
        self.source = source

    def words(self, language: str) -> str:
        """Return the sentence in Vietnamese for `vi`, in English for any other language."""
        return self.vi if language == "vi" else self.en
