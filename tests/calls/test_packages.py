"""Forwarding to another installation: sent on, taken in once, refused when altered."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from calls.made import Round, activity_said, approved, opened, pdf, said
from convoca.calls.actions.contributions import attach, save_draft
from convoca.calls.actions.packages import import_package
from convoca.calls.actions.replies import send_reply
from convoca.calls.actions.selections import forward
from convoca.calls.models import Contribution, Forwarding, ReceivedPackage, Reply
from convoca.calls.packaging import plain_name
from convoca.files.models import StoredFile
from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.standards.package import PackageRefused, read, write
from members.made import actor

pytestmark = pytest.mark.django_db
HERE = "http://localhost:8000"


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def forwarded(made: Round) -> bytes:
    """A list of an activity and a good practice with a file, as its package."""
    reply = made.reply
    link = _link(made)
    activity = save_draft(
        by=link,
        reply=reply,
        said=activity_said(
            title=Translated(vi="Ngày hội", en="Skills day"),
            text=Translated(vi="Hướng dẫn", en="Help for residents"),
        ),
    )
    practice = save_draft(by=link, reply=reply, said=said())
    attach(by=link, contribution=practice, stream=pdf(), name="Báo cáo kết quả đợt 1.pdf")
    reply.refresh_from_db()
    send_reply(by=link, reply=reply, version=reply.version, sent_by="Văn thư")
    selection = approved(made, practice, activity)
    forward(by=made.specialist, selection=selection, installation=HERE)
    return Forwarding.objects.get().stored.read()


def _link(made: Round):
    from calls.made import link_of

    return link_of(made.reply)


def counted() -> tuple[int, ...]:
    return tuple(
        model.objects.count() for model in (Reply, Contribution, ReceivedPackage, StoredFile, Entry)
    )


def test_a_package_becomes_a_reply_to_our_own_call() -> None:
    made = opened()
    content = forwarded(made)
    sender = made.house.chain.state
    done = import_package(by=made.specialist, call=made.call, body=sender, content=content)
    reply = done.received.reply
    assert (done.is_new, done.contributions) == (True, 2)
    assert (reply.body, reply.door, reply.state) == (sender, "package", "received")
    taken = list(reply.contributions.order_by("pk"))
    assert [(one.kind, one.title["en"], one.author_names["vi"]) for one in taken] == [
        ("good_practice", "Digital teams in each village", "Bộ Khoa học và Công nghệ"),
        ("activity", "Skills day", "Bộ Khoa học và Công nghệ"),
    ]
    assert [str(found.stored) for found in taken[0].attachments.all()] == [
        "bao-cao-ket-qua-dot-1.pdf"
    ]
    assert taken[1].activity.reached == 1240
    assert {one.contact_email for one in taken} == {""}


def test_the_same_package_again_changes_nothing() -> None:
    made = opened()
    content = forwarded(made)
    facts = {"by": made.specialist, "call": made.call, "body": made.house.chain.state}
    import_package(**facts, content=content)
    before = counted()
    again = import_package(**facts, content=content)
    assert (again.is_new, again.contributions, counted()) == (False, 0, before)


def test_another_package_under_the_same_number_is_refused() -> None:
    made = opened()
    content = forwarded(made)
    facts = {"by": made.specialist, "call": made.call, "body": made.house.chain.state}
    import_package(**facts, content=content)
    other = write(replace(read(content), cover_letter={"text": {"en": "Another"}}))
    before = counted()
    with pytest.raises(StateConflict):
        import_package(**facts, content=other)
    assert counted() == before


@pytest.mark.parametrize("place", [0, 40, 400, -30, -1])
def test_a_package_altered_by_one_byte_writes_nothing(place: int) -> None:
    made = opened()
    altered = bytearray(forwarded(made))
    altered[place] ^= 1
    before = counted()
    with pytest.raises(PackageRefused):
        import_package(
            by=made.specialist,
            call=made.call,
            body=made.house.chain.state,
            content=bytes(altered),
        )
    assert counted() == before


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "novel"},
        {"sdgs": (18,)},
        {"action_lines": ("C99",)},
        {"main_language": "fr"},
        {"fields": {"title": {"vi": "a"}, "summary": {}, "text": {"vi": 3}}},
    ],
)
def test_what_a_call_cannot_hold_is_refused_before_anything_is_written(
    changes: dict[str, object],
) -> None:
    made = opened()
    package = read(forwarded(made))
    first = replace(package.contributions[0], **changes)
    content = write(replace(package, contributions=(first, *package.contributions[1:])))
    before = counted()
    with pytest.raises(PackageRefused):
        import_package(
            by=made.specialist, call=made.call, body=made.house.chain.state, content=content
        )
    assert counted() == before


def test_a_package_for_another_call_is_refused() -> None:
    made = opened()
    package = replace(read(forwarded(made)), call=made.house.chain.itu.uid)
    with pytest.raises(ValidationError):
        import_package(
            by=made.specialist,
            call=made.call,
            body=made.house.chain.state,
            content=write(package),
        )


def test_a_file_that_the_store_refuses_undoes_the_whole() -> None:
    made = opened()
    package = read(forwarded(made))
    program = replace(package.files[0], content=b"MZ\x90\x00 a program")
    content = write(replace(package, files=(program,)))
    before = counted()
    with pytest.raises(ValidationError):
        import_package(
            by=made.specialist, call=made.call, body=made.house.chain.state, content=content
        )
    assert counted() == before


def test_a_later_version_takes_the_place_of_an_earlier_one() -> None:
    made = opened()
    package = read(forwarded(made))
    facts = {"by": made.specialist, "call": made.call, "body": made.house.chain.state}
    reply = import_package(**facts, content=write(package)).received.reply
    newer = replace(
        package.contributions[0],
        version=9,
        fields={**package.contributions[0].fields, "text": {"vi": "Mới", "en": "New"}},
    )
    later = replace(package, uid=made.call.uid, contributions=(newer, *package.contributions[1:]))
    import_package(**facts, content=write(later))
    told = reply.contributions.order_by("pk").values_list("version", "origin_version")
    assert list(told) == [(2, 9), (1, 2)]


@pytest.mark.parametrize("role", ["clerk", "signer", "reviewer", "focal_point"])
def test_only_officers_take_packages_in(role: str) -> None:
    made = opened()
    with pytest.raises(NotPermitted):
        import_package(
            by=actor(role, at=made.house.chain.ministry),
            call=made.call,
            body=made.house.chain.state,
            content=b"",
        )


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("Báo cáo Đợt 1 (bản cuối).PDF", "bao-cao-dot-1-ban-cuoi.pdf"),
        ("etc/passwd", "etc-passwd.pdf"),
        ("…", "file.pdf"),
    ],
)
def test_names_of_files_are_plain(given: str, plain: str) -> None:
    assert plain_name(given, "pdf") == plain
