"""Reading in a process of its own, with a limit of time and memory, for formats in which a small file can take for ever.

The process is Python itself with the module `serving`; the file goes in and the text comes out through pipes, nothing by the disk.
"""

import json
import os
import subprocess
import sys

from .content import Content, Guesses, refusal

SECONDS = 60.0
"""The time for one file."""
MEMORY = 2 * 1024 * 1024 * 1024
"""The memory for one file, in bytes, where the system can limit it (Linux)."""
# Only what is on our own path may be imported, never a module that lies in the user's current folder (-P).
# It is named, not imported: the readers that it calls call this module.
_COMMAND = (sys.executable, "-P", "-c", f"from {__package__}.serving import serve; serve()")
SIMPLER = "a simpler or smaller file; save its text as .txt"
"""What to do about a file that cannot be read apart."""


def apart(name: str, kind: str, raw: bytes, seconds: float | None = None) -> Content:
    """The content of a file, read by the reader of its kind in a process of its own; DataError as that reader raises it."""
    limit = SECONDS if seconds is None else seconds
    try:
        done = subprocess.run(
            [*_COMMAND, kind], input=raw, capture_output=True, timeout=limit, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise refusal(name, f"a file that takes longer than {limit:g} seconds to read", SIMPLER) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:  # it was ended by the system: out of memory, or an error in a library
        raise refusal(name, "a file that makes its reader break down", SIMPLER) from error
    if "found" in answer:
        raise refusal(name, answer["found"], answer["expected"])
    return Content(answer["text"], Guesses(**answer["guesses"]), tuple(answer["notes"]))


def _environment() -> dict[str, str]:
    path = os.pathsep.join(os.path.abspath(part) for part in sys.path if part)
    return {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "ignore"}
