"""The other side of `apart`: what runs in the process of its own."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial

from ...errors import DataError
from .apart import MEMORY, SECONDS, SIMPLER
from .content import Content


def serve() -> None:
    """Read the file on the standard input as the kind named by the last argument, and write what it holds as JSON."""
    _limit()
    # What a library prints must not stand in the answer.
    answer_to, sys.stdout = sys.stdout, sys.stderr
    try:
        answer = asdict(_reader(sys.argv[-1])("", sys.stdin.buffer.read()))
    except DataError as error:
        answer = {"found": error.problems[0].found, "expected": error.problems[0].expected}
    except (MemoryError, RecursionError):
        answer = {"found": "a file that takes too much memory to read", "expected": SIMPLER}
    json.dump(answer, answer_to)


def _reader(kind: str) -> Callable[[str, bytes], Content]:
    # Imported only here: each reader brings a library along.
    if kind == "pdf":
        from .pdf import read_pdf

        return read_pdf
    if kind == "word":
        from .word import read_word

        return partial(read_word, here=True)
    if kind == "mail":
        from .mail import read_mail

        return read_mail
    from .html import read_html

    return partial(read_html, here=True)


def _limit() -> None:
    try:
        import resource  # there is none on Windows
    except ImportError:
        return
    if sys.platform == "linux":  # macOS takes the call and does nothing with it
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        # For the case that whoever waits for the answer is gone.
        resource.setrlimit(resource.RLIMIT_CPU, (int(2 * SECONDS), int(2 * SECONDS) + 1))
        most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
