"""The talks as plain values in which entries are found by what makes them the same, and changes are made one by one."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import Any

from ..case.kinds import BY_NAME, KINDS, Kind
from ..case.references import KINDS as MAPPINGS
from ..case.references import LISTED
from ..case.write import entry_data
from ..documents import Plain
from ..language.folding import fold
from ..language.ids import NewIds
from ..record import Claim
from ..talks import Talks
from .changes import Change, Steps, at, made_in
from .evidence import Evidence

SIDES = ("parties", "third_parties")


class Index:
    """The talks of a case while claims are offered to them; `claims` are all of the record, also those that do not count."""

    def __init__(self, talks: Talks, claims: Mapping[str, Claim]) -> None:
        plain: dict[str, Any] = entry_data(talks)
        self.plain = plain
        self.claims = claims
        self._ids: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._place: dict[str, str] = {}
        self._same: dict[tuple[object, ...], Steps] = {}
        self._seated: dict[tuple[str, str], str] = {}
        self._waiting: dict[str, dict[str, None]] = {}
        self._early: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}
        for place in MAPPINGS:
            entries: dict[str, Any] = self.plain.get(place, {})
            for key, entry in entries.items():
                self._name(place, key, entry)
        for kind, steps, entry in self._entries():
            self._same.setdefault(identity(kind, steps[:-1], entry), steps)
        self.evidence = self._heard(claims.values())
        """What all accounts together say; names mean there what they meant before anything was added."""

    # Names

    def id(self, name: str) -> str:
        """The id that a name means; its folded letters where the talks know none."""
        if name in self._place:
            return name
        folded = fold(name)
        return self._ids.get(folded, folded)

    def label(self, name: str) -> str:
        """The name that the talks print for an id, or for whoever bears the name."""
        return self._labels.get(self.id(name), name)

    def place_of(self, name: str) -> str | None:
        """Where among the talks a name stands: `parties`, `people`, `meetings`, ..."""
        return self._place.get(self.id(name))

    def actor(self, name: str) -> str | None:
        """The id of a person, party or third party."""
        return self.id(name) if self.place_of(name) in (*SIDES, "people") else None

    def side(self, name: str | None) -> str | None:
        """The id of a party or third party."""
        return self.id(name) if name is not None and self.place_of(name) in SIDES else None

    def meeting(self, *names: str | None) -> str | None:
        """The id of the first of the names that is a meeting of the talks."""
        return next((self.id(name) for name in names if name and self.place_of(name) == "meetings"), None)

    def people(self) -> Iterator[tuple[str, str]]:
        """All names of people, with their ids."""
        for key, person in self.plain.get("people", {}).items():
            yield from ((name, key) for name in (person["name"], *person.get("spellings", [])))

    def new_id(self, name: str, otherwise: str, *besides: str) -> str:
        """An id that is free, for something new; it is taken only when the change that uses it is made.

        `besides`: ids that the same change takes.
        """
        return NewIds((*self._taken, *besides)).new(name, otherwise=otherwise)

    def next_id(self, place: str, letter: str) -> str:
        """The next id in a row such as p1, p2, ..."""
        number = self._numbers.get(place, 0) + 1
        while f"{letter}{number}" in self._taken:
            number += 1
        self._numbers[place] = number - 1
        return f"{letter}{number}"

    def whoever_is_rejected(self) -> "Index":
        """The same talks, where claims that were rejected are heard as well."""
        other = copy(self)
        other.evidence = self._heard(replace(claim, status="proposed") for claim in self.claims.values())
        return other

    def _heard(self, claims: Iterable[Claim]) -> Evidence:
        meetings: dict[str, Any] = self.plain.get("meetings", {})
        days = {key: meeting["date"] for key, meeting in meetings.items() if "date" in meeting}
        orders = [(first, key) for key, meeting in meetings.items() for first in meeting.get("after", [])]
        return Evidence(claims, self.id, days, orders)

    # Entries

    def find(self, kind: str, holder: Steps, entry: Mapping[str, Any]) -> Steps | None:
        """The place of the entry that is the same as this one."""
        return self._same.get(identity(BY_NAME[kind], holder, entry))

    def at(self, *steps: str | int) -> Any:
        """The plain value at a place; None where nothing stands."""
        return at(self.plain, steps)

    def team(self, party: str, meeting: str | None) -> str | None:
        """The delegation of a party in a meeting, or the one that sits in none yet, where the party is told to have only one."""
        seated = self._seated.get((party, meeting or ""))
        waiting = self._waiting.get(party, {})
        one_meeting = meeting is None or len(self.evidence.meetings_of(party)) < 2
        return seated or (next(iter(waiting), None) if one_meeting else None)

    def make(self, change: Change) -> None:
        """Make a change; what is new is found from then on."""
        made_in(self.plain, change)
        if change.way == "append":
            self._grown(change)
        elif change.way == "put":
            self._put(change)

    def _grown(self, change: Change) -> None:
        steps = (*change.steps, len(self.at(*change.steps)) - 1)
        if change.steps[0] == "meetings" and change.steps[-1] == "delegations":
            self._seat(str(change.value), str(change.steps[1]))
        if isinstance(change.value, dict):
            self._enter(steps, change.value)
            self._taken.add(str(change.value.get("id", "")))

    def _put(self, change: Change) -> None:
        place, value = str(change.steps[0]), change.value
        if len(change.steps) == 2 and isinstance(value, dict):
            self._name(place, str(change.steps[1]), value)
            self._enter(change.steps, value)
            for kind, steps, entry in self._inside(change.steps, value):
                self._same.setdefault(identity(kind, steps[:-1], entry), steps)

    def _enter(self, steps: Steps, value: dict[str, Any]) -> None:
        for kind in KINDS:
            if fits(kind, steps, value):
                self._same.setdefault(identity(kind, steps[:-1], value), steps)

    def _name(self, place: str, key: str, entry: Mapping[str, Any]) -> None:
        self._place[key] = place
        label = str(entry.get("name") or entry.get("title") or key)
        self._labels[key] = label
        names = [label, *entry.get("names", {}).values(), *entry.get("spellings", [])]
        self._ids.update({fold(name): key for name in names})
        self._taken.add(key)
        if "evidence" in self.__dict__:
            self.evidence.name(key, label)
        if place == "delegations":
            self._waiting.setdefault(entry["of"], {})[key] = None
            for meeting in self._early.pop(key, ()):
                self._seat(key, meeting)
        for team in entry.get("delegations", []) if place == "meetings" else []:
            self._seat(team, key)

    def _seat(self, team: str, meeting: str) -> None:
        entry = self.at("delegations", team)
        if entry is None:  # the seat comes first, the delegation next
            self._early.setdefault(team, []).append(meeting)
        else:
            self._waiting.get(entry["of"], {}).pop(team, None)
            self._seated.setdefault((entry["of"], meeting), team)

    @cached_property
    def _taken(self) -> set[str]:
        used = {key for place in MAPPINGS for key in self.plain.get(place, {})}
        return used | {entry["id"] for place in LISTED for entry in self.plain.get(place, [])}

    def _entries(self) -> Iterator[tuple[Kind, Steps, dict[str, Any]]]:
        for place, value in self.plain.items():
            yield from self._inside((place,), value)

    def _inside(self, steps: Steps, value: Plain) -> Iterator[tuple[Kind, Steps, dict[str, Any]]]:
        for key, inner in (
            value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else [])
        ):
            here = (*steps, key)
            if isinstance(inner, dict):
                yield from ((kind, here, inner) for kind in KINDS if fits(kind, here, inner))
            yield from self._inside(here, inner)


def identity(kind: Kind, holder: Steps, entry: Mapping[str, Any]) -> tuple[object, ...]:
    """What makes an entry of a kind the same as another one in the same list or mapping."""
    return (kind.name, holder, *(_folded(entry.get(key)) for key in kind.same_by))


def fits(kind: Kind, steps: Steps, entry: Mapping[str, Any]) -> bool:
    """Whether plain values at a place may be an entry of a kind that is told apart by its fields."""
    fields = all(entry.get(key) in values for key, values in kind.where.items())
    return bool(kind.same_by) and kind.is_at(steps) and fields


def _folded(value: Any) -> object:
    if isinstance(value, list) and value:
        return tuple(sorted(map(str, value)))
    return fold(str(value)) if value not in (None, []) else ""
