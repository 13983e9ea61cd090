"""The packages that have a name: Nash, egalitarian, Kalai-Smorodinsky, utilitarian. Read `concepts.py` first."""

from .find import DEADLINE, solve
from .result import CONCEPTS, Closest, Concept, Solution, Solutions

__all__ = ["CONCEPTS", "DEADLINE", "Closest", "Concept", "Solution", "Solutions", "solve"]
