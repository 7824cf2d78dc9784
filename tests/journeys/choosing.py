"""Chasing the silent, reading and scoring, the two shelves, the list for the union, its answer."""

import io
import re
import zipfile

from docx import Document
from pypdf import PdfReader

from convoca.calls.models import Selection
from convoca.calls.queries.calls import open_calls, silent
from convoca.demo import facts
from convoca.outbox.delivery import deliver_due
from convoca.standards.package import read
from journeys import told
from journeys.answering import HEALTH, TELEPHONE
from journeys.correspondents import Correspondent
from journeys.ministry import Ministry, mail_of
from journeys.officers import CHASING, CHOOSING, Desk, HeadByKeyboard, Reviewer, Specialist
from journeys.people import Person

REVIEWERS = ("tham-dinh-1", "tham-dinh-2")
HOSPITAL_WORDS = "Đã đưa vào kho cách làm hay của ITU."
SILENT = "vn-bgddt"
TEAMS_IN_VIETNAMESE = told.COMMUNITY_TEAMS["vi"][0]
TEAMS_IN_ENGLISH = told.COMMUNITY_TEAMS["en"][0]


def the_silent_are_reminded(ministry: Ministry) -> None:
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", CHASING, language="en")
    addresses = [mail for one in silent(open_calls().get()) for mail in one.recipient.emails]
    specialist.reminds_the_silent()
    assert deliver_due() == len(addresses)
    school = ministry.stranger(Correspondent)
    school.opens_the_mail_to(mail_of(SILENT))
    school.reads(school.pattern("Reminder of official letter %(number)s: %(subject)s"))
    answered = ministry.stranger(Correspondent)
    answered.comes_to(f"/vi/mailbox/?to={mail_of(HEALTH)}")
    answered.does_not_read(answered.pattern("Reminder of official letter %(number)s: %(subject)s"))


def two_reviewers_score(ministry: Ministry) -> None:
    """In English, each alone."""
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", CHOOSING, language="en")
    names = [facts.posts()[post].titles["vi"] for post in REVIEWERS]
    specialist.asks(*names, leaves_out=told.TAX_LESSONS[0])
    for post, points in zip(REVIEWERS, (4, 5), strict=True):
        reviewer = ministry.seat(Reviewer, post, language="en")
        for _item in range(WAITING_FOR_EACH):
            reviewer.scores(points, "Clear, and others can take it up.")


WAITING_FOR_EACH = 4


def it_is_decided_who_may_read(ministry: Ministry) -> None:
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", CHOOSING, language="en")
    specialist.sees_the_scores()
    specialist.decides(told.EXPERIENCE[0], "Publish for everyone")
    specialist.sees_the_scores()
    specialist.decides(told.OPEN_DAY[0], "Publish for everyone")
    specialist.sees_the_scores()
    specialist.decides(told.INVOICES[0], "Publish for agencies")


def the_shelves_are_kept_apart(ministry: Ministry) -> None:
    """A stranger finds the public shelf only; an officer who has signed in finds both."""
    citizen = ministry.stranger(Person)
    citizen.comes_to("/vi/")
    citizen.looks("The start page of a citizen")
    citizen.follows("Reference library")
    citizen.does_not_read(told.INVOICES[0])
    citizen.looks("The public shelf")
    citizen.follows(told.EXPERIENCE[0])
    citizen.looks("An entry of the library")
    focal_point = ministry.seat(Person, "dau-moi-vnpt")
    focal_point.follows("Reference library")
    focal_point.follows(told.INVOICES[0])
    focal_point.reads(focal_point.words("For agencies only"))
    answer = citizen.page.goto(focal_point.page.url)
    assert answer is not None
    assert answer.status == 404
    citizen.does_not_read(told.INVOICES[0])


def a_citizen_looks_at_the_day(ministry: Ministry) -> None:
    citizen = ministry.stranger(Person, **TELEPHONE)
    citizen.comes_to("/vi/observances/")
    citizen.looks("The observances")
    citizen.page.locator("main").get_by_role("link").first.click()
    citizen.comes_to("/vi/observances/wtisd/2024/")
    citizen.reads(told.OPEN_DAY[0])
    citizen.looks("The public page of the day")
    assert citizen.gets_by_link(re.compile("^PDF")).startswith(b"%PDF")


def the_list_is_approved(ministry: Ministry) -> None:
    """Shortlisted by the specialist, agreed by the head with keys, approved without script."""
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", CHOOSING, language="en")
    specialist.begins_the_list(told.EXPERIENCE[0], TEAMS_IN_ENGLISH)
    specialist.checks_the_english_of(told.EXPERIENCE[0], told.EXPERIENCE_IN_ENGLISH)
    specialist.comes_to(_address_of_the_list())
    specialist.checks_the_english_of(TEAMS_IN_ENGLISH)
    specialist.submits_the_list()
    head = ministry.seat(HeadByKeyboard, "vu-truong-htqt", CHOOSING)
    head.passes_the_list("Agree to the list", "Agree")
    leader = ministry.seat(Desk, "thu-truong", CHOOSING, script=False)
    leader.passes_the_list("Approve the list", "Approve")


def _address_of_the_list() -> str:
    return f"/en/lists/{Selection.objects.get().uid}/"


def the_dossier_leaves(ministry: Ministry) -> None:
    """Whoever opens it needs no Convoca; another Convoca takes the package in."""
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", language="en")
    specialist.comes_to(_address_of_the_list())
    specialist.presses("Freeze and send")
    specialist.looks("The list is sent")
    package = read(specialist.gets_by_link("Download the package (.zip)"))
    titles = [one.fields["title"]["en"] for one in package.contributions]
    assert titles == [told.EXPERIENCE_IN_ENGLISH[0], TEAMS_IN_ENGLISH]
    specialist.follows("What is in it, and where it is")
    specialist.looks("The dossier for the union")
    pdf = PdfReader(io.BytesIO(specialist.gets_by_link("PDF")))
    assert told.EXPERIENCE_IN_ENGLISH[0] in "".join(page.extract_text() for page in pdf.pages)
    word = Document(io.BytesIO(specialist.gets_by_link("Word")))
    assert TEAMS_IN_ENGLISH in [line.text for line in word.paragraphs] + _cells(word)
    whole = zipfile.ZipFile(io.BytesIO(specialist.gets_by_link("Download everything (.zip)")))
    assert whole.testzip() is None
    assert {"dossier.pdf", "dossier.docx"} < set(whole.namelist())


def _cells(word: Document) -> list[str]:
    return [cell.text for table in word.tables for row in table.rows for cell in row.cells]


def the_union_answers(ministry: Ministry) -> None:
    """The specialist notes it, and the sender reads it by the old link."""
    specialist = ministry.seat(Specialist, "chuyen-vien-htqt", language="en")
    specialist.comes_to(_address_of_the_list())
    specialist.follows("Note the answer")
    specialist.chooses("Answer", specialist.words("Taken up"))
    specialist.writes("In its words", HOSPITAL_WORDS)
    specialist.looks("The answer of the union is noted")
    specialist.presses("Note the answer")
    specialist.reads(specialist.words("Noted. Its sender sees the answer."))
    sender = ministry.stranger(Correspondent, **TELEPHONE)
    sender.opens_the_mail_to(mail_of(HEALTH))
    sender.follows_the_link()
    sender.follows("What became of what you sent")
    sender.reads(sender.words("The union has taken it up"))
    sender.reads(HOSPITAL_WORDS)
    sender.looks("The sender sees what became of it")
