"""One row for each mail and recipient. The state lives here; a job of the queue only wakes."""

from datetime import datetime
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from convoca.files.models import StoredFile
from convoca.languages.fields import LanguageField, LineField, ProseField


class MailClass(models.TextChoices):
    """Whether a person reads a mail before it goes."""

    OFFICIAL = "official", _("official mail")
    SIGN_IN = "sign-in", _("sign-in mail")


class State(models.TextChoices):
    """How far a mail has come. Delivered and bounced come only from a delivery report."""

    WAITING = "waiting", pgettext_lazy("mail", "waiting for release")
    RELEASED = "released", pgettext_lazy("mail", "released, not yet handed over")
    ACCEPTED = "accepted", pgettext_lazy("mail", "accepted by the mail server")
    DELIVERED = "delivered", pgettext_lazy("mail", "delivered")
    BOUNCED = "bounced", pgettext_lazy("mail", "bounced")
    FAILED = "failed", pgettext_lazy("mail", "not sent")
    WITHDRAWN = "withdrawn", pgettext_lazy("mail", "withdrawn")


_TIMES = ("released_at", "accepted_at", "delivered_at", "bounced_at", "failed_at", "withdrawn_at")
# For each state: the times that are known, and those that may be.
_KNOWN: dict[State, tuple[set[str], set[str]]] = {
    State.WAITING: (set(), set()),
    State.RELEASED: ({"released_at"}, set()),
    State.ACCEPTED: ({"released_at", "accepted_at"}, set()),
    State.DELIVERED: ({"released_at", "accepted_at", "delivered_at"}, set()),
    State.BOUNCED: ({"released_at", "accepted_at", "bounced_at"}, {"delivered_at"}),
    State.FAILED: ({"released_at", "failed_at"}, set()),
    State.WITHDRAWN: ({"withdrawn_at"}, {"released_at"}),
}


_TONES = {
    State.WAITING: "late",
    State.RELEASED: "info",
    State.ACCEPTED: "ok",
    State.DELIVERED: "ok",
    State.BOUNCED: "bad",
    State.FAILED: "bad",
    State.WITHDRAWN: "plain",
}


def _times_fit_state() -> Q:
    fits = Q()
    for state, (known, possible) in _KNOWN.items():
        row = Q(state=state.value)
        for time in _TIMES:
            if time not in possible:
                row &= Q(**{f"{time}__isnull": time not in known})
        fits |= row
    return fits


class Mail(models.Model):
    """A mail to one recipient.

    `owner` is the lineage of the body that sends it (itself first, then its parents up to the
    root): rules read grants against it. `about_kind` and `about_uid` name what the mail is about
    in the journal's way. `message_id` is made once, so that a mail handed over twice after a
    crash is one mail to whoever receives it.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    owner = ArrayField(models.UUIDField(), default=list)
    mail_class = models.CharField(max_length=10, choices=MailClass)
    language = LanguageField()
    to = models.EmailField()
    to_name = LineField(max_length=200, blank=True)
    reply_to = models.EmailField(blank=True)
    subject = LineField(max_length=500)
    text = ProseField(blank=True)
    html = ProseField(blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    search_key = models.TextField(default="", editable=False)
    about_kind = models.CharField(max_length=40, blank=True)
    about_uid = models.CharField(max_length=80, blank=True)

    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    next_attempt_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    released_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_times_fit_state(), name="outbox_times_fit_state"),
            models.CheckConstraint(
                condition=Q(state=State.RELEASED, next_attempt_at__isnull=False)
                | (~Q(state=State.RELEASED) & Q(next_attempt_at=None, claimed_at=None)),
                name="outbox_attempt_only_when_released",
            ),
            models.CheckConstraint(
                condition=Q(mail_class__in=MailClass.values), name="outbox_class_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(mail_class=MailClass.SIGN_IN, state=State.WAITING),
                name="outbox_sign_in_does_not_wait",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=Q(state=State.RELEASED), name="outbox_due"
            ),
            models.Index(fields=["about_kind", "about_uid"], name="outbox_about"),
            models.Index(fields=["state", "-id"], name="outbox_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"

    @property
    def tone(self) -> str:
        """The tone in which pages show the state."""
        return _TONES[State(self.state)]

    @property
    def since(self) -> datetime:
        """When it came into its state."""
        moment: datetime | None = getattr(self, f"{self.state}_at", None)
        return moment or self.created_at

    @property
    def is_being_sent(self) -> bool:
        """Say whether a worker has it in hand at this moment."""
        return self.claimed_at is not None


class MailAttachment(models.Model):
    """A stored file that goes with a mail, under the name that the recipient sees."""

    mail = models.ForeignKey(Mail, on_delete=models.CASCADE, related_name="attachments")
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["mail", "position"], name="outbox_one_file_per_place"),
        ]

    def __str__(self) -> str:
        return str(self.stored)


class MailboxMessage(models.Model):
    """A mail as it would have gone out, byte for byte, in the visible mailbox of a demo."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    message_id = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    subject = LineField(max_length=500)
    content = models.BinaryField()
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["to", "-id"], name="outbox_mailbox_by_address")]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"
