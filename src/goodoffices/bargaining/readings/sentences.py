"""What the analysis says, in sentences for a mediator: numbers of the agenda become the case's own names.

Names and labels come from the case; only the connecting words are ours. How a question is said aloud stands in `spoken.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...talks import Based, Importance, NoDeal, Order, PackageStatement, RedLine, Talks
from ..grid import Ints
from .agenda import Agenda, Row
from .certain import Certain, Sure
from .packages import packages_of
from .priors import Prior
from .questions import Question
from .result import Finding
from .spoken import Ends, Liked, Spoken, asked
from .statements import Entry, wants_of
from .terms import Terms

LISTED = 3
"""The most packages of a kind that are named; the others are counted."""
IMPROVEMENTS = 8
"""The most improvements that are told."""


def joined(parts: Iterable[str]) -> str:
    """A list as English prints it."""
    items = list(parts)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


@dataclass(frozen=True)
class Sentences:
    """Turns numbers of an agenda into words."""

    talks: Talks
    agenda: Agenda
    liked: Liked = field(default_factory=dict)

    @classmethod
    def of(cls, talks: Talks, agenda: Agenda, stated: Iterable[Entry]) -> "Sentences":
        """With what the entries that count say is the best and the worst of an issue."""
        listed = tuple(stated)
        return cls(talks, agenda, {key: ends for p in agenda.parties for key, ends in _ends(agenda, p, listed)})

    def party(self, key: str) -> str:
        """A party's name."""
        party = self.talks.parties.get(key) or self.talks.third_parties.get(key)
        return party.name if party else key

    def issue(self, number: int) -> str:
        """An issue's title, else its id."""
        key = list(self.agenda.issues)[number]
        return self.talks.issues[key].title or key

    def label(self, option: int) -> str:
        """An option's label."""
        issue, key = self.agenda.names[option]
        return self.talks.issues[issue].options[key].strip().removesuffix(".")

    def option(self, option: int) -> str:
        """An option with its issue: `Ceasefire: a 30-day ceasefire`."""
        key, _ = self.agenda.names[option]
        return f"{self.issue(list(self.agenda.issues).index(key))}: {self.label(option)}"

    def named(self, issue: int) -> str:
        """An issue where a list of them runs on: its title, quoted where it has a comma or an `and` of its own."""
        title = self.issue(issue)
        return f"“{title}”" if "," in title or " and " in title else title

    def quoted(self, option: int) -> str:
        """An option's label between quotation marks, for a sentence that could take it for its own words."""
        return f"“{self.label(option)}”"

    def package(self, row: Row) -> str:
        """A package by what it changes of the status quo, in the order of the file; whole where there is none."""
        quo = self.agenda.status_quo
        keys = list(self.agenda.issues)
        places = [keys.index(key) for key in self.talks.issues]
        changed = [self.option(int(row[n])) for n in places if quo is None or int(row[n]) != quo[n]]
        return "; ".join(changed) if changed else "all as it is today"

    def basis(self, based: Based) -> str:
        """On what ground an entry stands; what another told is never the party's own word."""
        kind = based.basis
        if kind == "own":
            return f"its own word [{' '.join(based.own)}]"
        told = f"told by others [{' '.join(based.told)}]"
        if kind == "adopted" and based.adopted is not None:
            return f"{told}, adopted by {based.adopted.by}: {based.adopted.why}"
        if based.assumed is not None:
            return f"assumed by {based.assumed.by}: {based.assumed.why}"
        return f"{told}, not adopted" if kind == "told" else "no ground given"

    def entry(self, entry: Entry) -> str:
        """What an entry says."""
        name = self.party(entry.party)
        match entry.item:
            case Order() as order:
                return f"{name} ranks {self._ranking(order)}"
            case Importance() as importance:
                more, less = self._swing(importance.swing), self._swing(importance.over)
                return f"to {name}, {more} matters at least as much as {less}"
            case RedLine() as line:
                return f"{name} accepts no package with {self.option(self.agenda.numbers[line.issue, line.option])}"
            case PackageStatement() as statement:
                verb = "refuses" if statement.accepts is None else "accepts"
                return f"{name} {verb}: {self.package(self.agenda.row(statement.accepts or statement.refuses or {}))}"
            case NoDeal() as without:
                worth = "as good as the status quo" if without.package else f"worth {without.value} points"
                return f"for {name}, no deal is {worth}"
        return f"{name} values the options in points"

    def _ranking(self, order: Order) -> str:
        def level(options: str | tuple[str, ...]) -> str:
            own = (options,) if isinstance(options, str) else options
            return " = ".join(self.quoted(self.agenda.numbers[order.issue, o]) for o in own)

        return f"{self.issue(list(self.agenda.issues).index(order.issue))}: " + " over ".join(
            map(level, order.best_first)
        )

    def _swing(self, swing: tuple[str, str, str]) -> str:
        issue, before, after = swing
        labels = [self.quoted(self.agenda.numbers[issue, option]) for option in (before, after)]
        return f"the step from {labels[0]} to {labels[1]}"

    def change(self, before: Sequence[int], after: Sequence[int]) -> str:
        """One step, or several together: `from “no exchange” to “a large-scale exchange” (Prisoners)`."""
        steps = []
        for old, new in zip(before, after, strict=True):
            key, _ = self.agenda.names[old]
            issue = self.issue(list(self.agenda.issues).index(key))
            steps.append(f"from {self.quoted(old)} to {self.quoted(new)} ({issue})")
        return " together with ".join(steps)

    def by_file(self, issues: Iterable[int]) -> list[int]:
        """Issues by their numbers, in the order of talks.yaml."""
        places = list(self.talks.issues)
        keys = list(self.agenda.issues)
        return sorted(issues, key=lambda issue: places.index(keys[issue]))

    def in_file_order(self) -> list[int]:
        """All options by their numbers, in the order of talks.yaml."""
        return [
            self.agenda.numbers[key, option] for key, issue in self.talks.issues.items() for option in issue.options
        ]

    def names(self, option: int) -> dict[str, str]:
        """The fields of a share that name an option."""
        issue, key = self.agenda.names[option]
        heading = self.issue(list(self.agenda.issues).index(issue))
        return {"issue": issue, "option": key, "heading": heading, "label": self.label(option)}

    def ask(self, question: Question) -> dict[str, Any]:
        """A question as the fields of `Ask` that are names and words."""
        keys = list(self.agenda.issues)
        issues: tuple[str, ...] = ()
        options: tuple[str, ...] = ()
        if question.about == "importance":
            issues = keys[question.first], keys[question.second]
        elif question.about == "order":
            (issue, first), (_, second) = self.agenda.names[question.first], self.agenda.names[question.second]
            issues, options = (issue,), (first, second)
        return {
            "party": question.party, "about": question.about, "issue": issues[0] if issues else None, "issues": issues,
            "options": options, "question": asked(self._spoken, question), "to": self.party(question.party),
        }  # fmt: skip

    @property
    def _spoken(self) -> Spoken:
        return Spoken(self.talks, self.agenda, self.liked)

    def unknown(self, question: Question) -> str:
        """The unknown behind a question: `what Russia has without a deal`."""
        name = self.party(question.party)
        if question.about == "order":
            return f"whether {name} prefers {self.label(question.first)} or {self.label(question.second)}"
        if question.about == "importance":
            return f"whether {self.issue(question.first)} or {self.issue(question.second)} matters more to {name}"
        return f"what {name} has without a deal"


def certain_told(sentences: Sentences, terms: Terms, found: Certain) -> tuple[Finding, ...]:
    """What holds in every reading."""
    told = [_sure(sentences, sure, "preferred") for sure in found.preferred if len(sure.rows)]
    if len(found.for_all):
        told.append(_for_all(sentences, found.for_all))
    told += [
        Finding(
            "improvement",
            _improvement(sentences, better, step.before, step.after, step.packages),
            number=step.packages,
            steps=tuple(_step(sentences, a, b) for a, b in zip(step.before, step.after, strict=True)),
        )
        for step in found.improvements[:IMPROVEMENTS]
        for better in [step.better]
    ]
    if found.dominated:
        many = f"{_packages(found.dominated)} of {terms.packages.size:,}"
        text = f"So {many} can be bettered for some at no cost to anybody, whatever is not known."
        told.append(Finding("dominated", text, number=found.dominated))
    return tuple(told)


def impossible_told(sentences: Sentences, terms: Terms, found: Certain, stated: Sequence[Entry]) -> tuple[Finding, ...]:
    """What holds in none."""
    told = [_red_line(sentences, terms, entry) for entry in stated if entry.kind == "red line"]
    told += [_sure(sentences, sure, "refused") for sure in found.refused if len(sure.rows)]
    told += _options(sentences, terms, found)
    if not terms.packages.size:
        told.append(Finding("none left", "No package is left: red lines and links together exclude every one."))
    return tuple(told)


def notes(sentences: Sentences, every: Sequence[Entry], priors: Sequence[Prior]) -> tuple[str, ...]:
    """What is told but not adopted; where readings are drawn, what they rest on, and how an unknown no deal is not drawn."""
    found = []
    for party in sentences.agenda.parties:
        waiting = sum(entry.party == party and not entry.constrains for entry in every)
        if waiting:
            many = "one thing is" if waiting == 1 else f"{waiting} things are"
            count = "it does not count" if waiting == 1 else "they do not count"
            found.append(f"{sentences.party(party)}: {many} told of it by others, and not adopted, so {count} here.")
    judged = sum(entry.judged for entry in every)
    if priors and judged:
        many = (
            "One entry counts only because somebody adopts or assumes it"
            if judged == 1
            else (f"{judged} entries count only because somebody adopts or assumes them")
        )
        found.append(f"{many}; the shares rest on {'it' if judged == 1 else 'them'}, too.")
    drawn = {prior.no_deal for prior in priors}
    if drawn & {"uniform"}:
        where = {"status_quo": "as good as the status quo", "zero": "as bad as the worst package"}
        found += [
            f"An unknown no deal is not drawn {how}: what is stated excludes it."
            for rule, how in where.items()
            if rule not in drawn and (rule == "zero" or sentences.agenda.status_quo is not None)
        ]
    return tuple(found)


def _sure(sentences: Sentences, sure: Sure, what: str) -> Finding:
    name, number = sentences.party(sure.party), len(sure.rows)
    least = "" if sure.complete else "at least "
    rows = _nearest(sentences, sure.rows)
    near = "among them" if sentences.agenda.status_quo is None else "the nearest to today"
    listed = f"{near if number > len(rows) else 'namely'}: {_list(sentences, rows, number)}"
    if what == "preferred":
        text = f"{name} prefers {least}{_packages(number)} to no deal in every reading, {listed}."
        return Finding("preferred", text, sure.party, _as_packages(sentences, rows), number, sure.complete)
    text = f"In no reading does {name} accept {least}{_packages(number)}, {listed}."
    return Finding("refused", text, sure.party, _as_packages(sentences, rows), number, sure.complete)


def _for_all(sentences: Sentences, rows: Ints) -> Finding:
    nearest = _nearest(sentences, rows)
    text = f"All prefer {_packages(len(rows))} to no deal in every reading: {_list(sentences, nearest, len(rows))}."
    return Finding("for all", text, None, _as_packages(sentences, nearest), len(rows))


def _improvement(
    sentences: Sentences, better: Sequence[str], before: Sequence[int], after: Sequence[int], number: int
) -> str:
    who = joined(sentences.party(p) for p in better)
    others = [sentences.party(p) for p in sentences.agenda.parties if p not in better]
    worse = f", and no worse for {joined(others)}" if others else ""
    many = f" ({_packages(number)})" if number else ""
    return f"Going {sentences.change(before, after)} is better for {who}{worse}, whatever else is settled{many}."


def _red_line(sentences: Sentences, terms: Terms, entry: Entry) -> Finding:
    option = sentences.agenda.numbers[entry.item.issue, entry.item.option]  # type: ignore[union-attr]  # a red line has both
    number = sentences.agenda.packages - packages_of(sentences.agenda, [option]).size
    said = f"{sentences.entry(entry)} ({sentences.basis(entry.basis)})"
    text = f"{said}: {_packages(number)} of {sentences.agenda.packages:,} excluded."
    return Finding("red line", text, entry.party, number=number, claims=(*entry.basis.own, *entry.basis.told))


def _options(sentences: Sentences, terms: Terms, found: Certain) -> Iterator[Finding]:
    """Options that only packages hold which somebody refuses."""
    refused = {tuple(map(int, row)) for sure in found.refused for row in sure.rows}
    if not refused or not terms.packages.listed:
        return
    left = np.array([row for row in terms.rows if tuple(map(int, row)) not in refused], dtype=np.int64)
    red = {line.option for line in terms.red_lines}
    for option in range(sentences.agenda.size):
        if option not in red and (terms.rows == option).any() and not (left == option).any():
            number = int((terms.rows == option).any(axis=1).sum())
            text = f"No package with {sentences.option(option)} is accepted by all in any reading."
            yield Finding("option", text, None, number=number)


def _step(sentences: Sentences, before: int, after: int) -> tuple[str, str, str]:
    issue, old = sentences.agenda.names[before]
    return issue, old, sentences.agenda.names[after][1]


def _nearest(sentences: Sentences, rows: Ints) -> Ints:
    quo = sentences.agenda.status_quo
    if quo is None:
        return rows[:LISTED]
    return rows[np.argsort((rows != np.array(quo)).sum(axis=1), kind="stable")[:LISTED]]


def _list(sentences: Sentences, rows: Ints, number: int) -> str:
    told = " | ".join(sentences.package(tuple(row)) for row in rows)
    return told + (f" | and {number - len(rows):,} more" if number > len(rows) else "")


def _as_packages(sentences: Sentences, rows: Ints) -> tuple[dict[str, str], ...]:
    return tuple(sentences.agenda.package(tuple(row)) for row in rows)


def _packages(number: int) -> str:
    return f"{number:,} package{'s' if number != 1 else ''}"


def _ends(agenda: Agenda, party: str, stated: Sequence[Entry]) -> Iterator[tuple[tuple[str, int], Ends]]:
    """Of each issue the options that orders put below none, and those that they put above none."""
    wants = wants_of(agenda, party, stated)
    for issue in range(len(agenda.issues)):
        options = set(range(int(agenda.starts[issue]), int(agenda.starts[issue + 1])))
        above, below = {a for a, _ in wants.better} & options, {b for _, b in wants.better} & options
        yield (party, issue), (tuple(sorted(above - below)), tuple(sorted(below - above)))
