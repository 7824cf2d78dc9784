"""The ministry's letter: from its text to the issued letter, with the call that it opens."""

from convoca.demo import facts
from convoca.letters.models import Letter
from journeys.ministry import Ministry, name_of
from journeys.officers import DRAFTING, Clerk, Desk, Specialist
from mission import mission_folder, source_text

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


def source() -> str:
    """The ministry's own letter where its text is at hand, else the demo's in our words."""
    return source_text("L") if mission_folder() else facts.letter(2024)


def groups() -> list[str]:
    return [facts.groups()[key].names["vi"] for key in GROUPS]


def the_letter_is_drafted_with_its_call(ministry: Ministry) -> None:
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", DRAFTING)
    specialist.looks("What waits for the specialist")
    specialist.drafts_from_text(source())
    specialist.addresses(*groups())
    specialist.copies_to(COPIES)
    specialist.presses("Keep and see the pages")
    specialist.looks("The draft and how it is printed")
    specialist.drafts_the_call(name_of("itu"))
    specialist.looks("The call waits for its letter")
    specialist.comes_to("/vi/")
    specialist.follows("Finish the draft letter")
    specialist.follows("Write on")
    specialist.presses("Submit for signature")
    specialist.looks("The letter is submitted")


def the_desks_agree(ministry: Ministry) -> None:
    for post, task in DESKS.items():
        ministry.seat(Desk, post, DRAFTING).agrees(task)


def the_clerk_issues_it(ministry: Ministry) -> None:
    clerk = ministry.seat(Clerk, "van-thu", DRAFTING)
    clerk.prepares()
    clerk.issues()
    assert Letter.objects.latest("pk").number == 1
