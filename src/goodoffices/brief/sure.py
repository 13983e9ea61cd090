"""A draft as far as the program may tell it in sentences: who met, when, where and who led, where that is nearly certain."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import permutations
from math import prod

from ..case import Case
from ..case.seen import settled
from ..language.folding import fold
from ..record import Claim, witnesses
from ..talks import UNSAID, Delegation, Meeting, Party, Person, Talks
from .helping import helps

_BODIES = frozenset(
    "alliance association authority board brotherhood bureau chamber commission committee company congress corporation council "
    "federation front guild league movement organisation organization party society syndicate trust union workers".split()
)
LEAST = Decimal("0.9")
"""The confidence from which a proposal is told by itself."""
LIKELY = Decimal("0.85")
"""The same for the day, place, parties and heads of a meeting, whose chances were measured on reports that were left out: from this
on 19 in 20 were right."""
BY_A_MODEL = Decimal("0.8")
"""The same of what a language model proposes, whose own confidence counts no higher: on 24 reports that nobody had read 24 of 24
sentences were right."""


def sure(case: Case, doubted: Collection[str] = frozenset()) -> Case:
    """The case without what only doubtful proposals tell; a case that is no draft as it is.

    `doubted`: claims of which another report says otherwise. What is left out stands in the reports' own words.
    """
    if not case.talks.draft:
        return case
    return replace(case, talks=_told(case.talks, _Draft(case, frozenset(doubted))))


NAMED_TWICE = Decimal("0.7")
"""The same for who led, where a second report names the person, too: a name that was misread, or a passer-by, is seldom in both."""


@dataclass(frozen=True)
class _Draft:
    """The proposals of a draft, and how sure they are."""

    case: Case
    doubted: frozenset[str]

    def holds(self, keys: Iterable[str], predicate: str) -> bool:
        """Whether a claim may be told by itself: a person accepted it, or nothing says how sure it is, or it is sure enough."""
        about = self._about(keys, predicate)
        return not about or any(_accepted(claim) or self._sure(claim) for claim in about)

    def met(self, meeting: Meeting) -> bool:
        """Whether it may be told who met: exactly those who talk."""
        about = self._about(meeting.claims, "parties")
        if not about or any(map(_accepted, about)):
            return not self._proposed(meeting.claims)
        if self._halves():
            return False
        sat = {*meeting.participants, *(self.case.talks.delegations[key].of for key in meeting.delegations)}
        parties = [self.case.talks.parties[key] for key in sat & {*self.case.talks.parties}]
        named = all(self._named(party) and not self._helps(party) for party in parties)
        alike = [claim for claim in about if {*_values(claim)} == sat]
        likely = self._together(alike) >= _likely(alike) and not self._otherwise(about)
        return sat == {*self.case.talks.parties} and len(sat) > 1 and named and likely

    def _halves(self) -> bool:
        """Whether two who talk may be one body: `Platers` and `Riggers' Union` of the Platers' and Riggers' Union."""
        names = [party.name for party in self.case.talks.parties.values()]
        return any(self._joined(a, b) for a, b in permutations(names, 2) if _of_no_kind(a) and not _of_no_kind(b))

    def _joined(self, a: str, b: str) -> bool:
        joined = re.compile(rf"\b{re.escape(a)}['’]? (?:and|&) {re.escape(b)}")
        return any(map(joined.search, self.case.texts.values()))

    def _named(self, party: Party) -> bool:
        """Whether it bears a name, and is not a person: `officers`, `OFFICE OF THE PRESIDENT` may be anybody."""
        people = {name for one in self.case.talks.people.values() for name in (one.name, *one.spellings)}
        return party.name[:1].isupper() and not party.name.isupper() and party.name not in people

    def _helps(self, party: Party) -> bool:
        """Whether some report makes it one who helps the sides to talk."""
        return any(helps((party.name, *party.spellings), text) for text in self.case.texts.values())

    def led(self, delegation: Delegation) -> bool:
        """Whether it may be told who led it."""
        about = self._about(delegation.claims, "heads")
        if not about or (any(map(_accepted, about)) and not self._otherwise(about)):
            return True
        party, head = self.case.talks.parties.get(delegation.of), self.case.talks.people.get(delegation.head or "")
        known = party is not None and self._named(party) and head is not None and self._printed(head)
        alike = [claim for claim in about if claim.subject == delegation.head]
        least = _likely(alike) if len(self.case.texts) < 2 else NAMED_TWICE
        return known and self._together(alike) >= least and not self._otherwise(about)

    def _printed(self, person: Person) -> bool:
        """Whether two reports name a person, where there are two: of whom one alone knows, another may have been told."""
        names = {fold(name.split()[-1]) for name in (person.name, *person.spellings) if name.strip()}
        return sum(any(name in text for name in names) for text in self._folded) >= min(2, len(self._folded))

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(text) for text in self.case.texts.values()]

    def beside(self, meeting: Meeting, predicate: str) -> bool:
        """Whether a meeting's day or place may be told: likely enough by what all reports tell, and none says otherwise."""
        about = self._about(meeting.claims, predicate)
        if not about or (any(map(_accepted, about)) and not self._otherwise(about)):
            return True
        if self._otherwise(about) or len({str(claim.value) for claim in about}) > 1:
            return False
        return self._together(about) >= _likely(about)

    def placed(self, meeting: Meeting) -> bool:
        """Whether reports tell when or where it was: then it is told, whoever met."""
        return any(
            self._about(meeting.claims, name) and self.beside(meeting, name) for name in ("date", "place", "venue")
        )

    def _together(self, claims: Iterable[Claim]) -> Decimal:
        """How likely it is that what some claims tell is so: that not every witness of it was read wrongly."""
        wrong: dict[str, Decimal] = {}
        for claim in claims:
            witness = self._witnesses.get(claim.source, claim.source)
            wrong[witness] = min(wrong.get(witness, Decimal(1)), 1 - (claim.confidence or Decimal(0)))
        return 1 - prod(wrong.values(), start=Decimal(1))

    def _about(self, keys: Iterable[str], predicate: str) -> list[Claim]:
        known = (self.case.claims[key] for key in keys if key in self.case.claims)
        return [claim for claim in known if claim.predicate == predicate]

    def _proposed(self, keys: Iterable[str]) -> bool:
        """Whether all that tells it are a program's proposals."""
        known = [self.case.claims[key] for key in keys if key in self.case.claims]
        return bool(known) and not any(map(_accepted, known))

    def _sure(self, claim: Claim) -> bool:
        return (claim.confidence or 0) >= LEAST and claim.id not in self.doubted

    def _otherwise(self, claims: Iterable[Claim]) -> bool:
        return any(claim.id in self.doubted for claim in claims)

    @cached_property
    def _witnesses(self) -> dict[str, str]:
        return witnesses(self.case.record.sources)


def _of_no_kind(name: str) -> bool:
    """Whether a name ends in no word for a body."""
    return name.split()[-1].lower() not in _BODIES


def _values(claim: Claim) -> tuple[str, ...]:
    return tuple(map(str, claim.value)) if isinstance(claim.value, tuple) else (str(claim.value),)


def _likely(claims: Iterable[Claim]) -> Decimal:
    """How likely together they have to be."""
    return BY_A_MODEL if all(claim.entered_by.startswith("llm ") for claim in claims) else LIKELY


def _accepted(claim: Claim) -> bool:
    """Whether a person stands for it: he accepted it, or wrote it himself."""
    return claim.counts or claim.confidence is None


def _told(talks: Talks, draft: _Draft) -> Talks:
    delegations = {key: _delegation(one, draft) for key, one in talks.delegations.items()}
    meetings = {key: _meeting(one, draft) for key, one in talks.meetings.items()}
    meetings = {key: one for key, one in meetings.items() if one.participants or one.delegations or draft.placed(one)}
    people = {key: _person(one, draft) for key, one in talks.people.items()}
    return settled(replace(talks, delegations=delegations, meetings=meetings, people=people))


def _meeting(meeting: Meeting, draft: _Draft) -> Meeting:
    """The meeting with what may be told of it; who met may be unsure where the day is not."""
    if not draft.met(meeting):
        meeting = replace(meeting, participants=(), delegations=())
    date = meeting.date if draft.beside(meeting, "date") else UNSAID
    place = meeting.place if draft.beside(meeting, "place") else None
    venue = meeting.venue if draft.beside(meeting, "venue") else None
    return replace(meeting, date=date, place=place, venue=venue)


def _delegation(delegation: Delegation, draft: _Draft) -> Delegation:
    return delegation if draft.led(delegation) else replace(delegation, head=None)


def _person(person: Person, draft: _Draft) -> Person:
    return replace(person, posts=tuple(post for post in person.posts if draft.holds(post.claims, "post")))
