"""Errors as a person meets them: bad data exits with 1, wrong usage with 2, never a traceback."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ..errors import DataError, Problem, UsageError


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
        _drop_output()
        raise typer.Exit(1) from None
    except OSError as error:
        if error.errno not in _FULL:
            raise
        _drop_output()
        say(f"goodoffices: the output could not be written: {os.strerror(error.errno)}")
        raise typer.Exit(1) from None


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO})
"""What is wrong with where the output goes, not with the program: a full disk, a used-up quota, a broken device."""


@contextmanager
def no_traceback() -> Iterator[None]:
    """Tell what is no mistake of the program: too little memory, which may show anywhere, and output that nobody reads."""
    try:
        yield
    except (MemoryError, ImportError, OSError) as error:
        if isinstance(error, BrokenPipeError):
            _drop_output()
        elif isinstance(error, MemoryError) or _lack_of_memory(error):
            say("goodoffices: there is too little memory for this; allow it more (ulimit -v), or close other programs")
        else:
            raise
        sys.exit(1)


def _lack_of_memory(error: BaseException | None) -> bool:
    """Whether a library could not be loaded, or a process not started, for want of memory."""
    while error is not None:
        if isinstance(error, OSError) and error.errno == errno.ENOMEM:
            return True
        if any(words in str(error) for words in ("annot allocate memory", "failed to map segment", "out of memory")):
            return True
        error = error.__cause__ or error.__context__
    return False


def open_closed_streams() -> None:
    """Put an empty one in place of a standard stream that is closed: no file of ours takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # open as long as the process


def _drop_output() -> None:
    """Send what is still to be printed nowhere: Python would try once more at exit, and fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(problems: tuple[Problem, ...], as_json: bool) -> None:
    """Print problems: as JSON on the standard output, else a line each on the error output."""
    if as_json:
        from ..documents import json_text  # imports the reader of YAML, which bad data have been to already

        typer.echo(json_text({"ok": False, "problems": [problem_data(p) for p in problems]}))
        return
    for problem in problems:
        say(message(problem))
    errors = sum(p.level == "error" for p in problems)
    typer.echo(f"{errors} {'mistake' if errors == 1 else 'mistakes'}; nothing was written", err=True)


def say(text: str, *, err: bool = True) -> None:
    """Print a line; what it repeats of names and files never steers the terminal."""
    if not text.isprintable():
        from ..documents import visible  # imports the reader of YAML, which only a strange name needs

        text = visible(text)
    typer.echo(text, err=err)


def message(problem: Problem) -> str:
    """A problem as a line, its level in front where it is only a warning."""
    return f"{'warning: ' if problem.level == 'warning' else ''}{problem}"


def problem_data(problem: Problem) -> dict[str, object]:
    """A problem as JSON."""
    return {
        "level": problem.level, "file": problem.file, "line": problem.line, "column": problem.column,
        "found": problem.found, "expected": problem.expected, "nearest": problem.nearest,
    }  # fmt: skip
