"""Where a delegation stands at a moment: what it asks for by then, what its mandate lets it accept, what it would offer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from goodoffices.proceedings import Package, Public, SeatView
from goodoffices.proceedings.facts import ProposalFacts
from goodoffices.talks import broken

from ..concession import Tactic
from ..heard import same, wanted
from ..plan import spent
from ..worth import Worth
from .hope import LATE, nothing_better_offered


@dataclass(frozen=True)
class Standing:
    """A delegation's view, with its own points, at a moment."""

    view: SeatView
    tactic: Tactic
    now: datetime

    @cached_property
    def worth(self) -> Worth:
        """Its points."""
        return Worth.of(self.view)

    @property
    def public(self) -> Public:
        """What all know."""
        return self.view.known.public

    @property
    def party(self) -> str:
        """The party for which it speaks."""
        assert self.view.party is not None  # only seats of a delegation are taken by this program
        return self.view.party

    @cached_property
    def share(self) -> float:
        """How much of the time for talking is over."""
        return spent(self.view, self.now)

    @cached_property
    def aspiration(self) -> Fraction:
        """What it asks for by now: never more than can be had at all, which ties may keep below the best of everything."""
        asked = self.tactic.aspiration(self.share, self.worth.reservation)
        return max(min(asked, self.worth.level(self._best(self.worth.allowed))), self.worth.reservation)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The other parties."""
        return tuple(one for one in self.public.parties if one != self.party)

    def enough(self, id_: str, changed: Package = MappingProxyType({})) -> bool:
        """Whether a proposal, with what is settled already, is good enough by now, and better than what is settled.

        With `changed`: if the proposal had these answers in the place of its own.
        """
        settled, whole = self.view.outcome.settled, {**self.settled_with(id_), **changed}
        if self.worth.crosses({**self.view.facts.proposals[id_].whole, **changed}):
            return False
        if not self.worth.enough(whole, self.aspiration) and not self._late_enough(whole, id_):
            return False
        return not settled.keys() >= whole.keys() or self.worth.value(whole) > self.worth.value(settled)

    def _late_enough(self, whole: Package, id_: str) -> bool:
        return self.share >= LATE and nothing_better_offered(self.view, self.worth, whole, id_)

    def settled_with(self, *more: str) -> dict[str, str]:
        """What would be settled if these proposals were agreed, too: on each issue what was proposed last, and what was read."""
        agreed, found = {*self.view.outcome.proposals, *more}, dict[str, str]()
        for id_, one in self.view.facts.proposals.items():
            if id_ in agreed:
                found |= one.whole
        for id_ in self.view.outcome.points:
            found |= self.view.facts.points[id_].binds
        return found

    def in_the_way(self, id_: str) -> str | None:
        """What its party has offered or accepted, and what with this proposal would be worth less than no deal."""
        for other, one in self.view.facts.proposals.items():
            if other == id_ or one.withdrawn or other in self.view.outcome.proposals or self.answered(one) != "accept":
                continue
            if not self.worth.enough(self.settled_with(id_, other), self.worth.reservation):
                return other
        return None

    def within(self, package: Package) -> bool:
        """Whether the delegation may accept a package by itself."""
        return self._confirmed(package) or all(self.may_accept(issue, option) for issue, option in package.items())

    def may_accept(self, issue: str, option: str) -> bool:
        """Whether an option is in the mandate."""
        on = self.view.known.mandates.get(self.party, {}).get(issue)
        return on is None or option in on.may_accept or option in self.view.facts.widened(self.party, issue)

    def _confirmed(self, package: Package) -> bool:
        return self.referred(package) == "confirm"

    def referred(self, package: Package) -> str | None:
        """What became of a package before the principal: `waits`, `confirm` or `refuse`; nothing where it was not there."""
        found = [
            one.answered or "waits"
            for one in self.view.facts.referrals.values()
            if one.referred.party == self.party and same(one.referred.package, package)
        ]
        return found[-1] if found else None

    @cached_property
    def has_principal(self) -> bool:
        """Whether somebody sits there to whom a question can be referred."""
        return bool(self.public.of_part("principal", self.party))

    @cached_property
    def offer(self) -> dict[str, str]:
        """What it would propose now: a package on all issues, worth what it asks for, near to what the others want.

        It begins with the best and goes over, the least loss first, to what the others asked for, then step by step to its own
        next best, as long as what is left is worth what is asked for. Empty where nothing is good enough.
        """
        for choices in self._choices():
            package = self._best(choices)
            if package and self.worth.enough(package, self.aspiration):
                package, kept = self._towards(package, choices)
                return self._down(package, {issue: o for issue, o in choices.items() if issue not in kept})
        return {}

    def _best(self, choices: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        """The best of everything that goes together."""
        return self._tied({issue: options[0] for issue, options in choices.items() if options}, choices)

    def further(self, among: Iterable[str]) -> str | None:
        """On which of these issues it could go on from what it would propose now, and still have more than without an agreement."""
        steps = self._steps(self.offer, {issue: self.worth.allowed[issue] for issue in among})
        able = [s for s in steps if self.worth.enough({**self.offer, s[1]: s[2]}, self.worth.reservation)]
        return min(able)[1] if able else None

    def _tied(self, package: dict[str, str], choices: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        """The package with what its ties ask for, the least loss first: what it wants costs what it cannot be had without."""
        for _ in self.public.ties:
            tie = broken(self.public.ties, package)
            if tie is None:
                break
            ways = [
                (self._loss(i, package[i], o), i, o) for i in tie.then for o in tie.then[i] if o in choices.get(i, ())
            ]
            ways += [
                (self._loss(i, package[i], o), i, o) for i in tie.if_ for o in choices.get(i, ()) if o not in tie.if_[i]
            ]
            if not ways:
                break
            _, issue, option = min(ways)
            package = {**package, issue: option}
        return package

    def _choices(self) -> Iterable[dict[str, tuple[str, ...]]]:
        """For each issue what can be offered, the best option first.

        Rather without what another side said it refuses; rather what the mandate lets it accept than what it must refer; what is
        not enough so it asks for all the same.
        """
        for never in (self._refused, frozenset[tuple[str, str]]()):
            yield {issue: self._able(issue, never, by_itself=True) for issue in self.worth.allowed}
            yield {issue: self._able(issue, never, by_itself=False) for issue in self.worth.allowed}

    def _able(self, issue: str, never: frozenset[tuple[str, str]], *, by_itself: bool) -> tuple[str, ...]:
        options, settled = self.worth.allowed[issue], self.view.outcome.settled.get(issue)
        if settled in options:
            return (settled,)
        options = tuple(option for option in options if (issue, option) not in never) or options
        inside = tuple(option for option in options if self.may_accept(issue, option))
        return inside if inside and by_itself else options

    @cached_property
    def _refused(self) -> frozenset[tuple[str, str]]:
        """Options of which another side said last that it refuses them."""
        last = {(one.side, one.issue, one.option): one.stance for one in self.view.facts.positions}
        return frozenset((i, o) for (side, i, o), stance in last.items() if side in self.others and stance == "refuses")

    def _towards(
        self, package: dict[str, str], choices: Mapping[str, tuple[str, ...]]
    ) -> tuple[dict[str, str], set[str]]:
        asked = wanted(self.view, self.others, brought=True)
        steps = []
        for issue, options in choices.items():
            if there := next((option for option in options if option in asked.get(issue, ())), None):
                steps.append((self._loss(issue, package[issue], there), issue, there))
        kept = set()
        for _, issue, option in sorted(steps):
            if self.worth.enough({**package, issue: option}, self.aspiration):
                package = {**package, issue: option}
                kept.add(issue)
        return package, kept

    def _down(self, package: dict[str, str], choices: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        while steps := [step for step in self._steps(package, choices) if self._stays(package, step)]:
            _, issue, option = min(steps)
            package = {**package, issue: option}
        return package

    def _steps(self, package: Package, choices: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[Fraction, str, str]]:
        for issue, options in choices.items():
            at = options.index(package[issue]) if issue in package else len(options)
            if at + 1 < len(options):
                yield self._loss(issue, package[issue], options[at + 1]), issue, options[at + 1]

    def _stays(self, package: dict[str, str], step: tuple[Fraction, str, str]) -> bool:
        return self.worth.enough({**package, step[1]: step[2]}, self.aspiration)

    def _loss(self, issue: str, before: str, after: str) -> Fraction:
        points = self.worth.party.points[issue]
        return points[before] - points[after]

    def answered(self, proposal: ProposalFacts) -> str | None:
        """What its party answered to a proposal."""
        given = proposal.answers.get(self.party)
        return given.answer if given else None
