"""What a program read, of some sources alone: reading.yaml as they give it."""

from collections.abc import Container
from dataclasses import replace

from ...record import Reading


def of_sources(reading: Reading, kept: Container[str]) -> Reading:
    """What was read in these sources, and in two of them together."""
    return replace(
        reading,
        passages=tuple(one for one in reading.passages if one.source in kept),
        together=tuple(two for two in reading.together if two.a in kept and two.b in kept),
    )
