"""Where a delegation stands at a moment: what it asks for by then, what its mandate lets it accept, what it would offer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property

from goodoffices.proceedings import Package, Public, SeatView
from goodoffices.proceedings.facts import ProposalFacts
from goodoffices.talks import broken

from ..concession import Tactic
from ..heard import same, wanted
from ..plan import spent
from ..worth import Worth


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
        """What it asks for by now."""
        return self.tactic.aspiration(self.share, self.worth.reservation)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The other parties."""
        return tuple(one for one in self.public.parties if one != self.party)

    def enough(self, id_: str) -> bool:
        """Whether a proposal, with what is settled already, is good enough by now, and better than what is settled."""
        settled, whole = self.view.outcome.settled, self.settled_with(id_)
        if self.worth.crosses(self.view.facts.proposals[id_].whole) or not self.worth.enough(whole, self.aspiration):
            return False
        return not settled.keys() >= whole.keys() or self.worth.value(whole) > self.worth.value(settled)

    def settled_with(self, *more: str) -> dict[str, str]:
        """What would be settled if these proposals were agreed, too: on each issue what was proposed last, and what was read."""
        agreed, found = {*self.view.outcome.proposals, *more}, dict[str, str]()
        for id_, one in self.view.facts.proposals.items():
            if id_ in agreed:
                found |= one.whole
        for id_ in self.view.outcome.points:
            found |= self.read(id_)
        return found

    def read(self, point: str) -> dict[str, str]:
        """The options that a point says are agreed; none where it says something else."""
        read = self.view.facts.points[point].read
        if read.kind != "agreed":
            return {}
        if read.issue and read.option:
            return {read.issue: read.option}
        proposal = self.view.facts.proposals.get(read.proposal or "")
        return proposal.whole if proposal else {}

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
        choices = self._choices()
        package = self._tied({issue: options[0] for issue, options in choices.items() if options}, choices)
        if not package or not self.worth.enough(package, self.aspiration):
            return {}
        package, kept = self._towards(package, choices)
        return self._down(package, {issue: o for issue, o in choices.items() if issue not in kept})

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

    def _choices(self) -> dict[str, tuple[str, ...]]:
        """For each issue what can be offered, the best first: what is settled, or what the mandate lets it accept, or refer."""
        found, settled = dict[str, tuple[str, ...]](), self.view.outcome.settled
        for issue, options in self.worth.allowed.items():
            if settled.get(issue) in options:
                found[issue] = (settled[issue],)
                continue
            inside = tuple(option for option in options if self.may_accept(issue, option))
            found[issue] = inside or options
        return found

    def _towards(
        self, package: dict[str, str], choices: Mapping[str, tuple[str, ...]]
    ) -> tuple[dict[str, str], set[str]]:
        asked = wanted(self.view, self.others)
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
