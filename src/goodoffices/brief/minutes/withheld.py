"""Points that were read back and may not be handed on any more: since then a claim was kept from a side, or its speaker's name.

The sides have the text as it was read to them, and minutes.yaml keeps it word for word. What is made from now on has the number
and the kind of such a point, and not its words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...case.minutes_kept import Kept
from ...talks import MinutesPoint
from .points import kept_words
from .sides import Sides

WITHHELD = "What was read back here is not handed on any more."


def withheld(sides: Sides, points: Iterable[MinutesPoint]) -> frozenset[int]:
    """The numbers of the points that rest on, or repeat, what not every side may read today with its speaker's name."""
    shared, known = sides.shared.case.claims, sides.context.case.claims
    kept = kept_words(sides)
    case = sides.context.case
    now = Kept(case.talks, known, sides.rights, sides.all)

    def may_not(point: MinutesPoint) -> bool:
        lost = any(key in known and key not in shared for key in point.claims)
        return lost or now.point(sides.meeting, point) or any(words and words in point.text for words in kept)

    return frozenset(point.number for point in points if may_not(point))


def told_again(sides: Sides, points: Sequence[MinutesPoint]) -> tuple[MinutesPoint, ...]:
    """The points without the words, and the claims, of those that are withheld."""
    gone = withheld(sides, points)
    return tuple(replace(p, text=WITHHELD, claims=()) if p.number in gone else p for p in points)


def changes_told(sides: Sides, changes: Iterable[str], versions: Iterable[Sequence[MinutesPoint]]) -> tuple[str, ...]:
    """What changed from one of these versions to the next, without the words of points that are withheld."""
    gone = [(points, withheld(sides, points)) for points in versions]
    texts = [point.text for points, numbers in gone for point in points if point.number in numbers]
    return tuple(one.partition(": ")[0] + "." if any(t in one for t in texts) else one for one in changes)
