"""`goodoffices check`."""

from datetime import date
from pathlib import Path

import typer

from ..brief.english import counted
from ..case import due, fill_anchors, inspect
from ..case.held import held_problems, tables
from ..case.unfinished import is_unfinished
from ..documents import json_text
from ..errors import DataError, Problem
from .days import read_day
from .failures import problem_data, say, say_count, tell
from .many_alike import lines
from .readers import say_all_is_seen


def run(folder: Path, write: bool, originals: Path | None, as_of: str | None, whole: bool, as_json: bool) -> None:
    """Tell every problem, of many alike only some unless `whole`; exit with 1 where there is an error.

    With `write` the places of words are filled in first.
    """
    day = date.today() if as_of is None else read_day("--as-of", as_of)
    if is_unfinished(folder):
        expected = "it finished: run the same `goodoffices forget` again"
        raise DataError([Problem(str(folder), 0, 0, "a forgetting that was stopped before its end", expected)])
    case, problems = inspect(folder, originals)
    problems += due(folder, case.record, day) if case is not None else ()
    problems += held_problems(folder)
    errors = [p for p in problems if p.level == "error"]
    if errors:
        if as_json:
            tell(tuple(problems), as_json)
        else:
            _say_each(problems, whole)
            say_count(tuple(problems))
        raise typer.Exit(1)
    filled = fill_anchors(folder) if write else None
    if as_json:
        data: dict[str, object] = {
            "ok": True,
            "exercise": case is not None and case.talks.exercise,
            "problems": [problem_data(p) for p in problems],
        }
        typer.echo(json_text(data if filled is None else {**data, "filled": filled}))
        return
    _say_each(problems, whole)
    say_all_is_seen(case)
    if case is not None:
        record = case.record
        waiting = len(record.claims) - sum(c.counts for c in record.claims)
        parts = [counted(len(record.sources), "source"), counted(len(record.claims), "claim")]
        do = "does" if waiting == 1 else "do"
        parts[1] += f" ({waiting} of them {do} not count: proposed or rejected)" if waiting else ""
        parts.append(counted(len(case.talks.meetings), "meeting"))
        parts += [f"{counted(len(there), 'table')} held"] if (there := tables(folder)) else []
        say(f"{folder}: good: {', '.join(parts)}", err=False)
    if case is not None and case.originals:
        proved = sum(c.original is not None and c.source in case.originals for c in case.record.claims)
        typer.echo(f"{proved} claims proved against {counted(len(case.originals), 'original')}")
    if filled is not None:
        typer.echo(f"filled in where the words of {filled} claims stand")


def _say_each(problems: list[Problem], whole: bool) -> None:
    for line in lines(problems, whole):
        say(line)
