"""What every point is made from, worked out once for the whole page."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ...case.kinds import SPEAKS_FOR
from ...record import Claim, Relation
from ...talks import Condition
from ..context import Context
from ..questions import pairs_by_relation
from .words import on_issue


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims on one question that cannot all be true, the issues to which they belong, and the parties that they concern."""

    slot: str
    claims: tuple[Claim, ...]
    issues: frozenset[str | None]
    parties: frozenset[str | None]


@dataclass(frozen=True)
class Material:
    """The case, and what is read off it once."""

    context: Context

    @cached_property
    def loose(self) -> dict[str | None, list[Claim]]:
        """By party the claims on where it stands that no entry of the talks has."""
        talks = self.context.case.talks
        entries = (*talks.positions, *talks.conditions, *talks.proposals, *talks.support, *talks.statements)
        taken = {c for entry in entries for c in entry.claims}
        found: dict[str | None, list[Claim]] = {}
        for claim in self.context.shown.values():
            if claim.type == "position" and claim.id not in taken:
                found.setdefault(self._side(claim), []).append(claim)
        return found

    @cached_property
    def on(self) -> dict[str, str]:
        """Each issue as it stands behind `on`."""
        return {issue: on_issue(self.context, issue) for issue in self.context.case.talks.issues}

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What two accounts contradict each other in, and nobody has judged."""
        judged = {f.slot for f in self.context.case.record.findings if f.verdict != "disputed"}
        open_ = [found for found in pairs_by_relation(self.context)[Relation.CONTRADICTS] if found[0] not in judged]
        return tuple(
            self._contradiction(slot, dict.fromkeys(key for _, a, b in pairs for key in (a, b)))
            for slot, pairs in groupby(open_, key=lambda pair: pair[0])
        )

    def conditions(self, party: str, issue: str | None) -> list[Condition]:
        """The conditions of a party and its people on one issue, or on none of the case's."""
        talks = self.context.case.talks
        mine = [c for c in talks.conditions if self.context.phrases.side_of(c.by) == party]
        return [c for c in mine if (c.issue if c.issue in talks.issues else None) == issue]

    def _contradiction(self, slot: str, keys: Iterable[str]) -> Contradiction:
        claims = tuple(self.context.case.claims[key] for key in keys)
        issues = frozenset(c.issue for c in claims if c.issue in self.context.case.talks.issues)
        return Contradiction(
            slot, claims, issues or frozenset({None}), frozenset(p for c in claims for p in self._about(c))
        )

    def _about(self, claim: Claim) -> set[str | None]:
        """Whom a claim is about: its subject and whom it names; a result, all between whom it is."""
        if claim.type in ("meeting", "mediation", "assessment", "context"):
            return set()  # of a day, a place, a mediator no side is asked
        if claim.type == "outcome":
            return self._between(claim)
        if claim.type == "delegation":
            return (
                {self.context.case.names.id(str(claim.value))} if claim.predicate in SPEAKS_FOR else {self._side(claim)}
            )
        return {self._side(claim), claim.for_party}

    def _between(self, claim: Claim) -> set[str | None]:
        """Between whom a result is: as its entry says, else all who sat in the meeting."""
        outcome = self.context.case.talks.outcome
        between = [entry.between for entry in (*outcome.agreed, *outcome.not_agreed) if claim.id in entry.claims]
        between += [step.between for step in outcome.next if claim.id in step.claims]
        meeting = self.context.case.talks.meetings.get(claim.meeting or self.context.case.names.id(claim.subject))
        sat = self.context.phrases.participants(meeting) if meeting else []
        return {party for parties in between for party in parties} or {*sat}

    def _side(self, claim: Claim) -> str | None:
        return self.context.phrases.side_of(self.context.case.names.id(claim.subject))
