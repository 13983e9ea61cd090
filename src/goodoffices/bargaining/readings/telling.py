"""From what was computed to what is told: numbers of the agenda become the case's own names."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ..grid import Ints
from .ask import Ask
from .assumptions import Carried, Outlook
from .certain import Certain, Sure
from .entries import Entry
from .result import AskTold, CarriedTold, Finding, ShareTold
from .room import room_of
from .shares import Share
from .study import Study
from .words import Words, joined

LISTED = 3
"""The most packages of a kind that are named; the others are counted."""
IMPROVEMENTS = 8
"""The most improvements that are told."""


def certain_told(words: Words, study: Study, found: Certain) -> tuple[Finding, ...]:
    """What holds in every reading."""
    told = [_sure(words, sure, "preferred") for sure in found.preferred if len(sure.rows)]
    if len(found.for_all):
        told.append(_for_all(words, found.for_all))
    told += [
        Finding(
            "improvement",
            _improvement(words, better, step.before, step.after, step.packages),
            number=step.packages,
            steps=tuple(_step(words, a, b) for a, b in zip(step.before, step.after, strict=True)),
        )
        for step in found.improvements[:IMPROVEMENTS]
        for better in [step.better]
    ]
    if found.dominated:
        many = f"{_packages(found.dominated)} of {study.room.size:,}"
        text = f"So {many} can be bettered for some at no cost to anybody, whatever is not known."
        told.append(Finding("dominated", text, number=found.dominated))
    return tuple(told)


def impossible_told(words: Words, study: Study, found: Certain, stated: Sequence[Entry]) -> tuple[Finding, ...]:
    """What holds in none."""
    told = [_red_line(words, study, entry) for entry in stated if entry.kind == "red line"]
    told += [_sure(words, sure, "refused") for sure in found.refused if len(sure.rows)]
    told += _options(words, study, found)
    if not study.room.size:
        told.append(Finding("none left", "No package is left: red lines and links together exclude every one."))
    return tuple(told)


def shares_told(words: Words, shares: Iterable[Share]) -> tuple[ShareTold, ...]:
    """Shares with the case's names."""
    return tuple(_share(words, share) for share in shares)


def asks_told(words: Words, asks: Iterable[Ask]) -> tuple[AskTold, ...]:
    """Questions in the words of a mediator."""
    return tuple(_ask(words, ask) for ask in asks)


def carried_told(words: Words, found: Iterable[Carried], base: Outlook) -> tuple[CarriedTold, ...]:
    """What becomes of the result if entries are treated otherwise."""
    return tuple(
        CarriedTold(
            c.entry.party, c.entry.place, f"{words.entry(c.entry)} ({words.basis(c.entry.basis)})", c.change, c.any, base.any,
            c.best, base.best, c.moves, c.problem,
        )
        for c in found
    )  # fmt: skip


def notes(words: Words, study: Study, every: Sequence[Entry]) -> tuple[str, ...]:
    """Of whom nothing counts, and what is told but not adopted."""
    found = []
    for party in study.agenda.parties:
        own = [entry for entry in every if entry.party == party]
        waiting = sum(not entry.constrains for entry in own)
        name = words.party(party)
        many = "one thing is" if waiting == 1 else f"{waiting} things are"
        told = f"{many} told of it by others, and not adopted"
        if len(own) == waiting:
            dark = f"Nothing that counts is stated of {name}: in every share below its wishes are drawn at random"
            found.append(dark + (f"; {told}." if waiting else "."))
        elif waiting:
            found.append(f"{name}: {told}, so it does not count here.")
    drawn = {prior.no_deal for prior in study.priors}
    if drawn & {"uniform"}:
        where = {"status_quo": "as good as the status quo", "zero": "as bad as the worst package"}
        found += [
            f"An unknown no deal is not drawn {how}: what is stated excludes it."
            for rule, how in where.items()
            if rule not in drawn and (rule == "zero" or study.agenda.status_quo is not None)
        ]
    return tuple(found)


def _sure(words: Words, sure: Sure, what: str) -> Finding:
    name, number = words.party(sure.party), len(sure.rows)
    least = "" if sure.complete else "at least "
    rows = _nearest(words, sure.rows)
    listed = _list(words, rows, number)
    if what == "preferred":
        text = f"{name} prefers {least}{_packages(number)} to no deal in every reading, the nearest to today: {listed}."
        return Finding("preferred", text, sure.party, _as_packages(words, rows), number, sure.complete)
    text = f"In no reading does {name} accept {least}{_packages(number)}, the nearest to today: {listed}."
    return Finding("refused", text, sure.party, _as_packages(words, rows), number, sure.complete)


def _for_all(words: Words, rows: Ints) -> Finding:
    nearest = _nearest(words, rows)
    text = f"All prefer {_packages(len(rows))} to no deal in every reading: {_list(words, nearest, len(rows))}."
    return Finding("for all", text, None, _as_packages(words, nearest), len(rows))


def _improvement(words: Words, better: Sequence[str], before: Sequence[int], after: Sequence[int], number: int) -> str:
    who = joined(words.party(p) for p in better)
    others = [words.party(p) for p in words.agenda.parties if p not in better]
    worse = f", and no worse for {joined(others)}" if others else ""
    many = f" ({_packages(number)})" if number else ""
    return f"Going {words.change(before, after)} is better for {who}{worse}, whatever else is settled{many}."


def _red_line(words: Words, study: Study, entry: Entry) -> Finding:
    option = words.agenda.numbers[entry.item.issue, entry.item.option]  # type: ignore[union-attr]  # a red line has both
    number = words.agenda.packages - room_of(words.agenda, [option]).size
    text = (
        f"{words.entry(entry)} ({words.basis(entry.basis)}): {_packages(number)} of {words.agenda.packages:,} excluded."
    )
    return Finding("red line", text, entry.party, number=number, claims=(*entry.basis.own, *entry.basis.told))


def _options(words: Words, study: Study, found: Certain) -> Iterator[Finding]:
    """Options that only packages hold which somebody refuses."""
    refused = {tuple(map(int, row)) for sure in found.refused for row in sure.rows}
    if not refused or not study.room.listed:
        return
    left = np.array([row for row in study.rows if tuple(map(int, row)) not in refused], dtype=np.int64)
    red = {line.option for line in study.red_lines}
    for option in range(words.agenda.size):
        if option not in red and (study.rows == option).any() and not (left == option).any():
            number = int((study.rows == option).any(axis=1).sum())
            text = f"No package with {words.option(option)} is accepted by all in any reading."
            yield Finding("option", text, None, number=number)


def _share(words: Words, share: Share) -> ShareTold:
    issue, option = words.agenda.names[share.option] if share.option is not None else (None, None)
    row = share.row
    if share.about == "any":
        what = "Some package beats no deal for all"
    elif share.about == "option" and share.option is not None:
        what = f"The Nash package holds {words.option(share.option)}"
    elif share.about == "red line" and share.option is not None:
        whose = words.party(share.party or "")
        what = f"Without the red line of {whose} ({words.option(share.option)}) the Nash package is another"
    else:
        what = f"No side loses by it and no package beats it: {words.package(row or ())}"
    unknown = words.unknown(share.unknown) if share.unknown is not None else None
    package = words.agenda.package(row) if row is not None else None
    return ShareTold(
        share.about, what, dict(share.by_prior), share.range, share.error, share.decided, unknown, issue, option, package,
        share.party, *_names(words, share.option),
    )  # fmt: skip


def _names(words: Words, option: int | None) -> tuple[str, str]:
    """Of an option its issue's title and its label."""
    if option is None:
        return "", ""
    issue = list(words.agenda.issues).index(words.agenda.names[option][0])
    return words.issue(issue), words.label(option)


def _ask(words: Words, ask: Ask) -> AskTold:
    question, keys = ask.question, list(words.agenda.issues)
    issues: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    if question.about == "importance":
        issues = keys[question.first], keys[question.second]
    elif question.about == "order":
        (issue, first), (_, second) = words.agenda.names[question.first], words.agenda.names[question.second]
        issues, options = (issue,), (first, second)
    return AskTold(
        question.party, question.about, issues, options, words.question(question), ask.gain, ask.error, ask.range, ask.share
    )  # fmt: skip


def _step(words: Words, before: int, after: int) -> tuple[str, str, str]:
    issue, old = words.agenda.names[before]
    return issue, old, words.agenda.names[after][1]


def _nearest(words: Words, rows: Ints) -> Ints:
    quo = words.agenda.status_quo
    if quo is None:
        return rows[:LISTED]
    return rows[np.argsort((rows != np.array(quo)).sum(axis=1), kind="stable")[:LISTED]]


def _list(words: Words, rows: Ints, number: int) -> str:
    told = " | ".join(words.package(tuple(row)) for row in rows)
    return told + (f" | and {number - len(rows):,} more" if number > len(rows) else "")


def _as_packages(words: Words, rows: Ints) -> tuple[dict[str, str], ...]:
    return tuple(words.agenda.package(tuple(row)) for row in rows)


def _packages(number: int) -> str:
    return f"{number:,} package{'s' if number != 1 else ''}"
