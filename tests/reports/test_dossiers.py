"""The dossier: only an approved list leaves, whole, frozen, in one ZIP; how it was handed over."""

import hashlib
import io
import zipfile
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from pypdf import PdfReader

from accounts.made import user, user_with
from convoca.calls.actions.selections import begin_selection, forward, record_answer, shortlist
from convoca.calls.models import Answer, SelectedItem, SelectionState
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.journal.timeline import timeline
from convoca.languages.translated import Translated
from convoca.reports.actions import freeze_dossier, note_handover
from convoca.reports.models import Dossier, Handover, Way
from convoca.standards.package import read
from convoca.typesetting.word import word_lines
from members.made import actor
from reports.made import HERE, Year, chosen, forwarded, year

pytestmark = pytest.mark.django_db


@pytest.fixture
def of() -> Year:
    with override("vi"):
        return year()


def signed_in(role: str, body) -> Client:
    client = Client()
    client.force_login(user_with(role, body))
    return client


@pytest.fixture
def officer(of: Year) -> Client:
    return signed_in("specialist", of.round.house.chain.department)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_zip_holds_pdf_word_files_and_package(officer: Client, of: Year) -> None:
    forwarding = forwarded(of)
    answer = officer.get(f"/en/reports/dossiers/{forwarding.selection.uid}/dossier.zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    package = f"package/convoca-package-{forwarding.uid}.zip"
    assert archive.namelist() == [
        "dossier.pdf",
        "dossier.docx",
        "attachments/item-01-1-bao-cao-dot-1.pdf",
        package,
    ]
    assert archive.testzip() is None
    assert read(archive.read(package)).uid == forwarding.uid
    told = text_of(archive.read("dossier.pdf"))
    written = "\n".join(word_lines(archive.read("dossier.docx")))
    for words in (
        "International Telecommunication Union",
        "For the Ministry of Information and Communications",
        "Community digital teams",
        "Skills day",
        "People reached: 1,240",
        "item-01-1-bao-cao-dot-1.pdf",
    ):
        assert words in told.replace("\n", " ") or words in told
        assert words in written
    dossier = Dossier.objects.get()
    assert hashlib.sha256(answer.content).hexdigest() == dossier.sha256
    assert "not approved" not in told


def test_a_dossier_does_not_change_with_the_contribution(officer: Client, of: Year) -> None:
    forwarding = forwarded(of)
    address = f"/en/reports/dossiers/{forwarding.selection.uid}/dossier.zip"
    before = officer.get(address).content
    of.practice.refresh_from_db()
    of.practice.title = Translated(vi="Khác", en="Other")
    of.practice.save()
    assert officer.get(address).content == before


def test_nothing_leaves_before_the_approval(officer: Client, of: Year) -> None:
    made = of.round
    selection = begin_selection(by=made.specialist, call=made.call, forward_to=made.house.chain.itu)
    shortlist(by=made.specialist, selection=selection, contributions=[of.practice])
    address = f"/en/reports/dossiers/{selection.uid}/"
    for part in ("dossier.zip", "dossier.pdf", "dossier.docx"):
        assert officer.get(address + part).status_code == 409
    with pytest.raises(StateConflict):
        forward(by=made.specialist, selection=selection, installation=HERE)
    page = officer.get(address)
    assert "Not approved yet: nothing can leave" in page.text
    assert "nobody has checked the English text" in page.text
    told = text_of(officer.get(f"{address}preview.pdf").content)
    assert "Draft for reading, not approved" in told
    assert Dossier.objects.count() == 0


def test_an_approved_list_waits_to_be_sent_and_a_forged_forwarding_freezes_nothing(
    officer: Client, of: Year
) -> None:
    selection = chosen(of)
    address = f"/en/reports/dossiers/{selection.uid}/"
    assert officer.get(f"{address}dossier.zip").status_code == 409
    assert "Approved, not sent yet" in officer.get(address).text
    forwarding = forward(by=of.round.specialist, selection=selection, installation=HERE)
    forwarding.selection.state = SelectionState.SHORTLIST
    forwarding.selection.save()
    with pytest.raises(StateConflict):
        freeze_dossier(by=of.round.specialist, forwarding=forwarding)


def test_what_cannot_be_printed_does_not_leave(of: Year) -> None:
    selection = chosen(of)
    of.round.call.edition.observance.name = Translated(vi="Ngày", en="Day \x07 of bells")
    of.round.call.edition.observance.save()
    with pytest.raises(ValidationError):
        forward(by=of.round.specialist, selection=selection, installation=HERE)
    assert Dossier.objects.count() == 0


def test_handing_over_is_noted_and_answers_are_shown(officer: Client, of: Year) -> None:
    forwarding = forwarded(of)
    selection = forwarding.selection
    address = f"/en/reports/dossiers/{selection.uid}/"
    sent = {"on": timezone.localdate().isoformat(), "way": "email", "to_whom": "ITU secretariat"}
    assert officer.post(address, {**sent, "to_whom": ""}).status_code == 422
    late = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert officer.post(address, {**sent, "on": late}).status_code == 422
    assert officer.post(address, sent).status_code == 302
    handover = Handover.objects.get()
    assert (handover.way, handover.to_whom) == (Way.EMAIL, "ITU secretariat")
    item = SelectedItem.objects.get(contribution=of.practice)
    record_answer(
        by=of.round.specialist,
        item=item,
        answer=Answer.PUBLISHED,
        words="On the stocktaking page",
        on=timezone.localdate(),
    )
    page = officer.get(address).text
    assert "ITU secretariat" in page
    assert "On the stocktaking page" in page
    told = [one.action for one in timeline(subject_kind="selection", subject_uid=selection.uid)]
    assert told[-3:] == ["calls.forward", "reports.freeze_dossier", "reports.note_handover"]


def test_a_list_that_was_not_sent_is_not_handed_over(of: Year) -> None:
    facts = {"on": timezone.localdate(), "way": Way.EMAIL, "to_whom": "ITU"}
    with pytest.raises(StateConflict):
        note_handover(by=of.round.specialist, selection=chosen(of), **facts)


def test_strangers_and_other_bodies_see_nothing_of_a_dossier(of: Year) -> None:
    forwarding = forwarded(of)
    chain = of.round.house.chain
    address = f"/en/reports/dossiers/{forwarding.selection.uid}/"
    without_role = Client()
    without_role.force_login(user())
    strangers = [Client(), without_role, signed_in("specialist", chain.science)]
    strangers.append(signed_in("focal_point", of.round.replies[0].body))
    parts = ("", "dossier.zip", "dossier.pdf", "dossier.docx", "preview.pdf")
    for stranger in strangers:
        for part in parts:
            assert stranger.get(address + part).status_code == 403
        sent = {"on": timezone.localdate(), "way": "email", "to_whom": "x"}
        assert stranger.post(address, sent).status_code == 403
    reader = signed_in("signer", chain.ministry)
    assert reader.get(address).status_code == 200
    for by in (actor("signer", at=chain.ministry), actor("specialist", at=chain.science)):
        with pytest.raises(NotPermitted):
            note_handover(
                by=by,
                selection=forwarding.selection,
                on=timezone.localdate(),
                way=Way.EMAIL,
                to_whom="x",
            )
        with pytest.raises(NotPermitted):
            freeze_dossier(by=by, forwarding=forwarding)
    assert Handover.objects.count() == 0
