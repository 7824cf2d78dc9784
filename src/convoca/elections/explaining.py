"""A ballot's outcome as a page of plain text that a delegate can follow, step by step."""

import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from convoca.elections.counting import Count
from convoca.elections.words import Words
from convoca.standards.general_rules.outcomes import Status
from convoca.standards.general_rules.sources import Rule

_WIDTH = 76


def explain_ballots(counts: Sequence[Count], words: Words) -> str:
    """Write one section per ballot, and the texts that they refer to once at the end."""
    sections = [_section(count, words) for count in counts]
    return "\n\n\n".join([*sections, _texts(counts, words)]) + "\n"


def _section(count: Count, words: Words) -> str:
    parts = [
        _heading(title(count, words), "="),
        _result(count, words),
        _numbers(count, words),
        _votes(count, words),
        _steps(count, words),
        _doubts(count, words),
    ]
    return "\n\n".join(part for part in parts if part)


def title(count: Count, words: Words) -> str:
    """Name a ballot: conference, post, region, round."""
    key, labels = count.published.key, words.labels
    parts = [words.post(key.post.name)]
    if key.region:
        parts.append(labels.region.format(region=words.regions.get(key.region, key.region)))
    parts.append(
        labels.round.format(round=key.round) if key.round is not None else labels.round_unknown
    )
    return f"{key.conference}{words.colon} " + ", ".join(parts)


def _heading(text: str, line: str) -> str:
    return f"{text}\n{line * _wide(text)}"


def _result(count: Count, words: Words) -> str:
    outcome, labels = count.outcome, words.labels
    lines = [(labels.result, words.statuses[outcome.status])]
    lines.append((labels.elected, words.listed(outcome.elected) or labels.nobody))
    if outcome.tied:
        lines.append((labels.tied, words.listed(outcome.tied)))
    if outcome.status is Status.NEXT_ROUND:
        lines.append((labels.standing, words.listed(outcome.standing)))
    return "\n".join(_wrapped(f"{label}{words.colon} {text}", indent="  ") for label, text in lines)


def _numbers(count: Count, words: Words) -> str:
    numbers, outcome, labels = count.ballot.numbers, count.outcome, words.labels
    by_majority = any(reason.step.value.startswith("required") for reason in outcome.reasons)
    majority = words.number(outcome.required) if outcome.required is not None else None
    if not by_majority and count.ballot.seats > 1:
        majority = labels.no_majority_needed
    valid = labels.valid if count.ballot.seats == 1 else labels.votes_counted
    rows = [
        (labels.seats, words.number(count.ballot.seats)),
        (labels.entitled, _number(numbers.entitled, words)),
        (labels.deposited, _number(numbers.deposited, words)),
        (labels.blank, _number(numbers.blank, words)),
        (labels.invalid, _number(numbers.invalid, words)),
        (valid, _number(outcome.valid, words)),
        (labels.required, majority or labels.not_published),
    ]
    width = max(_wide(label) for label, _ in rows)
    lines = [f"  {_padded(label, width)}  {text}" for label, text in rows]
    return "\n".join([_heading(labels.papers, "-"), *lines])


def _number(value: int | None, words: Words) -> str:
    return words.labels.not_published if value is None else words.number(value)


def _votes(count: Count, words: Words) -> str:
    known, outcome, labels = count.ballot.known, count.outcome, words.labels
    width = max(_wide(name) for name in outcome.order)
    figures = {
        name: words.number(known[name]) if name in known else labels.votes_missing
        for name in outcome.order
    }
    room = max(map(_wide, figures.values()))
    lines = []
    for name in outcome.order:
        rank = sum(known[other] > known[name] for other in known) + 1 if name in known else None
        place = f"{rank}." if rank else ""
        note = labels.is_elected if name in outcome.elected else ""
        note = note or (labels.is_tied if name in outcome.tied else "")
        space = " " * (room - _wide(figures[name]))
        line = f"  {place:>4} {_padded(name, width)}  {space}{figures[name]}  {note}"
        lines.append(line.rstrip())
    return "\n".join([_heading(labels.votes, "-"), *lines])


def _steps(count: Count, words: Words) -> str:
    lines = [_heading(words.labels.steps, "-")]
    for number, reason in enumerate(count.outcome.reasons, start=1):
        lines.append(_wrapped(words.reason(reason), first=f"{number:>3}. ", indent="     "))
        lines.append(_wrapped(f"[{cited(reason.rule, words)}]", first="     ", indent="     "))
    return "\n".join(lines)


def cited(rule: Rule, words: Words) -> str:
    """Write an article with the grade of its reading."""
    grade = words.labels.grade.format(grade=rule.grade.value)
    return f"{words.phrase(rule.article)} ({grade})"


def _doubts(count: Count, words: Words) -> str:
    outcome, labels = count.outcome, words.labels
    parts = []
    if outcome.conflicts:
        told = [f"- {words.conflict(conflict)}" for conflict in outcome.conflicts]
        parts.append(_listed(labels.conflicts, told))
    if outcome.missing:
        parts.append(_listed(labels.missing, [f"- {name}" for name in outcome.missing]))
    compared = {True: labels.agrees, False: labels.differs, None: labels.not_comparable}
    parts.append(_wrapped(f"{labels.comparison}{words.colon} {compared[count.agrees]}"))
    return "\n\n".join(parts)


def _listed(heading: str, lines: Iterable[str]) -> str:
    wrapped = [_wrapped(line, first="  ", indent="    ") for line in lines]
    return "\n".join([_heading(heading, "-"), *wrapped])


def _texts(counts: Sequence[Count], words: Words) -> str:
    rules = {reason.rule: None for count in counts for reason in count.outcome.reasons}
    grades = sorted(
        {rule.grade for rule in rules}, key=lambda grade: list(words.grades).index(grade)
    )
    labels = words.labels
    lines = [_heading(labels.texts, "-"), _wrapped(labels.texts_told)]
    lines += [_wrapped(f"{g.value}  {words.grades[g]}", first="  ", indent="     ") for g in grades]
    lines += ["", f"{labels.sources}{words.colon}"]
    told = {
        f"{words.phrase(rule.article)}{words.colon} {words.phrase(rule.source)}": None
        for rule in rules
    }
    lines += [_wrapped(text, first="  ", indent="    ") for text in told]
    return "\n".join(lines)


def _wrapped(text: str, *, first: str = "", indent: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _wide(text: str) -> int:
    """Columns that a text takes on a terminal: marks that combine take none, wide letters two."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if _is_wide(letter) else 1 for letter in text
    )


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _wide(text))
