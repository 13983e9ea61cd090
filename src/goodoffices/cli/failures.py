"""Errors as a person meets them: bad data exits with 1, wrong usage with 2, never a traceback."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ..errors import DataError, Problem, UsageError
from ..streams import drop_output


@contextmanager
def told(as_json: bool = False) -> Iterator[None]:
    """Turn the package's errors into messages and exit codes."""
    try:
        yield
    except DataError as error:
        tell(error.problems, as_json)
        raise typer.Exit(1) from None
    except UsageError as error:
        say(f"goodoffices: {error}")
        raise typer.Exit(2) from None
    except BrokenPipeError:
        # The reader of our output went away (`| head`); nothing more can be said.
        drop_output()
        raise typer.Exit(1) from None
    except OSError as error:
        if error.errno not in _FULL:
            raise
        drop_output()
        say(f"goodoffices: the output could not be written: {os.strerror(error.errno)}")
        raise typer.Exit(1) from None


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO})
"""What is wrong with where the output goes, not with the program: a full disk, a used-up quota, a broken device."""


def tell(problems: tuple[Problem, ...], as_json: bool) -> None:
    """Print problems: as JSON on the standard output, else a line each on the error output."""
    if as_json:
        from ..documents import json_text  # imports the reader of YAML, which bad data have been to already

        typer.echo(json_text({"ok": False, "problems": [problem_data(p) for p in problems]}))
        return
    for problem in problems:
        say(message(problem))
    say_count(problems)


def say_count(problems: tuple[Problem, ...]) -> None:
    """Print how many mistakes there are, and that they kept the command from writing anything."""
    errors = sum(p.level == "error" for p in problems)
    typer.echo(f"{errors} {'mistake' if errors == 1 else 'mistakes'}; nothing was written", err=True)


def say(text: str, *, err: bool = True) -> None:
    """Print a line; what it repeats of names and files never steers the terminal."""
    if not text.isprintable():
        from ..documents import visible  # imports the reader of YAML, which only a strange name needs

        text = visible(text)
    typer.echo(text, err=err)


def message(problem: Problem) -> str:
    """A problem as a line, its level in front where it is no mistake."""
    return f"{'' if problem.level == 'error' else f'{problem.level}: '}{problem}"


def problem_data(problem: Problem) -> dict[str, object]:
    """A problem as JSON."""
    return {
        "level": problem.level, "file": problem.file, "line": problem.line, "column": problem.column,
        "found": problem.found, "expected": problem.expected, "nearest": problem.nearest, "kind": problem.kind or None,
    }  # fmt: skip
