"""What could be agreed: what is certain, how often the rest, what to ask next, and on whose judgement it hangs.

A line that would fall without something assumed or adopted is marked `assumed`; who assumes it, and why, stands below, signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..talks import Judgement, Preferences
from .agreed import Contradicted, Exact, Partly, agreed_in
from .context import Context
from .english import capital, counted
from .exact import exact
from .outline import Block, Bullets, Figure, Line, Mark, Section
from .phrases import clean

if TYPE_CHECKING:  # a second of start-up, which only a case with preferences is worth; by then they are loaded
    from ..bargaining.readings import Agreement, Finding, Share
    from ..bargaining.readings.sentences import Sentences
    from ..bargaining.readings.statements import Entry

TITLE = "What could be agreed"
HALF = 0.5
ASKED = 3
"""The most questions in the main part; the annex has all."""


def agreement(context: Context) -> tuple[Section, ...]:
    """The section of the main part; none where there is nothing to settle."""
    found = agreed_in(context.case)
    if found is None:
        return ()
    if isinstance(found, Partly):
        return (Section("agreement", TITLE, tuple(_Told(context, found).blocks())),)
    blocks = exact(found)[0] if isinstance(found, Exact) else _nothing(found)
    return (Section("agreement", TITLE, (*blocks, *_judgements(context))),)


def more(context: Context) -> tuple[Section, ...]:
    """The section of the annex: the figure, and what is too long for the main part."""
    found = agreed_in(context.case)
    if isinstance(found, Partly):
        blocks = tuple(_Told(context, found).more())
        return (Section("agreement-more", f"{TITLE}: more", blocks),) if blocks else ()
    if isinstance(found, Exact):
        return (Section("agreement-more", f"{TITLE}: more", exact(found)[1]),)
    return ()


def _nothing(found: Contradicted) -> tuple[Block, ...]:
    lines = tuple(Line(f"{capital(problem)}.", lead="Nothing can be told") for problem in found.problems)
    return (Bullets(lines),)


class _Told:
    """The lines about preferences that are only partly known."""

    def __init__(self, context: Context, found: Partly) -> None:
        self.context, self.found = context, found.found
        self.preferences = _preferences(context)
        self.judged: tuple[Mark, ...] = ("assumed",) if any(_judged(self.preferences)) else ()

    def blocks(self) -> Iterator[Block]:
        found = self.found
        sure = [self._sure(finding) for finding in (*found.certain, *found.impossible)]
        nothing = Line("Nothing: what is stated leaves all open.")
        yield Bullets(tuple(sure or [nothing]), "Certain, whatever is not known")
        if found.why_no_more:
            unknown = (*found.notes, *(unknown.text for unknown in found.unknown))
            yield Bullets(tuple(map(Line, unknown)), "What is not known")
            yield Bullets(tuple(map(Line, found.why_no_more)), "Why no more can be told")
        else:
            yield Bullets(tuple(self._often()), "How often, where it hangs on what is not known")
            if not self.context.case.is_for_others:
                yield Bullets(tuple(self._asked()), "What to ask next")
        yield from _judgements(self.context)

    def more(self) -> Iterator[Block]:
        options = [self._share(line) for line in self.found.by_issue]
        if options:
            yield _figure(self.found, options)
        others = [self._share(s.text) for s in self.found.shares if s.about in ("package", "red line")]
        if others:
            yield Bullets(tuple(others), "Packages on the frontier most often, and red lines")
        if len(self.found.ask_next) > ASKED and not self.context.case.is_for_others:
            asked = tuple(self._share(ask.text) for ask in self.found.ask_next)
            yield Bullets(asked, "All that is worth asking")
        if self.found.priors:
            ways = (self.found.prior_sentence, *self.found.priors.values())
            yield Bullets(tuple(map(Line, ways)), "The ways of drawing")

    def _sure(self, finding: Finding) -> Line:
        """What is certain rests on the statements of those whom it is about; of all, where it names nobody."""
        claims = _claims(self.context, self.preferences, finding.party)
        marks: tuple[Mark, ...] = ("assumed",) if finding.assumed else ()
        return Line(finding.text, claims, marks=(*self.context.lines.marks(claims), *marks))

    def _share(self, text: str) -> Line:
        return Line(text, marks=self.judged)

    def _often(self) -> Iterator[Line]:
        """How the shares come about; whether any package is for all; how the issues are settled."""
        yield Line(self._drawn())
        yield from map(Line, self.found.notes)
        if not self.found.complete:
            yield Line(f"The time was up after {self.found.readings:,} readings under each way of drawing.")
        yield from (self._share(share.text) for share in self.found.shares if share.about == "any")
        yield from self._settled()

    def _drawn(self) -> str:
        ways = len(self.found.priors)
        if ways == 1:
            return self.found.prior_sentence
        return (
            f"Shares are ranges over {ways} ways of drawing what is not known ({self.found.readings:,} readings each; the annex "
            "has the ways). They are no chances: another way of drawing gives another share."
        )

    def _settled(self) -> Iterator[Line]:
        """How the Nash package settles the issues: where one option is ahead, where none is, where nothing decides."""
        from ..bargaining.readings.result import percent  # loaded by now

        ahead: list[str] = []
        level: list[str] = []
        undecided: list[str] = []
        for shares in _by_issue(self.found.shares):
            first = max(shares, key=lambda share: share.range[0])
            if first.decided and first.range[0] > HALF:
                ahead.append(f"{first.heading}: {first.label} ({percent(first.range)})")
            else:
                (level if all(s.decided for s in shares) else undecided).append(shares[0].heading)
        for start, issues in (
            ("The Nash package (the largest product of gains) mostly has", ahead),
            ("It has no option in most readings, whatever the way of drawing, of", level),
            ("The sources do not decide how it settles", undecided),
        ):
            if issues:
                yield self._share(f"{start}: {'; '.join(issues)}.")

    def _asked(self) -> Iterator[Line]:
        asks = self.found.ask_next
        if not asks:
            yield Line("No single answer would raise the share of the best package.")
        yield from (self._share(ask.text) for ask in asks[:ASKED])
        if len(asks) > ASKED:
            yield Line(f"{capital(counted(len(asks) - ASKED, 'question'))} more in the annex.")


def _preferences(context: Context) -> Preferences:
    """What is known of the sides' wishes; nothing where the case has no such file."""
    return context.case.preferences or Preferences(format="preferences/1")


def _by_issue(shares: Iterable[Share]) -> list[list[Share]]:
    groups: dict[str | None, list[Share]] = {}
    for share in shares:
        if share.about == "option":
            groups.setdefault(share.issue, []).append(share)
    return list(groups.values())


def _figure(found: Agreement, lines: list[Line]) -> Figure:
    from ..bargaining.readings.figure import shares_figure  # loaded by now

    title = "How often the Nash package holds each option"
    return Figure(title, "", tuple(lines), shares_figure(found))


def _entries(preferences: Preferences) -> tuple[Entry, ...]:
    from ..bargaining.readings.statements import entries  # loaded by now

    return entries(preferences)


def _judged(preferences: Preferences) -> Iterator[Entry]:
    """The entries that count because somebody adopts or assumes them."""
    return (entry for entry in _entries(preferences) if entry.judged)


def _claims(context: Context, preferences: Preferences, party: str | None) -> tuple[str, ...]:
    """The claims that a party's entries rest on, of all parties where none is named."""
    counting = [e for e in _entries(preferences) if e.constrains and party in (None, e.party)]
    claims = (claim for e in counting for claim in (*e.basis.own, *e.basis.told))
    return tuple(dict.fromkeys(claim for claim in claims if claim in context.case.claims))


def _judgements(context: Context) -> Iterator[Block]:
    """What is assumed or adopted, by whom, and why: it is no part of the record."""
    preferences = _preferences(context)
    lines = []
    for entry in _judged(preferences):
        judgement = entry.basis.adopted or entry.basis.assumed
        if judgement is not None:
            lines.append(_judgement(context, entry, judgement))
    if lines:
        yield Bullets(tuple(lines), "What this assumes")


def _judgement(context: Context, entry: Entry, judgement: Judgement) -> Line:
    told = tuple(claim for claim in entry.basis.told if claim in context.case.claims)
    how = "adopted" if entry.basis.basis == "adopted" else "assumed"
    text = f"{capital(_sentences(context).entry(entry))}; {how}: {clean(judgement.why)}."
    return context.lines.line(text, told, signed=context.phrases.name(judgement.by))


def _sentences(context: Context) -> Sentences:
    from ..bargaining.readings.agenda import Agenda  # loaded by now
    from ..bargaining.readings.sentences import Sentences

    return Sentences(context.case.talks, Agenda.of(context.case.talks, _preferences(context)))
