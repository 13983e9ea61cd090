"""Two entries that are one: two meetings, people or parties; and a party that is a third party, or the other way round.

    joined(talks, record, "m2", "m1")      what both files become when m2 is m1
    moved(talks, "board")                  the party `board` among the third parties, or back

What names the one that goes names the other from then on, in talks.yaml and in record.yaml; its names become spellings; entries
that become the same are one, with the claims of both. Where the two differ, what stays is what the one that stays says. Nothing
is written here.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ..case.entries import mentions, nodes
from ..case.kinds import KINDS
from ..case.validate import from_plain
from ..case.write import entry_data
from ..documents import excerpt
from ..errors import DataError, Problem
from ..language.folding import fold
from ..record import Names, Record
from ..talks import EVERYBODY, OWN, Talks, without_doubt
from .changes import Change, Steps, at
from .differences import GONE, clean, differences
from .index import fits, identity
from .renaming import between, record_changes
from .withdrawal import Consequence, label

SIDES = ("parties", "third_parties")
JOINED = ("meetings", "people", *SIDES)
_UNSAID = (None, "not said", "unknown")
_APART = frozenset({"claims", "unsourced", "same_as", "name", "names", "spellings"})
"""Fields that are not simply taken over."""
_MANY = 8


@dataclass(frozen=True, slots=True)
class Joining:
    """What a join does to both files, in words and as changes."""

    told: tuple[Consequence, ...]
    talks: tuple[Change, ...]
    record: tuple[Change, ...] = ()
    between: tuple[Change, ...] = ()
    """On top of the talks joined, for as long as the record is not: no entry rests on a claim that still names the other one."""


def joined(talks: Talks, record: Record, gone: str, kept: str) -> Joining:
    """What becomes of both files when `gone` is made one with `kept`; DataError where the two cannot be one."""
    place = _require_alike(talks, gone, kept)
    one, pairs = _Join(talks, place, gone, kept), {gone: kept}
    changes, told, after = [*one.changes()], [*one.told], one.talks
    # Two delegations of one side that sit in one meeting now are one delegation.
    while (teams := _teams_in_one_meeting(talks, after, pairs)) is not None:
        one = _Join(after, "delegations", *teams)
        pairs[teams[0]] = teams[1]
        changes, told, after = [*changes, *one.changes()], [*told, *one.told], one.talks
    named = Names.of(talks) if place == "meetings" else None
    rewritten = tuple(record_changes(record, pairs, named))
    claims = {record.claims[int(c.steps[1])].id for c in rewritten if c.steps[0] == "claims"}
    if rewritten:
        number = len({c.steps[:2] for c in rewritten})
        told.append(
            Consequence("record.yaml", f"names {kept} in {number} {'place' if number == 1 else 'places'}", rewritten)
        )
    meanwhile = tuple(between(entry_data(after), claims, {key: str(_place_of(talks, key)) for key in pairs}, kept))
    return Joining(tuple(told), tuple(changes), rewritten, meanwhile if rewritten else ())


def moved(talks: Talks, key: str) -> Joining:
    """What becomes of talks.yaml when a party is made a third party, or a third party a party."""
    place = _place_of(talks, key)
    if place not in SIDES:
        raise _refusal("id", excerpt(key), "a party or a third party of talks.yaml")
    other = SIDES[1 - SIDES.index(place)]
    plain: dict[str, Any] = entry_data(talks)
    value, last = plain[place][key], len(plain[place]) == 1
    leaving = Change("put", (place,), {}) if last and place == "parties" else Change("drop", (place, key))
    changes = (Change("put", (other, key), value), leaving)
    words = "the third parties" if other == "third_parties" else "the parties"
    told = f"stands among {words} from now on; what is said of it stays as it is"
    return Joining((Consequence(Names.of(talks).label(key), told, changes),), changes)


def _require_alike(talks: Talks, gone: str, kept: str) -> str:
    """The place where the one that goes stands."""
    places = [_place_of(talks, gone), _place_of(talks, kept)]
    for key, place in zip((gone, kept), places, strict=True):
        if place not in JOINED:
            raise _refusal("id", excerpt(key), "a meeting, a person, a party or a third party of talks.yaml")
    if gone == kept:
        raise _refusal("id", f"{excerpt(gone)} twice", "two entries that are one")
    if places[0] != places[1] and not {*places} <= {*SIDES}:
        raise _refusal("id", f"{excerpt(gone)} of {places[0]} and {excerpt(kept)} of {places[1]}", "two of a kind")
    return str(places[0])


def _place_of(talks: Talks, key: str) -> str | None:
    return next((place for place in (*JOINED, "delegations") if key in getattr(talks, place)), None)


def _teams_in_one_meeting(before: Talks, after: Talks, pairs: Mapping[str, str]) -> tuple[str, str] | None:
    """Two delegations of one side in one meeting, which were not so before; the second, and the first."""
    for key, meeting in after.meetings.items():
        first: dict[str, str] = {}
        for team in meeting.delegations:
            side = after.delegations[team].of
            other = first.setdefault(side, team)
            here = before.meetings[key].delegations if key in before.meetings else ()
            apart = {team, other} <= {*here} and before.delegations[team].of == before.delegations[other].of
            if other != team and not apart and team not in pairs:
                return team, other
    return None


class _Join:
    """The plain values of the talks while one entry becomes one with another."""

    def __init__(self, talks: Talks, place: str, gone: str, kept: str) -> None:
        self.gone, self.kept, self.told = gone, kept, list[Consequence]()
        self._before: dict[str, Any] = entry_data(talks)
        self._after: dict[str, Any] = deepcopy(self._before)
        self._label = Names.of(talks).label
        self._repoint(talks)
        goes = self._after[place].pop(gone)
        home = next(one for one in (*JOINED, "delegations") if kept in getattr(talks, one))
        self._merge_into((home, kept), goes)
        self._merge_what_is_the_same()

    @property
    def talks(self) -> Talks:
        """The talks as they are then."""
        return from_plain(Talks, clean(self._after))

    def changes(self) -> Iterator[Change]:
        """What changes, inside entries first: then the places of entries are those of the file as it is."""
        found = list(differences(self._before, self._after))
        inside = [change for change in found if len(change.steps) > 2]
        # By turns: changes in different entries can be written at one go.
        turns: dict[Steps, int] = {}
        turn = {id(change): turns.setdefault(change.steps[:2], 0) for change in inside}
        for change in inside:
            turn[id(change)] = turns[change.steps[:2]]
            turns[change.steps[:2]] += 1
        yield from sorted(inside, key=lambda change: turn[id(change)])
        yield from (change for change in found if len(change.steps) <= 2)

    def _repoint(self, talks: Talks) -> None:
        """Let everything that names the one that goes name the other."""
        entries: dict[str, None] = {}
        for node in nodes(talks):
            named = [mention.steps for mention in mentions(node) if without_doubt(mention.id) == self.gone]
            named += [(*node.steps, key) for key in ("by", "about") if getattr(node.entry, key, None) == self.gone]
            readers = enumerate(getattr(node.entry, "readers", ()))
            named += [(*node.steps, "readers", index) for index, reader in readers if reader == self.gone]
            for steps in dict.fromkeys(named):
                self._name_at(steps)
            if named:
                entries[label(node)] = None
        if entries:
            first, more = list(entries)[:_MANY], len(entries) - _MANY
            names = ", ".join(first) + (f" and {more} more" if more > 0 else "")
            self._tell(names, f"{'name' if len(entries) > 1 else 'names'} {self.kept} instead of {self.gone}")

    def _name_at(self, steps: Steps) -> None:
        holder = at(self._after, steps[:-1])
        double = isinstance(holder, list) and self.kept in holder
        doubt = "?" if str(holder[steps[-1]]).endswith("?") else ""
        holder[steps[-1]] = GONE if double else self.kept + doubt

    def _merge_into(self, steps: Steps, goes: dict[str, Any]) -> None:
        stays = at(self._after, steps)
        self._tell(self._label(self.gone), f"is {self._label(self.kept)} from now on; the id {self.gone} goes")
        if "name" in stays:
            _add_names(stays, goes)
        if steps[0] == "delegations" and "head" in stays:
            others = [goes.pop("head"), *goes.get("members", [])] if "head" in goes else goes.get("members", [])
            goes["members"] = [one for one in others if one != stays["head"]]
        self._merge(stays, goes, self.kept)
        self._forget_itself(stays)
        if "same_as" in goes and "same_as" not in stays and goes["same_as"]["meeting"] != self.kept:
            stays["same_as"] = goes["same_as"]

    def _forget_itself(self, stays: dict[str, Any]) -> None:
        """Nothing comes after itself, consists of itself, or may be the same as itself."""
        for key in ("after", "members"):
            if self.kept in stays.get(key, []):
                stays[key] = [GONE if one == self.kept else one for one in stays[key]]
        if stays.get("same_as", {}).get("meeting") == self.kept:
            del stays["same_as"]

    def _merge(self, stays: dict[str, Any], goes: Mapping[str, Any], where: str) -> None:
        """What only the one that goes says is said of the other; where both say something, what stays is told."""
        for key, value in goes.items():
            now = stays.get(key)
            if key in _APART or key == "id" or value in (*_UNSAID, now):
                continue
            if key == "readers":
                both = _who_read_both(now or [], value)
                kept = [one if one in both else GONE for one in now or ()]
                stays[key] = [*kept, *(one for one in both if one not in kept)]
                continue
            if isinstance(value, list):
                new = [one for one in value if one is not GONE and (isinstance(one, dict) or one not in (now or ()))]
                if new:
                    stays[key] = [*(now or ()), *new]
            elif now in _UNSAID:
                stays[key] = value
            elif fold(str(now)) != fold(str(value)):
                self._tell(f"{key} of {where}", f"stays “{_shown(now)}”; “{_shown(value)}” goes")
        _add_claims(stays, goes)

    def _merge_what_is_the_same(self) -> None:
        """Entries of a list that tell the same now, and did not before, are one."""
        first: dict[tuple[object, ...], tuple[Steps, dict[str, Any]]] = {}
        ids: dict[str, str] = {}
        for holder, number, entry in list(_listed(self._after)):
            steps = (*holder, number)
            for kind in (kind for kind in KINDS if fits(kind, steps, entry)):
                key = identity(kind, holder, clean(entry))
                there, other = first.setdefault(key, (steps, entry))
                if other is entry or self._were_the_same(kind, steps, there):
                    continue
                self._merge(other, entry, " ".join(map(str, there)))
                if "id" in entry:
                    ids[entry["id"]] = other["id"]
                own = entry.get("id", entry.get("text", entry.get("who", number + 1)))
                self._tell(f"{holder[-1]} {own}", f"is one with {other.get('id', 'the same told before')}")
                at(self._after, holder)[number] = GONE
        for position in self._after.get("positions", []):
            if position is not GONE and position.get("supersedes") in ids:
                position["supersedes"] = ids[position["supersedes"]]
            if position is not GONE and position.get("supersedes") == position["id"]:
                del position["supersedes"]

    def _were_the_same(self, kind: Any, one: Steps, other: Steps) -> bool:
        before = [at(self._before, steps) for steps in (one, other)]
        if not all(isinstance(entry, dict) and fits(kind, one, entry) for entry in before):
            return False
        return identity(kind, one[:-1], before[0]) == identity(kind, other[:-1], before[1])

    def _tell(self, entry: str, told: str) -> None:
        self.told.append(Consequence(entry, told, ()))


def _shown(value: Any) -> str:
    return ", ".join(f"{key} {one}" for key, one in value.items()) if isinstance(value, dict) else str(value)


def _who_read_both(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Who may read what was two entries: whoever could read either; the team alone where nobody could read both."""
    if not one or EVERYBODY in one:
        return [*other]
    if EVERYBODY in other:
        return [*one]
    return [reader for reader in one if reader in other] or [OWN]


def _add_names(stays: dict[str, Any], goes: Mapping[str, Any]) -> None:
    """The names of the one that goes become spellings of the other; a name in a language that it lacks becomes its name."""
    names = dict(stays.get("names", {}))
    spare = [goes["name"], *goes.get("spellings", [])]
    for language, name in goes.get("names", {}).items():
        if names.setdefault(language, name) != name:
            spare.append(name)
    known = {stays["name"], *names.values(), *stays.get("spellings", [])}
    new = [name for name in dict.fromkeys(spare) if name not in known]
    if names:
        stays["names"] = names
    if new:
        stays["spellings"] = [*stays.get("spellings", []), *new]


def _add_claims(stays: dict[str, Any], goes: Mapping[str, Any]) -> None:
    claims = list(dict.fromkeys([*stays.get("claims", []), *goes.get("claims", [])]))
    if claims:
        stays["claims"] = claims
        stays.pop("unsourced", None)
    elif "unsourced" in goes:
        stays.setdefault("unsourced", goes["unsourced"])


def _listed(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, int, dict[str, Any]]]:
    """The entries that stand in lists, each with its list and its number."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else []):
        if isinstance(inner, dict) and isinstance(key, int):
            yield steps, key, inner
        yield from _listed(inner, (*steps, key))


def _refusal(field: str, found: str, expected: str) -> DataError:
    return DataError([Problem(field, 0, 0, found, expected)])
