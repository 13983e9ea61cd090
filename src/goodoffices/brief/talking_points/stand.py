"""All that the record holds of one party on one issue, sorted by whose word it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ...record import Claim
from ...talks import WANTING, Condition, Position, Proposal, Result, Statement
from ..context import Context
from ..sections.stand_words import own
from .material import Material

PUT_FORWARD = frozenset({"demands", "calls_for", "proposes", "supports"})
"""Stances by which a party puts an option on the table; who accepts one takes up another's."""


@dataclass(frozen=True)
class Stand:
    """One party on one issue; what nobody has accepted is in `unread` alone."""

    material: Material
    party: str
    issue: str

    @property
    def context(self) -> Context:
        """The case with its words and lines."""
        return self.material.context

    @cached_property
    def _loose(self) -> list[Claim]:
        return self.material.loose.get(self.party, [])

    @cached_property
    def _all(self) -> list[Position]:
        return [p for p in self.context.case.talks.positions if (p.party, p.issue) == (self.party, self.issue)]

    @cached_property
    def standing(self) -> list[Position]:
        """Accepted positions that no later one replaces."""
        return [p for p in self._all if p in self.context.standing and not self.context.unread(p.claims)]

    @cached_property
    def own(self) -> list[Position]:
        """Those that the party tells itself, or a source tells without saying who."""
        return [p for p in self.standing if own(self.context, p)]

    @cached_property
    def foreign(self) -> list[Position]:
        """Those that only another tells of it: it has said neither the same nor more of this option itself."""
        said = {(p.option, p.stance in WANTING) for p in self._all if own(self.context, p)}
        others = [p for p in self.standing if not own(self.context, p)]
        return [p for p in others if (p.option, p.stance in WANTING) not in said]

    @cached_property
    def proposals(self) -> list[Proposal]:
        """Accepted proposals by the party or its people that are not among its positions."""
        known = {p.option for p in self.own}
        return [
            p for p in self.context.case.talks.proposals
            if p.issue == self.issue and self._is_by(p.by) and p.option not in known and not self.context.unread(p.claims)
        ]  # fmt: skip

    @cached_property
    def conditions(self) -> list[Condition]:
        """Accepted conditions that the party makes on the issue."""
        return [c for c in self.material.conditions(self.party, self.issue) if not self.context.unread(c.claims)]

    @cached_property
    def statements(self) -> list[Statement]:
        """Accepted statements of its people that their claims tie to the issue."""
        return [
            s for s in self.context.case.talks.statements
            if self._is_by(s.by) and not self.context.unread(s.claims) and self.issue in issues_of(self.context, s.claims)
        ]  # fmt: skip

    @cached_property
    def unread(self) -> list[str]:
        """Claims that may be told and make no accepted entry: the report's own words are shown for them."""
        talks = self.context.case.talks
        said = [s for s in talks.statements if self._is_by(s.by) and self.issue in issues_of(self.context, s.claims)]
        proposed = [p for p in talks.proposals if p.issue == self.issue and self._is_by(p.by)]
        waiting = [*self._all, *self.material.conditions(self.party, self.issue), *proposed, *said]
        told = [c for entry in waiting if self.context.unread(entry.claims) for c in entry.claims]
        return [*dict.fromkeys([*told, *(c.id for c in self._loose if c.issue == self.issue)])]

    @cached_property
    def is_silent(self) -> bool:
        """Whether it can be said that no report tells where the party stands on the issue."""
        told = [*self._all, *self.proposals, *self.conditions, *self.unread]
        if told or self.context.draft:
            return False
        # A proposed claim without an issue may be on this one.
        return not any(c.issue is None and not c.counts for c in self._loose)

    @cached_property
    def is_settled(self) -> bool:
        """Whether an option was agreed with the party, and no later result takes it back."""
        return bool(self.agreed)

    @cached_property
    def agreed(self) -> list[Result]:
        """The results by which it is settled."""
        agreed = [r for r in self._results(self.context.case.talks.outcome.agreed) if r.option is not None]
        open_ = self._results(self.context.case.talks.outcome.not_agreed)
        return [one for one in agreed if not any(self._is_later(other, one) for other in open_)]

    def _results(self, results: Iterable[Result]) -> list[Result]:
        return [
            r for r in results
            if r.issue == self.issue and (not r.between or self.party in r.between) and not self.context.unread(r.claims)
        ]  # fmt: skip

    def _is_later(self, other: Result, one: Result) -> bool:
        """Whether a result is of the same meeting or a later one, or this cannot be seen."""
        places = [self.context.order.get(r.meeting or "") for r in (other, one)]
        return places[0] is None or places[1] is None or places[0] >= places[1]

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """Options on which anything is told of the party, earlier positions included."""
        claims = [c.option for c in self._loose if c.issue == self.issue and c.option]
        return frozenset([*(p.option for p in self._all), *(p.option for p in self.proposals if p.option), *claims])

    @cached_property
    def offered(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """Options that the party itself puts on the table: the act, and the claims."""
        stances = {p.option: (p.stance, p.claims) for p in reversed(self.own) if p.stance in PUT_FORWARD}
        return {
            **{p.option: ("proposes", p.claims) for p in self.proposals if p.option},
            **dict(reversed(stances.items())),
        }

    def _is_by(self, who: str) -> bool:
        return self.context.phrases.side_of(who) == self.party


def issues_of(context: Context, claims: Iterable[str]) -> set[str | None]:
    """The issues to which some claims are tied."""
    return {context.case.claims[c].issue for c in claims if c in context.case.claims}
