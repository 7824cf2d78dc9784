"""Series and editions: entering, publishing, deleting."""

from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from convoca.conferences.actions.countdown import recompute, take_rules
from convoca.conferences.actions.times import DAYS_BEFORE, has_skipped_hour, set_instants
from convoca.conferences.content import EditionFacts, FigureFacts, SeriesFacts, ThemeFacts
from convoca.conferences.models import Edition, Event, Figure, Series, Theme
from convoca.conferences.models.series import EditionState
from convoca.conferences.rules import demand, demand_series, runs_conferences_of
from convoca.conferences.writing import held, saved, take
from convoca.journal.actors import Actor
from convoca.journal.chain import Json
from convoca.journal.record import record
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.members.models import Body

# Countdowns reach centuries back; beyond these years a calendar day would be a slip.
FIRST_YEAR, LAST_YEAR = 1800, 2199


@transaction.atomic
def create_series(*, by: Actor, body: Body, key: str, facts: SeriesFacts) -> Series:
    """Begin a series that `body` convenes. Raises ValidationError for a key in use."""
    if not runs_conferences_of(by, body):
        raise NotPermitted(_("Only the secretariat of the convening body may do this."))
    if Series.objects.filter(key=key).exists():
        raise ValidationError({"key": _("This key is in use.")})
    series = Series(body=body, key=key)
    changed = take(series, facts)
    saved(series, is_new=True)
    record(
        by=by,
        action="conferences.create_series",
        subject_kind="series",
        subject_uid=series.uid,
        facts={"key": key, "body": str(body.uid), **changed},
    )
    return series


@transaction.atomic
def edit_series(
    *, by: Actor, series: Series, facts: SeriesFacts, version: int | None = None
) -> Series:
    """Change a series. Raises Outdated when it is no longer of that version."""
    demand_series(by, series)
    series = held(series, version)
    changed = take(series, facts)
    saved(series)
    record(
        by=by,
        action="conferences.edit_series",
        subject_kind="series",
        subject_uid=series.uid,
        facts=changed,
    )
    return series


@transaction.atomic
def create_edition(*, by: Actor, series: Series, facts: EditionFacts) -> Edition:
    """Enter an edition, not yet public, with the days that its series' rules give.

    Raises ValidationError for a key or an ordinal in use and for a zone nobody knows.
    """
    demand_series(by, series)
    edition = Edition(series=series)
    _check_edition(edition, facts)
    changed = take(edition, facts)
    saved(edition, is_new=True)
    take_rules(edition)
    record(
        by=by,
        action="conferences.create_edition",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts={"series": str(series.uid), **changed},
    )
    return edition


def _check_edition(edition: Edition, facts: EditionFacts) -> None:
    others = Edition.objects.exclude(pk=edition.pk)
    wrong: dict[str, str] = {}
    if others.filter(key=facts.key).exists():
        wrong["key"] = _("This key is in use.")
    if others.filter(series=edition.series, ordinal=facts.ordinal).exists():
        wrong["ordinal"] = _("Another edition of this series has this number.")
    if not FIRST_YEAR <= facts.opens.year <= LAST_YEAR:
        told = {"first": FIRST_YEAR, "last": LAST_YEAR}
        wrong["opens"] = _("Give a day of the years %(first)d to %(last)d.") % told
    elif facts.closes < facts.opens:
        wrong["closes"] = _("The last day lies before the first one.")
    if not is_zone(facts.zone):
        wrong["zone"] = _("“%(zone)s” is no time zone such as Asia/Seoul.") % {"zone": facts.zone}
    if wrong:
        raise ValidationError(wrong)


def is_zone(name: str) -> bool:
    """Say whether this is the IANA name of a time zone."""
    try:
        return bool(name and ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


@transaction.atomic
def edit_edition(
    *, by: Actor, edition: Edition, facts: EditionFacts, version: int | None = None
) -> Edition:
    """Change an edition; the countdown and the instants of its events follow its days and zone.

    Raises StateConflict, naming them, when events would lie outside the new days.
    """
    demand(by, edition)
    edition = held(edition, version)
    _check_edition(edition, facts)
    _keep_events_inside(edition, facts)
    changed = take(edition, facts)
    saved(edition)
    if {"opens", "zone"} & changed.keys():
        recompute(edition)
    if "zone" in changed:
        _move_instants(edition)
    record(
        by=by,
        action="conferences.edit_edition",
        subject_kind="edition",
        subject_uid=edition.uid,
        facts=changed,
    )
    return edition


def _keep_events_inside(edition: Edition, facts: EditionFacts) -> None:
    first = facts.opens - timedelta(days=DAYS_BEFORE)
    outside = edition.events.filter(
        Q(day__lt=first) | Q(day__gt=facts.closes) | Q(last_day__gt=facts.closes)
    )[:5]
    names = "; ".join(str(event) for event in outside)
    if names:
        raise StateConflict(
            _("These would lie outside the new dates: %(names)s.") % {"names": names}
        )


def _move_instants(edition: Edition) -> None:
    events = list(edition.events.exclude(starts=None))
    skipped = [str(event) for event in events if has_skipped_hour(event, edition.zone)]
    if skipped:
        raise StateConflict(
            _("By the clocks of the new zone these hours do not come: %(names)s.")
            % {"names": "; ".join(skipped[:5])}
        )
    for event in events:
        event.edition = edition
        set_instants(event)
    try:
        with transaction.atomic():
            Event.objects.bulk_update(events, ["starts_at", "ends_at"])
    except IntegrityError as error:
        told = _("By the clocks of the new zone two events would hold one room at once.")
        raise StateConflict(told) from error


@transaction.atomic
def publish_edition(*, by: Actor, edition: Edition) -> Edition:
    """Let everybody read the edition."""
    return _set_state(by, edition, EditionState.PUBLISHED, "conferences.publish_edition")


@transaction.atomic
def withdraw_edition(*, by: Actor, edition: Edition) -> Edition:
    """Take the edition from public view; nothing in it is lost."""
    return _set_state(by, edition, EditionState.DRAFT, "conferences.withdraw_edition")


def _set_state(by: Actor, edition: Edition, state: str, action: str) -> Edition:
    demand(by, edition)
    edition = held(edition)
    if edition.state == state:
        raise StateConflict(_("The edition is in this state already."))
    edition.state = state
    saved(edition)
    record(by=by, action=action, subject_kind="edition", subject_uid=edition.uid)
    return edition


@transaction.atomic
def put_theme(
    *,
    by: Actor,
    edition: Edition,
    facts: ThemeFacts,
    theme: Theme | None = None,
    version: int | None = None,
) -> Theme:
    """Add a main theme, or change `theme`."""
    demand(by, edition)
    if edition.themes.filter(key=facts.key).exclude(pk=theme.pk if theme else 0).exists():
        raise ValidationError({"key": _("This key is in use.")})
    row = held(theme, version) if theme else Theme(edition=edition)
    changed = take(row, facts)
    saved(row, is_new=theme is None)
    _tell(by, edition, "conferences.put_theme", {"theme": facts.key, **changed})
    return row


@transaction.atomic
def remove_theme(*, by: Actor, theme: Theme) -> None:
    """Take a theme away. Raises StateConflict while agenda items or statements point to it."""
    demand(by, theme.edition)
    key = theme.key
    try:
        theme.delete()
    except ProtectedError:
        told = _("The theme is in use; take it from the agenda and the speeches first.")
        raise StateConflict(told) from None
    _tell(by, theme.edition, "conferences.remove_theme", {"theme": key})


@transaction.atomic
def put_figure(
    *,
    by: Actor,
    edition: Edition,
    facts: FigureFacts,
    figure: Figure | None = None,
    version: int | None = None,
) -> Figure:
    """Add a number with its source, or change `figure`."""
    demand(by, edition)
    if edition.figures.filter(key=facts.key).exclude(pk=figure.pk if figure else 0).exists():
        raise ValidationError({"key": _("This key is in use.")})
    row = held(figure, version) if figure else Figure(edition=edition)
    changed = take(row, facts)
    saved(row, is_new=figure is None)
    _tell(by, edition, "conferences.put_figure", {"figure": facts.key, **changed})
    return row


@transaction.atomic
def remove_figure(*, by: Actor, figure: Figure) -> None:
    """Take a number away."""
    demand(by, figure.edition)
    key = figure.key
    figure.delete()
    _tell(by, figure.edition, "conferences.remove_figure", {"figure": key})


def _tell(by: Actor, edition: Edition, action: str, facts: dict[str, Json]) -> None:
    record(by=by, action=action, subject_kind="edition", subject_uid=edition.uid, facts=facts)
