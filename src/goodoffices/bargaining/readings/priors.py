"""How readings are drawn where nothing is stated: two ways for weights, two for scores, three for no deal; each in a sentence.

A share of readings depends on such a choice, and no choice is right. So every share is computed under all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from .agenda import Agenda
from .linear_programs import readings_of
from .orders import Ranks
from .statements import Wants

Weights = Literal["uniform", "equal"]
Scores = Literal["uniform", "even"]
NoDealPrior = Literal["uniform", "status_quo", "zero", "stated"]
SHAPES: dict[Weights, int] = {"uniform": 1, "equal": 10}
"""The parameter of the Dirichlet distribution of the weights: 1 is uniform on the simplex; with 10 and eight issues two thirds of
the weights lie between 0.09 and 0.16."""
RULES: dict[NoDealPrior, int] = {"uniform": 0, "status_quo": 1, "zero": 2, "stated": 3}
"""What the kernel calls them."""

_WEIGHTS = {
    "uniform": "every division of weight among the issues is equally likely",
    "equal": "the issues weigh about the same (Dirichlet, 10 each)",
}
_SCORES = {
    "uniform": "options between the best and the worst lie anywhere between them",
    "even": "options lie at even distances from the best to the worst",
}
_NO_DEAL = {
    "uniform": "an unknown no deal is worth anything between the worst and the best package",
    "status_quo": "an unknown no deal is as good as the status quo",
    "zero": "an unknown no deal is as bad as the worst package",
}


@dataclass(frozen=True)
class Prior:
    """One way to draw what is not stated."""

    weights: Weights
    scores: Scores
    no_deal: NoDealPrior
    """`stated` where every party's no deal is."""

    @property
    def id(self) -> str:
        """As it is named in JSON."""
        return f"{self.weights}/{self.scores}/{self.no_deal}"

    @property
    def number(self) -> int:
        """Part of the seed; it does not depend on which other priors there are."""
        return (list(SHAPES).index(self.weights) * 2 + (self.scores == "even")) * 4 + RULES[self.no_deal]

    @property
    def sentence(self) -> str:
        """What it takes for granted, in a sentence."""
        parts = [_WEIGHTS[self.weights], _SCORES[self.scores]]
        parts += [_NO_DEAL[self.no_deal]] if self.no_deal in _NO_DEAL else []
        text = "; ".join(parts)
        return f"{text[0].upper()}{text[1:]}."


def priors_of(agenda: Agenda, wants: Iterable[Wants], ranks: Iterable[Ranks]) -> tuple[Prior, ...]:
    """The priors that differ in something that is not stated: 12 at most.

    One value for no deal where every party's is stated. None at the status quo where there is none, or where a party's statements
    contradict it (it refuses the status quo, say); nor as bad as the worst package where a party refuses any. One kind of scores
    where no issue has three levels; one kind of weights where none has two.
    """
    everyone = [(w, r) for w, r in zip(wants, ranks, strict=True) if w.points is None]
    deep = max((int(r.levels.max()) for _, r in everyone), default=1)
    many = any((r.levels > 1).sum() > 1 for _, r in everyone)
    no_deals = _no_deals(agenda, tuple(wants))
    scores: tuple[Scores, ...] = ("uniform", "even") if deep > 2 else ("even",)
    weights: tuple[Weights, ...] = ("uniform", "equal") if many else ("equal",)
    return tuple(Prior(*choice) for choice in product(weights, scores, no_deals))


def _no_deals(agenda: Agenda, wants: tuple[Wants, ...]) -> tuple[NoDealPrior, ...]:
    unknown = [w for w in wants if not w.no_deal_known]
    if not unknown:
        return ("stated",)
    found: list[NoDealPrior] = ["uniform"]
    if agenda.status_quo is not None and all(_fits_status_quo(agenda, w) for w in unknown):
        found.append("status_quo")
    if not any(w.refuses for w in unknown):
        found.append("zero")
    return tuple(found)


def _fits_status_quo(agenda: Agenda, wants: Wants) -> bool:
    if not wants.accepts and not wants.refuses:
        return True
    return readings_of(agenda, replace(wants, at_status_quo=True)).possible()
