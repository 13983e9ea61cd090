"""`goodoffices divide`."""

from fractions import Fraction
from pathlib import Path

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from ..bargaining.division import Divided, Division, adjusted_winner, faults
from ..case.validate import problem, validated
from ..documents import json_text, read_yaml, visible
from ..errors import DataError
from .console import standard_output

_WIDE = 1_000


def run(path: Path, as_json: bool) -> None:
    """Divide the issues of a file between its two parties, and tell what is so of the result."""
    division = _read(path)
    first, second = division.parties.values()
    divided = adjusted_winner(first.points, {issue: second.points[issue] for issue in first.points})
    if as_json:
        typer.echo(json_text(_data(division, divided)))
    else:
        _print(division, divided)


def _read(path: Path) -> Division:
    document = read_yaml(path, named=True)
    division, problems = validated(document, Division)
    if division is not None:
        problems += [problem(document, steps, found, expected) for steps, found, expected in faults(division)]
    if division is None or problems:
        raise DataError(problems)
    return division


def _data(division: Division, divided: Divided) -> dict[str, object]:
    return {
        "parties": list(division.parties),
        "shares_of_first": {issue: str(share) for issue, share in divided.shares_of_first.items()},
        "points": [str(total) for total in divided.totals],
        "equitable": divided.equitable,
        "envy_free": divided.envy_free,
        "efficient": divided.efficient,
    }


def _print(division: Division, divided: Divided) -> None:
    console = standard_output()
    first, second = (visible(side.name) for side in division.parties.values())
    console.print(Text(visible(division.title), style="bold"))
    if division.source:
        console.print(Text(f"Points: {visible(division.source)}", style="dim"))
    table = Table("issue", first, second, "goes to", box=box.SIMPLE if console.is_terminal else None)
    for issue, share in divided.shares_of_first.items():
        a, b = (_number(points[issue]) for points in divided.points)
        table.add_row(Text(visible(division.issues.get(issue, issue))), a, b, Text(_goes_to(share, first, second)))
    console.print(table, width=None if console.is_terminal else _WIDE)  # a pipe gets whole lines
    one, other = divided.totals
    amount = f"{_number(one)} of 100 points" if one == other else f"{_number(one)} and {_number(other)} of 100 points"
    console.print(Text(f"{first} and {second} each get {amount}, as each counts them."))
    console.print(Text(f"Equitable (equally much): {_yes(divided.equitable)}"))
    console.print(Text(f"Envy-free (neither would rather have the other's part): {_yes(divided.envy_free)}"))
    console.print(Text(f"Efficient (nothing is better for one and not worse for the other): {_yes(divided.efficient)}"))


def _goes_to(share: Fraction, first: str, second: str) -> str:
    if share in (0, 1):
        return first if share else second
    return f"{first} {share}, {second} {1 - share}"


def _number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{value} ({float(value):.2f})"


def _yes(whether: bool) -> str:
    return "yes" if whether else "no"
