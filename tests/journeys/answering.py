"""The answers come in: by link, handed on, with nothing to report, as an official letter."""

from pathlib import Path

from convoca.outbox.delivery import deliver_due
from files.made import docx
from journeys import told
from journeys.correspondents import ANSWERING, COMING_BACK, Correspondent
from journeys.ministry import Ministry, mail_of, name_of
from journeys.officers import REGISTERING, SPLITTING, Clerk, Specialist

HEALTH, DA_NANG, TEAM = "vn-byt", "vn-ubnd-da-nang", "vn-stttt-da-nang"
MOBILE, FINANCE = "vn-mobifone", "vn-btc"
FOR_ALL = "Anyone may read it"
FOR_AGENCIES = "Other agencies may read it as reference"
FOR_THE_UNION = "It may be sent to the union (ITU) in the country's name"
TELEPHONE = {"width": 360, "height": 740}


def the_health_ministry_shares_an_experience(ministry: Ministry) -> None:
    """On a telephone, without script, in few actions."""
    officer = ministry.stranger(Correspondent, ANSWERING, script=False, **TELEPHONE)
    officer.opens_the_mail_to(mail_of(HEALTH))
    officer.follows_the_link()
    title, text = told.EXPERIENCE
    officer.tells("Experience", {"vi": title}, {"vi": text})
    officer.goes_on("What was done")
    officer.names_the_goal(3)
    officer.agrees_to(FOR_ALL, FOR_THE_UNION)
    officer.sends("Nguyễn Văn An, Văn phòng Bộ")
    officer.closes_the_browser()


def somebody_else_there_writes_with_a_break(ministry: Ministry) -> None:
    """The draft is there for whoever opens the link next."""
    title, text = told.OPEN_DAY
    first = ministry.stranger(Correspondent, COMING_BACK, **TELEPHONE)
    first.opens_the_mail_to(mail_of(HEALTH))
    first.follows_the_link()
    first.tells("Activity", {"vi": title}, {"vi": text})
    first.writes("First day", "2024-05-17")
    first.writes("Venue", "Hà Nội")
    first.writes("People reached", "1200")
    first.goes_on("What was done")
    first.closes_the_browser()
    second = ministry.stranger(Correspondent, COMING_BACK, **TELEPHONE)
    second.opens_the_mail_to(mail_of(HEALTH))
    second.follows_the_link()
    second.finds_the_draft(title)
    second.goes_on("What was done")
    second.names_the_goal(3)
    second.agrees_to(FOR_ALL)
    second.sends("Lê Thị Bình, Cục Công nghệ thông tin")


def a_province_hands_on_to_its_department(ministry: Ministry) -> None:
    """The department answers, and the province counts as answered."""
    province = ministry.stranger(Correspondent)
    province.opens_the_mail_to(mail_of(DA_NANG))
    province.follows_the_link()
    province.hands_on_to(name_of(TEAM))
    _the_specialist_lets_the_mail_go(ministry)
    team = ministry.stranger(Correspondent)
    team.opens_the_mail_to(mail_of(TEAM))
    team.follows_the_link()
    title, text = ({code: told[n] for code, told in _teams().items()} for n in (0, 1))
    team.tells("Good practice", title, text)
    team.presses("Continue")
    team.names_the_goal(10)
    team.agrees_to(FOR_ALL, FOR_THE_UNION)
    team.sends("Trần Thị Hoa, Phòng Chuyển đổi số")
    province.page.reload()
    province.reads(province.words("Answered through the body it was handed on to"))
    province.looks("The province sees that its department answered")


def _teams() -> dict[str, tuple[str, str]]:
    return told.COMMUNITY_TEAMS


def _the_specialist_lets_the_mail_go(ministry: Ministry) -> None:
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt")
    specialist.lets_the_mail_go_to(name_of(TEAM))
    assert deliver_due() == 1


def an_enterprise_has_nothing_to_report(ministry: Ministry) -> None:
    enterprise = ministry.stranger(Correspondent, **TELEPHONE)
    enterprise.opens_the_mail_to(mail_of(MOBILE))
    enterprise.follows_the_link()
    enterprise.has_nothing_to_report("Phạm Văn Cường, Ban Đối ngoại")


def the_clerk_registers_a_letter_of_reply(ministry: Ministry, folder: Path) -> None:
    scan = folder / "2207-BTC-THTK.docx"
    scan.write_bytes(docx("Bộ Tài chính trả lời"))
    clerk = ministry.seat(Clerk, "van-thu", REGISTERING)
    clerk.registers(name_of(FINANCE), told.LETTER_OF_REPLY, str(scan))


def the_specialist_splits_it(ministry: Ministry) -> None:
    """Two items from one letter; the specialist works in English from here on."""
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", SPLITTING, language="en")
    specialist.finds_the_reply_of(name_of(FINANCE))
    specialist.follows("From the official letter")
    specialist.looks("The letter of reply is noted here")
    specialist.writes_from_the_letter("Solution", told.INVOICES, FOR_AGENCIES)
    specialist.writes_from_the_letter("Publication", told.TAX_LESSONS)
    specialist.looks("Both items are in")
