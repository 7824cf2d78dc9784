"""Officers who read the outbox do not see a recipient's link whole."""

from uuid import UUID

from convoca.letters.links import seal
from convoca.outbox.veils import veiled

RECIPIENT = UUID("5f0c1b52-9a0e-4d0f-8f37-2a1d5a5f1a04")


def test_the_seal_of_a_link_is_left_out_of_a_mail() -> None:
    link = f"http://localhost:8000/r/{RECIPIENT}.{seal(RECIPIENT, 1)}"
    assert veiled(f"Trả lời: {link}.") == f"Trả lời: http://localhost:8000/r/{RECIPIENT}.…."
