"""English."""

from convoca.elections.words.sentences import Labels, Words
from convoca.standards.general_rules.outcomes import Clash, Status, Step
from convoca.standards.general_rules.rule_sets import TieBreak
from convoca.standards.general_rules.sources import Grade

LABELS = Labels(
    region="region {region}",
    round="round {round}",
    round_unknown="round not stated",
    result="Result",
    elected="Elected",
    standing="Still standing",
    tied="Level",
    nobody="nobody yet",
    papers="The papers",
    entitled="Entitled to vote",
    deposited="Deposited",
    blank="Blank (abstentions)",
    invalid="Invalid",
    valid="Valid",
    votes_counted="Votes counted",
    required="Required majority",
    no_majority_needed="none: the most votes win",
    seats="Seats",
    not_published="not published",
    votes="The votes",
    votes_missing="not known",
    is_elected="elected",
    is_tied="level",
    steps="Step by step",
    conflicts="Figures that do not agree",
    missing="Votes that are not known",
    comparison="Compared with the published result",
    agrees="it is the same.",
    differs="it is different.",
    not_comparable="it cannot be compared.",
    texts="The texts",
    texts_told=(
        "CS is the Constitution, CV the Convention (from No. 385 on in the numbering of 1992), "
        "GR the General Rules of conferences, assemblies and meetings of the Union. The letter "
        "says how sure the reading is:"
    ),
    grade="grade {grade}",
    sources="Where the rules were read",
)

STATUSES = {
    Status.DECIDED: "decided",
    Status.NEXT_ROUND: "nobody is elected; a further round follows",
    Status.TIED: "level; a special ballot must settle it",
    Status.POSTPONED: "postponed to a later meeting",
    Status.UNDECIDABLE: "cannot be decided from what is known",
}

GRADES = {
    Grade.TREATY: "read in a treaty or an official text",
    Grade.OFFICIAL: "read on an official page that describes the practice",
    Grade.INFERRED: "inferred from published results",
    Grade.UNVERIFIED: "not verified; a setting, not to be quoted as the text",
    Grade.OWN: "Convoca's own convention",
}

TIE_BREAKS = {
    TieBreak.NEXT_ROUND: "the next round follows",
    TieBreak.LOT: "if it is level again, the chair draws lots",
    TieBreak.AGE: "if it is level again, the older candidate is elected",
}

STEPS = {
    Step.SEATS: (
        "Seats to fill: {seats}. The names with the most votes take them; no majority is required."
    ),
    Step.SEATS_BY_RULE: (
        "The table does not state the seats. By the rules in force in {year}, region {region} has "
        "{seats}."
    ),
    Step.VALID_COUNTED: (
        "Valid votes: {valid}, the sum of the votes for all candidates. Blank and invalid papers "
        "are left out."
    ),
    Step.VALID_MARKS: (
        "Votes counted: {marks}. They are marks, not papers: one paper may bear as many marks as "
        "there are seats (here {seats})."
    ),
    Step.VALID_PUBLISHED: (
        "Valid votes: {valid}, as published. The votes of the candidates are not all known."
    ),
    Step.VALID_FROM_PAPERS: (
        "Valid votes: {valid}, the papers deposited without the blank and the invalid ones. The "
        "votes of the candidates are not all known."
    ),
    Step.VALID_UNKNOWN: "The number of valid votes is not known. Votes known: {counted}.",
    Step.REQUIRED: (
        "Required majority: {required}, which is more than half of the valid votes ({valid}): "
        "half of them, rounded down, plus one."
    ),
    Step.REQUIRED_PUBLISHED: "Required majority: {required}, as published.",
    Step.REQUIRED_AT_MOST: (
        "The required majority is {required} at most, because no more than {papers} papers can "
        "be valid."
    ),
    Step.ELECTED_BY_MAJORITY: (
        "{name} has {votes} votes; the required majority is {required}. {name} is elected."
    ),
    Step.NOBODY_REACHED: (
        "Nobody has the required majority of {required}. The highest number of votes is {votes} "
        "({names})."
    ),
    Step.VOTE_DEDUCED: (
        "The votes of {name} were not found, but all other valid votes are known: {votes} remain."
    ),
    Step.TIE_DECIDES_NOTHING: (
        "{names} are level with {votes} votes. In this round that decides nothing."
    ),
    Step.ALL_STAND: (
        "Round {next_round} follows. Every candidate who does not withdraw stays: {names}."
    ),
    Step.FINAL_BETWEEN: "Round {next_round} follows, between the best two only: {names}.",
    Step.TIE_FOR_FINAL: (
        "{names} are level with {votes} votes for a place in the last round. A special ballot "
        "among them must settle who takes it."
    ),
    Step.TIE_IN_FINAL: (
        "{names} are level with {votes} votes in the last round. A further ballot follows; if it "
        "is level again, the older candidate is elected."
    ),
    Step.ROUND_UNKNOWN: (
        "It is not stated which round this is. After round {rounds} only two candidates stay, so "
        "who stands next is open."
    ),
    Step.MOST_VOTES: "With the most votes, elected for certain: {names}.",
    Step.LAST_SEAT: (
        "The last seat goes to {last} with {last_votes} votes; the first name without a seat is "
        "{first_out} with {first_out_votes}."
    ),
    Step.SEATS_FOR_ALL: (
        "There are as many candidates as seats ({names} for {seats}): all are elected, whatever "
        "their votes."
    ),
    Step.TIE_INSIDE: (
        "{names} are level with {votes} votes. All of them are elected, so this changes nothing."
    ),
    Step.TIE_ACROSS_CUT: (
        "{names} are level with {votes} votes, and there is not a seat for each of them (seats "
        "left: {seats}). A special ballot among them follows; {rule}."
    ),
    Step.SPECIAL_BALLOT: (
        "This is the special ballot among those who were level. Seats left: {seats}."
    ),
    Step.SPECIAL_BALLOT_TIED: (
        "In the special ballot {names} are level again with {votes} votes (seats left: {seats}). "
        "The rule for that case: {rule}."
    ),
    Step.NEXT_BY_VOTES: (
        "Should a seat of the region fall vacant before the next conference, it passes to the "
        "name with the most votes among those not elected: {names} ({votes})."
    ),
    Step.POSTPONED: (
        "There are {blank} blank papers and {valid} with a vote: abstentions exceed half of the "
        "votes cast, so the ballot is postponed to a later meeting."
    ),
    Step.ABSTENTIONS_WITHIN: (
        "Blank papers: {blank} at most, papers with a vote: {valid} at least. Abstentions do not "
        "exceed half of the votes cast, so the ballot counts."
    ),
    Step.ABSTENTIONS_UNKNOWN: (
        "The number of blank papers is not published, so the rule on abstentions above half "
        "could not be checked."
    ),
    Step.ABSTENTIONS_MAY_POSTPONE: (
        "There may be {blank} blank papers against {valid} with a vote. Whether abstentions "
        "exceed half of the votes cast, and postpone the ballot, is open."
    ),
    Step.LATER_MEETING: (
        "The ballot was postponed once because of abstentions; now they no longer count."
    ),
    Step.MARKS_BOUND: (
        "No more than {papers} papers can be valid, with at most {seats} marks each. {counted} "
        "marks are known, so {left} are left for names whose votes are not known."
    ),
    Step.MISSING_CANNOT_CHANGE: "Votes are missing, but none of them could change this.",
    Step.MISSING_COULD_CHANGE: "The votes of {names} are missing; they could change the result.",
    Step.UNLISTED_POSSIBLE: (
        "The list of candidates is not known to be complete, and the votes of others could "
        "change the result."
    ),
    Step.CONTRADICTION: (
        "The published numbers contradict each other: the known votes ({counted}) are more than "
        "the valid ones."
    ),
    Step.METHOD_NOT_SUPPORTED: "The rule set {rules} does not decide ballots for {seats} seats.",
    Step.WITHDRAWN: "Withdrawn after round {round}: {names}.",
    Step.TABLE_TAKEN_AS_WHOLE: (
        "Nothing says whether the table holds all names and votes; it was taken as complete."
    ),
}

CLASHES = {
    Clash.VALID: "valid is {published}, but the votes sum to {counted}",
    Clash.REQUIRED: "required_majority is {published}, but it follows from the votes as {counted}",
    Clash.PAPERS: (
        "deposited is {deposited}, which does not fit blank {blank}, invalid {invalid} and valid "
        "{valid}"
    ),
    Clash.MORE_VOTES_THAN_PAPERS: "{name} has {votes} votes, but only {papers} papers can be valid",
    Clash.MORE_MARKS_THAN_SEATS: (
        "more marks than seats: {marks} marks on {papers} papers with {seats} marks at most"
    ),
    Clash.MORE_VOTES_THAN_VALID: "valid is {published}, but the known votes sum to {counted}",
    Clash.MORE_PAPERS_THAN_ENTITLED: "{deposited} papers deposited, but {entitled} may vote",
    Clash.SEATS: "seats is {stated}, but {left} are filled here",
    Clash.NOT_STANDING: "{name} was not left standing by round {round}",
    Clash.ROUND_AFTER_DECISION: "round {round} had already elected {names}",
    Clash.SAME_STATE: (
        "{name} and {other} ({post}) are both of {state}; all must be of different Member States"
    ),
}

ENGLISH = Words(
    code="en",
    thousands=",",
    comma=", ",
    last_comma=" and ",
    colon=":",
    labels=LABELS,
    posts={
        "Secretary-General": "Secretary-General",
        "Deputy Secretary-General": "Deputy Secretary-General",
        "Director BR": "Director of the Radiocommunication Bureau (BR)",
        "Director TSB": "Director of the Telecommunication Standardization Bureau (TSB)",
        "Director BDT": "Director of the Telecommunication Development Bureau (BDT)",
        "RRB": "Radio Regulations Board (RRB)",
        "Council": "Council",
    },
    regions={
        "A": "A, Americas",
        "B": "B, Western Europe",
        "C": "C, Eastern Europe and Northern Asia",
        "D": "D, Africa",
        "E": "E, Asia and Australasia",
    },
    statuses=STATUSES,
    grades=GRADES,
    tie_breaks=TIE_BREAKS,
    steps=STEPS,
    clashes=CLASHES,
    phrases={},
)
