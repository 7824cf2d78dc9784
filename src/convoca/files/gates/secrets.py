"""The gate for state secrets: no file whose text bears their mark is kept."""

from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from convoca.files.gates.words import words_of
from convoca.files.kinds import Kind
from convoca.standards.decree30 import StateSecretMark, refuse_state_secrets


def check(stream: IO[bytes], name: str, kind: Kind) -> None:
    """Raise ValidationError, naming file and law, when the text bears a mark of state secrecy."""
    try:
        refuse_state_secrets(words_of(stream, kind), stamped=True)
    except StateSecretMark as mark:
        words = f"{name}: {mark.words(get_language() or 'en')} ({mark.source})"
        raise ValidationError(words, code="state-secret") from mark
