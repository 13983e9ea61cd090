"""`goodoffices frontier`."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import typer
from rich.console import Console

from ..bargaining import Frontier, frontier
from ..bargaining.digits import Digits, told
from ..bargaining.pareto.data import data
from ..bargaining.pareto.page import in_all
from ..documents import json_text
from .console import standard_output
from .packages import grid, line, package
from .scenarios import say_whom, scenario_for
from .waiting import waiting

SHOWN, NAMED = 20, 12
"""The most packages that are printed, and issues of each."""
_STRONG = "at least as good as no deal for all, and no other such package is as good for all and better for one."
_NINE_DIGITS = (
    "! The numbers have too many digits for exact work on so many packages: one that is better by less than nine digits may be "
    "missing, or stand here beside a better one."
)


def run(
    paths: list[Path],
    no_deal: str,
    deadline: float,
    max_points: int,
    figure: Path | None,
    as_json: bool,
    reader: str = "team",
) -> None:
    """Print the packages that no other one dominates; write the figure that is asked for."""
    if figure is not None:
        from .drawing import refuse_others  # imports what draws

        refuse_others(figure)
    scenario, whom = scenario_for(reader, paths, no_deal, by_title=not as_json)
    end = monotonic() + deadline
    with waiting("The frontier", deadline, as_json):
        found = frontier(scenario, deadline, max_points)
        if figure is not None:
            # What the named packages need is given at least a second: without them the figure says little.
            _draw(figure, found, max(1.0, end - monotonic()))
    if as_json:
        for text in _json(whom | data(found, max_points)):
            typer.echo(text)
        return
    say_whom(whom)
    _print(found, standard_output())
    if figure is not None:
        typer.echo(f"\nWritten: {figure.resolve()}")


def _draw(figure: Path, found: Frontier, deadline: float) -> None:
    from ..bargaining import solve  # what only a figure needs
    from ..bargaining.figures import frontier_figure
    from .drawing import draw

    draw(figure, frontier_figure(found, solve(found.scenario, deadline)), f"The frontier of {found.scenario.name}")


def _json(whole: dict[str, Any]) -> Iterator[str]:
    """One object, its points a line each: the encoder of the standard library is fast only where it need not indent."""
    points = whole.pop("points")
    yield "{"
    yield from (f" {json_text(key)}: {json_text(value, indent=None)}," for key, value in whole.items())
    yield ' "points": ['
    yield ",\n".join(f"  {json_text(point, indent=None)}" for point in points)
    yield " ]"
    yield "}"


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
        known = "is at least as good as no deal for every party" if found.complete else "was found before the limit"
        nearly = "To nine digits, no" if found.rounded else "No"
        line(console, f"{nearly} package {known}. `goodoffices solve` names the one that comes closest.", "yellow")
    elif found.complete:
        many = "1 package is" if found.size == 1 else f"{found.size:,} packages are"
        line(console, f"{'To nine digits, ' if found.rounded else ''}{many} {_STRONG}")
        if found.nobody_gains:
            line(console, "Nobody can gain over no deal: each has just that.", "yellow")
        line(console, "Exact: none is missing." if found.exact else _NINE_DIGITS, "green" if found.exact else "yellow")
    elif found.bound is not None:
        worst = ", ".join(f"{p} {told(b)}" for p, b in zip(found.scenario.parties, found.bound, strict=True))
        line(
            console,
            f"{found.size:,} packages, each at least as good as no deal for all; none of them dominates another.",
        )
        text = "Not exact, for a limit ended the work. A package that is missing is better than one of these by at most"
        line(console, f"! {text}, for all at once: {worst}.", "yellow")
        if found.rounded:
            line(console, _NINE_DIGITS, "yellow")


def _print_packages(found: Frontier, console: Console) -> None:
    scenario, some = found.scenario, found.shown(SHOWN)
    alike = in_all([each.package for each in some])
    if alike:
        line(console, f"In all that are printed: {package(alike, most=3 * NAMED)}.")
    digits = Digits.shared(zip(*(each.utilities for each in some), scenario.no_deal, strict=True))
    rows, same = (
        [[*map(digits.told, scenario.no_deal), "(no deal)"]],
        "the same to nine digits" if found.rounded else "the same",
    )
    for each in some:
        more = f" (and {each.alike - 1:,} more worth {same})" if each.alike > 1 else ""
        rows.append([*map(digits.told, each.utilities), package(each.package, alike, NAMED) + more])
    console.print()
    grid(console, (*scenario.parties, "package"), rows, range(len(scenario.parties)))
    if len(some) < len(found.sums):
        line(console, f"{len(some):,} of {len(found.sums):,} are printed, spread evenly; --json has all.", "dim")
