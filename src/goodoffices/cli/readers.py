"""For whom something is made (`--for`), and what a command says that sees all of a case."""

from typing import Any

from ..case import Case, for_whom, is_public, known_readers, label, seen
from ..case.rights import allows
from ..documents import visible
from ..errors import UsageError
from ..talks import MARK
from .days import read_day
from .failures import say


def seen_by(case: Case, reader: str, day: str | None = None) -> Case:
    """The case as of a day (`--as-of`) and as a reader may see it (`--for`)."""
    require_reader(case, reader)
    return seen(case, read_day("--as-of", day) if day is not None else None, reader)


def require_reader(case: Case, reader: str) -> None:
    """UsageError where the case knows no such reader, or nothing of it is for him."""
    known = known_readers(case.talks)
    if reader not in known:
        raise UsageError(f"--for: found '{visible(reader)}', expected one of {', '.join(known)}")
    if not allows(case.talks.readers, reader):
        readers = ", ".join(case.talks.readers)
        raise UsageError(
            f"--for: found '{reader}', expected one of {readers}: `readers` of talks.yaml says so of the whole case"
        )


def whom(case: Case) -> dict[str, Any]:
    """Whether it is an exercise, and for whom the output is, as JSON says it."""
    return {"exercise": case.talks.exercise, "for": for_whom(case) or None, "stamp": case.talks.stamp}


def marked(case: Case) -> str:
    """What begins a title: that it is an exercise."""
    return f"{MARK}. " if case.talks.exercise else ""


def say_label(case: Case) -> None:
    """Print for whom what follows is, and that it is an exercise."""
    if line := label(case):
        say(line, err=False)


def say_all_is_seen(case: Case | None) -> None:
    """Say that it is an exercise, and that what follows shows all of the case, where not all of it is for everybody."""
    if case is not None and case.talks.exercise:
        say(MARK, err=False)
    if case is not None and not is_public(case):
        say("This shows all of the case, also what is not for everybody: for the team only.")
