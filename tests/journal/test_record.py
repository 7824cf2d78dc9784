"""The journal: one entry an action, chained at commit, never changed."""

import hashlib
import json
import threading
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from convoca.journal.actors import Actor, ActorKind
from convoca.journal.erasure import erase
from convoca.journal.models import Entry, PersonalDetail
from convoca.journal.record import OutsideTransactionError, record
from convoca.journal.timeline import timeline
from convoca.journal.verify import Head, verify

CLERK = Actor(kind=ActorKind.PERSON, uid=str(uuid4()), name="Văn thư (trình diễn)")
pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


def note(number: int = 1, **personal: str) -> Entry:
    with transaction.atomic():
        return record(
            by=CLERK,
            action="letters.register",
            subject_kind="letter",
            subject_uid="công văn 1",
            facts={"number": number},
            personal=personal,
        )


def tamper(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement)
        cursor.execute("SET session_replication_role = origin")


def test_the_hash_chains_the_text_to_the_entry_before():
    first, second = note(1), note(2)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.seq, second.seq) == (1, 2)
    assert bytes(first.hash) == hashlib.sha256(bytes(32) + first.text.encode()).digest()
    assert bytes(second.hash) == hashlib.sha256(bytes(first.hash) + second.text.encode()).digest()


def test_the_text_is_canonical_and_names_actor_and_subject_by_uid_alone():
    told = json.loads(note(7).text)
    assert told["actor"] == {"kind": "person", "uid": CLERK.uid}
    assert told["subject"] == {"kind": "letter", "uid": "công văn 1"}
    assert told["facts"] == {"number": 7}
    assert list(told) == sorted(told)


def test_outside_a_transaction_nothing_is_recorded():
    with pytest.raises(OutsideTransactionError):
        record(by=CLERK, action="letters.sign", subject_kind="letter", subject_uid="x")
    assert Entry.objects.count() == 0


def test_an_action_rolled_back_leaves_no_entry_and_no_gap():
    with transaction.atomic():
        record(by=CLERK, action="letters.sign", subject_kind="letter", subject_uid="x")
        transaction.set_rollback(True)
    kept = note()
    kept.refresh_from_db()
    assert kept.seq == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET text = 'x'",
        "UPDATE journal_entry SET seq = 9",
        "DELETE FROM journal_entry",
        "UPDATE journal_personaldetail SET value = 'x'",
    ],
)
def test_the_database_refuses_to_change_the_record(statement):
    note()
    with pytest.raises(IntegrityError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_record_cannot_be_emptied():
    note()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry ENABLE TRIGGER journal_entry_is_not_emptied")
    try:
        with pytest.raises(IntegrityError, match="append-only"), connection.cursor() as cursor:
            cursor.execute("TRUNCATE journal_entry CASCADE")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_is_not_emptied")


def test_a_forged_number_is_not_taken():
    with transaction.atomic():
        forged = Entry.objects.create(
            text="{}", action="a", subject_kind="b", subject_uid="c", seq=40, at="2024-05-17T00:00Z"
        )
    forged.refresh_from_db()
    assert forged.seq == 1


def test_eight_writers_make_one_chain_without_gaps():
    def write() -> None:
        try:
            for number in range(10):
                note(number)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Entry.objects.values_list("seq", flat=True)) == list(range(1, 81))
    assert verify().whole


def test_verify_names_the_first_broken_entry():
    for number in range(4):
        note(number)
    tamper("UPDATE journal_entry SET text = replace(text, 'letters', 'Letters') WHERE seq = 3")
    verdict = verify()
    assert (verdict.entries, verdict.whole, verdict.first_broken.seq) == (4, False, 3)


def test_verify_finds_an_entry_that_was_taken_out():
    for number in range(3):
        note(number)
    tamper("DELETE FROM journal_personaldetail")
    tamper("DELETE FROM journal_entry WHERE seq = 2")
    assert verify().first_broken.seq == 2


def test_a_column_that_differs_from_the_text_is_found():
    note()
    tamper("UPDATE journal_entry SET action = 'letters.void'")
    assert verify().first_broken.seq == 1


def test_a_cut_tail_is_found_only_against_a_noted_head():
    for number in range(3):
        note(number)
    noted = verify().head
    tamper("DELETE FROM journal_personaldetail")
    tamper("DELETE FROM journal_entry WHERE seq = 3")
    assert verify().whole
    assert verify(noted=noted).first_broken.seq == 3


def test_a_noted_head_with_another_hash_is_found():
    note()
    assert verify(noted=Head(1, "0" * 64)).first_broken.seq == 1


def test_an_erased_detail_leaves_the_chain_whole():
    entry = note(1, signer="Nguyễn Thị Hạnh")
    assert erase(by=CLERK, entry_uid=entry.uid, label="signer", reason="asked for") == 1
    verdict = verify()
    assert (verdict.whole, verdict.erased) == (True, 1)
    assert not PersonalDetail.objects.filter(label="signer").exists()
    assert "Hạnh" not in Entry.objects.get(pk=entry.pk).text


def test_a_changed_detail_is_broken_not_erased():
    note(1, signer="Nguyễn Thị Hạnh")
    tamper("UPDATE journal_personaldetail SET value = 'x' WHERE label = 'signer'")
    assert verify().first_broken.seq == 1


def test_the_timeline_tells_what_happened_in_order():
    note(1)
    note(2)
    lines = timeline(subject_kind="letter", subject_uid="công văn 1")
    assert [(line.actor_name, line.facts) for line in lines] == [
        (CLERK.name, {"number": 1}),
        (CLERK.name, {"number": 2}),
    ]


def test_a_float_is_refused():
    with pytest.raises(TypeError), transaction.atomic():
        record(by=CLERK, action="a.b", subject_kind="c", subject_uid="d", facts={"score": 0.1})
