"""The main job from end to end, as the people in it live it, through the real pages."""

import pytest

from convoca.demo import facts
from convoca.demo.loading.accounts import PASSWORD
from convoca.demo.loading.everything import load_house
from convoca.journal.verify import verify
from convoca.letters.models import Letter
from convoca.outbox.delivery import deliver_due
from journeys.album import Album
from journeys.correspondents import ANSWERING, Correspondent
from journeys.officers import DRAFTING, Clerk, Desk, Specialist
from journeys.people import Effort
from mission import mission_folder, source_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GROUPS = ("bo-nganh", "ubnd-cap-tinh", "doanh-nghiep-vien-thong")
COPIES = (
    "Như trên\n"
    "Bộ trưởng (để b/c) <botruong@btttt.example>\n"
    "Thứ trưởng phụ trách <thutruong.phutrach@btttt.example>"
)
DESKS = {
    "vu-truong-htqt": "Agree to the content",
    "chanh-van-phong": "Agree to the form",
    "thu-truong": "Sign the letter",
}
EXPERIENCE = (
    "Hồ sơ sức khỏe điện tử ở trạm y tế xã",
    "Trạm y tế của 40 xã dùng chung một hồ sơ sức khỏe điện tử; người dân không phải khai lại.",
)


def source() -> str:
    """The ministry's own letter where its text is at hand, else the demo's in our words."""
    return source_text("L") if mission_folder() else facts.letter(2024)


def groups() -> list[str]:
    return [facts.groups()[key].names["vi"] for key in GROUPS]


class House:
    """The windows of the ministry, and what they share."""

    def __init__(self, windows, album: Album) -> None:
        self.windows, self.album, self.effort = windows, album, Effort()

    def seat(self, who: type, post: str, purpose: str = "", **window):
        """Somebody sits down at a window of their own and signs in."""
        person = who(self.windows.open(**window), self.album, self.effort, purpose=purpose)
        person.signs_in(facts.posts()[post].email, PASSWORD)
        return person

    def stranger(self, who: type, purpose: str = "", **window):
        """Somebody without an account, at a window of their own."""
        return who(self.windows.open(**window), self.album, self.effort, purpose=purpose)


@pytest.fixture
def ministry(windows, settings):
    settings.BASE_URL = windows.address
    load_house()
    return House(windows, Album("story"))


def test_from_the_letter_to_the_answers(ministry):
    letter = _the_letter_goes_out(ministry)
    assert letter.number == 1
    assert ministry.effort.of(DRAFTING) == 23
    mails = deliver_due()
    assert mails > 100
    _a_ministry_opens_its_link_on_a_telephone(ministry)
    assert verify().whole
    assert ministry.album.wrong == []


def _the_letter_goes_out(ministry: House) -> Letter:
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", DRAFTING)
    specialist.looks("What waits for the specialist")
    specialist.drafts_from_text(source())
    specialist.addresses(*groups())
    specialist.copies_to(COPIES)
    specialist.presses("Keep and see the pages")
    specialist.looks("The draft and how it is printed")
    specialist.drafts_the_call(facts.bodies()["itu"].names["vi"])
    specialist.looks("The call waits for its letter")
    specialist.comes_to("/vi/")
    specialist.follows("Finish the draft letter")
    specialist.follows("Write on")
    specialist.presses("Submit for signature")
    specialist.looks("The letter is submitted")
    for post, task in DESKS.items():
        desk = ministry.seat(Desk, post, DRAFTING)
        desk.agrees(task)
    clerk = ministry.seat(Clerk, "van-thu", DRAFTING)
    clerk.prepares()
    clerk.issues()
    return Letter.objects.latest("pk")


def _a_ministry_opens_its_link_on_a_telephone(ministry: House) -> None:
    health = ministry.stranger(Correspondent, ANSWERING, width=360, height=740)
    health.opens_the_mail_to(facts.bodies()["vn-byt"].email)
    health.follows_the_link()
