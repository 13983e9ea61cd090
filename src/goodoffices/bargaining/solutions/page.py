"""The named packages in a notebook: a table in HTML, everything escaped."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ..digits import Digits
from ..scenario import Scenario
from .solution import CONCEPTS, Closest, Concept, Solution
from .words import IMPOSSIBLE, UNKNOWN, alike, sentence


def table(scenario: Scenario, found: Mapping[Concept, Solution], closest: Closest | None, possible: bool | None) -> str:
    """Issues down, the named packages across; below them what each is worth, and what is proven."""
    parts = _named(scenario, found) if closest is None else _nearest(scenario, closest, possible)
    return f"<div><p><b>{escape(scenario.name)}</b></p>{''.join(parts)}</div>"


def _named(scenario: Scenario, found: Mapping[Concept, Solution]) -> Iterator[str]:
    named = alike(found)
    yield f"<table><thead>{_row(('', *(name for name, _ in named)), 'th')}</thead><tbody>"
    for issue in scenario.issues:
        yield _row((issue, *(solution.package[issue] for _, solution in named)))
    for number, party in enumerate(scenario.parties):
        worth = [solution.utilities[number] for _, solution in named]
        yield _row((party, *map(Digits.of(worth).told, worth)))
    yield "</tbody></table><ul>"
    yield from (f"<li>{escape(sentence(c, found[c]))}</li>" for c in CONCEPTS if c in found)
    yield "</ul>"


def _nearest(scenario: Scenario, closest: Closest, possible: bool | None) -> Iterator[str]:
    yield f"<p>{UNKNOWN if possible is None else IMPOSSIBLE} The closest package:</p><table><tbody>"
    yield from (_row((issue, option)) for issue, option in closest.package.items())
    digits = Digits.of((*closest.utilities, *closest.shortfalls))
    for party, worth, short in zip(scenario.parties, closest.utilities, closest.shortfalls, strict=True):
        yield _row((party, digits.told(worth) + (f", short of no deal by {digits.told(short)}" if short else "")))
    yield "</tbody></table>"


def _row(cells: Sequence[str], tag: str = "td") -> str:
    first, *others = cells
    return f"<tr><th>{escape(first)}</th>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in others)}</tr>"
