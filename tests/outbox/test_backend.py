import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives, send_mail

from convoca.outbox.models import Mail, MailClass, State

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def backend(settings) -> None:
    # Django's test runner puts its own in the place of ours.
    settings.EMAIL_BACKEND = "convoca.outbox.backend.OutboxBackend"


def test_each_recipient_gets_a_row_that_goes_at_once() -> None:
    mail = EmailMultiAlternatives("Mã", "482913", to=["a@bo.example"], bcc=["b@bo.example"])
    mail.attach_alternative("<p>482913</p>", "text/html")
    assert mail.send() == 1
    rows = Mail.objects.order_by("id").values_list("to", "mail_class", "state", "text", "html")
    assert list(rows) == [
        (to, MailClass.SIGN_IN, State.RELEASED, "482913", "<p>482913</p>")
        for to in ("a@bo.example", "b@bo.example")
    ]


def test_a_second_head_line_is_refused() -> None:
    with pytest.raises(ValidationError):
        send_mail("Mã\nBcc: c@bo.example", "1", None, ["a@bo.example"])
    assert Mail.objects.count() == 0
