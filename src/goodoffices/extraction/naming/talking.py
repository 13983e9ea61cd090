"""Who talks by all accounts together, and who helps: as a person said it, else as assumed until one says otherwise."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..roster import NOTHING, Said, Side
from .account import Account
from .roster import Actor, Roster


@dataclass(frozen=True, slots=True)
class WhoTalks:
    """Parties and third parties, each under its own name for itself."""

    parties: tuple[Side, ...] = ()
    third: tuple[Side, ...] = ()


def who_talks(sides: Iterable[Sequence[Side]], said: Said = NOTHING) -> WhoTalks:
    """Who talks by what each report tells of it."""
    accounts = [Account("", (), tuple(some)) for some in sides]
    roster = Roster(accounts, said)
    return seen_by(roster, accounts, talkers(roster))


def seen_by(roster: Roster, accounts: Sequence[Account], parties: Sequence[Actor]) -> WhoTalks:
    """The same for parties that are settled."""
    helping = dict.fromkeys(one.actor for some in roster.talking for one in some if one.role)
    third = [
        _side(actor, roster) for actor in (*roster.third, *helping) if actor not in parties and _helps(actor, roster)
    ]
    people = dict.fromkeys(side for account in accounts for side in account.sides if side.person)
    names = {side.name for side in third}
    third += {side.name: side for side in people if side.name not in names}.values()
    return WhoTalks(tuple(_side(actor, roster) for actor in parties), tuple(dict.fromkeys(third)))


def talkers(roster: Roster) -> tuple[Actor, ...]:
    """Whom a person named, where those are two at least; else the set that most accounts tell, of equal ones the first.

    Who else talks by more than half of the accounts talks as well.
    """
    given = roster.given
    if len(given) > 1:
        return given
    helps = Counter(one.actor for some in roster.talking for one in {t.actor: t for t in some if t.role}.values())
    sets = [tuple(dict.fromkeys(one.actor for one in some if not one.role)) for some in roster.talking]
    sets = [tuple(actor for actor in some if actor not in roster.others) for some in sets]
    votes = Counter(actor for some in sets for actor in some)
    sets = [some for some in sets if len(some) > 1 and all(votes[actor] >= helps[actor] for actor in some)]
    sets = [some for some in sets if set(given) <= set(some)] or ([] if given else sets)
    if not sets:
        return given
    counted = Counter(map(frozenset, sets))
    most = max(sets, key=lambda some: counted[frozenset(some)])
    more = [actor for actor, number in votes.items() if 2 * number > len(sets) > 1 and number > helps[actor]]
    return tuple(dict.fromkeys([*given, *most, *more]))


def _helps(actor: Actor, roster: Roster) -> bool:
    return actor in roster.third or actor not in roster.others


def _side(actor: Actor, roster: Roster) -> Side:
    roles = Counter(one.role for some in roster.talking for one in some if one.actor is actor and one.role)
    return Side(actor.name, actor.spellings, roles.most_common(1)[0][0] if roles else "")
