"""`goodoffices frontier`."""

from fractions import Fraction
from pathlib import Path
from time import monotonic

import typer
from rich.console import Console

from ..bargaining import Frontier, frontier, solve
from ..bargaining.digits import Digits
from ..bargaining.figures import frontier_figure
from ..bargaining.pareto.data import data
from ..bargaining.pareto.page import in_all
from ..brief.terminal import console as standard_output
from ..documents import json_text
from .drawing import draw, refuse_others
from .packages import grid, line, package
from .scenarios import scenario_of
from .waiting import waiting

SHOWN, NAMED = 20, 12
"""The most packages that are printed, and issues of each."""


def run(paths: list[Path], no_deal: str, deadline: float, max_points: int, figure: Path | None, as_json: bool) -> None:
    """Print the packages that no other package beats for all parties at once; write the figure that is asked for."""
    refuse_others(figure)
    scenario, end = scenario_of(paths, no_deal, by_title=not as_json), monotonic() + deadline
    with waiting("The frontier", deadline, as_json):
        found = frontier(scenario, deadline, max_points)
        if figure is not None:
            # What the named packages need is given at least a second: without them the figure says little.
            named = solve(scenario, max(1.0, end - monotonic()))
            draw(figure, frontier_figure(found, named), f"The frontier of {scenario.name}")
    if as_json:
        typer.echo(json_text(data(found, max_points)))
        return
    _print(found, standard_output())
    if figure is not None:
        typer.echo(f"\nWritten: {figure.resolve()}")


def _print(found: Frontier, console: Console) -> None:
    scenario = found.scenario
    line(console, f"The frontier of {scenario.name}", "bold")
    line(console, f"{scenario.packages:,} packages; parties: {', '.join(scenario.parties)}.", "dim")
    _print_proof(found, console)
    if found.size:
        _print_packages(found, console)


def _print_proof(found: Frontier, console: Console) -> None:
    """How many there are, and whether any may be missing."""
    if not found.size:
        known = "is at least as good as no deal for every party" if found.exact else "was found before the limit"
        line(console, f"No package {known}. `goodoffices solve` names the one that comes closest.", "yellow")
        return
    if found.exact:
        many = "1 package is" if found.size == 1 else f"{found.size:,} packages are"
        line(
            console,
            f"{many} at least as good as no deal for all, and no other such package beats them for all at once.",
        )
        line(console, "Exact: none is missing.", "green")
    elif found.bound is not None:
        worst = ", ".join(
            f"{p} {Digits.of([b]).told(b)}" for p, b in zip(found.scenario.parties, found.bound, strict=True)
        )
        line(console, f"{found.size:,} packages, each at least as good as no deal for all; none of them beats another.")
        text = "Not exact, for a limit ended the work. A package that is missing is better than one of these by at most"
        line(console, f"! {text}, for all at once: {worst}.", "yellow")


def _print_packages(found: Frontier, console: Console) -> None:
    scenario, some = found.scenario, found.shown(SHOWN)
    alike = in_all([each.point.package for each in some])
    if alike:
        line(console, f"In all that are printed: {package(alike, most=3 * NAMED)}.")
    without = tuple(u.no_deal or Fraction() for u in scenario.utilities.values())
    columns = zip(*(each.point.utilities for each in some), without, strict=True)
    digits = [Digits.of(column) for column in columns]
    rows = [[*(d.told(u) for d, u in zip(digits, without, strict=True)), "(no deal)"]]
    for each in some:
        more = f" (and {each.alike - 1:,} more worth the same)" if each.alike > 1 else ""
        numbers = (d.told(u) for d, u in zip(digits, each.point.utilities, strict=True))
        rows.append([*numbers, package(each.point.package, alike, NAMED) + more])
    console.print()
    grid(console, (*scenario.parties, "package"), rows, range(len(scenario.parties)))
    if len(some) < len(found.sums):
        line(console, f"{len(some):,} of {len(found.sums):,} are printed, spread evenly; --json has all.", "dim")
