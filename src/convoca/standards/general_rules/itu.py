"""The rule set `itu`: Plenipotentiary Conferences of the ITU since PP-06.

The text of GR Chapter III could not be read. What is known of it comes from the procedure pages
of earlier conferences, from published results, or from hearsay; the grade of each setting says
which. Numbers of the Convention from 385 on are those of 1992, before they moved to the GR.
"""

from datetime import time

from convoca.standards.general_rules import posts
from convoca.standards.general_rules.rule_sets import (
    BallotRules,
    Closing,
    DebateRules,
    ElectionRules,
    Method,
    RuleSet,
    TieBreak,
)
from convoca.standards.general_rules.sources import Grade, setting

_CV_1994 = "Convention in debates.parlamento.pt 1994-09-22, p. 125"
_PP98 = "itu.int, PP-98 election procedures"
_PP02 = "itu.int, PP-02 election procedures"
_RESULTS = "published results PP-98 to PP-22"
_UNVERIFIED = "unverified: the text of GR Chapter III was not readable"
_CS_9 = "Constitution Art. 9, base.garant.ru/2561502; droit-bilingue.ch 0.784.01"
_CV_2 = "Convention Art. 2, droit-bilingue.ch 0.784.02-2-5"
_CV_1992 = "unverified: Convention of 1992, read in part"

BALLOTS = BallotRules(
    one_seat=setting(Method.MAJORITY, "CV 410", _CV_1994, Grade.TREATY),
    several_seats=setting(
        Method.NOT_SUPPORTED, "CS 55-56, 62-63", "every official has one seat", Grade.OFFICIAL
    ),
    seats_of_region=setting(Method.PLURALITY, "GR Chapter III", _RESULTS, Grade.INFERRED),
    valid=setting(
        "papers without the blank and the invalid ones",
        "CV 411; PP-98 procedure, par. 5",
        f"{_PP98}; itu.int, PP-06 directors.html",
        Grade.OFFICIAL,
    ),
    required=setting(
        "floor(valid / 2) + 1",
        "CV 410",
        "17 ballots of PP-98 to PP-22 with a published majority",
        Grade.INFERRED,
    ),
    marks_for_one_seat=setting(
        "one X against the chosen name", "PP-02 procedure, par. 5", _PP02, Grade.OFFICIAL
    ),
    marks_for_several_seats=setting(
        "up to as many X as seats, in the region's own paper",
        "GR Chapter III",
        _UNVERIFIED,
        Grade.UNVERIFIED,
    ),
    invalid_paper=setting(
        "more boxes marked than allowed, a mark other than X, a mark outside a box",
        "PP-02 procedure, par. 6",
        _PP02,
        Grade.OFFICIAL,
    ),
    abstentions_postpone=setting(
        True, "CV 416; PP-98 procedure, par. 5", f"{_CV_1994}; {_PP98}", Grade.TREATY
    ),
    later_meeting_ignores_abstentions=setting(
        True, "CV 416, last clause", _CV_1992, Grade.UNVERIFIED
    ),
    rounds_open_to_all=setting(
        3, "GR Chapter III", "results of PP-10 BDT, PP-06 SG, PP-14 DSG", Grade.INFERRED
    ),
    finalists=setting(2, "GR Chapter III", _UNVERIFIED, Grade.UNVERIFIED),
    withdrawal_between_rounds=setting(
        True, "GR Chapter III", "PP-14 Doc. 119, 2.2; results of PP-06 to PP-22", Grade.OFFICIAL
    ),
    hours_between_rounds=setting(
        6, "PP-98 procedure", f"{_PP98}; later conferences differ", Grade.OFFICIAL
    ),
    tie_in_open_round=setting(
        TieBreak.NEXT_ROUND, "GR Chapter III", "PP-10 BDT round 1, 53 to 53", Grade.INFERRED
    ),
    tie_in_final=setting(TieBreak.AGE, "GR Chapter III", _UNVERIFIED, Grade.UNVERIFIED),
    tie_for_final=setting(TieBreak.AGE, "no rule found", "Convoca's own convention", Grade.OWN),
    tie_across_last_seat_council=setting(
        TieBreak.LOT, "GR Chapter III", _UNVERIFIED, Grade.UNVERIFIED
    ),
    tie_across_last_seat_board=setting(
        TieBreak.AGE, "GR Chapter III", _UNVERIFIED, Grade.UNVERIFIED
    ),
)

ELECTIONS = ElectionRules(
    proposed_by_member_state=setting(True, "CS 62", _CS_9, Grade.TREATY),
    one_board_candidate_per_state=setting(True, "CS 63", _CS_9, Grade.TREATY),
    different_states=setting(True, "CS 62 (as amended in 1998)", _CS_9, Grade.TREATY),
    terms_of_official=setting(
        2, "CV 13-19", "itu.int, PP-18 and PP-22 election process explained", Grade.OFFICIAL
    ),
    terms_of_board_member=setting(2, "CV 20", _CV_2, Grade.TREATY),
    candidatures_close=setting(
        Closing(days_before=28, at=time(23, 59), zone="Europe/Zurich"),
        "GR 170",
        "itu.int, election pages of PP-10 to PP-22",
        Grade.OFFICIAL,
    ),
    first_election_day=setting(
        4, "GR Chapter III", "itu.int, PP-18 backgrounder (French); PP-06 to PP-22", Grade.OFFICIAL
    ),
    order=setting(
        (
            (posts.SECRETARY_GENERAL.name,),
            (posts.DEPUTY.name,),
            (posts.DIRECTOR_BR.name, posts.DIRECTOR_TSB.name, posts.DIRECTOR_BDT.name),
            (posts.BOARD.name, posts.COUNCIL.name),
        ),
        "GR Chapter III",
        "itu.int PR 2014-55; practice since PP-10",
        Grade.OFFICIAL,
    ),
    council_vacancy=setting("the next by votes in the same region", "CV 8", _CV_2, Grade.TREATY),
    council_vacancy_without_candidate=setting(
        "the Council's chair invites candidatures of the region within one month, "
        "then a secret ballot by correspondence",
        "CV 9",
        _CV_2,
        Grade.TREATY,
    ),
    board_vacancy=setting(
        "the region's Member States propose and the Council elects, or the Member State "
        "names another national within 90 days",
        "CV 21",
        _CV_2,
        Grade.TREATY,
    ),
    secretary_general_vacancy=setting(
        "the Deputy Secretary-General succeeds",
        "Convention of 1982, No. 68",
        "assumed unchanged since 1982",
        Grade.UNVERIFIED,
    ),
    tellers=setting(5, "PP-02 procedure, par. 3", _PP02, Grade.OFFICIAL),
    proxies_per_delegation=setting(
        1, "CV 337", "predecessor: Convention of 1973, No. 372", Grade.TREATY
    ),
)

DEBATE = DebateRules(
    quorum=setting(
        "more than half of the accredited delegations that have the right to vote",
        "CV 385",
        "Convention of 1992, text-id.123dok.com",
        Grade.TREATY,
    ),
    majority=setting(
        "more than half of the delegations present and voting", "CV 410", _CV_1994, Grade.TREATY
    ),
    tie_rejects=setting(True, "CV 412", _CV_1994, Grade.TREATY),
    abstentions_not_counted=setting(True, "CV 411", _CV_1994, Grade.TREATY),
    abstentions_postpone=setting(True, "CV 416", _CV_1994, Grade.TREATY),
    roll_call_on_request_of=setting(2, "CV 417-425", _CV_1992, Grade.UNVERIFIED),
    secret_ballot_on_request_of=setting(5, "CV 417-425", _CV_1992, Grade.UNVERIFIED),
)

ITU = RuleSet(
    name="itu",
    told="Plenipotentiary Conferences of the ITU since 2006",
    ballots=BALLOTS,
    elections=ELECTIONS,
    debate=DEBATE,
)
