"""The ministry of the story: who sits at which window, and what they share."""

from typing import TypeVar

from browser import Windows
from convoca.demo import facts
from convoca.demo.loading.accounts import PASSWORD
from journeys.album import Album
from journeys.people import Effort, Person

Who = TypeVar("Who", bound=Person)


class Ministry:
    """The windows of the story; whoever sits at one shares the album and the count."""

    def __init__(self, windows: Windows, album: Album) -> None:
        self.windows, self.album, self.effort = windows, album, Effort()
        self.seats: dict[tuple, Person] = {}

    def seat(self, who: type[Who], post: str, purpose: str = "", **window) -> Who:
        """Somebody sits down at their desk: the first time they open a window and sign in."""
        desk = (who, post, *sorted(window.items()))
        if desk not in self.seats:
            self.seats[desk] = self.stranger(who, purpose, **window)
            self.seats[desk].signs_in(facts.posts()[post].email, PASSWORD)
        person = self.seats[desk]
        person.purpose = purpose
        person.comes_to(f"/{person.language}/")
        return person

    def stranger(
        self, who: type[Who], purpose: str = "", *, language="vi", script=True, **window
    ) -> Who:
        """Somebody without an account, at a window of their own."""
        page = self.windows.open(script=script, locale=LOCALES[language], **window)
        return who(page, self.album, self.effort, language=language, purpose=purpose, script=script)


LOCALES = {"vi": "vi-VN", "en": "en-GB"}


def name_of(body: str, language: str = "vi") -> str:
    """The name of a body of the demo."""
    return facts.bodies()[body].names[language]


def mail_of(body: str) -> str:
    """The address to which a body of the demo gets its mail."""
    return facts.bodies()[body].email
