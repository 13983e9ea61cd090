"""What packages are worth to a party by its own points, and from where on one is good enough."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from goodoffices.proceedings import Known, Package
from goodoffices.talks.exercise import PartyPoints


@dataclass(frozen=True)
class Worth:
    """A party's points, with its red lines and what it has without an agreement."""

    party: PartyPoints

    @classmethod
    def of(cls, known: Known) -> "Worth":
        """By the points that a seat knows: those of its own party."""
        return cls(next(iter(known.points.values())))

    @cached_property
    def allowed(self) -> Mapping[str, tuple[str, ...]]:
        """For each issue the options that are no red line, the best first."""
        return {
            issue: tuple(
                sorted(
                    (o for o in points if o not in self.party.red_lines.get(issue, ())), key=lambda o: (-points[o], o)
                )
            )
            for issue, points in self.party.points.items()
        }

    def crosses(self, package: Package) -> bool:
        """Whether a package has an option that the party accepts in none."""
        return any(option not in self.allowed.get(issue, ()) for issue, option in package.items())

    def value(self, package: Package) -> Fraction:
        """The points of a package."""
        return sum((self.party.points[issue][option] for issue, option in package.items()), Fraction())

    def best(self, issues: Iterable[str]) -> Fraction:
        """The most that these issues can bring."""
        return sum(
            (self.party.points[issue][self.allowed[issue][0]] for issue in issues if self.allowed[issue]), Fraction()
        )

    def worst(self, issues: Iterable[str]) -> Fraction:
        """The least that these issues can bring without a red line."""
        return sum(
            (self.party.points[issue][self.allowed[issue][-1]] for issue in issues if self.allowed[issue]), Fraction()
        )

    @cached_property
    def reservation(self) -> Fraction:
        """Where no deal stands between the worst of all packages (0) and the best (1); above 1 nothing is good enough."""
        low, high = self.worst(self.party.points), self.best(self.party.points)
        if high == low:
            return Fraction(0) if self.party.no_deal <= low else Fraction(2)
        return max((self.party.no_deal - low) / (high - low), Fraction(0))

    def needed(self, issues: Iterable[str], aspiration: Fraction) -> Fraction:
        """The points from which on a package on these issues is good enough.

        On each issue the same share of its range is asked for. So packages on different issues that were each good enough are
        together worth what the whole has to be worth, and never less than no deal.
        """
        named = tuple(issues)
        low = self.worst(named)
        return low + aspiration * (self.best(named) - low)

    def enough(self, package: Package, aspiration: Fraction) -> bool:
        """Whether a package crosses no red line and is worth what is asked for."""
        return not self.crosses(package) and aspiration <= 1 and self.value(package) >= self.needed(package, aspiration)
