"""The debriefing printed in a process of its own, under limits: what the seats of a day wrote decides how much it takes.

    pages = printed([table], "html", part=1, trainer=False)

1. HTML, and what a page of the room frames, comes in parts, which are as many as the day is long; a PDF is whole, or refused
   with what to do instead (DataError).
2. Where the process ends by its limits nothing else does.
"""

import atexit
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ...apart import Limits, Process, Processes, WorkError
from ...errors import DataError, Problem
from .table import HeldTable

Kind = Literal["pdf", "html", "screen"]
"""`screen`: the sections alone, for a page that has a frame of its own."""
LIMITS = Limits(120.0, 2 * 2**30)
"""For one file."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A part of the pages, as a file."""

    parts: int
    """How many there are."""
    data: bytes


class Printer(Process):
    """One process that prints."""

    serving, what, does = f"{__package__}.serving", "a day", "print"
    broken = "a day on which printing breaks down, most often for want of memory"


PRINTERS = Processes(Printer)
"""Those of this process, where nobody brings others."""
atexit.register(PRINTERS.stop)


def printed(
    tables: Sequence[HeldTable], kind: Kind, part: int = 1, *, trainer: bool = False, printers: Processes[Printer] = PRINTERS
) -> Printed:  # fmt: skip
    """The pages of these tables; DataError where they are too long. Of a part that there is not nothing but the number."""
    # This program's own objects go in; what comes out is bytes, for it was made of what others wrote.
    head, _, data = _asked(printers, pickle.dumps((tuple(tables), kind, part, trainer))).partition(b"\n")
    if head == b"refused":
        raise _too_long(data.decode())
    return Printed(int(head), data)


def _asked(printers: Processes[Printer], asked: bytes) -> bytes:
    with printers.borrowed() as printer:
        try:
            return printer.ask(asked, LIMITS)
        except WorkError as error:
            raise _too_long(str(error)) from None
        finally:
            printer.kill()  # not for the next: what it took stays with it


def _too_long(found: str) -> DataError:
    expected = (
        "less of it at once: the page (HTML), which comes in parts, or one table (`goodoffices debriefing --table N`)"
    )
    return DataError([Problem("the debriefing", 0, 0, found, expected)])
