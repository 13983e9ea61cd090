"""What one piece of work may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may take."""

    seconds: float = 60.0
    """Time for all of it."""
    memory: int = 2 * 1024 * 1024 * 1024
    """Resident memory, in bytes."""
