"""Which meetings the accounts tell of.

1. Two meetings of one report are never one.
2. Meetings of several reports are one where the day and the whole set of parties fit, and no report tells of two such.
3. Where the day or some of the parties fit, and nothing that is told excludes it, they are perhaps one: that is said, with why,
   and a person joins them.
"""

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
    why: str = ""
    """Why it may be."""
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
    met = _Meetings()
    for account in accounts:
        met.take(list(_told(account, roster)))
    return met.all


class _Meetings:
    """Those that are known so far, found by their day and by who met: comparing all with all would take quadratic time."""

    def __init__(self) -> None:
        self.all: list[Met] = []
        self._by_day: dict[str, list[Met]] = {}
        self._by_parties: dict[frozenset[Actor], list[Met]] = {}

    def take(self, account: Sequence[Told]) -> None:
        """Take the meetings of one account; each finds its own among those of the accounts before."""
        twice = Counter((told.day, told.parties) for told in account)
        found = [(told, self._same(told) if twice[told.day, told.parties] == 1 else None) for told in account]
        new = [(told, one or self._new(told)) for told, one in found]
        for told, one in new:
            one.told.append(told)
            if told.parties and one not in self._by_parties.setdefault(told.parties, []):
                self._by_parties[told.parties].append(one)
            if told.day is not None and one not in self._by_day.setdefault(told.day.text, []):
                self._by_day[told.day.text].append(one)

    def _near(self, told: Told) -> list[Met]:
        """Those of the same day."""
        return self._by_day.get(told.day.text, []) if told.day is not None and told.day.exact else []

    def _same(self, told: Told) -> Met | None:
        """The one of that day between exactly these parties."""
        equal = [one for one in self._near(told) if told.parties and any(told.parties == t.parties for t in one.told)]
        return equal[0] if len(equal) == 1 else None

    def _new(self, told: Told) -> Met:
        one = Met()
        for other in dict.fromkeys([*self._by_parties.get(told.parties, []), *self._near(told)]):
            why = _may_be(told, other)
            if why and other.like is None:
                one.like, one.why = other, why
                break
        self.all.append(one)
        return one


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


def _within(some: frozenset[Actor], others: frozenset[Actor]) -> bool:
    """Whether two at least met in both, and nobody of the one is missing in the other; or of one nobody is told."""
    return not some or not others or (len(some & others) > 1 and (some <= others or others <= some))


def _may_be(told: Told, one: Met) -> str:
    """Why it may be the other; nothing where days, towns or those who met exclude it."""
    day, other = told.day, one.day
    if day is not None and other is not None and _apart(day, other):
        return ""
    places = {fold(t.place) for t in one.told if t.place}
    if told.place is not None and places and fold(told.place) not in places:
        return ""
    same = bool(told.parties) and any(told.parties == t.parties for t in one.told)
    if day is None or other is None:
        of_one = day is not None or other is not None
        untold = "of one the day is not told" if of_one else "of neither is the day told"
        return f"both are told to be between the same parties, and {untold}" if same else ""
    if same and day.exact and day == other:
        return "both are told to be on this day between the same parties, and a report tells of two such meetings"
    if same:
        return "both are told to be between the same parties"
    if day.exact and day == other and any(_within(told.parties, t.parties) for t in one.told):
        return "both are told to be on this day, and of the parties some are told in one report only"
    return ""


def _apart(day: Day, other: Day) -> bool:
    if day.first is None or day.last is None or other.first is None or other.last is None:
        return False
    return day.last < other.first or other.last < day.first


def main_of(met: Sequence[Met]) -> Met | None:
    """The meeting that most accounts are about, of equal ones the one that most accounts tell of, then the first."""
    return max(met, key=lambda one: (one.is_main(), len(one.told)), default=None)
