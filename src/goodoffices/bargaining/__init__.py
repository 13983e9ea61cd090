"""What could be agreed: exact where preferences are exact, honest where they are only partly known.

    frontier(scenario), solve(scenario)        with exact preferences (`Scenario`)
    readings.agree(talks, preferences)         with what is known of them
    stability                                  whether it would hold
    adjusted_winner                            two parties, issues that can be shared

Read `scenario.py` first.
"""

from .grid import Grid
from .pareto import Frontier, frontier
from .scenario import NoDealRule, Scenario, Utility
from .solutions import Solution, Solutions, solve

__all__ = ["Frontier", "Grid", "NoDealRule", "Scenario", "Solution", "Solutions", "Utility", "frontier", "solve"]
