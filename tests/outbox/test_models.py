"""The database ties a mail's state to its times."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from convoca.outbox import actions
from convoca.outbox.models import Mail, MailClass, State
from outbox.made import CLERK, draft

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = timezone.now()


@pytest.mark.parametrize(
    "values",
    [
        {"state": State.RELEASED},
        {"state": State.RELEASED, "released_at": NOW},
        {"state": State.ACCEPTED, "released_at": NOW},
        {"state": State.DELIVERED, "released_at": NOW, "delivered_at": NOW},
        {"state": State.BOUNCED, "released_at": NOW, "bounced_at": NOW},
        {"state": State.FAILED, "released_at": NOW},
        {"state": State.WITHDRAWN},
        {"state": "sent"},
        {"released_at": NOW},
        {"next_attempt_at": NOW},
        {"claimed_at": NOW},
        {"mail_class": MailClass.SIGN_IN},
        {"mail_class": "advert"},
    ],
)
def test_a_state_without_its_times_is_refused(values: dict[str, object]) -> None:
    mail = actions.queue_many(by=CLERK, drafts=[draft()])[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Mail.objects.filter(pk=mail.pk).update(**values)
