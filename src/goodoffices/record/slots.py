"""Slots: one question about one event or entity, and the claims of all sources that answer it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .calling_off import calls_off, says_held
from .claim import Claim
from .denial import Polarity, polarity
from .names import Names
from .predicates import HELD, HOLDERS, NEXT, OUTCOME, SEAT, Family, family_of


class Slot(NamedTuple):
    """A question: its family, and whom or what it is about; `str()` gives its name, such as `date:direct`."""

    family: Family
    about: tuple[str, ...]

    def __str__(self) -> str:
        return ":".join((self.family.name, *self.about))


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim as an answer to a slot's question, its names resolved once."""

    claim: Claim
    subject: str
    """The id of the subject."""
    target: str
    """The id that the value names, or its text."""
    event: str | None
    """The meeting it speaks of, where it says which."""
    for_party: str | None
    """The party on whose behalf, as the claim says, else that to which the person belongs."""
    said: Polarity
    """What the claim asserts or denies, in the one form."""


class Slots:
    """Puts claims into slots; `same` maps a meeting to the one with which it is certainly the same."""

    def __init__(self, names: Names, meetings: Iterable[str] = (), same: Mapping[str, str] | None = None) -> None:
        self._names = names
        self._meetings = frozenset(meetings)
        self._same = dict(same or {})
        self._events = frozenset(self._same.get(key, key) for key in self._meetings)

    def of(self, claim: Claim) -> list[tuple[Slot, Answer]]:
        """The questions that a claim answers: most answer one, a role answers two (what did he do; who did it?)."""
        family = family_of(claim.type, claim.predicate)
        answer = self._answer(claim, family)
        if claim.qualifiers.get("next_step") is True and family is OUTCOME:
            family = NEXT
        slots = [(Slot(family, self._about(family, answer)), answer)]
        if family is SEAT:
            slots += [(Slot(h, (self._held(h, answer),)), answer) for h in HOLDERS if h.name == claim.predicate]
        return slots

    def _answer(self, claim: Claim, family: Family) -> Answer:
        target = self._canonical(claim.value) if isinstance(claim.value, str) else str(claim.value)
        subject = self._canonical(claim.subject)
        # The order of two meetings speaks of both; whichever were taken, `a before b` would not meet `b before a`.
        named = () if family.kind == "sequence" else (subject, target)
        event = claim.meeting or next((x for x in named if x in self._meetings), None)
        for_party = self._names.id(claim.for_party) if claim.for_party else self._names.party_of(subject)
        return Answer(
            claim, subject, target, self._same.get(event, event) if event else None, for_party, polarity(claim)
        )

    def held(self, claim: Claim) -> Iterator[tuple[Slot, Answer]]:
        """The question whether a meeting was held, which a claim answers that tells of it, or says that it was called off."""
        if says_held(claim) or calls_off(claim):
            answer = self._answer(claim, HELD)
            for key in dict.fromkeys((answer.subject, answer.target)):
                if key in self._events:
                    yield Slot(HELD, (key,)), answer

    def _canonical(self, name: str) -> str:
        key = self._names.id(name)
        return self._same.get(key, key)

    def _held(self, family: Family, answer: Answer) -> str:
        """Of what the role is held: `heads` of a party (its meeting stays with the answer), the others of the meeting."""
        return answer.target if family.name == "heads" else answer.event or answer.target

    def _about(self, family: Family, answer: Answer) -> tuple[str, ...]:
        match family.about:
            case "issue":
                return (answer.subject, answer.claim.issue or "")
            case "document":
                return (answer.target,)
            case "event" if family.kind == "sequence":
                return tuple(sorted((answer.subject, answer.target)))
            case "event":
                return (answer.event or answer.subject,)
            case _:
                return (answer.subject,)
