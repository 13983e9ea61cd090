"""Which assumption carries the result: each assumed entry dropped in turn, each one that is only told adopted in turn."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Literal

from ...errors import DataError
from .conflicts import refuse_contradictions
from .counting import Tally, tally
from .experiment import Experiment
from .lacking import lacks
from .result import Carried, Range
from .sentences import Sentences
from .settings import Clock, Settings
from .statements import Entry, counting
from .terms import Terms

READINGS = 2_500
"""The most readings under each prior for one turn: enough to see what moves a share, with the same seeds before and after."""


@dataclass(frozen=True)
class Work:
    """How the readings of a turn are drawn."""

    settings: Settings
    clock: Clock
    executor: Executor | None


@dataclass(frozen=True)
class Outlook:
    """The two shares that are compared."""

    any: Range
    best: Range


def outlook(found: Tally) -> Outlook:
    """The shares of a tally that are compared."""
    any_ = found.by_prior(found.columns.any).values()
    first = found.most_often(found.columns.beats, 1)
    best = found.by_prior(found.columns.beats.start + first[0]).values() if first else [0.0]
    return Outlook((min(any_), max(any_)), (min(best), max(best)))


def carried(sentences: Sentences, whole: Tally, every: Sequence[Entry], work: Work) -> tuple[tuple[Carried, ...], bool]:
    """Each assumed entry dropped, each told one adopted, the largest change first; and whether there was time for all."""
    settings = replace(work.settings, readings=min(work.settings.readings, READINGS), tell=None)
    work = replace(work, settings=settings)
    base, found = outlook(_base(whole, work)), []
    turns = [entry for entry in every if entry.basis.basis in ("assumed", "adopted") or not entry.constrains]
    for entry in turns:
        if work.clock.over:
            break
        found.append(_turn(sentences, entry, every, base, work))
    found.sort(key=lambda c: (c.problem is None, -c.moves))
    return tuple(found), len(found) == len(turns)


def _base(whole: Tally, work: Work) -> Tally:
    """The result as it stands, from the same readings as each turn: their accidents are then the same, too."""
    if int(whole.counts[0].readings.sum()) <= work.settings.readings:
        return whole
    experiment = replace(whole.experiment, full=False, questions=())
    return tally(experiment, work.settings, work.clock, work.executor)


def _turn(sentences: Sentences, entry: Entry, every: Sequence[Entry], base: Outlook, work: Work) -> Carried:
    now = _otherwise(sentences, entry, every, work)
    change: Literal["dropped", "adopted"] = "dropped" if entry.constrains else "adopted"
    what = f"{sentences.entry(entry)} ({sentences.basis(entry.basis)})"
    if isinstance(now, str):
        return Carried(entry.party, entry.place, what, change, None, base.any, None, base.best, 0.0, now)
    ends = zip((*now.any, *now.best), (*base.any, *base.best), strict=True)
    moves = max(abs(a - b) for a, b in ends)
    return Carried(entry.party, entry.place, what, change, now.any, base.any, now.best, base.best, moves, None)


def _otherwise(sentences: Sentences, entry: Entry, every: Sequence[Entry], work: Work) -> Outlook | str:
    """The shares if an entry is dropped or adopted, or why there are none."""
    stated = counting(every)
    changed = _without(stated, entry) if entry.constrains else [e for e in every if e in stated or e is entry]
    named = (entry,) if not entry.constrains else ()
    if lacking := lacks(sentences, changed, named):
        return "; ".join(lacking)
    try:
        refuse_contradictions(sentences.talks, sentences.agenda, changed)
        experiment = Experiment.of(Terms.of(sentences.agenda, changed), work.settings.seed, full=False)
        return outlook(tally(experiment, work.settings, work.clock, work.executor))
    except DataError as error:
        return str(error.problems[0])


def _without(stated: Sequence[Entry], entry: Entry) -> list[Entry]:
    """All but one; without points a no deal in points says nothing."""
    left = [e for e in stated if e is not entry]
    if entry.kind == "points":
        left = [e for e in left if not (e.party == entry.party and e.in_points)]
    return left


__all__ = ["Outlook", "Work", "carried", "outlook"]
