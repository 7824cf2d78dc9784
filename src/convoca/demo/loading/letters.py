"""The ministry's letters of the demo: drafted from their text, passed from desk to desk, issued."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from convoca.accounts.actors import actor_of
from convoca.accounts.models import User
from convoca.calls.actions.calls import Asked, close_call, draft_call
from convoca.calls.models import Call, Edition
from convoca.demo import facts
from convoca.demo.loading.observances import NAME
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.letters.actions import (
    agree,
    enter_number,
    issue,
    keep_text,
    prepare,
    submit,
)
from convoca.letters.content import LineText, text_of
from convoca.letters.drafts import begun
from convoca.letters.models import Letter
from convoca.members.models import Body

LEADERS = {"Bộ trưởng": "botruong@btttt.example", "Thứ trưởng": "thutruong@btttt.example"}
LAST_YEARS_NUMBER, LAST_YEARS_DAY = 1618, date(2023, 5, 8)


def load_last_years(
    *, by: Actor, bodies: Mapping[str, Body], editions: Mapping[int, Edition]
) -> Call:
    """Issue the letter of 2023, numbered elsewhere as it would have been, and close its call.

    It is there so that the letter of this year can be drafted from it.
    """
    letter, call = _drafted(2023, by=by, bodies=bodies, edition=editions[2023])
    enter_number(by=by, letter=letter, number=LAST_YEARS_NUMBER, dated=LAST_YEARS_DAY)
    prepare(by=by, letter=letter, unsigned_accepted=True)
    issue(by=by, letter=letter)
    return close_call(by=by, call=call)


def load_this_years(
    *, users: Mapping[str, User], bodies: Mapping[str, Body], editions: Mapping[int, Edition]
) -> Call:
    """Take the letter of 2024 through the desks of the ministry and issue it."""
    post = {key: actor_of(user) for key, user in users.items()}
    specialist = post["chuyen-vien-htqt"]
    letter, call = _drafted(2024, by=specialist, bodies=bodies, edition=editions[2024])
    version = submit(by=specialist, letter=letter).number
    for desk in ("vu-truong-htqt", "chanh-van-phong", "thu-truong"):
        agree(by=post[desk], letter=letter, version=version)
    prepare(by=post["van-thu"], letter=letter)
    issue(by=post["van-thu"], letter=letter)
    call.refresh_from_db()
    return call


def _reachable(line: LineText) -> LineText:
    """Give the leaders of Nơi nhận the address at which they get their copy."""
    found = [email for post, email in LEADERS.items() if line.text.startswith(post)]
    return replace(line, email=found[0]) if found else line


def _drafted(
    year: int, *, by: Actor, bodies: Mapping[str, Body], edition: Edition
) -> tuple[Letter, Call]:
    letter = begun(by=by, unit=bodies["vn-btttt-htqt"], source=facts.letter(year))
    text = replace(
        text_of(letter),
        copies_to=tuple(_reachable(line) for line in text_of(letter).copies_to),
        annex_title=NAME,
        annex_theme=edition.theme,
        annex_day=date(year, 5, 17),
    )
    letter = keep_text(by=by, letter=letter, text=text)
    asked = Asked(
        title=Translated(
            vi=f"Hưởng ứng Ngày Viễn thông và Xã hội thông tin Thế giới {year}",
            en=f"World Telecommunication and Information Society Day {year}",
        ),
        forward_to=bodies["itu"],
    )
    return letter, draft_call(by=by, edition=edition, letter=letter, asked=asked)
