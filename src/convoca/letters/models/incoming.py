"""Letters received, numbered in the year's register of letters received."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from convoca.languages.fields import LineField
from convoca.languages.folding import folded
from convoca.letters.models.letter import Letter
from convoca.letters.models.recipient import Recipient
from convoca.letters.models.register import Register
from convoca.members.models import Body


class IncomingState(models.TextChoices):
    """How far a letter received has come."""

    REGISTERED = "registered", _("Registered")
    GIVEN = "given", _("With a specialist")
    DONE = "done", _("Dealt with")


class IncomingLetter(models.Model):
    """A letter received; `sender` is empty for one who is not among the bodies."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="received")
    number = models.PositiveIntegerField()
    arrived_on = models.DateField()
    sender = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="letters_sent_in"
    )
    sender_name = LineField(max_length=300)
    number_and_symbol = LineField(max_length=80, blank=True)
    dated = models.DateField(null=True, blank=True)
    document_type = LineField(max_length=60, default="Công văn")
    subject = LineField(max_length=500)
    signer_name = LineField(max_length=120, blank=True)
    answers = models.ForeignKey(
        Letter, on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    recipient = models.ForeignKey(
        Recipient, on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    state = models.CharField(
        max_length=12, choices=IncomingState.choices, default=IncomingState.REGISTERED
    )
    unit = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="letters_to_handle"
    )
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    note = LineField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    folded_text = models.TextField(editable=False, default="")

    class Meta:
        ordering = ["register", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "number"], name="letters_incoming_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="letters_incoming_number_from_one"
            ),
            models.CheckConstraint(
                condition=~Q(state=IncomingState.GIVEN)
                | Q(handler__isnull=False)
                | Q(unit__isnull=False),
                name="letters_incoming_given_to_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number:02d} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the folded copy of what a search looks at."""
        words = (self.subject, self.number_and_symbol, self.sender_name, self.signer_name)
        self.folded_text = folded(" ".join((*words, str(self.number))))
        if (names := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*names, "folded_text"}
        super().save(*args, **kwargs)


class IncomingFile(models.Model):
    """A file of a letter received."""

    letter = models.ForeignKey(IncomingLetter, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["letter", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "position"], name="letters_incoming_file_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id}: {self.position}"
