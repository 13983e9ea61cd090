"""`goodoffices compare`."""

from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from ..brief import compare_data
from ..brief.context import Context
from ..brief.english import capital
from ..brief.questions import question
from ..brief.questions import told as told_by
from ..case import as_of, gravest, read_case
from ..documents import json_text, visible
from ..record import GRAVITY, Pair, Relation
from .console import standard_output
from .days import read_day

_STYLES = {Relation.CONTRADICTS: "bold red", Relation.DIFFERS_QUALIFIER: "yellow", Relation.LATER_REPORT: "yellow"}


def run(folder: Path, day: str | None, as_json: bool) -> None:
    """Print each slot with answers of two or more witnesses, the gravest first, then what only one source tells."""
    case = read_case(folder)
    if day is not None:
        case = as_of(case, read_day("--as-of", day))
    if as_json:
        typer.echo(json_text(compare_data(case.comparison)))
        return
    context, console = Context.of(case), standard_output()
    slots = case.comparison.slots
    for slot in sorted(slots, key=lambda s: GRAVITY.index(gravest([p.relation for p in slots[s]]))):
        console.print(
            Text(capital(visible(question(context, slot))), style="bold") + Text(f"  {visible(slot)}", style="dim")
        )
        for pair in slots[slot]:
            _print_pair(context, console, pair)
    if not slots:
        console.print("No two independent accounts answer the same question.")
    console.print()
    for source, claims in case.comparison.only.items():
        if claims:
            console.print(
                Text(f"Only {visible(context.phrases.publisher(source))} tells ({len(claims)})", style="bold")
            )
            for claim in claims:
                console.print(Text(visible(f"  {claim}  {context.phrases.says(case.claims[claim])}")))
    # A pair that stands in two slots is one pair, under its gravest relation: as the brief counts.
    _print_count(console, [relation for _, _, relation in case.comparison.pairs()])


def _print_pair(context: Context, console: Console, pair: Pair) -> None:
    console.print(Text(f"  {pair.relation.value.replace('_', ' ')}", style=_STYLES.get(pair.relation, "green")))
    for key in (pair.a, pair.b):
        console.print(Text(visible(f"    {key}  {told_by(context, key)}")))


def _print_count(console: Console, relations: list[Relation]) -> None:
    if not relations:
        return
    counted = {r: relations.count(r) for r in GRAVITY}
    console.print()
    console.print(
        Text(
            f"{len(relations)} pairs: " + ", ".join(f"{n} {r.value.replace('_', ' ')}" for r, n in counted.items() if n)
        )
    )
