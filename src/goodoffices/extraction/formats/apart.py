"""Reading in a process of its own, with a limit of time and memory, for formats in which a small file can take for ever.

The process is Python itself with this module; the file goes in and the text comes out through pipes, nothing by the disk.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial

from ...errors import DataError
from .content import Content, Guesses, refusal

SECONDS = 60.0
"""The time for one file."""
MEMORY = 2 * 1024 * 1024 * 1024
"""The memory for one file, in bytes, where the system can limit it (Linux)."""
# Only what is on our own path may be imported, never a module that lies in the user's current folder (-P).
_COMMAND = (sys.executable, "-P", "-c", f"from {__name__} import serve; serve()")
_SIMPLER = "a simpler or smaller file; save its text as .txt"


def apart(name: str, kind: str, raw: bytes, seconds: float | None = None) -> Content:
    """The content of a file, read by the reader of its kind in a process of its own; DataError as that reader raises it."""
    limit = SECONDS if seconds is None else seconds
    try:
        done = subprocess.run(
            [*_COMMAND, kind], input=raw, capture_output=True, timeout=limit, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise refusal(name, f"a file that takes longer than {limit:g} seconds to read", _SIMPLER) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:  # it was ended by the system: out of memory, or an error in a library
        raise refusal(name, "a file that makes its reader break down", _SIMPLER) from error
    if "found" in answer:
        raise refusal(name, answer["found"], answer["expected"])
    return Content(answer["text"], Guesses(**answer["guesses"]), tuple(answer["notes"]))


def _environment() -> dict[str, str]:
    path = os.pathsep.join(os.path.abspath(part) for part in sys.path if part)
    return {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "ignore"}


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
        answer = {"found": "a file that takes too much memory to read", "expected": _SIMPLER}
    json.dump(answer, answer_to)


def _reader(kind: str) -> Callable[[str, bytes], Content]:
    # Imported only here: each reader brings a library along, and two of them call `apart`.
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
