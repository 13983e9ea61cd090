"""Reports read and extracted in a process of its own, under a limit of time and of memory: one bad file ends that process, no more.

    read = READERS.read(Named("plain"), Given("report.pdf", raw))

1. The process is Python itself with the module `serving`. It takes one report after the other; the file goes in and the
   result comes out through pipes, nothing by the disk. What comes out is JSON, never an object: it was in touch with hostile data.
2. A report that takes longer than its limit, or more memory, ends the process, and is told with its name.
   The next one gets a new process.

How such a process is held in its limits, `goodoffices.apart` tells.
"""

import atexit
import pickle
from typing import TYPE_CHECKING

from ..apart import Limits, Process, Processes, WorkError
from ..errors import Problem, UsageError
from .coding import decoded
from .limits import LIMITS
from .read import SIMPLER, Given, ProgramFailure, Read, failed

if TYPE_CHECKING:
    from .extractors import Make


class Reader(Process):
    """One process that reads."""

    serving, what, does = f"{__package__}.serving", "a report", "read"
    broken = "a report that makes its reader break down"

    def read(self, make: "Make", given: Given, limits: Limits) -> Read:
        """Read one report; whatever becomes of the process, a result comes of it. After a refusal the process is gone."""
        try:
            answer = self.ask(pickle.dumps((make, given)), limits)
        except WorkError as error:
            self.kill()
            return failed(given, Problem(given.name, 0, 0, str(error), SIMPLER))
        return _result(answer)


class Readers(Processes[Reader]):
    """The processes of this one: each is lent to one report at a time, and kept for the next."""

    def __init__(self) -> None:
        super().__init__(Reader)

    def read(self, make: "Make", given: Given, limits: Limits | None = None) -> Read:
        """Read a report under limits and extract from it; in whatever thread.

        Raises UsageError where the extractor cannot work at all.
        """
        with self.borrowed() as reader:
            return reader.read(make, given, limits or _limits(make))


def _limits(make: "Make") -> Limits:
    found = getattr(make, "limits", LIMITS)
    return found if isinstance(found, Limits) else LIMITS


READERS = Readers()
"""Those of this process."""
atexit.register(READERS.stop)


def _result(answer: bytes) -> Read:
    kind, _, body = answer.partition(b"\n")
    if kind == b"usage":
        raise UsageError(body.decode())
    if kind == b"failure":
        raise ProgramFailure(body.decode())
    return decoded(body)
