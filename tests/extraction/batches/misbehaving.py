"""Extractors that do what a hostile report may make one do; each is made in whatever process reads."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.errors import DataError, Problem, UsageError
from goodoffices.extraction.limits import Limits
from goodoffices.extraction.proposal import Text
from goodoffices.record import Claim

GOOD = "A good report.\n"


class Misbehaving:
    """Does what the first word of the report says."""

    name, version = "misbehaving", "1"

    def propose(self, text: Text) -> Sequence[Claim]:
        word, *rest = text.text.split()
        getattr(self, word.lower(), lambda *_: None)(*rest)
        return ()

    def sleep(self, seconds: str = "1000") -> None:
        time.sleep(float(seconds))

    def search(self) -> None:
        """Hold Python's lock for hours, as a pattern can."""
        import re

        re.fullmatch(r"(a|a|b?)*c", "a" * 1000)

    def take(self, megabytes: str) -> None:
        held = []
        for _ in range(int(megabytes)):
            held.append(b"\1" * 2**20)
            time.sleep(0.001)

    def reserve(self, gigabytes: str) -> None:
        bytearray(int(gigabytes) * 2**30)

    def die(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def leave(self) -> None:
        sys.exit(0)

    def crash(self) -> None:
        import ctypes

        ctypes.string_at(0)

    def raise_(self) -> None:
        raise ZeroDivisionError("words of the report")

    def dig(self) -> None:
        self.dig()

    def refuse(self) -> None:
        raise DataError([Problem("there", 3, 4, "this", "that", "these")])

    def misuse(self) -> None:
        raise UsageError("no address is named")

    def print(self) -> None:
        print("noise" * 1000, flush=True)
        os.write(1, b"noise" * 1000)
        os.write(2, b"noise" * 1000)

    def ask(self) -> None:
        assert sys.stdin.read() == ""


ROOMY = Limits(30.0, 2**31)


@dataclass(frozen=True)
class Make:
    """Makes it, with a limit."""

    limits: Limits = ROOMY

    def __call__(self) -> Misbehaving:
        return Misbehaving()
