"""Whom a report's names mean in a case: by the case's own names, and by those that a person gave besides."""

from collections.abc import Iterable, Iterator

from ..case import Case
from ..talks import Talks
from .roster import NOTHING, Said, Side, bare


class Called:
    """Ids of a case by the names under which reports may print them."""

    def __init__(self, case: Case, said: Said = NOTHING) -> None:
        talks = case.talks
        self._names = case.names
        self._known = {*talks.parties, *talks.third_parties, *talks.people, *talks.issues}
        self._given: dict[str, str] = {}
        for side in (*said.parties, *said.third):
            known = next((key for name in side.names if (key := self.id(name)) is not None), None)
            if known is not None:
                self._given |= {bare(name): known for name in side.names}

    def id(self, name: str) -> str | None:
        """The id that a name means."""
        found = self._names.id(name.removeprefix("the ").strip())
        return found if found in self._known else self._given.get(bare(name))

    def among(self, ids: Iterable[str], name: str) -> str | None:
        """The same, of some ids only."""
        found = self.id(name)
        return found if found is not None and found in ids else None


def said_with(talks: Talks, said: Said) -> Said:
    """Who talks by a case, and by what a person says besides: his word goes before."""
    parties = tuple(Side(one.name, one.spellings) for one in talks.parties.values())
    third = tuple(Side(one.name, one.spellings) for one in talks.third_parties.values())
    return Said(_joined(said.parties, parties, said), _joined(said.third, third, said), said.nobody)


def _joined(given: Iterable[Side], known: Iterable[Side], said: Said) -> tuple[Side, ...]:
    """Those of the case under their own names with what is given besides, and those whom only the person names."""
    given = list(given)
    named = [_with(side, given) for side in known if said.role_of(side.names) is None or _shared(side, given)]
    return (*named, *(side for side in given if not _shared(side, named)))


def _with(side: Side, given: Iterable[Side]) -> Side:
    more = (name for one in given if _shared(one, [side]) for name in one.names)
    return Side(side.name, tuple(dict.fromkeys(n for n in (*side.other, *more) if n != side.name)))


def _shared(side: Side, others: Iterable[Side]) -> bool:
    keys = {bare(name) for name in side.names}
    return any(keys & {bare(name) for name in other.names} for other in others)


def unknown_to(case: Case, said: Said) -> Iterator[str]:
    """Whom a person names and the case does not know by any of the names."""
    called = Called(case)
    for side in (*said.parties, *said.third):
        if not any(called.id(name) for name in side.names):
            yield side.name
