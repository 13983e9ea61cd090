"""The extractors by name, made where they are needed: each brings its libraries along only when it is asked for."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from ..errors import UsageError
from .limits import LIMITS, Limits
from .proposal import Extractor

MODEL = Limits(seconds=900.0)
"""For a report that a language model reads: all its pieces, with what is asked again."""
NAMES = ("plain", "llm")
"""What `--extractor` takes."""


class Make(Protocol):
    """Makes an extractor; it can be sent to another process, where the extractor itself is made."""

    def __call__(self) -> Extractor:
        """The extractor."""

    def __hash__(self) -> int:
        """It is made once for each process."""


@dataclass(frozen=True)
class Named:
    """Makes the extractor of a name."""

    name: str

    def __post_init__(self) -> None:
        if self.name not in NAMES:
            raise UsageError(f"--extractor: found '{self.name}', expected one of {', '.join(NAMES)}")

    @property
    def limits(self) -> Limits:
        """What one report may take: a model answers piece by piece, each within a time of its own."""
        return MODEL if self.name == "llm" else LIMITS

    def __call__(self) -> Extractor:
        """The extractor; UsageError where what it needs is not there."""
        try:
            return _made(self.name)
        except ImportError as error:
            raise UsageError(
                f"--extractor {self.name} needs the extra '{self.name}', of which {error.name or 'a part'} is not installed; "
                f"install goodoffices[{self.name}], or use --extractor plain"
            ) from error


def _made(name: str) -> Extractor:
    if name == "plain":
        from .plain import Plain

        return Plain()
    from .llm import Llm

    return Llm.from_environment()


@lru_cache(maxsize=4)
def extractor_of(make: Make) -> Extractor:
    """The extractor of this process; loading one may take longer than reading a hundred reports."""
    return make()


def signature(extractor: Extractor) -> str:
    """What its proposals are signed with: `plain 0.1.0`."""
    return f"{extractor.name} {extractor.version}"
