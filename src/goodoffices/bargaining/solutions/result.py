"""The named packages of a scenario, together."""

from dataclasses import dataclass

from ..scenario import Scenario
from .page import table
from .solution import Closest, Concept, Solution


@dataclass(frozen=True)
class Solutions:
    """The named packages of a scenario, or the closest package where no agreement is possible."""

    scenario: Scenario
    agreement_possible: bool | None
    """Whether some package is at least as good as no deal for every party; None where the deadline came before that was known."""
    solutions: dict[Concept, Solution]
    """By concept, those that were found."""
    closest: Closest | None

    def __getitem__(self, concept: Concept) -> Solution:
        return self.solutions[concept]

    def _repr_html_(self) -> str:
        return table(self.scenario, self.solutions, self.closest, self.agreement_possible)
