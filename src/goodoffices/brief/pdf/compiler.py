"""Typst, shut in: it reads this folder alone, has our fonts alone, is told no day, and writes nothing but what it returns.

It works in a process of its own, under limits: what it takes grows with what it is given, and some of that others wrote. A text
that is too long for a PDF is told so (DataError), and ends that process alone.
"""

import atexit
import base64
import json
from pathlib import Path
from typing import Any

from ...apart import Limits, Process, Processes, WorkError
from ...documents import json_text
from ...errors import DataError, Problem

HOME = Path(__file__).parent
TEMPLATE = HOME / "brief.typ"
"""A whole brief."""
LIMITS = Limits(180.0, 3 * 2**30)
"""For one layout of one file: about a thousand pages."""
_KEEP = 512 * 2**20
"""Bytes of memory above which a process is not used again: Typst remembers every layout."""
SHORTER = "less at once: one table, or the same as HTML (.html), which takes any length"


class SetterError(RuntimeError):
    """The template fails: a mistake of the program."""


class Setter(Process):
    """One process that sets pages."""

    serving, what, does = f"{__package__}.serving", "a text", "set as pages"
    broken = "a text on which setting its pages breaks down, most often for want of memory"

    def set(self, asked: bytes) -> bytes:
        """The answer to a question; DataError where it takes too much."""
        try:
            answer = self.ask(asked, LIMITS)
        except WorkError as error:
            raise too_long(str(error)) from None
        if self.resident() > _KEEP:
            self.kill()
        return answer


def too_long(found: str) -> DataError:
    """What is told of a text that is too long for a PDF."""
    return DataError([Problem("PDF", 0, 0, found, SHORTER)])


SETTERS = Processes(Setter)
"""Those of this process."""
atexit.register(SETTERS.stop)


def compiled(source: Path, inputs: dict[str, str]) -> bytes:
    """The PDF of a template; `inputs` are its data."""
    return base64.b64decode(_asked("compiled", source, inputs))


def pictured(source: Path, inputs: dict[str, str], ppi: float) -> list[bytes]:
    """The pages of a template as PNGs, with so many dots an inch."""
    return [base64.b64decode(page) for page in _asked("pictured", source, inputs, ppi=ppi)]


def told(source: Path, label: str, inputs: dict[str, str]) -> Any:
    """What a template says of itself under a label."""
    return _asked("told", source, inputs, label=label)


def told_all(source: Path, label: str, inputs: dict[str, str]) -> Any:
    """All that a template says of itself under a label, in the order of its pages."""
    return _asked("told_all", source, inputs, label=label)


def _asked(what: str, source: Path, inputs: dict[str, str], **more: Any) -> Any:
    asked = json_text({"what": what, "source": str(source), "inputs": inputs, **more}, indent=None).encode()
    with SETTERS.borrowed() as setter:
        answer = json.loads(setter.set(asked))
    if "failed" in answer:
        raise SetterError(answer["failed"])
    return answer["found"]
