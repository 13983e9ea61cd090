"""The other side of `apart`: what runs in the process of its own, until there is nothing more to read.

It ends when its parent is gone: at once where it waits for the next report; within a second where it works, for a thread of
its own looks; and where a library holds that thread up, by an alarm of the system soon after the time for the report is over.
"""

import os
import pickle
import signal
import sys
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection

from ..errors import UsageError
from .coding import encoded
from .extractors import extractor_of
from .limits import Limits
from .read import ProgramFailure, read_one

_LATER = 5.0
"""Seconds by which the system's alarm comes later than the parent's own end of the time."""
_SPACE = 2
"""How many times the resident memory may be reserved: libraries reserve much that they never touch."""


def serve() -> None:
    """Read reports from the standard input, and write what becomes of each to the standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all processes of a terminal; the parent ends this one
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    given, answers = _pipes()
    while True:
        try:
            asked = given.recv_bytes()
        except (EOFError, OSError):
            return
        answers.send_bytes(_answer(asked))


def _pipes() -> tuple[Connection, Connection]:
    """The pipes, apart from the standard streams: what a library prints must not stand in an answer."""
    given, answers = Connection(os.dup(0), writable=False), Connection(os.dup(1), readable=False)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    return given, answers


def _answer(asked: bytes) -> bytes:
    # The parent's own object, made in the same program: nothing of a report is unpickled.
    make, given, limits = pickle.loads(asked)  # noqa: S301
    _limit(limits)
    try:
        return b"read\n" + encoded(read_one(extractor_of(make), given))
    except UsageError as error:
        return b"usage\n" + str(error).encode()
    except ProgramFailure as error:
        return b"failure\n" + str(error).encode(errors="replace")
    finally:
        _alarm(0)


def _limit(limits: Limits) -> None:
    """Let the system keep the limits, too, should nobody watch."""
    _alarm(limits.seconds + _LATER)
    if sys.platform == "linux":  # macOS takes the call and does nothing with it
        import resource

        most = _SPACE * limits.memory
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)  # what it does where nobody handles it: it ends the process


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
