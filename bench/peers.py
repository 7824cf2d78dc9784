"""What the peers cost on a machine of this kind: recorded figures, not run here.

Recorded on 2 cores of an AMD EPYC virtual machine with Python 3.11, as CPU of application, database
and worker together, in milliseconds an operation.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Peer:
    """One recorded figure."""

    name: str
    milliseconds: float
    note: str = ""


SUBMIT = (Peer("Indico", 242, "4 requests"), Peer("pretalx", 362, "6 requests"))
PAGE = (
    Peer("pretalx, page of a talk", 70),
    Peer("Indico, page of a contribution", 72),
    Peer("a bare Django page", 0.12),
)
PROGRAMME = (
    Peer("pretalx, without script", 573),
    Peer("pretalx, with script", 573, "1,118 KB over the wire"),
    Peer("Indico", 433, "9.6 MB over the wire"),
)
