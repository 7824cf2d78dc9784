"""What a contribution says, as one value: what forms fill, actions store and versions keep."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from convoca.journal.chain import canonical
from convoca.languages.translated import Translated

if TYPE_CHECKING:
    from convoca.calls.models import Contribution
    from convoca.members.models import Body

Json: TypeAlias = "str | int | bool | list[Json] | Mapping[str, Json] | None"
EMPTY = Translated()


@dataclass(frozen=True, slots=True)
class ActivitySaid:
    """When, where and for whom an activity was or will be held."""

    starts_on: date
    ends_on: date
    place: str = ""
    province: "Body | None" = None
    organiser: str = ""
    audience: Translated = EMPTY
    reached: int | None = None
    result: Translated = EMPTY

    def texts(self) -> Iterator[str]:
        """Yield every text in it."""
        yield from (self.place, self.organiser, *self.audience.values(), *self.result.values())

    def told(self) -> dict[str, Json]:
        """Return it as JSON values."""
        return {
            "starts_on": self.starts_on.isoformat(),
            "ends_on": self.ends_on.isoformat(),
            "place": self.place,
            "province": str(self.province.uid) if self.province else None,
            "organiser": self.organiser,
            "audience": dict(self.audience),
            "reached": self.reached,
            "result": dict(self.result),
        }


@dataclass(frozen=True, slots=True)
class Consent:
    """What its sender allows, item by item."""

    agencies: bool = False
    public: bool = False
    forward: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask about it; never published, never forwarded."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """The whole content of a contribution."""

    kind: str
    main_language: str
    title: Translated
    summary: Translated = EMPTY
    text: Translated = EMPTY
    sdgs: tuple[int, ...] = ()
    action_lines: tuple[str, ...] = ()
    web_address: str = ""
    consent: Consent = Consent()
    contact: Contact = Contact()
    activity: ActivitySaid | None = None

    def texts(self) -> Iterator[str]:
        """Yield every text in it, for what is refused by its words."""
        yield from (*self.title.values(), *self.summary.values(), *self.text.values())
        if self.activity:
            yield from self.activity.texts()

    def told(self) -> dict[str, Json]:
        """Return it as JSON values, the contact left out: a version is not erased."""
        return {
            "kind": self.kind,
            "main_language": self.main_language,
            "title": dict(self.title),
            "summary": dict(self.summary),
            "text": dict(self.text),
            "sdgs": list(self.sdgs),
            "action_lines": list(self.action_lines),
            "web_address": self.web_address,
            "consent": asdict(self.consent),
            "activity": self.activity.told() if self.activity else None,
        }

    def with_texts(self, *, title: Translated, summary: Translated, text: Translated) -> "Said":
        """Return the same in other words."""
        return replace(self, title=title, summary=summary, text=text)


def said_of(contribution: "Contribution") -> Said:
    """Return what the stored contribution says."""
    held = getattr(contribution, "activity", None) if contribution.kind == "activity" else None
    return Said(
        kind=contribution.kind,
        main_language=contribution.main_language,
        title=contribution.title,
        summary=contribution.summary,
        text=contribution.text,
        sdgs=tuple(contribution.sdgs),
        action_lines=tuple(contribution.action_lines),
        web_address=contribution.web_address,
        consent=Consent(
            contribution.consent_agencies,
            contribution.consent_public,
            contribution.consent_forward,
        ),
        contact=Contact(
            contribution.contact_name, contribution.contact_email, contribution.contact_phone
        ),
        activity=ActivitySaid(
            starts_on=held.starts_on,
            ends_on=held.ends_on,
            place=held.place,
            province=held.province,
            organiser=held.organiser,
            audience=held.audience,
            reached=held.reached,
            result=held.result,
        )
        if held
        else None,
    )


def put(said: Said, contribution: "Contribution") -> None:
    """Write what is said into the contribution's columns; saves nothing."""
    for name in ("kind", "main_language", "title", "summary", "text", "web_address"):
        setattr(contribution, name, getattr(said, name))
    contribution.sdgs, contribution.action_lines = list(said.sdgs), list(said.action_lines)
    contribution.consent_agencies = said.consent.agencies
    contribution.consent_public = said.consent.public
    contribution.consent_forward = said.consent.forward
    contribution.contact_name = said.contact.name
    contribution.contact_email = said.contact.email
    contribution.contact_phone = said.contact.phone


def digest(told: Mapping[str, Json]) -> str:
    """Return the SHA-256, in hex, of the canonical text of what was told."""
    return hashlib.sha256(canonical(told).encode()).hexdigest()
