from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr

from hypothesis import given
from hypothesis import strategies as st

from convoca.outbox.heads import POLICY

LETTERS = 'aăâđêôơưẤỗợỹ bcd,;:.<>"()[]=?_'
LINES = st.text(st.sampled_from(LETTERS), max_size=300).map(lambda text: " ".join(text.split()))


@given(LINES)
def test_a_subject_comes_back_as_it_was(text: str) -> None:
    made = EmailMessage(policy=POLICY)
    made["Subject"] = text
    raw = made.as_bytes()
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 78 or " " not in text
    assert str(message_from_bytes(raw, policy=policy.SMTP)["Subject"]) == text


@given(LINES)
def test_a_name_comes_back_as_it_was(text: str) -> None:
    made = EmailMessage(policy=POLICY)
    made["To"] = Address(text, addr_spec="ubnd@dongthap.example")
    # Python's reader of addresses parts a word that fills two encoded words; this one does not.
    read = message_from_bytes(made.as_bytes())["To"].replace("\r\n", "")
    back = parseaddr(read)[0] if text.isascii() else str(make_header(decode_header(read)))
    assert back == (text if text.isascii() else f"{text} <ubnd@dongthap.example>")
