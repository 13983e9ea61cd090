"""`goodoffices solve`."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import typer
from rich.console import Console

from ..bargaining import Scenario, Solutions, solve
from ..bargaining.solutions import CONCEPTS, Closest
from ..bargaining.solutions.data import data
from ..bargaining.solutions.words import CLOSEST_SCALES, NAMES, SCALES, alike, digits_of, sentences, verdict
from ..documents import json_text
from .console import standard_output
from .packages import grid, line
from .scenarios import say_whom, scenario_for
from .waiting import waiting

ISSUES = 40
"""The most issues that are printed."""
_DRAWN = 100_000
"""Vectors of utilities that a figure's frontier is computed with at most; it draws far fewer."""


def run(
    paths: list[Path], no_deal: str, deadline: float, figure: Path | None, as_json: bool, reader: str = "team"
) -> None:
    """Print the named packages, or the closest one where no agreement is possible; write the figure that is asked for."""
    if figure is not None:
        from .drawing import refuse_others  # imports what draws

        refuse_others(figure)
    scenario, whom = scenario_for(reader, paths, no_deal, by_title=not as_json)
    end = monotonic() + deadline
    with waiting("The named packages", deadline, as_json):
        found = solve(scenario, deadline)
        if figure is not None:
            _draw(figure, scenario, found, max(1.0, end - monotonic()))
    if as_json:
        typer.echo(json_text(whom | data(found)))
        return
    say_whom(whom)
    _print(found, standard_output())
    if figure is not None:
        typer.echo(f"\nWritten: {figure.resolve()}")


def _draw(figure: Path, scenario: Scenario, found: Solutions, deadline: float) -> None:
    from ..bargaining import frontier  # what only a figure needs
    from ..bargaining.figures import frontier_figure
    from .drawing import draw

    whole = frontier(scenario, deadline, _DRAWN)
    draw(figure, frontier_figure(whole, found), f"The named packages of {scenario.name}")


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
    for text, certain in sentences(found):
        line(console, text, "" if certain else "yellow")
    for concept in (c for c in CONCEPTS if c not in found.solutions):
        line(console, f"{NAMES[concept]}: not found before the deadline.", "yellow")
    line(console, SCALES, "dim")


def _worths(found: Solutions) -> Iterator[list[str]]:
    """What each named package is worth to each party, and what that is more than no deal."""
    named, digits = [solution for _, solution in alike(found.solutions)], digits_of(found)
    for number, (party, without) in enumerate(zip(found.scenario.parties, found.scenario.no_deal, strict=True)):
        worth = [solution.utilities[number] for solution in named]
        yield [f"worth to {party}", *(f"{digits.told(w)} ({digits.gain(w - without)})" for w in worth)]


def _print_closest(found: Solutions, closest: Closest, console: Console) -> None:
    line(console, verdict(found), "yellow")
    near = "The package whose largest shortfall is the smallest"
    nearly = ", to nine digits" if closest.rounded else ""
    line(console, f"{near}{'' if closest.complete else ' of those that were found'}{nearly}:")
    console.print()
    package = [*closest.package.items()]
    grid(console, ("issue", "option"), package[:ISSUES])
    if len(package) > ISSUES:
        line(console, f"and {len(package) - ISSUES} more issues: --json has all.", "dim")
    grid(console, ("party", "worth", "no deal", "short by"), _shortfalls(found, closest), (1, 2, 3))
    line(console, CLOSEST_SCALES, "dim")


def _shortfalls(found: Solutions, closest: Closest) -> Iterator[list[str]]:
    digits = digits_of(found)
    rows = zip(found.scenario.parties, closest.utilities, found.scenario.no_deal, closest.shortfalls, strict=True)
    for party, worth, without, short in rows:
        yield [party, digits.told(worth), digits.told(without), digits.told(short) if short else "-"]
