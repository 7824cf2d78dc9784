"""Writing a mail's head so that every reader gets the same text back."""

from email.header import Header
from email.headerregistry import AddressHeader, UnstructuredHeader
from email.policy import EmailPolicy
from typing import Any


class HeadPolicy(EmailPolicy):
    """Lines end in CRLF, and text beyond ASCII is folded without losing a blank.

    Python's own folding of such text drops a blank between two encoded words
    (https://github.com/python/cpython/issues/92081), which long Vietnamese subjects meet.
    """

    def fold(self, name: str, value: Any) -> str:
        """Return the head line, folded."""
        text = str(value)
        if isinstance(value, AddressHeader) and not text.isascii():
            written = ", ".join(_address(name, one) for one in value.addresses)
        elif isinstance(value, UnstructuredHeader) and not text.isascii():
            written = _encoded(name, text)
        else:
            return str(super().fold(name, value))
        return f"{name}: {written}".replace("\n", self.linesep) + self.linesep

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return the head line, folded, in bytes."""
        return self.fold(name, value).encode("ascii", "surrogateescape")


def _address(head: str, one: Any) -> str:
    shown = _encoded(head, one.display_name)
    return f"{shown} <{one.addr_spec}>" if shown else str(one.addr_spec)


def _encoded(head: str, text: str) -> str:
    return Header(text, "utf-8", header_name=head).encode() if text else ""


# Seven bits and short lines go through every server on the way.
POLICY = HeadPolicy(linesep="\r\n", cte_type="7bit")
