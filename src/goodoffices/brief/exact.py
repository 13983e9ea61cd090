"""What could be agreed where the case has points: the named packages, or the closest one where no agreement is possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .agreed import Exact
from .outline import Block, Bullets, Cell, Figure, Line, Note, Table

if TYPE_CHECKING:  # a second of start-up, which only a case with preferences is worth; by then they are loaded
    from ..bargaining import Solutions
    from ..bargaining.solutions import Closest


def exact(found: Exact) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of the main part, and those of the annex."""
    closest = found.found.closest
    main = _possible(found.found) if closest is None else _impossible(found.found, closest)
    return tuple(main), (_figure(found),)


def _possible(found: Solutions) -> Iterator[Block]:
    from ..bargaining.solutions.words import SCALES, alike, digits_of, sentences  # loaded by now

    named, digits = alike(found.solutions), digits_of(found)
    rows: list[tuple[Cell, ...]] = []
    for number, party in enumerate(found.scenario.parties):
        worth = [solution.utilities[number] for _, solution in named]
        rows.append(_row(f"Worth to {party}", *map(digits.told, worth)))
    rows += [_row(issue, *(solution.package[issue] for _, solution in named)) for issue in found.scenario.issues]
    yield Table(("", *(name for name, _ in named)), tuple(rows))
    yield Bullets(tuple(Line(text) for text, _ in sentences(found)))
    yield Note(SCALES)


def _impossible(found: Solutions, closest: Closest) -> Iterator[Block]:
    from ..bargaining.solutions.words import CLOSEST_SCALES, digits_of, verdict  # loaded by now

    lines, digits = [Line(verdict(found))], digits_of(found)
    for party, worth, short in zip(found.scenario.parties, closest.utilities, closest.shortfalls, strict=True):
        behind = f"{digits.told(short)} short of no deal" if short else "no less than no deal"
        lines.append(Line(f"the closest package is worth {digits.told(worth)}, {behind}.", lead=party))
    yield Bullets(tuple(lines))
    yield Table(("Issue", "The closest package"), tuple(_row(*pair) for pair in closest.package.items()))
    yield Note(CLOSEST_SCALES)


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple((Line(text),) for text in texts)


def _figure(found: Exact) -> Figure:
    from ..bargaining.figures import alternative, frontier_figure  # loaded by now

    words = tuple(map(Line, alternative(found.frontier, found.found)))
    return Figure("The frontier", "", words, frontier_figure(found.frontier, found.found))
