"""What is likely of the main meeting: its day, its town and house, who met, who led whom, each chosen among all that a report names."""

from dataclasses import dataclass

from ..scene import Scene


@dataclass(frozen=True, slots=True)
class Seen:
    """One place where an answer is named: the answer, where it stands in the text and in its sentence, and its signs."""

    answer: str
    start: int
    end: int
    scene: Scene
    place: int
    signs: frozenset[str]
