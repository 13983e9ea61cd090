"""What all accounts together say of a question, whoever of them is accepted first.

An entry must not hang on the order in which its claims are accepted. So whoever asks looks at every claim that is not rejected:
who is a party, for whom a person speaks, whether another report gives another day.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from ..case.kinds import BY_NAME, FIELDS, NEUTRAL, SAID, SPEAKS_FOR
from ..case.own_words import values_of
from ..language.folding import fold
from ..record import Claim, polarity
from ..talks import Day
from .order import Pair, sound_orders

_NONE: Mapping[str, str] = MappingProxyType({})
Key = Callable[[str], str]
"""The id that a name means, or its folded letters."""


def days_differ(one: str, other: str) -> bool:
    """Whether two days cannot be one: `2031-05` and `2031-05-16` can."""
    a, b = Day.parse(one), Day.parse(other)
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.last < b.first or b.last < a.first


def is_finer(day: str, other: str) -> bool:
    """Whether a day says more than another one."""
    a, b = Day.parse(day), Day.parse(other)
    return a.exact and not b.exact


class Evidence:
    """The claims of a record that nobody has rejected, by what they are asked for."""

    def __init__(
        self, claims: Iterable[Claim], key: Key, days: Mapping[str, str] = _NONE, orders: Iterable[Pair] = ()
    ) -> None:
        """`days` and `orders`: what the talks say of meetings already."""
        self._names: dict[str, str] = {}
        self._find: Key | None = key
        self.met: set[str] = set()
        """Who is told to have met, or to have sent a delegation."""
        self.neutral: set[str] = set()
        """Who is told to have had a part that is no party's, and for whom."""
        self._held: set[str] = set()
        self.people: set[str] = set()
        """Who is told to be a person."""
        self._told: dict[tuple[str, str], list[str]] = {}
        self._heads: dict[tuple[str, str], list[str]] = {}
        self._sides: dict[str, set[str]] = {}
        self._posts: dict[tuple[str, str], set[str]] = {}
        self._seats: dict[str, set[str]] = {}
        self._orders: list[Pair] = list(orders)
        self._days = {meeting: [Day.parse(day)] for meeting, day in days.items()}
        for claim in claims:
            if claim.status != "rejected":
                self._take(claim)
        self._find = None
        self._sound = sound_orders(self._orders, self._days)

    def name(self, key: str, label: str) -> None:
        """A name that had no id when the claims were read has one now."""
        self._names[key] = self.key(label)

    def key(self, name: str) -> str:
        """Under what a name is looked up: its id, or its folded letters where it had none when the claims were read."""
        known = self._names.get(name)
        if known is None and self._find is not None:
            known = self._names[name] = self._find(name)
        return known if known is not None else self._names.get(fold(name), fold(name))

    def _take(self, claim: Claim) -> None:
        said = polarity(claim)
        if not said.asserts or said.modality not in SAID:
            return
        subject = self.key(claim.subject)
        if claim.type == "meeting":
            self._meeting(claim, subject)
        elif claim.type == "delegation" and claim.predicate in SPEAKS_FOR:
            self._delegation(claim, subject)
        elif claim.predicate in NEUTRAL:
            self.neutral |= {subject, *([self.key(claim.for_party)] if claim.for_party else [])}
        elif claim.type == "person_post":
            self.people.add(subject)
            if claim.for_party:
                self._posts.setdefault((subject, fold(str(claim.value))), set()).add(self.key(claim.for_party))
        if claim.for_party and claim.type != "delegation":
            self._sides.setdefault(subject, set()).add(self.key(claim.for_party))

    def _meeting(self, claim: Claim, subject: str) -> None:
        if BY_NAME["meeting"].makes(claim):
            self._held.add(subject)
        if claim.predicate == "parties":
            self.met |= set(map(self.key, values_of(claim)))
        elif claim.predicate in ("before", "after"):
            pair = (subject, self.key(str(claim.value)))
            self._orders.append(pair if claim.predicate == "before" else pair[::-1])
        elif claim.predicate in FIELDS:
            self._told.setdefault((subject, claim.predicate), []).append(str(claim.value))
            if claim.predicate == "date":
                self._days.setdefault(subject, []).append(Day.parse(str(claim.value)))

    def _delegation(self, claim: Claim, subject: str) -> None:
        party = self.key(str(claim.value))
        self.met.add(party)
        if claim.meeting:
            self._seats.setdefault(party, set()).add(self.key(claim.meeting))
        self._sides.setdefault(subject, set()).add(party)
        if claim.predicate == "heads":
            heads = self._heads.setdefault((party, self.key(claim.meeting or "")), [])
            if subject not in heads:
                heads.append(subject)

    def side_of(self, person: str) -> str | None:
        """The only side for which somebody is told to speak; None where none is told, or several."""
        return _only(self._sides.get(self.key(person), set()))

    def post_in(self, person: str, title: str) -> str | None:
        """The only side in which somebody is told to hold a post of this title."""
        return _only(self._posts.get((self.key(person), fold(title)), set()))

    def is_party(self, name: str) -> bool:
        """Whether a name is told to be a side: it met, or sent a delegation, and nobody gives it a neutral part."""
        key = self.key(name)
        return key in self.met and key not in self.neutral and self.side_of(name) in (None, key)

    def meetings_of(self, party: str) -> set[str]:
        """The meetings for which a delegation of a party is told."""
        return self._seats.get(self.key(party), set())

    def heads(self, party: str, meeting: str | None) -> list[str]:
        """Who is told to lead a party's delegation, in the order of the record; of no meeting counts for the only one."""
        key = self.key(party)
        silent = self._heads.get((key, ""), []) if len(self.meetings_of(key)) < 2 else []
        return list(dict.fromkeys([*self._heads.get((key, self.key(meeting or "")), []), *silent]))

    def is_held(self, meeting: str) -> bool:
        """Whether a meeting is told to have been held."""
        return self.key(meeting) in self._held

    def may_come_after(self, earlier: str, later: str) -> bool:
        """Whether a told order of two meetings can hold beside the other orders and the days."""
        return (self.key(earlier), self.key(later)) in self._sound

    def otherwise(self, claim: Claim) -> list[str]:
        """What others tell in place of the value of a claim on a meeting."""
        told = self._told.get((self.key(claim.subject), claim.predicate), [])
        value = str(claim.value)
        differ = days_differ if claim.predicate == "date" else (lambda one, other: fold(one) != fold(other))
        return list(dict.fromkeys(other for other in told if differ(value, other)))


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None
