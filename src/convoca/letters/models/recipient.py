"""Who was sent a letter, under the name of that day, and what became of it."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from convoca.languages.fields import LanguageField, LineField
from convoca.letters.models.letter import AddressLine, Letter, LineKind
from convoca.members.models import Body


class Recipient(models.Model):
    """One who is sent the letter.

    `addressed` is the body that was written to and never changes; `body` is the one that answers
    now (a successor after a merger). `parent` is the recipient that handed the task on. The link
    of a recipient is valid until `link_expires_at`; a higher `link_serial` revokes older links.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="recipients")
    line = models.ForeignKey(
        AddressLine, on_delete=models.PROTECT, null=True, related_name="recipients"
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="handed_on_to"
    )
    kind = models.CharField(max_length=12, choices=LineKind.choices)
    position = models.PositiveIntegerField(default=0)
    addressed = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, related_name="letters_addressed"
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, related_name="letters_received"
    )
    name = LineField(max_length=300)
    emails = ArrayField(models.EmailField(), default=list, blank=True)
    language = LanguageField()

    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    handed_on_at = models.DateTimeField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    letter_received_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    link_serial = models.PositiveIntegerField(default=1)
    link_expires_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["letter", "kind", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "addressed"],
                condition=Q(parent__isnull=True, addressed__isnull=False),
                name="letters_body_addressed_once",
            ),
            models.UniqueConstraint(
                fields=["parent", "addressed"],
                condition=Q(parent__isnull=False),
                name="letters_handed_on_once_to_a_body",
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="letters_recipient_has_the_name_of_the_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def has_answered(self) -> bool:
        """Say whether content or an official letter came from it."""
        return bool(self.replied_at or self.letter_received_at)

    @property
    def is_addressee(self) -> bool:
        """Say whether it is asked to act, not only told."""
        return self.kind == LineKind.ADDRESSEE
