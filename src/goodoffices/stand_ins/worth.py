"""What packages are worth to a party by its own points, and from where on one is good enough."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm

from goodoffices.proceedings import Package, SeatView
from goodoffices.talks import Link, broken
from goodoffices.talks.exercise import PartyPoints


@dataclass(frozen=True)
class Worth:
    """A party's points, with its red lines and what it has without an agreement."""

    party: PartyPoints
    beyond: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each issue the options that the mandate neither lets the delegation accept nor refer."""
    ties: tuple[Link, ...] = ()
    """What cannot be had without something else."""

    @classmethod
    def of(cls, view: SeatView) -> "Worth":
        """By the points and the mandate that a seat knows: those of its own party."""
        party, points = next(iter(view.known.points.items()))
        mandate = view.known.mandates.get(party, {})
        return cls(
            points,
            {
                issue: frozenset(points.points.get(issue, ()))
                - {*on.may_accept, *on.must_refer}
                - view.facts.widened(party, issue)
                for issue, on in mandate.items()
            },
            view.known.public.ties,
        )

    @cached_property
    def allowed(self) -> Mapping[str, tuple[str, ...]]:
        """For each issue the options that can be accepted at all, the best first: neither a red line nor beyond the mandate."""
        return {
            issue: tuple(sorted((o for o in points if not self._barred(issue, o)), key=lambda o: (-points[o], o)))
            for issue, points in self.party.points.items()
        }

    def _barred(self, issue: str, option: str) -> bool:
        return option in self.party.red_lines.get(issue, ()) or option in self.beyond.get(issue, ())

    def crosses(self, package: Package) -> bool:
        """Whether a package has an option that cannot be accepted at all, or breaks a tie."""
        barred = any(option not in self.allowed.get(issue, ()) for issue, option in package.items())
        return barred or broken(self.ties, package) is not None

    def value(self, package: Package) -> Fraction:
        """The points of a package."""
        return Fraction(sum(self._whole[issue][option] for issue, option in package.items()), self._unit)

    def best(self, issues: Iterable[str]) -> Fraction:
        """The most that these issues can bring."""
        return Fraction(sum(self._spans[issue][1] for issue in issues), self._unit)

    def worst(self, issues: Iterable[str]) -> Fraction:
        """The least that these issues can bring."""
        return Fraction(sum(self._spans[issue][0] for issue in issues), self._unit)

    def span(self, issue: str) -> Fraction:
        """How far what can be accepted on an issue lies apart."""
        return self.best((issue,)) - self.worst((issue,))

    @cached_property
    def reservation(self) -> Fraction:
        """Where no deal stands between the worst of all packages (0) and the best (1); above 1 nothing is good enough."""
        low, high = self.worst(self.party.points), self.best(self.party.points)
        if high == low:
            return Fraction(0) if self.party.no_deal <= low else Fraction(2)
        return max((self.party.no_deal - low) / (high - low), Fraction(0))

    def level(self, package: Package) -> Fraction:
        """Where a package on all issues stands between the worst of all packages (0) and the best (1)."""
        low, high = self.worst(package), self.best(package)
        return (self.value(package) - low) / (high - low) if high > low else Fraction(1)

    def enough(self, package: Package, aspiration: Fraction) -> bool:
        """Whether a package can be accepted at all, and is worth what is asked for.

        On each issue the same share of its range is asked for. So packages on different issues that were each good enough are
        together worth what the whole has to be worth, and never less than no deal.
        """
        if aspiration > 1 or self.crosses(package):
            return False
        value = sum(self._whole[issue][option] for issue, option in package.items())
        low, high = (sum(self._spans[issue][end] for issue in package) for end in (0, 1))
        return (value - low) * aspiration.denominator >= (high - low) * aspiration.numerator

    # Whole numbers, since thousands of packages are compared in a day and fractions are slow.

    @cached_property
    def _unit(self) -> int:
        return lcm(*(points.denominator for options in self.party.points.values() for points in options.values()))

    @cached_property
    def _whole(self) -> Mapping[str, Mapping[str, int]]:
        return {
            issue: {option: int(points * self._unit) for option, points in options.items()}
            for issue, options in self.party.points.items()
        }

    @cached_property
    def _spans(self) -> Mapping[str, tuple[int, int]]:
        """For each issue the least and the most that it can bring; nought where nothing can be accepted."""
        return {
            issue: (self._whole[issue][options[-1]], self._whole[issue][options[0]]) if options else (0, 0)
            for issue, options in self.allowed.items()
        }
