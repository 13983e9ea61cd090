"""What every section of a brief is built from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ..accounts import Pair
from ..case import Case, Changes, follows, order_of
from ..case.called_off import calling_off
from ..case.kinds import SAID
from ..case.model import same_meetings
from ..record import Claim, Comparison, Relation, Source, compare, witnesses
from ..talks import Day, Meeting, NextStep, Position
from .beside import beside, doubted
from .phrases import Phrases
from .short_names import short_names
from .statements import Lines
from .sure import sure
from .tellers import with_tellers

_TOGETHER = (Relation.AGREE, Relation.VARIANT_SPELLING, Relation.VARIANT_WORDING, Relation.REFINES)


@dataclass(frozen=True)
class Context:
    """The case with its words and lines, and what changed, where that was asked."""

    case: Case
    phrases: Phrases
    lines: Lines
    changes: Changes | None = None
    beside: tuple[Pair, ...] = ()
    """Sentences of reports that nobody has read which are told differently, the heaviest first."""
    doubted: frozenset[str] = frozenset()
    """Claims whose words stand in these where they differ."""

    @classmethod
    def of(cls, case: Case, changes: Changes | None = None) -> "Context":
        """The context of a case, in which what only others tell of a party has its teller; of a draft what is nearly certain."""
        parted = beside(case)
        otherwise = doubted(case, parted)
        case = with_tellers(sure(case, otherwise))
        return cls(case, Phrases(case), Lines(case), changes, parted, otherwise)

    @cached_property
    def shown(self) -> dict[str, Claim]:
        """The claims that may be told: those that count, and in a draft also what is proposed."""
        draft = self.case.talks.draft
        return {c.id: c for c in self.case.record.claims if c.counts or (draft and c.status == "proposed")}

    @cached_property
    def comparison(self) -> Comparison:
        """How all that is shown compares: in a draft also what is proposed, so that two accounts never pass for one."""
        if all(claim.counts for claim in self.shown.values()):
            return self.case.comparison
        counted = tuple(replace(claim, status="accepted") for claim in self.shown.values())
        record = replace(self.case.record, claims=counted)
        return compare(record, self.case.names, self.case.talks.meetings, same_meetings(self.case.talks))

    @cached_property
    def compared(self) -> frozenset[frozenset[str]]:
        """Pairs of claims that answer one question and hold together."""
        pairs = self.comparison.pairs()
        return frozenset(frozenset((a, b)) for a, b, relation in pairs if relation in _TOGETHER)

    @cached_property
    def refining(self) -> frozenset[frozenset[str]]:
        """Pairs of claims of which one says more."""
        return frozenset(frozenset((a, b)) for a, b, r in self.comparison.pairs() if r is Relation.REFINES)

    @cached_property
    def contradicting(self) -> frozenset[frozenset[str]]:
        """Pairs of claims that cannot both be true."""
        return frozenset(frozenset((a, b)) for a, b, r in self.comparison.pairs() if r is Relation.CONTRADICTS)

    @cached_property
    def witnesses(self) -> dict[str, str]:
        """The witness behind each source; the team's own notes have none."""
        return witnesses(self.case.record.sources)

    @cached_property
    def prints(self) -> dict[str, list[Source]]:
        """The sources behind which each witness stands."""
        found: dict[str, list[Source]] = {}
        for key, source in self.case.record.sources.items():
            found.setdefault(self.witnesses.get(key, ""), []).append(source)
        return found

    @cached_property
    def _by_predicate(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.shown.values():
            found.setdefault(claim.predicate, []).append(claim)
        return found

    def claims_of(self, predicate: str) -> list[Claim]:
        """The claims with a predicate that may be told."""
        return self._by_predicate.get(predicate, [])

    def about(self, meeting: str, predicate: str) -> list[Claim]:
        """What is said to be so of a meeting, or of one that is certainly the same."""
        same = same_meetings(self.case.talks)
        claims = (c for c in self.claims_of(predicate) if c.type == "meeting" and c.modality in SAID)
        return [c for c in claims if same.get(c.subject, c.subject) == same.get(meeting, meeting)]

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words that begin with a capital wherever they stand: of names, and as printed in mid-sentence."""
        return self.phrases.proper

    @cached_property
    def short_names(self) -> frozenset[str]:
        """The people's names whose last word may stand alone, for some report has it so."""
        people = self.case.talks.people.items()
        return short_names(
            {self.phrases.name(key): person.spellings for key, person in people}, self.case.texts.values()
        )

    def is_outside(self, who: str) -> bool:
        """Whether somebody is no party and had no part in a meeting with the parties."""
        side = self.phrases.side_of(who)
        if side in self.case.talks.parties:
            return False
        meetings = [m for m in self.case.talks.meetings.values() if self.sides(m)]
        parts = {x for m in meetings for role in m.roles for x in (role.who, role.of)}
        return side is not None and side not in parts | {x for m in meetings for x in self.phrases.participants(m)}

    @property
    def draft(self) -> bool:
        """Whether nothing has been accepted yet: then it cannot be said what no report tells."""
        return self.case.talks.draft and not any(claim.counts for claim in self.case.record.claims)

    @cached_property
    def unsettled(self) -> bool:
        """Whether something waits for a person yet: then what nobody has recorded may stand in a report all the same."""
        waiting = any(claim.status == "proposed" for claim in self.case.record.claims)
        return self.draft or waiting or bool(self.case.reading and self.case.reading.passages)

    def unread(self, claims: Iterable[str]) -> bool:
        """Whether nobody has accepted any of the claims on which something rests: it is then told in the report's own words."""
        known = [self.case.claims[c] for c in claims if c in self.case.claims]
        return bool(known) and not any(claim.counts for claim in known)

    def told_by(self, claims: Iterable[str]) -> list[str]:
        """The witnesses that tell some claims, in the order of the sources."""
        known = {self.witnesses.get(self.case.claims[c].source) for c in claims if c in self.case.claims}
        return [key for key in self.case.record.sources if key in known]

    def by_name(self, keys: Iterable[str]) -> list[str]:
        """Ids in the alphabetical order of their names."""
        return sorted(keys, key=lambda key: self.phrases.name(key).casefold())

    @cached_property
    def parties(self) -> list[str]:
        """The parties in alphabetical order."""
        return self.by_name(self.case.talks.parties)

    @cached_property
    def order(self) -> dict[str, int | None]:
        """The place of each meeting in the order, or null."""
        return order_of(self.case.talks.meetings)

    @cached_property
    def meetings(self) -> list[str]:
        """The meetings in their order; those without a place come last, as they stand in the file."""
        return sorted(self.case.talks.meetings, key=lambda k: (self.order[k] is None, self.order[k] or 0))

    def sides(self, meeting: Meeting) -> int:
        """How many of the parties sat in a meeting."""
        return len(set(self.phrases.participants(meeting)) & set(self.case.talks.parties))

    def overtaken(self, step: NextStep) -> bool:
        """Whether a next step is none any more: it was called off, or others have met since."""
        return bool(calling_off(self.case, step)) or self.met_since(step)

    def met_since(self, step: NextStep) -> bool:
        """Whether as many parties met again after a step was announced, or after its own day.

        On the day on which a later day was set they may meet once more: that day is still ahead.
        """
        key = step.meeting, step.date
        if key not in self._met:
            self._met[key] = self._meets_after(step)
        return self._met[key]

    @cached_property
    def _met(self) -> dict[tuple[str | None, Day], bool]:
        """What `met_since` has found: it is asked again with every sentence."""
        return {}

    def _meets_after(self, step: NextStep) -> bool:
        meetings, told = self.case.talks.meetings, step.meeting or ""
        least = self.sides(meetings[told]) if told in meetings else len(self.case.talks.parties)
        again = [key for key, meeting in meetings.items() if key != told and self.sides(meeting) >= least]
        day = step.date.last
        if day is not None and any(
            (meetings[key].date.first or date.min) > day for key in (*again, told) if key in meetings
        ):
            return True
        return told in meetings and any(
            follows(meetings, key, told) and not _on_the_day(meetings[key], meetings[told], step) for key in again
        )

    @cached_property
    def standing(self) -> list[Position]:
        """The positions that no later one replaces."""
        replaced = {p.supersedes for p in self.case.talks.positions}
        return [p for p in self.case.talks.positions if p.id not in replaced]

    @cached_property
    def silent(self) -> list[tuple[str, str]]:
        """Party and issue of which no source tells a position."""
        told = {(p.party, p.issue) for p in self.case.talks.positions}
        return [(p, i) for i in self.case.talks.issues for p in self.case.talks.parties if (p, i) not in told]


def _on_the_day(again: Meeting, told: Meeting, step: NextStep) -> bool:
    """Whether a meeting was held on the day on which a later day was set in another."""
    last, day, set_for = again.date.last, told.date.first, step.date.first
    return None not in (last, day, set_for) and last <= day < set_for  # type: ignore[operator]
