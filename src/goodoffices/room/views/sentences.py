"""What happened, a sentence each, from the event as the seat saw it."""

import re
from collections.abc import Callable
from typing import Any

from ...language.folding import fold
from ...language.listing import listed
from ...proceedings import Happening
from ...proceedings import events as e
from .names import CAUCUSES, RULES, Names

Sentence = Callable[[Names, Any], str]


def sentence(names: Names, what: Happening) -> str:
    """One sentence; a kind of event that has none is not told."""
    made = SENTENCES.get(type(what))
    told = made(names, what) if made else ""
    reached = names.reached(what)
    return f"{told.removesuffix('.')}. So it is {reached}." if reached else told


def meeting_of(names: Names, what: Happening) -> str | None:
    """The meeting in which it happened, where it happened in one."""
    if meeting := getattr(what, "meeting", None):
        return str(meeting)
    proposal = names.view.facts.proposals.get(getattr(what, "proposal", None) or getattr(what, "about", None) or "")
    if proposal is not None:
        return proposal.made.meeting
    point = names.view.facts.points.get(getattr(what, "point", None) or getattr(what, "about", None) or "")
    return point.meeting if point else None


def _quoted(words: str) -> str:
    return f": “{words}”" if words else ""


def adds(words: str, told: str) -> bool:
    """Whether words say more than the act that they came with: programs say their acts once more in words."""
    return not _words(words) <= _words(told) | _SAYING


def _more(told: str, words: str) -> str:
    """What is told of an act, with its words where they say more."""
    return f"{told}{_quoted(words)}" if adds(words, told) else f"{told}."


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


_WORD = re.compile(r"[^\W_]+")
_SAYING = frozenset(
    "we this the only if is agreed call calls for demand demands propose proposes support supports could accept accepts oppose "
    "opposes cannot refuse refuses from what i was told put before you proposal".split()
)
"""Words by which an act is told."""


def _if(only_if: Any, names: Names) -> str:
    return f", only if {names.package(only_if)}" if only_if else ""


def _referendum(pending: bool) -> str:
    return ", ad referendum" if pending else ""


def _opened(n: Names, w: e.MeetingOpened) -> str:
    # Who sits in a meeting of the programme stands in the programme.
    who = "" if w.programme else f" ({'; '.join(n.seat(seat) for seat in w.seats)})"
    return f"Open: {n.meeting(w.meeting)}{who}{f', called by {n.seat(w.by)}' if w.caucus else ''}."


def _said(n: Names, w: e.Said) -> str:
    return f"{n.seat(w.by)}{_quoted(w.words)}" + (f" (noted by {n.seat(w.noted_by)})" if w.noted_by else "")


def _position(n: Names, w: e.PositionTaken) -> str:
    answer = n.answer(w)
    if answer[0] is not w:
        return ""  # it was said with the first
    on = f" {n.option(w.issue, w.option)} ({n.issue(w.issue)})"
    if len(answer) > 1:
        on = f": {n.package({one.issue: one.option for one in answer})}"
    return _more(f"{n.side(w.side)} {w.stance.replace('_', ' ')}{on}", w.words)


def _proposed(n: Names, w: e.Proposed) -> str:
    counters = f", countering {n.proposal(w.counters)}" if w.counters else ""
    return _more(f"{n.headed(w.proposal)}{counters}: {_terms(n, w)}", w.words)


def _terms(n: Names, w: e.Proposed | e.Amended) -> str:
    return f"{n.package(w.package)}{_if(w.only_if, n)}{_referendum(w.ad_referendum)}"


def _amended(n: Names, w: e.Amended) -> str:
    return _more(f"{n.acting(w.by)} changes {n.proposal(w.proposal)}: {_terms(n, w)}", w.words)


def _answered(n: Names, w: e.Answered) -> str:
    does = {"accept": "accepts", "refuse": "refuses", "refer": "asks its principal about"}[w.answer]
    return _more(f"{n.side(w.party)} {does} {n.proposal(w.proposal)}{_referendum(w.ad_referendum)}", w.words)


def _warned(n: Names, w: e.Warned) -> str:
    told = "; ".join(f"{n.issue(one.issue)}: {n.option(one.issue, one.option)} ({one.why})" for one in w.beyond)
    return f"Beyond your mandate, so ad referendum: {told}."


def _referred(n: Names, w: e.Referred) -> str:
    about = f": {n.about(w.about)}" if w.about else ""
    package = f" ({n.package(w.package)})" if w.package else ""
    return f"Before the principal of {n.side(w.party)}{about}{package}{_quoted(w.words)}"


def _instructed(n: Names, w: e.Instructed) -> str:
    if w.answer == "widen":
        options = ", ".join(n.option(w.issue or "", option) for option in w.options)
        return f"The mandate of {n.side(w.party)} is wider by {options} ({n.issue(w.issue or '')}){_quoted(w.words)}"
    return f"The principal of {n.side(w.party)} {'confirms' if w.answer == 'confirm' else 'refuses'}{_quoted(w.words)}"


def _settled(n: Names, w: e.Settled) -> str:
    return f"The principal of {n.side(w.party)} {'confirms' if w.confirmed else 'does not confirm'} {n.about(w.about)}."


def _handed(n: Names, w: e.HandedOver) -> str:
    if w.rule == "keep":
        return f"{n.acting(w.by)} tells the mediation alone, not to be passed on{_quoted(w.words)}"
    return (
        f"{n.acting(w.by)} hands over a message for {n.side(w.to)}, to be passed on {RULES[w.rule]}{_quoted(w.words)}"
    )


def _received(n: Names, w: e.Received) -> str:
    source = f", from {n.side(w.source)}" if w.source else ""
    return f"The mediation brings {n.side(w.to)} a message{source}{' word for word' if w.word_for_word else ''}{_quoted(w.words)}"


def _read(n: Names, w: e.PointsRead) -> str:
    return f"{n.acting(w.by)} reads back: " + "; ".join(_point_read(n, point) for point in w.points)


def _point_read(n: Names, point: e.PointRead) -> str:
    # Who writes "Agreed: ..." has said already of which kind it is.
    told = point.words if point.words.lower().startswith(point.kind) else f"{point.kind}: {point.words}"
    return f"{told.removesuffix('.')} (only together)" if _tied(n, point.point) else told


def _tied(n: Names, id_: str) -> bool:
    point = n.view.facts.points.get(id_)
    return point is not None and point.tied


def _point(n: Names, id_: str) -> str:
    point = n.view.facts.points.get(id_)
    return f"{'the whole ' if point.tied else ''}“{point.read.words}”" if point else "a point"


def _objected(n: Names, w: e.PointObjected) -> str:
    on = f" on {listed([n.issue(issue) for issue in w.issues])}" if w.issues else ""
    falls = " Its points stand only together, so none of them is agreed." if _tied(n, w.point) else ""
    return f"{n.side(w.party)} objects to {_point(n, w.point)}{on}{_quoted(w.words)}{falls}"


SENTENCES: dict[type[Happening], Sentence] = {
    e.Begun: lambda n, w: f"The day begins: {n.phase(w.phase)}.",
    e.Frozen: lambda n, w: "Everything stands still.",
    e.Resumed: lambda n, w: "It goes on.",
    e.Extended: lambda n, w: f"{abs(w.minutes)} minutes {'more' if w.minutes > 0 else 'less'} for this phase.",
    e.PhaseEntered: lambda n, w: f"Now: {n.phase(w.phase)}.",
    e.Ended: lambda n, w: "The talks are over.",
    e.MeetingOpened: _opened,
    e.MeetingAdjourned: lambda n, w: f"Adjourned: {n.meeting(w.meeting)}.",
    e.MeetingClosed: lambda n, w: f"Closed: {n.meeting(w.meeting)}.",
    e.CaucusAsked: lambda n, w: (
        f"{n.seat(w.by)} asks for a caucus: {CAUCUSES[w.caucus]}{f' ({n.side(w.of)})' if w.of else ''}."
    ),
    e.Said: _said,
    e.PressLineGiven: lambda n, w: f"{n.acting(w.by)} tells the press{_quoted(w.words)}",
    e.PositionTaken: _position,
    e.Proposed: _proposed,
    e.Amended: _amended,
    e.Withdrawn: lambda n, w: f"{n.headed(w.proposal)} is withdrawn{_quoted(w.words)}",
    e.Answered: _answered,
    e.Warned: _warned,
    e.Referred: _referred,
    e.Instructed: _instructed,
    e.Settled: _settled,
    e.HandedOver: _handed,
    e.Carried: lambda n, w: f"{n.seat(w.by)} brings {n.side(w.to)} a message{_quoted(w.words)}",
    e.Received: _received,
    e.PointsRead: _read,
    e.PointConfirmed: lambda n, w: f"{n.side(w.party)} confirms {_point(n, w.point)}{_referendum(w.ad_referendum)}",
    e.PointObjected: _objected,
    e.Injected: lambda n, w: f"News sent: {w.injection}.",
    e.NewsCame: lambda n, w: f"News from {w.source}{_quoted(w.text)}",
    e.InjectionEdited: lambda n, w: f"News changed: {w.injection}.",
    e.InjectionHeldBack: lambda n, w: f"News {'held back' if w.held else 'no longer held back'}: {w.injection}.",
    e.DebriefingOpened: lambda n, w: "The debriefing is open: each seat answers for itself.",
    e.Reflected: lambda n, w: f"{n.seat(w.by)} has answered.",
    e.Revealed: lambda n, w: "Now all may see what happened.",
}
"""A sentence for every kind of event."""
