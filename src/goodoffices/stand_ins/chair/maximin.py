"""What serves the worse-off best, by what the chair was told: no points, only positions and answers.

J. Rawls (1971): A theory of justice, sections 13 and 26 (the difference principle, maximin); of several packages that serve the
worse-off alike the one that serves all best in sum. For each party an option counts

    2   it asked for it (demands, calls for, proposes, supports), or proposed it
    1   it said that it could accept it, or accepted a proposal with it
    0   nothing was heard
   -2   it opposed or refused it

A later position on the same option takes the place of an earlier one. The sum over the issues is how far a package serves it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from numpy.random import Generator

from goodoffices.proceedings import Package, SeatView
from goodoffices.talks.issues import WANTING, broken

from ..heard import same

Evidence = Mapping[tuple[str, str], int]
WIDTH = 256
"""The packages that are looked at side by side; with more than a few issues not all can be."""


@dataclass(frozen=True)
class _Drafted:
    package: dict[str, str]
    served: tuple[int, ...]
    """For each party."""
    drawn: float
    """Which of two that serve alike comes first."""

    @property
    def rank(self) -> tuple[int, int, float]:
        return (-min(self.served), -sum(self.served), self.drawn)


def evidence(view: SeatView, party: str) -> Evidence:
    """What was heard of a party: issue and option, and how far it wants it."""
    found: dict[tuple[str, str], int] = {}
    for proposal in view.facts.proposals.values():
        given = proposal.answers.get(party)
        if given is not None and given.answer == "accept":
            level = 2 if proposal.made.side == party else 1
            for option in proposal.whole.items():
                found[option] = max(found.get(option, 0), level)
    for one in view.facts.positions:
        if one.side == party:
            found[one.issue, one.option] = (1 if one.stance == "accepts" else 2) if one.stance in WANTING else -2
    return found


def best(view: SeatView, parties: Iterable[str], rng: Generator) -> dict[str, str] | None:
    """The package that serves the worse-off of these parties best, of those that nobody has proposed; nothing if none is left."""
    heard = [evidence(view, party) for party in parties]
    drafts = [_Drafted({}, (0,) * len(heard), 0.0)]
    for issue, facts in view.known.public.issues.items():
        options = [option for option in facts.options if any(one.get((issue, option), 0) > 0 for one in heard)]
        if issue in view.outcome.settled:
            options = [view.outcome.settled[issue]]
        if options:
            drafts = sorted((_with(d, issue, o, heard, rng) for d in drafts for o in options), key=_rank)[:WIDTH]
    return next((draft.package for draft in drafts if draft.package and _new(view, draft.package)), None)


def common(view: SeatView, parties: Iterable[str]) -> dict[str, str] | None:
    """What all of these parties could accept, on the issues that are not settled; nothing if there is none, or it was proposed."""
    heard = [evidence(view, party) for party in parties]
    package = {}
    for issue, facts in view.known.public.issues.items():
        shared = [option for option in facts.options if all(one.get((issue, option), 0) > 0 for one in heard)]
        if shared and issue not in view.outcome.settled:
            package[issue] = max(shared, key=lambda option: sum(one[issue, option] for one in heard))
    return package if package and _new(view, package) else None


def _new(view: SeatView, package: Package) -> bool:
    """Whether a package breaks no tie, and nobody has proposed it."""
    return broken(view.known.public.ties, package) is None and not proposed(view, package)


def _rank(draft: _Drafted) -> tuple[int, int, float]:
    return draft.rank


def _with(draft: _Drafted, issue: str, option: str, heard: list[Evidence], rng: Generator) -> _Drafted:
    served = tuple(so_far + one.get((issue, option), 0) for so_far, one in zip(draft.served, heard, strict=True))
    return _Drafted({**draft.package, issue: option}, served, rng.random())


def proposed(view: SeatView, package: Package) -> bool:
    """Whether somebody proposed this package, as far as it was seen."""
    return any(same(one.whole, package) for one in view.facts.proposals.values())
