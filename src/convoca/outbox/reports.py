"""Reading a delivery report (RFC 3464) that a mail server sent back."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from enum import StrEnum


class Action(StrEnum):
    """What became of a mail, in the words of RFC 3464, 2.3.3."""

    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    RELAYED = "relayed"
    EXPANDED = "expanded"


class NoReportError(ValueError):
    """The mail is not a delivery report."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a report says of one recipient. Empty where the report does not say."""

    action: Action
    recipient: str
    status: str
    diagnostic: str
    envelope_id: str
    message_id: str


def outcomes(raw: bytes) -> list[Outcome]:
    """Return what the report in `raw` says of each recipient. Raises NoReportError."""
    # The old policy reads what servers write, well formed or not, without judging heads.
    report = message_from_bytes(raw, policy=policy.compat32)
    said = [part for part in report.walk() if part.get_content_type() == "message/delivery-status"]
    if report.get_content_type() != "multipart/report" or not said:
        raise NoReportError("not a delivery report (multipart/report, RFC 3464)")
    blocks = [block for block in said[0].get_payload() if isinstance(block, Message)]
    envelope = next(
        (
            str(block["Original-Envelope-Id"]).strip()
            for block in blocks
            if block["Original-Envelope-Id"]
        ),
        "",
    )
    returned = _message_id(report)
    return [
        _outcome(block, envelope, returned)
        for block in blocks
        if str(block.get("Action", "")).strip().lower() in list(Action)
    ]


def _outcome(block: Message, envelope: str, returned: str) -> Outcome:
    recipient = str(block.get("Original-Recipient") or block.get("Final-Recipient") or "")
    return Outcome(
        action=Action(str(block["Action"]).strip().lower()),
        recipient=recipient.rpartition(";")[2].strip().strip("<>").lower(),
        status=str(block.get("Status", "")).strip(),
        diagnostic=" ".join(str(block.get("Diagnostic-Code", "")).rpartition(";")[2].split()),
        envelope_id=envelope,
        message_id=returned,
    )


def _message_id(report: Message) -> str:
    for part in report.walk():
        if part.get_content_type() == "text/rfc822-headers":
            payload = part.get_payload(decode=True)
            head = message_from_bytes(payload if isinstance(payload, bytes) else b"")
            return str(head.get("Message-ID", "")).strip()
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and isinstance(inner[0], Message):
                return str(inner[0].get("Message-ID", "")).strip()
    return ""
