"""Which assumption carries the result: each assumed entry dropped in turn, each one that is only told adopted in turn."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Literal

from ...errors import DataError
from ...talks import Talks
from .agenda import Agenda
from .conflicts import refuse_contradictions
from .entries import Entry, counting
from .result import Range
from .settings import Clock, Settings
from .shares import Tally, most_often
from .study import Study
from .tally import tally

READINGS = 2_500
"""The most readings under each prior for one turn: enough to see what moves a share, with the same seeds before and after."""


@dataclass(frozen=True)
class Carried:
    """What becomes of the result if one entry is treated otherwise."""

    entry: Entry
    change: Literal["dropped", "adopted"]
    any: Range | None
    """The share of readings in which some package beats no deal for all; None where nothing could be drawn."""
    best: Range | None
    """The share in which the best package, taken by itself, beats no deal for all."""
    moves: float
    """How far the larger of the two moved, over all priors together."""
    problem: str | None = None
    """Why nothing could be drawn."""


@dataclass(frozen=True)
class Outlook:
    """The two shares that are compared."""

    any: Range
    best: Range
    mean: tuple[float, float]
    """Of both, over all priors together."""


def outlook(found: Tally) -> Outlook:
    """The shares of a tally that are compared."""
    any_ = found.share("any", found.columns.any)
    first = most_often(found, found.columns.beats, 1)
    best = found.share("package", found.columns.beats.start + first[0]).by_prior if first else {"": 0.0}
    means = [sum(x.values()) / len(x) for x in (any_.by_prior, best)]
    return Outlook(any_.range, (min(best.values()), max(best.values())), (means[0], means[1]))


def carried(
    talks: Talks, whole: Tally, every: Sequence[Entry], settings: Settings, clock: Clock, executor: Executor | None
) -> tuple[tuple[Carried, ...], Outlook, bool]:
    """Each assumed entry dropped, each told one adopted, the largest change first; what they are compared with; whether there was
    time for all."""
    settings = replace(settings, readings=min(settings.readings, READINGS), tell=None)
    base, found = outlook(_base(whole, settings, clock, executor)), []
    turns = [entry for entry in every if entry.basis.basis in ("assumed", "adopted") or not entry.constrains]
    for entry in turns:
        if clock.over:
            break
        found.append(_turn(talks, whole.study.agenda, (entry, tuple(every)), base, (settings, clock, executor)))
    found.sort(key=lambda c: (c.problem is None, -c.moves))
    return tuple(found), base, len(found) == len(turns)


def _base(whole: Tally, settings: Settings, clock: Clock, executor: Executor | None) -> Tally:
    """The result as it stands, from the same readings as each turn: their accidents are then the same, too."""
    if int(whole.counts[0].readings.sum()) <= settings.readings:
        return whole
    return tally(replace(whole.study, full=False, questions=()), settings, clock, executor)


def _turn(
    talks: Talks, agenda: Agenda, which: tuple[Entry, tuple[Entry, ...]], base: Outlook,
    how: tuple[Settings, Clock, Executor | None],
) -> Carried:  # fmt: skip
    entry, every = which
    stated = counting(every)
    adopt = entry not in stated
    changed = [e for e in every if e in stated or e is entry] if adopt else _without(stated, entry)
    change: Literal["dropped", "adopted"] = "adopted" if adopt else "dropped"
    try:
        refuse_contradictions(talks, agenda, changed)
        now = outlook(tally(Study.of(agenda, changed, how[0].seed, full=False), *how))
    except DataError as error:
        return Carried(entry, change, None, None, 0.0, str(error.problems[0]))
    moves = max(abs(a - b) for a, b in zip(now.mean, base.mean, strict=True))
    return Carried(entry, change, now.any, now.best, moves)


def _without(stated: Sequence[Entry], entry: Entry) -> list[Entry]:
    """All but one; without points a no deal in points says nothing."""
    left = [e for e in stated if e is not entry]
    if entry.kind == "points":
        left = [e for e in left if not (e.party == entry.party and getattr(e.item, "value", None) is not None)]
    return left


__all__ = ["Carried", "Outlook", "carried", "outlook"]
