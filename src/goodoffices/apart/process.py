"""One process that does a piece of work when it is asked, from outside.

1. It is Python itself with one module of this package. It does one piece of work after the other.
2. Work that takes longer than its limit, or more memory, or breaks down, is to end the process: WorkError, which says why.
3. It never outlives this one by more than a moment (`inside` tells how), also where this one is killed.
"""

import os
import subprocess
import sys
import time
from dataclasses import asdict
from multiprocessing.connection import Connection

from ..documents import json_text
from .limits import Limits

_LOOK = 0.05
"""Seconds between two looks at how much memory the process holds."""


class WorkError(Exception):
    """The work was not done; the text says what was found, as a problem tells it."""


class Process:
    """One process; `serving` is the module whose function `serve` runs in it.

    `what` is worked on, `does` is what is done with it, and `broken` is told where that breaks down.
    """

    serving = what = does = broken = ""

    def __init__(self) -> None:
        self._killed = False
        # Only what is on our own path may be imported, never a module that lies in the user's current folder (-P).
        # The module is named, not imported: what it imports takes time that this process need not spend.
        command = (sys.executable, "-P", "-c", f"from {self.serving} import serve; serve()")
        self._process = subprocess.Popen(  # noqa: S603  # this Python and this program, no shell, no word of a report
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to = Connection(os.dup(self._process.stdin.fileno()), readable=False)
        self._from = Connection(os.dup(self._process.stdout.fileno()), writable=False)
        self._process.stdin.close()
        self._process.stdout.close()

    def ask(self, asked: bytes, limits: Limits) -> bytes:
        """What is answered; where it raises WorkError, the process is to be ended."""
        try:
            self._to.send_bytes(json_text(asdict(limits), indent=None).encode() + b"\n" + asked)
            return self._answer(limits)
        except TimeoutError:
            found = f"{self.what} that takes longer than {limits.seconds:g} seconds to {self.does}"
        except MemoryError:
            found = f"{self.what} that takes more than {limits.memory / 2**30:.2g} GB of memory to {self.does}"
        except (EOFError, OSError):
            found = self.broken
        raise WorkError(found)

    def _answer(self, limits: Limits) -> bytes:
        end = time.monotonic() + limits.seconds
        while not self._from.poll(_LOOK):
            if time.monotonic() > end:
                raise TimeoutError
            self._within(limits)
        self._within(limits)  # also of work that was done before the first look
        return self._from.recv_bytes()

    def _within(self, limits: Limits) -> None:
        if self.resident() > limits.memory:
            raise MemoryError

    def resident(self) -> int:
        """The bytes of memory that it holds; 0 where that cannot be learnt."""
        return _resident(self._process.pid)

    @property
    def alive(self) -> bool:
        """Whether it can do another piece of work."""
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
