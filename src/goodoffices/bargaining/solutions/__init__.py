"""The packages that have a name: Nash, egalitarian, Kalai-Smorodinsky, utilitarian. Read `choice.py` first."""

from .find import DEADLINE, solve
from .result import Solutions
from .solution import CONCEPTS, Closest, Concept, Solution

__all__ = ["CONCEPTS", "DEADLINE", "Closest", "Concept", "Solution", "Solutions", "solve"]
