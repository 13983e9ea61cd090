"""`goodoffices solve`."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from time import monotonic

import typer
from rich.console import Console

from ..bargaining import Solutions, frontier, solve
from ..bargaining.digits import Digits
from ..bargaining.figures import frontier_figure
from ..bargaining.solutions.data import data
from ..bargaining.solutions.solution import CONCEPTS, Closest
from ..bargaining.solutions.words import IMPOSSIBLE, NAMES, SCALES, UNKNOWN, alike, sentence
from ..brief.terminal import console as standard_output
from ..documents import json_text
from .drawing import draw, refuse_others
from .packages import grid, line
from .scenarios import scenario_of
from .waiting import waiting

ISSUES = 40
"""The most issues that are printed."""
_DRAWN = 100_000
"""Vectors of utilities that a figure's frontier is computed with at most; it draws far fewer."""


def run(paths: list[Path], no_deal: str, deadline: float, figure: Path | None, as_json: bool) -> None:
    """Print the named packages, or the closest one where no agreement is possible; write the figure that is asked for."""
    refuse_others(figure)
    scenario, end = scenario_of(paths, no_deal, by_title=not as_json), monotonic() + deadline
    with waiting("The named packages", deadline, as_json):
        found = solve(scenario, deadline)
        if figure is not None:
            whole = frontier(scenario, max(1.0, end - monotonic()), _DRAWN)
            draw(figure, frontier_figure(whole, found), f"The named packages of {scenario.name}")
    if as_json:
        typer.echo(json_text(data(found)))
        return
    _print(found, standard_output())
    if figure is not None:
        typer.echo(f"\nWritten: {figure.resolve()}")


def _print(found: Solutions, console: Console) -> None:
    scenario = found.scenario
    line(console, scenario.name, "bold")
    line(console, f"{scenario.packages:,} packages; parties: {', '.join(scenario.parties)}.", "dim")
    if found.closest is not None:
        _print_closest(found, found.closest, console)
        return
    named = alike(found.solutions)
    console.print()
    rows = [[issue, *(solution.package[issue] for _, solution in named)] for issue in [*scenario.issues][:ISSUES]]
    grid(console, ("", *(name for name, _ in named)), [*rows, *_worths(found)])
    if len(scenario.issues) > ISSUES:
        line(console, f"and {len(scenario.issues) - ISSUES} more issues: --json has all.", "dim")
    for concept in CONCEPTS:
        if concept in found.solutions:
            solution = found[concept]
            line(console, sentence(concept, solution), "" if solution.proven else "yellow")
        else:
            line(console, f"{NAMES[concept]}: not found before the deadline.", "yellow")
    line(console, SCALES, "dim")


def _worths(found: Solutions) -> Iterator[list[str]]:
    """What each named package is worth to each party, and what that is more than no deal."""
    named = [solution for _, solution in alike(found.solutions)]
    for number, (party, utility) in enumerate(found.scenario.utilities.items()):
        without = utility.no_deal or Fraction()
        worth = [solution.utilities[number] for solution in named]
        digits = Digits.of([*worth, *(w - without for w in worth)])
        yield [f"worth to {party}", *(f"{digits.told(w)} ({digits.gain(w - without)})" for w in worth)]


def _print_closest(found: Solutions, closest: Closest, console: Console) -> None:
    line(console, UNKNOWN if found.agreement_possible is None else IMPOSSIBLE, "yellow")
    near = "The package whose largest shortfall is the smallest"
    line(console, f"{near}{'' if closest.proven else ' of those that were found'}:")
    console.print()
    package = [*closest.package.items()]
    grid(console, ("issue", "option"), package[:ISSUES])
    if len(package) > ISSUES:
        line(console, f"and {len(package) - ISSUES} more issues: --json has all.", "dim")
    grid(console, ("party", "worth", "no deal", "short by"), _shortfalls(found, closest), (1, 2, 3))


def _shortfalls(found: Solutions, closest: Closest) -> Iterator[list[str]]:
    rows = zip(found.scenario.utilities.items(), closest.utilities, closest.shortfalls, strict=True)
    for (party, utility), worth, short in rows:
        digits = Digits.of([worth, utility.no_deal or Fraction(), short])
        yield [
            party,
            digits.told(worth),
            digits.told(utility.no_deal or Fraction()),
            digits.told(short) if short else "-",
        ]
