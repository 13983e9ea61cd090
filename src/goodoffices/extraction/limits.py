"""What reading one report, and extracting from it, may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may take."""

    seconds: float = 60.0
    """Time for reading it and for the extractor; a language model has a limit of its own."""
    memory: int = 2 * 1024 * 1024 * 1024
    """Resident memory, in bytes."""


LIMITS = Limits()
