"""`goodoffices agreement`."""

from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..brief.english import counted
from ..case import read_case
from ..case.agreement import Agreement, Differing, agreement
from ..case.decisions import FOLDER, read_decisions
from ..documents import json_text, visible
from ..errors import DataError, Problem
from ..record.decisions import OneDecision
from ..record.reliability import Reliability
from ..talks import MARK
from .console import standard_output
from .failures import say

LONGEST = 100
"""Characters of a claim's words that are shown."""


def run(folder: Path, seed: int, as_json: bool) -> None:
    """Print how far readers agree, by type and in all, and the claims on which they do not."""
    case = read_case(folder)
    readers = read_decisions(folder, case.record)
    if len(readers) < 2:
        names = ", ".join(one.by for one in readers) or "nobody"
        found = f"decisions of {names} alone" if readers else "nobody's decisions"
        expected = f"those of two readers: `goodoffices mark {folder} --as NAME --blind` for each"
        raise DataError([Problem(str(folder / FOLDER), 0, 0, found, expected)])
    found_ = agreement(case.record, readers, seed)
    if as_json:
        print_json(found_, exercise=case.talks.exercise)
        return
    if case.talks.exercise:
        say(MARK, err=False)
    console = standard_output()
    _print_readers(found_, console)
    _print_table(found_, console)
    _print_differing(found_, console)


def _print_readers(found: Agreement, console: Console) -> None:
    rows = zip(found.readers, found.decided, found.added, strict=True)
    for name, decided, added in rows:
        more = f", and recorded {counted(added, 'claim')} that the record does not have" if added else ""
        console.print(Text(f"{visible(name)} decided on {counted(decided, 'claim')}{more}."))
    console.print()


def _print_table(found: Agreement, console: Console) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("type", "claims", "agree", "alpha", "95 % interval"):
        table.add_column(head, justify="left" if head == "type" else "right")
    for name, one in found.by_type.items():
        table.add_row(name.replace("_", " "), *_cells(one))
    table.add_row(*(Text(cell, style="bold") for cell in ("all", *_cells(found.whole))))
    console.print(table)
    console.print()
    console.print(
        Text(
            "Alpha: 1 where all agree, 0 where they agree as often as chance would have it; - where all decided alike."
        )
    )


def _cells(one: Reliability) -> tuple[str, str, str, str]:
    share = "-" if one.agreement is None else f"{100 * one.agreement:.0f} %"
    alpha = "-" if one.alpha is None else f"{one.alpha:.2f}"
    interval = "-" if one.interval is None else f"{one.interval[0]:.2f} to {one.interval[1]:.2f}"
    return str(one.items), share, alpha, interval


def _print_differing(found: Agreement, console: Console) -> None:
    console.print()
    if not found.differing:
        console.print(Text("They differ on none of the claims on which two of them decided."))
        return
    console.print(Text(f"They differ on {counted(len(found.differing), 'claim')}:", style="bold"))
    for one in found.differing:
        told = "; ".join(_told(name, d) for name, d in zip(found.readers, one.decisions, strict=True) if d is not None)
        console.print(Text(f"  {visible(one.claim.id)}  {visible(told)}"))
        console.print(Text(f"      {_words(one)}", style="dim"))


def _told(name: str, decision: OneDecision) -> str:
    values = ", ".join(f"{key}: {_value(value)}" for key, value in decision.values.items())
    return f"{name}: {decision.status}" + (f" ({values})" if values else "")


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _words(one: Differing) -> str:
    words = visible(" ".join(one.claim.words.split()))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def print_json(found: Agreement, *, exercise: bool = False) -> None:
    """Print it for programs."""
    readers = [
        {"name": name, "decided": decided, "added": added}
        for name, decided, added in zip(found.readers, found.decided, found.added, strict=True)
    ]
    differing = [
        {
            "claim": one.claim.id,
            "type": one.claim.type,
            "decisions": [
                {"reader": name, "status": d.status, "values": {k: _plain(v) for k, v in d.values.items()}}
                for name, d in zip(found.readers, one.decisions, strict=True)
                if d is not None
            ],
        }
        for one in found.differing
    ]
    by_type = [{"type": name, **_data(one)} for name, one in found.by_type.items()]
    typer.echo(
        json_text(
            {
                "exercise": exercise,
                "readers": readers,
                "seed": found.seed,
                "all": _data(found.whole),
                "by_type": by_type,
                "differing": differing,
            }
        )
    )


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _data(one: Reliability) -> dict[str, object]:
    return {
        "claims": one.items, "decisions": one.decisions, "agreement": one.agreement, "alpha": one.alpha,
        "interval": list(one.interval) if one.interval is not None else None,
    }  # fmt: skip
