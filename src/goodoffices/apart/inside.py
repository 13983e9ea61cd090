"""The other side: what runs in the process of its own, until there is nothing more to do.

It ends when its parent is gone: at once where it waits for the next piece of work; within a second where it works, for a thread
of its own looks; and where a library holds that thread up, by an alarm of the system soon after the time for the work is over.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Literal

from .limits import Limits

Kept = Literal["reserved", "written"]
"""What the system itself limits: all that is reserved, or, of libraries that reserve without end, what can be written to."""

_LATER = 5.0
"""Seconds by which the system's alarm comes later than the parent's own end of the time."""
_SPACE = 2
"""How many times the resident memory may be reserved: libraries reserve much that they never touch."""


def serve(answer: Callable[[bytes], bytes], kept: Kept = "reserved") -> None:
    """Take work from the standard input, and write what becomes of each piece to the standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all processes of a terminal; the parent ends this one
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    given, answers = _pipes()
    while True:
        try:
            head, _, asked = given.recv_bytes().partition(b"\n")
        except (EOFError, OSError):
            return
        _limit(Limits(**json.loads(head)), kept)
        try:
            found = answer(asked)
        finally:
            _alarm(0)
        answers.send_bytes(found)


def _pipes() -> tuple[Connection, Connection]:
    """The pipes, apart from the standard streams: what a library prints must not stand in an answer."""
    given, answers = Connection(os.dup(0), writable=False), Connection(os.dup(1), readable=False)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    return given, answers


def _limit(limits: Limits, kept: Kept) -> None:
    """Let the system keep the limits, too, should nobody watch."""
    _alarm(limits.seconds + _LATER)
    if sys.platform == "linux":  # macOS takes the call and does nothing with it
        import resource

        what = resource.RLIMIT_AS if kept == "reserved" else resource.RLIMIT_DATA
        most = _SPACE * limits.memory
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, hard))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)  # what it does where nobody handles it: it ends the process


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
