"""Which meetings the accounts tell of: those of one day between the same parties are one; where that is unsure, it is said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...case.kinds import BY_NAME, SPEAKS_FOR
from ...language.folding import fold
from ...record import Claim
from ...talks import Day
from .account import Account, values_of
from .roster import Actor, Roster
from .terms import MAIN


@dataclass(eq=False)
class Told:
    """One meeting as one account tells it."""

    source: str
    key: str
    claims: list[Claim]
    between: list[tuple[Actor, ...]]
    """Who met, as each claim tells it."""
    parties: frozenset[Actor]
    """Who met, of several answers the likeliest."""
    day: Day | None
    place: str | None


@dataclass(eq=False)
class Met:
    """One meeting of the draft: as several accounts tell it, at most once each."""

    told: list[Told] = field(default_factory=list)
    like: "Met | None" = None
    """An earlier one that may be the same."""
    id: str = ""

    @property
    def claims(self) -> list[Claim]:
        """The claims that name it."""
        return [claim for told in self.told for claim in told.claims]

    @property
    def day(self) -> Day | None:
        """The day told most often; of equal ones the first."""
        days = Counter(told.day for told in self.told if told.day is not None)
        return max(days, key=lambda day: (days[day], day.exact)) if days else None

    @property
    def parties(self) -> tuple[Actor, ...]:
        """Who is told to have met, in the order in which they are told."""
        return between([some for told in self.told for some in told.between], frozenset())

    def is_main(self) -> int:
        """In how many accounts it is the one that the account is about."""
        return sum(told.key == MAIN for told in self.told)


def meetings_of(accounts: Sequence[Account], roster: Roster) -> list[Met]:
    """The meetings of all accounts, in the order in which they are first told."""
    met: list[Met] = []
    by_day: dict[str, list[Met]] = {}
    by_parties: dict[frozenset[Actor], list[Met]] = {}
    for account in accounts:
        taken: set[int] = set()
        for told in _told(account, roster):
            near = by_day.get(told.day.text, []) if told.day is not None and told.day.exact else []
            one = _same(told, [m for m in near if id(m) not in taken])
            if one is None:
                one = Met(like=_like(told, by_parties.get(told.parties, []), taken))
                met.append(one)
                if told.parties:
                    by_parties.setdefault(told.parties, []).append(one)
            if told.day is not None and one not in by_day.setdefault(told.day.text, []):
                by_day[told.day.text].append(one)
            one.told.append(told)
            taken.add(id(one))
    return met


def _told(account: Account, roster: Roster) -> Iterator[Told]:
    """The meetings of one account that it tells to have happened."""
    teams = (claim for claim in account.claims if claim.predicate in SPEAKS_FOR and isinstance(claim.value, str))
    led = frozenset(actor for claim in teams if (actor := roster.find(str(claim.value))) is not None)
    for key, claims in account.meetings.items():
        own = [c for c in claims if c.type == "meeting" and c.subject == key]
        # A meeting is one only where words say that somebody met: the claims that make one.
        real = [c for c in own if BY_NAME["meeting"].makes(c)]
        if real:
            told = [_named(claim, roster) for claim in real if claim.predicate == "parties"]
            parties = frozenset(between(told, led))
            yield Told(account.source, key, claims, _led_first(told, led), parties, _day(real), _text(real, "place"))


def _named(claim: Claim, roster: Roster) -> tuple[Actor, ...]:
    found = (roster.find(str(value)) for value in values_of(claim))
    return tuple(dict.fromkeys(actor for actor in found if actor is not None))


def _led_first(told: list[tuple[Actor, ...]], led: frozenset[Actor]) -> list[tuple[Actor, ...]]:
    return sorted(told, key=lambda some: -len(led & set(some)))


def between(told: Sequence[tuple[Actor, ...]], led: frozenset[Actor]) -> tuple[Actor, ...]:
    """Of several answers to who met the one told most often, and who else met according to those that share two with it.

    Of equal answers it is that in which most have a delegation (`led`), else the first: a sentence on another meeting may
    have been taken for one on this.
    """
    singles = tuple(dict.fromkeys(some[0] for some in told if len(some) == 1))
    answers = [some for some in told if len(some) > 1] + ([singles] if singles else [])
    counted = Counter(frozenset(some) for some in answers)
    best = max(answers, key=lambda some: (counted[frozenset(some)], len(led & set(some))), default=())
    like = [some for some in answers if len(set(some) & set(best)) > 1]
    return tuple(dict.fromkeys([*best, *(actor for some in like for actor in some)]))


def _day(claims: Sequence[Claim]) -> Day | None:
    days = [Day.parse(str(claim.value)) for claim in claims if claim.predicate == "date"]
    said = [day for day in days if day.said]
    return max(said, key=lambda day: day.exact, default=None)


def _text(claims: Sequence[Claim], predicate: str) -> str | None:
    return next((str(claim.value) for claim in claims if claim.predicate == predicate), None)


def _same(told: Told, near: Sequence[Met]) -> Met | None:
    """Of the meetings of that day the one between the same parties, else the one whose parties take in these, or the reverse."""
    equal = [one for one in near if any(told.parties == other.parties for other in one.told) and told.parties]
    if equal:
        return equal[0]
    within = [one for one in near if any(_within(told.parties, other.parties) for other in one.told)]
    return within[0] if len(within) == 1 and (told.key == MAIN) == (within[0].is_main() > 0) else None


def _within(some: frozenset[Actor], others: frozenset[Actor]) -> bool:
    """Whether two at least met in both, and nobody is missing in one but not the other way round as well."""
    return len(some & others) > 1 and (some <= others or others <= some)


def _like(told: Told, others: Sequence[Met], taken: set[int]) -> Met | None:
    """A meeting between the same parties that may be this one: no two days are told that exclude it, nor two towns."""
    return next((one for one in others if id(one) not in taken and one.like is None and _may_be(told, one)), None)


def _may_be(told: Told, one: Met) -> bool:
    day, other = told.day, one.day
    if day is not None and other is not None and _apart(day, other):
        return False
    places = {fold(t.place) for t in one.told if t.place}
    return told.place is None or not places or fold(told.place) in places


def _apart(day: Day, other: Day) -> bool:
    if day.first is None or day.last is None or other.first is None or other.last is None:
        return False
    return day.last < other.first or other.last < day.first


def main_of(met: Sequence[Met]) -> Met | None:
    """The meeting that most accounts are about, of equal ones the one that most accounts tell of, then the first."""
    return max(met, key=lambda one: (one.is_main(), len(one.told)), default=None)
