"""A frontier in a notebook: a table in HTML, everything escaped."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from html import escape

from ..digits import Digits
from ..scenario import Scenario

MOST = 25
"""The most packages that the table shows."""
Row = tuple[Sequence[Fraction], Mapping[str, str]]
"""What a package is worth to each party, and the package."""


def table(scenario: Scenario, told: str, rows: Sequence[Row], left: str) -> str:
    """Packages with what each is worth to each party; what is the same in all stands above, what is `left` out below."""
    return f"<div>{''.join(_parts(scenario, told, rows, left))}</div>"


def _parts(scenario: Scenario, told: str, rows: Sequence[Row], left: str) -> Iterator[str]:
    yield f"<p><b>{escape(scenario.name)}</b>: {escape(told)}</p>"
    alike = in_all([package for _, package in rows])
    if alike:
        yield f"<p>In all: {escape('; '.join(f'{issue}: {option}' for issue, option in alike.items()))}</p>"
    if not rows:
        return
    issues = [issue for issue in scenario.issues if issue not in alike]
    yield f"<table><thead>{_row((*scenario.parties, *issues), 'th')}</thead><tbody>"
    digits = Digits.shared(zip(*(utilities for utilities, _ in rows), strict=True))
    for utilities, package in rows:
        yield _row((*map(digits.told, utilities), *(package[issue] for issue in issues)), "td")
    yield "</tbody></table>"
    if left:
        yield f"<p>{escape(left)}</p>"


def _row(cells: tuple[str, ...], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def in_all(packages: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The issues that all of some packages settle alike, where there are two or more."""
    if len(packages) < 2:
        return {}
    first, *others = packages
    return {issue: option for issue, option in first.items() if all(o[issue] == option for o in others)}
