"""What a sentence says in answer to one kind of question - a day, a number, a place - and how two answers stand to each other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage
from ..words import COMING, MEETING, NEXT, class_of


@dataclass(frozen=True, slots=True)
class Value:
    """An answer: where it stands and what it is; what `said` means is known to the kind."""

    passage: Passage
    span: Span
    said: Any
    question: str = ""
    """The question that it answers, where its own words tell it: who was the host, where they met."""

    @property
    def place(self) -> tuple[int, int, int]:
        """For one order."""
        return self.passage.number, self.span.start, self.span.end


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two answers stand to each other."""

    same: bool
    bonus: float = 0.0
    """What speaks for (or against) their being answers to one question, beside the words around them."""
    a: Span | None = None
    """The differing words, where they are not those of the answers."""
    b: Span | None = None


class Kinded(Protocol):
    """A kind of difference: what it reads in a report, and how it compares two of them."""

    kind: Kind

    def values(self, account: Account) -> Sequence[Value]:
        """The answers in a report."""

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """How two answers stand to each other; None where they answer different questions."""


def clause_of(v: Value) -> Value:
    """The clause in which an answer stands."""
    return Value(v.passage, v.passage.clause_at(v.span.start), None)


DEMANDS = frozenset("~demand ~ask ~propose".split())
OUTCOMES = frozenset("~agree ~pact ~sign ~accept ~swear".split())
Compare = Callable[[Aligned, Value, Value], Verdict | None]


def meeting_at(p: Passage, span: Span) -> str:
    """Whether what stands there is told of the meeting (`met`), of the one after it (`next`), or of something else."""
    clause = p.clause_at(span.start)
    said = p.text[clause.start - p.start : clause.end - p.start]
    if not class_of(MEETING, p.language).search(said):
        return ""
    return "next" if any(class_of(table, p.language).search(said) for table in (NEXT, COMING)) else "met"


def force(p: Passage, span: Span) -> str:
    """Whether a clause tells what somebody wants, or what came of it; both or neither: empty."""
    clause = p.clause_at(span.start)
    said = {t.sense for t in p.tokens if clause.start <= t.start < clause.end}
    wants, comes = said & DEMANDS, said & OUTCOMES
    return "" if bool(wants) == bool(comes) else "wants" if wants else "comes"


def apart(v: Value, w: Value) -> bool:
    """Whether the one tells what somebody wants and the other what came of it."""
    return {force(v.passage, v.span), force(w.passage, w.span)} == {"wants", "comes"}


def owned_apart(aligned: Aligned, v: Value, w: Value) -> bool:
    """Whether two persons or parties each demand, or say, what is their own: `Norway demanded 40`, `Iceland demanded 60`."""
    one, other = (_owners(aligned, x) for x in (v, w))
    return bool(one and other and not one & other)


_SAID = DEMANDS | {"~speak"}


def _owners(aligned: Aligned, v: Value) -> frozenset[str]:
    """Who demands or says what a clause tells, with his party."""
    p, clause = v.passage, clause_of(v).span
    here = [t for t in p.tokens if clause.start <= t.start < clause.end]
    verb = next((t for t in here if t.sense in _SAID), None)
    if verb is None:
        return frozenset()
    end = clause.end if p.language == "tr" else verb.start
    named = frozenset(t.key for t in here if t.start < end and t.key.startswith("="))
    return named | aligned.parties.within(p, Span(clause.start, end))


def at_one_end(v: Value, w: Value) -> bool:
    """Whether two times may be those of one end: `began on Monday` and `ended on Friday`, `since May` and `until June` are not."""
    ends = {_end(v), _end(w)}
    return ends != {"begins", "ends"}


def _end(v: Value) -> str:
    """Whether a time is that at which something begins, or that at which it ends; where both or neither is told: empty."""
    text, clause = v.passage.text, clause_of(v).span
    before = text[: v.span.start - v.passage.start]
    if m := _FROM_TO.search(before):
        return "begins" if m["from"] else "ends"
    found = {
        bool(m["begins"]) for m in _ENDS.finditer(text, clause.start - v.passage.start, clause.end - v.passage.start)
    }
    return "" if len(found) != 1 else "begins" if found.pop() else "ends"


_FROM_TO = re.compile(r"\b(?:(?P<from>since|from)|until|till|through) (?:(?:the|about|early|late|last|next) )?$", re.I)
_ENDS = re.compile(
    r"\b(?:(?P<begins>began|begins?|start(?:s|ed)?|open(?:s|ed)|came|comes|arriv(?:e|es|ed)|commenced)|end(?:s|ed)|conclud(?:es|ed)"
    r"|finish(?:es|ed)|expir(?:es|ed)|adjourned|dispersed)\b",
    re.I,
)


def about(v: Value) -> frozenset[str]:
    """What a sentence is about beside an answer in it."""
    return v.passage.keys_in(Span(v.passage.start, v.passage.end), v.span)


def repeated(v: Value) -> bool:
    """Whether it tells of the meeting after this one."""
    found = class_of(NEXT, v.passage.language).finditer(v.passage.text)
    return any(not _SEASON.match(v.passage.text, m.end()) for m in found)


# `tarred next spring` tells when, not of which meeting.
_SEASON = re.compile(
    r"\s(?:year|month|week|spring|summer|autumn|fall|winter|season|morning|day|рок|тиж|місяц|весн|літ|год|недел|месяц|лет|зим|осен|yıl|ay|hafta|bahar|yaz|kış)",
    re.I,
)


def days_fit(v: Value, w: Value) -> bool:
    """Whether two clauses do not name different days."""
    left, right = (
        {d.day[5:] for d in x.passage.days if clause_of(x).span.start <= d.start < clause_of(x).span.end}
        for x in (v, w)
    )
    return not left or not right or bool(left & right)
