"""Whom a report's names mean in a case: by the case's own names, and by those that a person gave besides."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..case import Case
from ..record import Assumed, AssumedRoster
from .roster import NOTHING, Said, Side, bare


class Called:
    """Ids of a case by the names under which reports may print them."""

    def __init__(self, case: Case, said: Said = NOTHING) -> None:
        talks = case.talks
        self._names = case.names
        self._known = {*talks.parties, *talks.third_parties, *talks.people, *talks.issues}
        self._given: dict[str, str] = {}
        self._said = {bare(name) for side in (*said.parties, *said.third) for name in side.names}
        for side in (*said.parties, *said.third):
            known = next((key for name in side.names if (key := self.id(name)) is not None), None)
            if known is not None:
                self._given |= {bare(name): known for name in side.names}

    def id(self, name: str) -> str | None:
        """The id that a name means."""
        found = self._names.id(name.removeprefix("the ").strip())
        return found if found in self._known else self._given.get(bare(name))

    def knows(self, name: str) -> bool:
        """Whether the case knows who that is, or a person said it, with an id or without one."""
        return self.id(name) is not None or bare(name) in self._said

    def among(self, ids: Iterable[str], name: str) -> str | None:
        """The same, of some ids only."""
        found = self.id(name)
        return found if found is not None and found in ids else None


def said_with(case: Case, said: Said) -> Said:
    """Who talks by a case, and by what a person says besides: his word goes before.

    A case knows its parties by talks.yaml, and by the names that reading.yaml keeps: what a person said when it was drafted.
    """
    talks, roster = case.talks, case.reading.roster if case.reading is not None else AssumedRoster()
    parties = tuple(Side(one.name, one.spellings) for one in talks.parties.values())
    third = tuple(Side(one.name, one.spellings) for one in talks.third_parties.values())
    known = _remembered(parties, roster.parties, third, case), _remembered(third, roster.third_parties, parties, case)
    return Said(_joined(said.parties, known[0], said), _joined(said.third, known[1], said), said.nobody)


def _remembered(
    sides: tuple[Side, ...], assumed: Iterable[Assumed], others: tuple[Side, ...], case: Case
) -> tuple[Side, ...]:
    """Those of talks.yaml with the names that reading.yaml keeps of them, and whom it alone keeps.

    talks.yaml goes before: who stands on the other side there, or speaks for a party, is none of these. One who stands nowhere
    in it is somebody only where a person named all who talk; else he was a guess.
    """
    said = case.reading is not None and case.reading.roster.said
    free = (one for one in case.talks.people.values() if one.of not in case.talks.parties)
    people = {bare(name) for one in free for name in (one.name, *one.spellings)}
    kept = [Side(one.name, one.other, one.role or "") for one in assumed]
    kept = [one for one in kept if not _shared(one, others)]
    alone = (one for one in kept if not _shared(one, sides))
    return (
        *(_with(one, kept) for one in sides),
        *(o for o in alone if said or any(bare(n) in people for n in o.names)),
    )


def _joined(given: Iterable[Side], known: Iterable[Side], said: Said) -> tuple[Side, ...]:
    """Those of the case under their own names with what is given besides, and those whom only the person names."""
    given = list(given)
    named = [_with(side, given) for side in known if said.role_of(side.names) is None or _shared(side, given)]
    return (*named, *(side for side in given if not _shared(side, named)))


def _with(side: Side, given: Iterable[Side]) -> Side:
    same = [one for one in given if _shared(one, [side])]
    more = (name for one in same for name in one.names)
    role = next((one.role for one in same if one.role), side.role)
    return replace(side, other=tuple(dict.fromkeys(n for n in (*side.other, *more) if n != side.name)), role=role)


def _shared(side: Side, others: Iterable[Side]) -> bool:
    keys = {bare(name) for name in side.names}
    return any(keys & {bare(name) for name in other.names} for other in others)


def unknown_to(case: Case, said: Said) -> Iterator[str]:
    """Whom a person names and the case does not know by any of the names."""
    called = Called(case)
    for side in (*said.parties, *said.third):
        if not any(called.id(name) for name in side.names):
            yield side.name
