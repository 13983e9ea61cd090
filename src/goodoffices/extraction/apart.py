"""Reports read and extracted in a process of its own, under a limit of time and of memory: one bad file ends that process, no more.

    read = READERS.read(Named("plain"), Given("report.pdf", raw))

1. The process is Python itself with the module `serving`. It takes one report after the other; the file goes in and the
   result comes out through pipes, nothing by the disk. What comes out is JSON, never an object: it was in touch with hostile data.
2. A report that takes longer than its limit, or more memory, ends the process, and is told with its name.
   The next one gets a new process.
3. The process never outlives this one by more than a moment (`serving` tells how), also where this one is killed.
"""

import atexit
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from ..errors import Problem, UsageError
from .coding import decoded
from .limits import LIMITS, Limits
from .read import SIMPLER, Given, ProgramFailure, Read, failed

if TYPE_CHECKING:
    from .extractors import Make

# Only what is on our own path may be imported, never a module that lies in the user's current folder (-P).
# It is named, not imported: what it imports takes time that this process need not spend.
_COMMAND = (sys.executable, "-P", "-c", f"from {__package__}.serving import serve; serve()")
_LOOK = 0.05
"""Seconds between two looks at how much memory the process holds."""


class Reader:
    """One process that reads."""

    def __init__(self) -> None:
        self._killed = False
        self._process = subprocess.Popen(  # noqa: S603  # this Python and this program, no shell, no word of a report
            _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to = Connection(os.dup(self._process.stdin.fileno()), readable=False)
        self._from = Connection(os.dup(self._process.stdout.fileno()), writable=False)
        self._process.stdin.close()
        self._process.stdout.close()

    def read(self, make: "Make", given: Given, limits: Limits) -> Read:
        """Read one report; whatever becomes of the process, a result comes of it. After a refusal the process is gone."""
        try:
            self._to.send_bytes(pickle.dumps((make, given, limits)))
            answer = self._answer(limits)
        except TimeoutError:
            found = f"a report that takes longer than {limits.seconds:g} seconds to read"
        except MemoryError:
            found = f"a report that takes more than {limits.memory / 2**30:.2g} GB of memory to read"
        except (EOFError, OSError):
            found = "a report that makes its reader break down"
        else:
            return _result(answer)
        self.kill()
        return failed(given, Problem(given.name, 0, 0, found, SIMPLER))

    def _answer(self, limits: Limits) -> bytes:
        end = time.monotonic() + limits.seconds
        while not self._from.poll(_LOOK):
            if time.monotonic() > end:
                raise TimeoutError
            if _resident(self._process.pid) > limits.memory:
                raise MemoryError
        return self._from.recv_bytes()

    @property
    def alive(self) -> bool:
        """Whether it can read another report."""
        return not self._killed and self._process.poll() is None

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self._killed = True
        self._process.kill()

    def end(self) -> None:
        """End the process, and let go of it."""
        self.kill()
        self._process.wait()
        self._to.close()
        self._from.close()


class Readers:
    """The processes of this one: each is lent to one report at a time, and kept for the next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Reader] = []
        self._lent: set[Reader] = set()
        self._stopped = False

    def read(self, make: "Make", given: Given, limits: Limits | None = None) -> Read:
        """Read a report under limits and extract from it; in whatever thread.

        Raises UsageError where the extractor cannot work at all.
        """
        with self._borrowed() as reader:
            return reader.read(make, given, limits or _limits(make))

    @contextmanager
    def _borrowed(self) -> Iterator[Reader]:
        with self._lock:
            if self._stopped:
                raise RuntimeError("the work was stopped")
            reader = self._idle.pop() if self._idle else Reader()
            self._lent.add(reader)
        whole = False
        try:
            yield reader
            whole = True
        finally:
            with self._lock:
                self._lent.discard(reader)
                if whole and reader.alive and not self._stopped:
                    self._idle.append(reader)
                else:  # it was stopped in the middle: what it would say next is no answer to the next report
                    reader.end()

    def stop(self) -> None:
        """End all processes at once; threads that still want one get none."""
        with self._lock:
            self._stopped = True
            idle, lent = [*self._idle], [*self._lent]
            self._idle.clear()
        for reader in lent:
            reader.kill()  # whoever waits for it ends it
        for reader in idle:
            reader.end()

    def resume(self) -> None:
        """Take reports again."""
        self._stopped = False


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


def _environment() -> dict[str, str]:
    path = os.pathsep.join(os.path.abspath(part) for part in sys.path if part)
    return {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "ignore"}


def _resident(process: int) -> int:
    """The bytes of memory that a process holds; 0 where that cannot be learnt."""
    try:
        with open(f"/proc/{process}/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return _resident_as_ps_tells(process)


def _resident_as_ps_tells(process: int) -> int:
    """On macOS, which has no /proc."""
    try:
        told = subprocess.run(  # noqa: S603  # a fixed program, and a number
            ["/bin/ps", "-o", "rss=", "-p", str(process)], capture_output=True, check=False, timeout=5
        )
        return int(told.stdout) * 1024
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return 0
