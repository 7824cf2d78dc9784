"""The main job from end to end, as the people in it live it, through the real pages."""

import pytest

from convoca.demo.loading.everything import load_house
from convoca.journal.verify import verify
from convoca.outbox.delivery import deliver_due
from journeys import answering, choosing, issuing, reporting
from journeys.album import Album
from journeys.correspondents import ANSWERING
from journeys.ministry import Ministry
from journeys.officers import DRAFTING, REGISTERING, REPORTING

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# People's effort may not exceed this: issue 2, "Measured".
AT_MOST = {DRAFTING: 40, ANSWERING: 12, REGISTERING: 15, REPORTING: 1}


@pytest.fixture
def ministry(windows, settings):
    settings.BASE_URL = windows.address
    load_house()
    return Ministry(windows, Album("story"))


def test_from_the_letter_to_the_report(ministry, tmp_path, request):
    issuing.the_letter_is_drafted_with_its_call(ministry)
    issuing.the_desks_agree(ministry)
    issuing.the_clerk_issues_it(ministry)
    assert deliver_due() > 100

    answering.the_health_ministry_shares_an_experience(ministry)
    answering.somebody_else_there_writes_with_a_break(ministry)
    answering.a_province_hands_on_to_its_department(ministry)
    answering.an_enterprise_has_nothing_to_report(ministry)
    answering.the_clerk_registers_a_letter_of_reply(ministry, tmp_path)
    answering.the_specialist_splits_it(ministry)

    choosing.the_silent_are_reminded(ministry)
    choosing.two_reviewers_score(ministry)
    choosing.it_is_decided_who_may_read(ministry)
    choosing.the_shelves_are_kept_apart(ministry)
    choosing.a_citizen_looks_at_the_day(ministry)
    choosing.the_list_is_approved(ministry)
    choosing.the_dossier_leaves(ministry)
    choosing.the_union_answers(ministry)

    reporting.the_report_is_drafted_by_one_press(ministry)
    reporting.every_number_leads_to_its_rows(ministry)
    reporting.the_journal_shows_every_step(ministry)

    assert verify().whole
    ministry.album.note("effort", ministry.effort.table(AT_MOST))
    request.config.get_terminal_writer().write("\n" + ministry.effort.table(AT_MOST) + "\n")
    assert ministry.effort.over(AT_MOST) == {}
    assert ministry.album.wrong == []
    assert ministry.album.unchecked == set()
