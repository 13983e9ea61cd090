"""What to ask next: by how much the answer to a question would raise the share of the best package.

The best package is the one that is better than no deal for all in most readings. Once an answer is known, only the readings with
that answer are left, and another package may be best among them. The gain is the expected share of the best package with the
answer, less that without (the value of information; Raiffa and Schlaifer 1961, section 4.5), over the readings of all priors
together.

The best of many packages in a small part of the readings looks better than it is. So the package is chosen by the readings with
even numbers and judged by those with odd ones, and the other way round: what is told is what would be found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from ..grid import Ints
from .counts import Counts
from .questions import Question
from .shares import Tally

_Z = 1.959964
FEWEST = 20
"""In a half with fewer readings no package is chosen: the best of all readings is kept."""
LEAST = 0.005
"""A smaller gain is not worth a question."""


@dataclass(frozen=True)
class Ask:
    """A question and what its answer is worth."""

    question: Question
    gain: float
    """By how much the best package's share rises, expected over the answers; 0.1 are ten points."""
    error: float
    """Half its 95 % interval, at most."""
    range: tuple[float, float]
    """The smallest and the largest gain under a single prior."""
    share: float
    """The best package's share without the answer."""


def ask_next(tally: Tally) -> tuple[Ask, ...]:
    """The questions whose answers are worth most, the best first; none whose gain could be an accident of drawing."""
    questions, where = tally.study.questions, tally.columns.beats
    if not questions or not len(tally.study.rows):
        return ()
    number = int(tally.total.readings.sum())
    before, after = _expected(questions, tally.total, where)
    alone = [_expected(questions, c, where) for c in tally.counts]
    found = []
    for place, question in enumerate(questions):
        gains = [max(0.0, float(those[place]) - base) for base, those in alone]
        now, then = before, float(after[place])
        error = _Z * sqrt((now * (1 - now) + then * (1 - then)) / number)
        found.append(Ask(question, then - now, error, (min(gains), max(gains)), now))
    return tuple(sorted((a for a in found if a.gain > max(LEAST, a.error)), key=lambda a: -a.gain))


def _expected(questions: Sequence[Question], counts: Counts, where: slice) -> tuple[float, Ints]:
    """The best package's share without an answer, and for each question with it."""
    number = int(counts.readings.sum())
    held = counts.columns[:, where]
    best = held.argmax(axis=1)
    now = int(held[1, best[0]] + held[0, best[1]])
    then, at = [], 0
    for question in questions:
        later = slice(at, at + question.answers - 1)
        given = counts.answers[:, later]
        kept = counts.asked[:, later, where]
        sizes = np.concatenate([counts.readings[:, None] - given.sum(axis=1, keepdims=True), given], axis=1)
        parts = np.concatenate([held[:, None, :] - kept.sum(axis=1, keepdims=True), kept], axis=1)
        then.append(sum(_crossed(sizes[:, a], parts[:, a], best) for a in range(question.answers)) / number)
        at = later.stop
    return now / number, np.array(then)


def _crossed(sizes: Ints, part: Ints, best: Ints) -> int:
    """In how many readings of a part the package chosen by the other half is better than no deal for all."""
    chosen = [int(part[h].argmax()) if sizes[h] >= FEWEST else int(best[h]) for h in (0, 1)]
    return int(part[1, chosen[0]] + part[0, chosen[1]])
