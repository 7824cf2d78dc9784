"""World Telecommunication and Information Society Day and its themes since 1969."""

from collections.abc import Mapping

from convoca.calls.actions.observances import add_observance, set_edition
from convoca.calls.models import Edition, ThemeGrade
from convoca.demo import facts
from convoca.demo.facts import Grade
from convoca.journal.actors import Actor
from convoca.languages.translated import Translated
from convoca.members.models import Body

SLUG = "wtisd"
NAME = Translated(
    vi="Ngày Viễn thông và Xã hội thông tin Thế giới",
    en="World Telecommunication and Information Society Day",
)
GOAL = Translated(
    vi=(
        "Để mọi người thấy viễn thông và công nghệ số làm được gì cho đời sống và phát triển,"
        " và cùng thu hẹp khoảng cách số."
    ),
    en=(
        "To show what telecommunication and digital technology can do for people’s lives and for"
        " development, and to narrow the digital divide together."
    ),
)
WHAT_TO_DO = Translated(
    vi=(
        "Tổ chức một hoạt động nhân dịp 17/5, kể lại một cách làm hay, treo hình ảnh của năm ở nơi"
        " nhiều người qua lại, giúp một người quanh bạn dùng được dịch vụ số đầu tiên."
    ),
    en=(
        "Hold an activity around 17 May, tell of something that worked, put the year’s visual where"
        " people pass by, help somebody near you to use a first digital service."
    ),
)


def load_observance(*, by: Actor, bodies: Mapping[str, Body]) -> dict[int, Edition]:
    """Create the observance and an edition for each year of the facts; return them by year."""
    observance = add_observance(
        by=by,
        slug=SLUG,
        owner=bodies["vn-btttt"],
        name=NAME,
        day=17,
        month=5,
        goal=GOAL,
        what_to_do=WHAT_TO_DO,
    )
    return {
        theme.year: set_edition(
            by=by,
            observance=observance,
            year=theme.year,
            theme=Translated(theme.names),
            wording_source=theme.source,
            wording_grade=_grade(theme),
        )
        for theme in facts.themes().values()
    }


def _grade(theme: facts.Theme) -> str:
    if theme.grade is Grade.UNVERIFIED:
        return ThemeGrade.UNVERIFIED
    return ThemeGrade.STATED if theme.vietnamese_grade is Grade.STATED else ThemeGrade.TRANSLATED
