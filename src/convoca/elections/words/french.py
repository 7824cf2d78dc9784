"""French."""

from convoca.elections.words.sentences import Labels, Words
from convoca.standards.general_rules.outcomes import Clash, Status, Step
from convoca.standards.general_rules.rule_sets import TieBreak
from convoca.standards.general_rules.sources import Grade

LABELS = Labels(
    region="région {region}",
    round="tour {round}",
    round_unknown="tour non précisé",
    result="Résultat",
    elected="Élus",
    standing="Restent en lice",
    tied="À égalité",
    nobody="personne pour l'instant",
    papers="Les bulletins",
    entitled="Délégations ayant le droit de vote",
    deposited="Bulletins déposés",
    blank="Bulletins blancs (abstentions)",
    invalid="Bulletins nuls",
    valid="Bulletins valables",
    votes_counted="Voix comptées",
    required="Majorité requise",
    no_majority_needed="aucune : le plus grand nombre de voix l'emporte",
    seats="Sièges",
    not_published="non publié",
    votes="Les voix",
    votes_missing="inconnu",
    is_elected="élu",
    is_tied="à égalité",
    steps="Pas à pas",
    conflicts="Chiffres qui ne concordent pas",
    missing="Voix inconnues",
    comparison="Comparaison avec le résultat publié",
    agrees="il est le même.",
    differs="il est différent.",
    not_comparable="elle n'est pas possible.",
    texts="Les textes",
    texts_told=(
        "CS désigne la Constitution, CV la Convention (à partir du numéro 385 dans la "
        "numérotation de 1992), GR les Règles générales régissant les conférences, assemblées et "
        "réunions de l'Union. La lettre indique le degré de certitude de la lecture :"
    ),
    grade="degré {grade}",
    sources="Où les règles ont été lues",
)

STATUSES = {
    Status.DECIDED: "acquis",
    Status.NEXT_ROUND: "personne n'est élu ; un nouveau tour suit",
    Status.TIED: "égalité ; un scrutin spécial doit la trancher",
    Status.POSTPONED: "reporté à une séance ultérieure",
    Status.UNDECIDABLE: "ne peut être établi d'après ce qui est connu",
}

GRADES = {
    Grade.TREATY: "lu dans un traité ou un texte officiel",
    Grade.OFFICIAL: "lu sur une page officielle qui décrit la pratique",
    Grade.INFERRED: "déduit des résultats publiés",
    Grade.UNVERIFIED: "non vérifié ; un paramètre, à ne pas citer comme le texte",
    Grade.OWN: "convention propre à Convoca",
}

TIE_BREAKS = {
    TieBreak.NEXT_ROUND: "un nouveau tour suit",
    TieBreak.LOT: "si l'égalité persiste, le président tire au sort",
    TieBreak.AGE: "si l'égalité persiste, le candidat le plus âgé est élu",
}

STEPS = {
    Step.SEATS: (
        "Sièges à pourvoir : {seats}. Ils vont à ceux qui ont le plus de voix ; aucune majorité "
        "n'est requise."
    ),
    Step.SEATS_BY_RULE: (
        "Le tableau n'indique pas le nombre de sièges. Selon les règles en vigueur en {year}, la "
        "région {region} en a {seats}."
    ),
    Step.VALID_COUNTED: (
        "Bulletins valables : {valid}, soit la somme des voix de tous les candidats. Les "
        "bulletins blancs et nuls ne comptent pas."
    ),
    Step.VALID_MARKS: (
        "Voix comptées : {marks}. Ce sont des croix et non des bulletins : un bulletin peut en "
        "porter autant qu'il y a de sièges (ici {seats})."
    ),
    Step.VALID_PUBLISHED: (
        "Bulletins valables : {valid}, chiffre publié. Les voix des candidats ne sont pas toutes "
        "connues."
    ),
    Step.VALID_FROM_PAPERS: (
        "Bulletins valables : {valid}, soit les bulletins déposés sans les blancs ni les nuls. Les "
        "voix des candidats ne sont pas toutes connues."
    ),
    Step.VALID_UNKNOWN: "Le nombre de bulletins valables est inconnu. Voix connues : {counted}.",
    Step.REQUIRED: (
        "Majorité requise : {required}, soit plus de la moitié des bulletins valables ({valid}) : "
        "la moitié, arrondie à l'unité inférieure, plus un."
    ),
    Step.REQUIRED_PUBLISHED: "Majorité requise : {required}, chiffre publié.",
    Step.REQUIRED_AT_MOST: (
        "La majorité requise ne dépasse pas {required}, car il n'y a pas plus de {papers} "
        "bulletins qui puissent être valables."
    ),
    Step.ELECTED_BY_MAJORITY: (
        "{name} : {votes} voix, pour une majorité requise de {required}. L'élection est acquise."
    ),
    Step.NOBODY_REACHED: (
        "Personne n'atteint la majorité requise de {required}. Le plus grand nombre de voix est "
        "{votes} ({names})."
    ),
    Step.VOTE_DEDUCED: (
        "Les voix de {name} n'ont pas été trouvées, mais tous les autres bulletins valables sont "
        "connus : il en reste {votes}."
    ),
    Step.TIE_DECIDES_NOTHING: (
        "{names} sont à égalité, avec {votes} voix. À ce tour, cela ne décide de rien."
    ),
    Step.ALL_STAND: (
        "Le tour {next_round} suit. Tout candidat qui ne se retire pas reste en lice : {names}."
    ),
    Step.FINAL_BETWEEN: ("Le tour {next_round} suit, limité aux deux premiers : {names}."),
    Step.TIE_FOR_FINAL: (
        "{names} sont à égalité, avec {votes} voix, pour une place au dernier tour. Un scrutin "
        "spécial entre eux doit trancher."
    ),
    Step.TIE_IN_FINAL: (
        "{names} sont à égalité au dernier tour, avec {votes} voix. Un scrutin supplémentaire "
        "suit ; si l'égalité persiste, le candidat le plus âgé est élu."
    ),
    Step.ROUND_UNKNOWN: (
        "Le tour n'est pas précisé. Après le tour {rounds}, deux candidats seulement restent : on "
        "ne sait donc pas qui se présente au suivant."
    ),
    Step.MOST_VOTES: "Ont le plus de voix et sont élus avec certitude : {names}.",
    Step.LAST_SEAT: (
        "Le dernier siège revient à {last} avec {last_votes} voix ; le premier sans siège est "
        "{first_out} avec {first_out_votes} voix."
    ),
    Step.SEATS_FOR_ALL: (
        "Il y a autant de candidats que de sièges ({names} pour {seats}) : tous sont élus, quel "
        "que soit le nombre de leurs voix."
    ),
    Step.TIE_INSIDE: (
        "{names} sont à égalité, avec {votes} voix. Tous sont élus : cela ne change rien."
    ),
    Step.TIE_ACROSS_CUT: (
        "{names} sont à égalité, avec {votes} voix, et il n'y a pas de siège pour chacun (sièges "
        "restants : {seats}). Un scrutin spécial entre eux suit ; {rule}."
    ),
    Step.SPECIAL_BALLOT: (
        "C'est le scrutin spécial entre ceux qui étaient à égalité. Sièges restants : {seats}."
    ),
    Step.SPECIAL_BALLOT_TIED: (
        "Au scrutin spécial, {names} sont de nouveau à égalité, avec {votes} voix (sièges "
        "restants : {seats}). La règle pour ce cas : {rule}."
    ),
    Step.NEXT_BY_VOTES: (
        "Si un siège de la région devient vacant avant la prochaine conférence, il revient à "
        "celui qui a le plus de voix parmi les non-élus : {names} ({votes})."
    ),
    Step.POSTPONED: (
        "Il y a {blank} bulletins blancs et {valid} bulletins portant une voix : les abstentions "
        "dépassent la moitié des suffrages, et le scrutin est reporté à une séance ultérieure."
    ),
    Step.ABSTENTIONS_WITHIN: (
        "Bulletins blancs : {blank} au plus ; bulletins portant une voix : {valid} au moins. Les "
        "abstentions ne dépassent pas la moitié des suffrages : le scrutin compte."
    ),
    Step.ABSTENTIONS_UNKNOWN: (
        "Le nombre de bulletins blancs n'est pas publié : la règle sur les abstentions dépassant "
        "la moitié n'a pas pu être vérifiée."
    ),
    Step.ABSTENTIONS_MAY_POSTPONE: (
        "Il peut y avoir {blank} bulletins blancs contre {valid} portant une voix. On ne sait pas "
        "si les abstentions dépassent la moitié des suffrages et font reporter le scrutin."
    ),
    Step.LATER_MEETING: (
        "Le scrutin a déjà été reporté une fois à cause des abstentions ; elles ne comptent plus."
    ),
    Step.MARKS_BOUND: (
        "Il n'y a pas plus de {papers} bulletins qui puissent être valables, avec {seats} croix "
        "au plus chacun. {counted} croix sont connues : il en reste {left} pour ceux dont les "
        "voix sont inconnues."
    ),
    Step.MISSING_CANNOT_CHANGE: ("Des voix manquent, mais aucune ne pourrait changer ce résultat."),
    Step.MISSING_COULD_CHANGE: (
        "Les voix de {names} manquent ; elles pourraient changer le résultat."
    ),
    Step.UNLISTED_POSSIBLE: (
        "Rien ne garantit que la liste des candidats soit complète ; les voix d'autres candidats "
        "pourraient changer le résultat."
    ),
    Step.CONTRADICTION: (
        "Les chiffres publiés se contredisent : les voix connues ({counted}) dépassent les "
        "bulletins valables."
    ),
    Step.METHOD_NOT_SUPPORTED: ("Le règlement {rules} ne permet pas de pourvoir {seats} sièges."),
    Step.WITHDRAWN: "Se sont retirés après le tour {round} : {names}.",
    Step.TABLE_TAKEN_AS_WHOLE: (
        "Rien n'indique si le tableau contient tous les noms et toutes les voix ; il a été tenu "
        "pour complet."
    ),
}

CLASHES = {
    Clash.VALID: "bulletins valables : {published}, mais la somme des voix est {counted}",
    Clash.REQUIRED: "majorité requise : {published}, mais d'après les voix elle est de {counted}",
    Clash.PAPERS: (
        "bulletins déposés : {deposited}, ce qui ne s'accorde pas avec {blank} blancs, {invalid} "
        "nuls et {valid} valables"
    ),
    Clash.MORE_VOTES_THAN_PAPERS: (
        "{name} a {votes} voix, mais {papers} bulletins seulement peuvent être valables"
    ),
    Clash.MORE_MARKS_THAN_SEATS: (
        "plus de croix que de sièges : {marks} croix sur {papers} bulletins, {seats} au plus chacun"
    ),
    Clash.MORE_VOTES_THAN_VALID: (
        "bulletins valables : {published}, mais la somme des voix connues est {counted}"
    ),
    Clash.MORE_PAPERS_THAN_ENTITLED: (
        "bulletins déposés : {deposited}, mais {entitled} délégations ont le droit de vote"
    ),
    Clash.SEATS: "sièges : {stated}, mais {left} sont à pourvoir ici",
    Clash.NOT_STANDING: "{name} ne restait pas en lice après le tour {round}",
    Clash.ROUND_AFTER_DECISION: "le tour {round} avait déjà élu {names}",
    Clash.SAME_STATE: (
        "{name} et {other} ({post}) sont tous deux de {state} ; tous doivent être d'États Membres "
        "différents"
    ),
}

PHRASES = {
    "PP-98 procedure": "procédure de la PP-98",
    "PP-02 procedure, par. 3": "procédure de la PP-02, par. 3",
    "PP-02 procedure, par. 5": "procédure de la PP-02, par. 5",
    "PP-02 procedure, par. 6": "procédure de la PP-02, par. 6",
    "CV 411; PP-98 procedure, par. 5": "CV 411 ; procédure de la PP-98, par. 5",
    "CV 416; PP-98 procedure, par. 5": "CV 416 ; procédure de la PP-98, par. 5",
    "CV 416, last clause": "CV 416, dernière phrase",
    "CS 54, 61; Resolution 164 (Guadalajara, 2010)": (
        "CS 54, 61 ; Résolution 164 (Guadalajara, 2010)"
    ),
    "GR Chapter III": "GR, chapitre III",
    "no rule found": "aucune règle trouvée",
    "no article": "sans article",
    "simple majority, 1": "majorité simple, 1",
    "simple majority, 2": "majorité simple, 2",
    "simple majority, 3": "majorité simple, 3",
    "simple majority, 4": "majorité simple, 4",
    "simple majority, 5": "majorité simple, 5",
    "simple majority, 6": "majorité simple, 6",
    "plurality, 1": "pluralité, 1",
    "Convention in debates.parlamento.pt 1994-09-22, p. 125": (
        "Convention, dans debates.parlamento.pt 1994-09-22, p. 125"
    ),
    "Convention in debates.parlamento.pt 1994-09-22, p. 125; itu.int, PP-98 election procedures": (
        "Convention, dans debates.parlamento.pt 1994-09-22, p. 125 ; itu.int, procédures "
        "d'élection de la PP-98"
    ),
    "published results PP-98 to PP-22": "résultats publiés de la PP-98 à la PP-22",
    "itu.int, PP-98 election procedures": "itu.int, procédures d'élection de la PP-98",
    "itu.int, PP-98 election procedures; itu.int, PP-06 directors.html": (
        "itu.int, procédures d'élection de la PP-98 ; itu.int, PP-06 directors.html"
    ),
    "itu.int, PP-98 election procedures; later conferences differ": (
        "itu.int, procédures d'élection de la PP-98 ; les conférences suivantes diffèrent"
    ),
    "itu.int, PP-02 election procedures": "itu.int, procédures d'élection de la PP-02",
    "17 ballots of PP-98 to PP-22 with a published majority": (
        "17 scrutins de la PP-98 à la PP-22 dont la majorité est publiée"
    ),
    "unverified: the text of GR Chapter III was not readable": (
        "non vérifié : le texte du chapitre III des GR n'a pas pu être lu"
    ),
    "unverified: Convention of 1992, read in part": (
        "non vérifié : Convention de 1992, lue en partie"
    ),
    "results of PP-10 BDT, PP-06 SG, PP-14 DSG": "résultats PP-10 (BDT), PP-06 (SG), PP-14 (DSG)",
    "PP-14 Doc. 119, 2.2; results of PP-06 to PP-22": (
        "PP-14, document 119, 2.2 ; résultats de la PP-06 à la PP-22"
    ),
    "PP-10 BDT round 1, 53 to 53": "PP-10, BDT, tour 1 : 53 à 53",
    "every official has one seat": "chaque fonctionnaire élu occupe un seul poste",
    "Convention Art. 2, droit-bilingue.ch 0.784.02-2-5": (
        "Convention, art. 2, droit-bilingue.ch 0.784.02-2-5"
    ),
    "Convoca's own rule set": "règlement propre à Convoca",
    "Convoca's own convention": "convention propre à Convoca",
    "Convoca's reading of published tables": "lecture des tableaux publiés par Convoca",
}

FRENCH = Words(
    code="fr",
    thousands="\N{NARROW NO-BREAK SPACE}",
    comma=", ",
    last_comma=" et ",
    colon=" :",
    labels=LABELS,
    posts={
        "Secretary-General": "Secrétaire général",
        "Deputy Secretary-General": "Vice-Secrétaire général",
        "Director BR": "Directeur du Bureau des radiocommunications (BR)",
        "Director TSB": "Directeur du Bureau de la normalisation des télécommunications (TSB)",
        "Director BDT": "Directeur du Bureau de développement des télécommunications (BDT)",
        "RRB": "Comité du Règlement des radiocommunications (RRB)",
        "Council": "Conseil",
    },
    regions={
        "A": "A, Amériques",
        "B": "B, Europe occidentale",
        "C": "C, Europe orientale et Asie septentrionale",
        "D": "D, Afrique",
        "E": "E, Asie et Australasie",
    },
    statuses=STATUSES,
    grades=GRADES,
    tie_breaks=TIE_BREAKS,
    steps=STEPS,
    clashes=CLASHES,
    phrases=PHRASES,
)
