"""Several stances of one seat on one answer as one line: `refuses, then accepts, then again refuses an even split`.

1. Told together is what one teller says of one answer; no stance, condition, reserve or claim of it is lost.
2. `then` stands only where the sources tell the order: a text of held talks has the time above its lines.
3. Without it stances that go one way stand beside each other (`calls for and supports`); of those that contradict each other each
   keeps a line of its own, for nobody could see which of them stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...case.held_texts import moment_of
from ...talks import Position, Stance
from ..context import Context
from ..english import listed
from ..english.wording import Kind, kind_of
from .stand_words import PAST, acts_on, beside, stand
from .wanted import wanted

_AGAINST: frozenset[Stance] = frozenset({"refuses", "opposes"})
Moment = tuple[tuple[str, str], str, int]
"""Day and time, then the source and the place in it."""


@dataclass(frozen=True)
class Step:
    """A stance as it came in the course of the talks."""

    position: Position
    again: bool = False


def together(context: Context, told: list[Position], teller: dict[str, str]) -> Iterator[tuple[Position, ...]]:
    """The positions of a cell, those of one line together, where the first of them stands; `teller`: who tells each, by id."""
    groups: dict[object, list[Position]] = {}
    for position in told:
        of = (position.option, wanted(context, position), position.told_by, teller[position.id])
        groups.setdefault(of if position.option else position.id, []).append(position)
    for group in groups.values():
        if len(group) > 1 and (_in_order(context, group) or _one_way(group)):
            yield tuple(group)
        else:
            yield from ((position,) for position in group)


def course(context: Context, group: tuple[Position, ...]) -> str:
    """The stances of a group in one sentence, without who tells them."""
    if len(group) == 1:
        return stand(context, group[0])
    steps = _in_order(context, group)
    then = "then " if steps else ""
    steps = steps or [Step(position) for position in group]
    words = wanted(context, group[0])
    noun = kind_of(words) in (Kind.NOUN, Kind.NONE)
    does = [_does(context, step, words, noun=noun) for step in steps]
    doing = [
        f"{then if number else ''}{'again ' if step.again else ''}{one}"
        for number, (step, one) in enumerate(zip(steps, does, strict=True))
    ]
    besides = [beside(context, step.position) for step in steps]
    if not noun:
        return f"{words}: {_joined([one + more for one, more in zip(doing, besides, strict=True)], bool(then))}"
    if not any(besides):
        return f"{_joined(doing, bool(then))} {words}"
    objects = [words, *("this" for _ in doing[1:])]
    return _joined([f"{one} {what}{more}" for one, what, more in zip(doing, objects, besides, strict=True)], bool(then))


def _joined(parts: list[str], ordered: bool) -> str:
    return ", ".join(parts) if ordered else listed(parts)


def _does(context: Context, step: Step, words: str, *, noun: bool) -> str:
    """`refuses`, `insists on`; of an answer that is no noun `refused`."""
    return acts_on(context, step.position, words) if noun else PAST[step.position.stance]


def _one_way(group: list[Position]) -> bool:
    return len({position.stance in _AGAINST for position in group}) == 1


def _in_order(context: Context, group: list[Position] | tuple[Position, ...]) -> list[Step]:
    """The stances as they came, one that comes back after a turn told again; nothing where the order is not known."""
    found = [(moment, position) for position in group for moment in _moments(context, position)]
    if len(found) < sum(len(position.claims) for position in group) or not found:
        return []
    found.sort(key=lambda one: one[0])
    if any(_unclear(*pair) for pair in pairwise(found)):
        return []
    steps: list[Step] = []
    since: list[str] = []
    for _, position in found:
        if steps and (position.stance in _AGAINST) != (steps[-1].position.stance in _AGAINST):
            since = []
        if position.id not in since:
            steps.append(Step(position, again=any(step.position is position for step in steps)))
            since.append(position.id)
    return steps


def _unclear(one: tuple[Moment, Position], other: tuple[Moment, Position]) -> bool:
    """Whether nobody can say which came first: two stances of one minute in two texts."""
    (at, source, _), (at_other, source_other, _) = one[0], other[0]
    return at == at_other and source != source_other and one[1] is not other[1]


def _moments(context: Context, position: Position) -> Iterator[Moment]:
    case = context.case
    for claim in (case.claims[key] for key in position.claims if key in case.claims):
        source, anchor = case.record.sources.get(claim.source), case.anchors.get(claim.id)
        if source is not None and anchor is not None:
            at = moment_of(source, case.texts.get(claim.source), anchor.start, claim.entered_on)
            if at is not None:
                yield at, claim.source, anchor.start
