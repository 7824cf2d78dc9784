"""The submission slip (phiếu trình): what is put before whom, who agreed when, and remarks."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from convoca.standards.decree30 import layout, place_date_line
from convoca.typesetting.documents.letters import issuer_lines
from convoca.typesetting.engine import Json, clean, one_line, pdf, spelled_out
from convoca.typesetting.errors import lacking

COLUMNS = ("STT", "Bước", "Người xử lý", "Thời gian", "Kết quả", "Ý kiến")


@dataclass(frozen=True, slots=True)
class SlipStep:
    """One step: `stage` ("Kiểm tra nội dung"), who did it, when, with what outcome and remark.

    `at` is shown as given, in the zone it carries; `None` while the step is still open.
    """

    stage: str
    by: str
    at: datetime | None = None
    outcome: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionSlip:
    """A slip as it stands at one moment.

    `body` is the organisation, `unit` the drafting unit; `matter` says what is submitted, `to`
    before whom it is put, `summary` why; `files` are the names of what is attached.
    """

    body: str
    unit: str
    matter: str
    to: str
    place: str
    made_on: date
    steps: tuple[SlipStep, ...]
    reference: str = ""
    summary: str = ""
    files: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("body", "unit", "matter", "to", "place"):
            if not getattr(self, name).strip():
                raise lacking("A submission slip", "Phiếu trình", name)


def moment_text(at: datetime) -> str:
    """Write `10:12 ngày 22/4/2024`."""
    return f"{at:%H:%M} ngày {at.day}/{at.month}/{at.year}"


def slip_pdf(slip: SubmissionSlip) -> bytes:
    """Set the slip as PDF/A; the same slip gives the same bytes."""
    return pdf("slip.typ", _facts(slip), dated=slip.made_on)


def _facts(slip: SubmissionSlip) -> dict[str, Json]:
    said: dict[str, Json] = {
        field.name: spelled_out(clean(value, part=field.name)).strip()
        for field in fields(slip)
        if isinstance(value := getattr(slip, field.name), str)
    }
    return {
        **said,
        "margins": {side: measure.chosen for side, measure in layout.MARGINS_MM.items()},
        "head_columns": list(layout.HEAD_COLUMNS_MM),
        "body": list(issuer_lines(slip.body, bold=False)),
        "unit": list(issuer_lines(slip.unit)),
        "national_name": layout.NATIONAL_NAME,
        "motto": layout.MOTTO,
        "place_date": place_date_line(slip.place, slip.made_on),
        "columns": list(COLUMNS),
        "files": [spelled_out(one_line(name, part="file name")) for name in slip.files],
        "steps": [_step(place, step) for place, step in enumerate(slip.steps, start=1)],
    }


def _step(place: int, step: SlipStep) -> list[Json]:
    when = moment_text(step.at) if step.at else ""
    texts = (str(place), step.stage, step.by, when, step.outcome, step.remark)
    return [spelled_out(clean(text, part="step")).strip() for text in texts]
