"""The named packages in a notebook: a table in HTML, everything escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from .result import Closest, Solutions
from .words import CLOSEST_SCALES, alike, digits_of, sentences, verdict


def table(found: Solutions) -> str:
    """Issues down, the named packages across; below them what each is worth, and what is proven."""
    parts = _named(found) if found.closest is None else _nearest(found, found.closest)
    return f"<div><p><b>{escape(found.scenario.name)}</b></p>{''.join(parts)}</div>"


def _named(found: Solutions) -> Iterator[str]:
    named, digits = alike(found.solutions), digits_of(found)
    yield f"<table><thead>{_row(('', *(name for name, _ in named)), 'th')}</thead><tbody>"
    for issue in found.scenario.issues:
        yield _row((issue, *(solution.package[issue] for _, solution in named)))
    for number, party in enumerate(found.scenario.parties):
        yield _row((party, *(digits.told(solution.utilities[number]) for _, solution in named)))
    yield "</tbody></table><ul>"
    yield from (f"<li>{escape(text)}</li>" for text, _ in sentences(found))
    yield "</ul>"


def _nearest(found: Solutions, closest: Closest) -> Iterator[str]:
    yield f"<p>{verdict(found)} The closest package:</p><table><tbody>"
    yield from (_row((issue, option)) for issue, option in closest.package.items())
    digits = digits_of(found)
    for party, worth, short in zip(found.scenario.parties, closest.utilities, closest.shortfalls, strict=True):
        yield _row((party, digits.told(worth) + (f", short of no deal by {digits.told(short)}" if short else "")))
    yield f"</tbody></table><p>{CLOSEST_SCALES}</p>"


def _row(cells: Sequence[str], tag: str = "td") -> str:
    first, *others = cells
    return f"<tr><th>{escape(first)}</th>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in others)}</tr>"
