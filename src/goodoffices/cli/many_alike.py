"""What `check` tells, as lines: of many warnings of one kind the first, and what was decided on purpose in one line."""

from collections.abc import Iterator, Sequence

from ..errors import Problem
from .failures import message

MOST = 3
"""How many warnings of one kind are told one by one."""
READ_MORE = "docs/how-to/debrief-an-exercise.md, The day as a case"


def lines(problems: Sequence[Problem], whole: bool) -> Iterator[str]:
    """Each problem as a line; those of one kind below each other where the first of them stands, and of a note the number alone.

    With `whole` nothing is left out, and all is in the order of the places.
    """
    if whole:
        yield from map(message, problems)
        return
    warned: dict[str, list[Problem]] = {}
    for one in problems:
        if one.level == "warning":
            warned.setdefault(one.kind, []).append(one)
    for one in problems:
        if one.level == "error" or not one.kind:
            yield message(one)
        elif one.level == "warning":
            yield from _alike(one.kind, warned.pop(one.kind, []))
    yield from _decided([one for one in problems if one.level == "note"])


def _alike(kind: str, alike: list[Problem]) -> Iterator[str]:
    few = alike if len(alike) == MOST + 1 else alike[:MOST]  # a line for one more is no shorter than that one
    yield from map(message, few)
    if more := len(alike) - len(few):
        yield f"warning: and {more} more of this kind ({kind}): --all shows them"


def _decided(notes: list[Problem]) -> Iterator[str]:
    kinds = dict.fromkeys(one.kind for one in notes)
    told = ", ".join(f"{sum(one.kind == kind for one in notes)} {kind}" for kind in kinds)
    if told:
        yield f"note: {told}, as the export of the talks decided by who sat where: --all shows each ({READ_MORE})"
