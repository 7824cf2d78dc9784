import pytest

from convoca.outbox.addresses import in_ascii, is_example
from convoca.outbox.transports.chosen import MailUrlError, mail_settings
from convoca.outbox.transports.smtp import Server


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mx.example", Server("mx.example", 587, "starttls")),
        ("smtp://mx.example:465", Server("mx.example", 465, "implicit")),
        ("smtp://mx.example?tls=implicit", Server("mx.example", 465, "implicit")),
        (
            "smtp://u%40x:p%3Aw@mx.example:25?tls=none",
            Server("mx.example", 25, "none", "u@x", "p:w"),
        ),
        ("mailbox:", None),
        ("", None),
    ],
)
def test_the_address_says_how_mail_goes(
    monkeypatch: pytest.MonkeyPatch, address: str, server: Server | None
) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", address)
    assert mail_settings().server == server


@pytest.mark.parametrize(
    "address",
    [
        "smtp:",
        "imap://mx.example",
        "smtp://mx?tls=maybe",
        "smtp://mx?sender=a@b",
        "mailbox:?from=x",
    ],
)
def test_an_address_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("CONVOCA_MAIL_URL", address)
    with pytest.raises(MailUrlError):
        mail_settings()


def test_a_password_is_not_shown() -> None:
    assert "p:w" not in repr(Server("mx.example", 25, "none", "u", "p:w"))


def test_only_example_is_example() -> None:
    asked = ["a@b.example", "a@b.EXAMPLE.", "a@example.com", "a@example", "a@b.example@x.vn"]
    assert [is_example(address) for address in asked] == [True, True, False, False, False]


def test_a_domain_is_written_as_dns_writes_it() -> None:
    assert in_ascii("a@tiếng.example") == "a@xn--ting-hv5a.example"
