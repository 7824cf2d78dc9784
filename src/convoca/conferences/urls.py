"""Addresses of conferences."""

from datetime import date

from django.urls import path, register_converter

from convoca.conferences.views import countdown, delegations, editions, events, people, series


class DayConverter:
    """A day as 2014-10-20."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Return the day; ValueError, which is a 404, for one that is not in the calendar."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Return the day as the address has it."""
        return value.isoformat()


register_converter(DayConverter, "day")

app_name = "conferences"
urlpatterns = [
    path("", series.listed, name="list"),
    path("series/new/", series.new, name="series_new"),
    path("series/<slug:key>/edit/", series.change, name="series_edit"),
    path("series/<slug:key>/delete/", series.delete, name="series_delete"),
    path("series/<slug:key>/rules/", series.rules, name="rules"),
    path("series/<slug:key>/rules/new/", series.rule, name="rule_new"),
    path("series/<slug:key>/rules/<slug:rule_key>/", series.rule, name="rule_edit"),
    path("series/<slug:key>/rules/<slug:rule_key>/remove/", series.rule_remove, name="rule_remove"),
    path("series/<slug:key>/new/", series.new_edition, name="edition_new"),
    path("<slug:key>/", editions.overview, name="edition"),
    path("<slug:key>/manage/", editions.manage, name="manage"),
    path("<slug:key>/manage/edit/", editions.change, name="edition_edit"),
    path("<slug:key>/manage/publish/", editions.publish, name="publish"),
    path("<slug:key>/manage/withdraw/", editions.withdraw, name="withdraw"),
    path("<slug:key>/manage/delete/", editions.delete, name="delete"),
    path("<slug:key>/manage/clone/", editions.clone, name="clone"),
    path("<slug:key>/manage/themes/new/", editions.theme, name="theme_new"),
    path("<slug:key>/manage/themes/<uuid:uid>/", editions.theme, name="theme_edit"),
    path("<slug:key>/manage/themes/<uuid:uid>/remove/", editions.theme_remove, name="theme_remove"),
    path("<slug:key>/manage/numbers/new/", editions.figure, name="figure_new"),
    path("<slug:key>/manage/numbers/<uuid:uid>/", editions.figure, name="figure_edit"),
    path(
        "<slug:key>/manage/numbers/<uuid:uid>/remove/", editions.figure_remove, name="figure_remove"
    ),
    path("<slug:key>/manage/rooms/new/", events.room, name="room_new"),
    path("<slug:key>/manage/rooms/<uuid:uid>/", events.room, name="room_edit"),
    path("<slug:key>/manage/rooms/<uuid:uid>/remove/", events.room_remove, name="room_remove"),
    path("<slug:key>/manage/guests/new/", people.guest, name="guest_new"),
    path("<slug:key>/countdown/", countdown.shown, name="countdown"),
    path("<slug:key>/countdown/compute/", countdown.compute, name="compute"),
    path("<slug:key>/countdown/new/", countdown.step, name="step_new"),
    path("<slug:key>/countdown/<uuid:uid>/", countdown.step, name="step_edit"),
    path("<slug:key>/countdown/<uuid:uid>/remove/", countdown.step_remove, name="step_remove"),
    path("<slug:key>/countdown/<uuid:uid>/done/", countdown.done, name="step_done"),
    path("<slug:key>/countdown/<uuid:uid>/reopen/", countdown.reopen, name="step_reopen"),
    path("<slug:key>/delegations/", delegations.listed, name="delegations"),
    path("<slug:key>/delegations/invitations/", delegations.invite, name="invite"),
    path(
        "<slug:key>/delegations/invitations/letter/", delegations.invite_draft, name="invite_draft"
    ),
    path(
        "<slug:key>/delegations/invitations/members/",
        delegations.list_members,
        name="list_members",
    ),
    path("<slug:key>/delegations/invitations/all/", delegations.all_invited, name="all_invited"),
    path("<slug:key>/delegations/add/", delegations.add, name="delegation_add"),
    path("<slug:key>/delegations/import/", people.bring, name="import"),
    path("<slug:key>/delegations/import/<uuid:uid>/", people.preview, name="import_preview"),
    path("<slug:key>/delegations/of/<slug:body_key>/", delegations.delegation, name="delegation"),
    path("<slug:key>/delegations/of/<slug:body_key>/answer/", delegations.answer, name="answer"),
    path(
        "<slug:key>/delegations/of/<slug:body_key>/remove/",
        delegations.unlist,
        name="delegation_remove",
    ),
    path("<slug:key>/delegations/of/<slug:body_key>/invited/", delegations.invited, name="invited"),
    path("<slug:key>/delegations/of/<slug:body_key>/people/new/", people.new, name="person_new"),
    path("<slug:key>/people/<uuid:uid>/", people.change, name="person_edit"),
    path("<slug:key>/people/<uuid:uid>/remove/", people.take_away, name="person_remove"),
    path("<slug:key>/days/", events.days, name="days"),
    path("<slug:key>/days/<day:day>/", events.day, name="day"),
    path("<slug:key>/events/new/", events.event_edit, name="event_new"),
    path("<slug:key>/events/<uuid:uid>/", events.event, name="event"),
    path("<slug:key>/events/<uuid:uid>/edit/", events.event_edit, name="event_edit"),
    path("<slug:key>/events/<uuid:uid>/remove/", events.event_remove, name="event_remove"),
    path("<slug:key>/events/<uuid:uid>/speeches/new/", events.speech_new, name="speech_new"),
    path("<slug:key>/speeches/<uuid:uid>/", events.speech_edit, name="speech_edit"),
    path("<slug:key>/speeches/<uuid:uid>/remove/", events.speech_remove, name="speech_remove"),
    path(
        "<slug:key>/speeches/<uuid:uid>/statements/new/", events.statement_new, name="statement_new"
    ),
    path("<slug:key>/statements/<uuid:uid>/", events.statement_edit, name="statement_edit"),
    path(
        "<slug:key>/statements/<uuid:uid>/remove/", events.statement_remove, name="statement_remove"
    ),
]
