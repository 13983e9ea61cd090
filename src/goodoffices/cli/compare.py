"""`goodoffices compare`."""

from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from ..accounts import as_data
from ..brief import compare_data
from ..brief.context import Context
from ..brief.english import capital
from ..brief.questions import question
from ..brief.questions import told as told_by
from ..case import TEAM, gravest, passages, read_case
from ..documents import json_text, shown, visible
from ..errors import UsageError
from ..extraction.extractors import Named
from ..record import GRAVITY, Pair, Relation
from .console import standard_output
from .readers import say_label, seen_by, whom
from .side_by_side import files, limits, show
from .together import together

_STYLES = {Relation.CONTRADICTS: "bold red", Relation.DIFFERS_QUALIFIER: "yellow", Relation.LATER_REPORT: "yellow"}


def run(paths: list[Path], day: str | None, as_json: bool, reader: str = TEAM, extractor: str = "plain") -> None:
    """Compare the accounts of a case, or the texts of two or more reports."""
    make = Named(extractor)
    if len(paths) == 1 and not paths[0].is_file():
        whole = make.name == "plain" or together(paths[0])
        _case(paths[0], day, as_json, reader)
        if not whole:
            raise typer.Exit(1)
        return
    if len(paths) == 1:
        raise UsageError(f"compare: found one report, {shown(paths[0])}, expected a case folder or two or more reports")
    if day is not None:
        raise UsageError("--as-of: found reports, expected a case; reports are compared as they are")
    if reader != TEAM:
        raise UsageError("--for: found reports, expected a case; who may read a report is said in a case")
    if folder := next((path for path in paths if path.is_dir()), None):
        raise UsageError(
            f"compare: found the folder {shown(folder)} among others, expected one case or two or more reports"
        )
    files(paths, as_json, make)


def _case(folder: Path, day: str | None, as_json: bool, reader: str) -> None:
    """Print each slot with answers of two or more witnesses, the gravest first, then what only one source tells, then passages."""
    case = seen_by(read_case(folder), reader, day)
    if as_json:
        typer.echo(json_text(whom(case) | compare_data(case.comparison) | {"passages": as_data(passages(case))}))
        return
    say_label(case)
    context, console = Context.of(case), standard_output()
    slots, waiting = case.comparison.slots, sum(claim.status == "proposed" for claim in case.record.claims)
    for slot in sorted(slots, key=lambda s: GRAVITY.index(gravest([p.relation for p in slots[s]]))):
        console.print(
            Text(capital(visible(question(context, slot))), style="bold") + Text(f"  {visible(slot)}", style="dim")
        )
        for pair in slots[slot]:
            _print_pair(context, console, pair)
    if not slots:
        console.print(_nothing(waiting))
    console.print()
    for source, claims in case.comparison.only.items():
        if claims:
            name = visible(context.phrases.publisher(source))
            console.print(
                Text(f"{'Of what is accepted, only' if waiting else 'Only'} {name} tells ({len(claims)})", style="bold")
            )
            for claim in claims:
                console.print(Text(visible(f"  {claim}  {context.phrases.says(case.claims[claim])}")))
    # A pair that stands in two slots is one pair, under its gravest relation: as the brief counts.
    _print_count(console, [relation for _, _, relation in case.comparison.pairs()])
    found = passages(case)
    if len(found.sources) > 1:
        console.print()
        show(console, found, {key: context.phrases.publisher(key) for key in found.sources}, limits(case))


def _nothing(waiting: int) -> str:
    """That nothing is compared, and why: what only waits for a person is not said to be missing."""
    if waiting:
        return f"Nothing accepted is told by two independent accounts; {waiting} proposed, and not compared until accepted."
    return "No two independent accounts answer the same question."


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
