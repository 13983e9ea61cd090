"""The comparison of all accounts: slots, the relation of each pair, and what only one source tells. Close to linear in claims."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from ..talks import OWN
from .calling_off import calls_off
from .claim import Claim
from .model import Record
from .names import Names
from .pairing import pairs
from .predicates import HELD, HOLDERS, SIGNED
from .relate import Relater
from .relation import GRAVITY, Relation
from .slots import Answer, Slot, Slots
from .source import Source


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of two independent sources on one question."""

    a: str
    b: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Comparison:
    """All slots with answers of two or more witnesses, and the claims that found no counterpart."""

    slots: Mapping[str, tuple[Pair, ...]]
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    questions: Mapping[str, Slot] = field(default_factory=dict)

    def pairs(self) -> set[tuple[str, str, Relation]]:
        """Every pair once: a pair that stands in two slots keeps its gravest relation."""
        found: dict[tuple[str, str], Relation] = {}
        for pair in (p for listed in self.slots.values() for p in listed):
            key = (pair.a, pair.b)
            if key not in found or GRAVITY.index(pair.relation) < GRAVITY.index(found[key]):
                found[key] = pair.relation
        return {(a, b, relation) for (a, b), relation in found.items()}


def witnesses(sources: Mapping[str, Source]) -> dict[str, str]:
    """The witness behind each source: the source at the root of its `derived_from`, itself where there is none.

    The team's own notes are no witness, nor is what is taken from them: they cannot bear out what the team concludes from them.
    """
    roots: dict[str, str] = {}
    for key in sources:
        path = [key]
        while (origin := sources[path[-1]].derived_from) in sources and origin is not None and origin not in path:
            path.append(origin)
        # Two that name each other as their source are one witness too: the first by name stands for the circle.
        roots[key] = min(path[path.index(origin) :]) if origin in path else path[-1]
    return {key: root for key, root in roots.items() if OWN not in (sources[key].side, sources[root].side)}


def compare(
    record: Record, names: Names, meetings: Iterable[str] = (), same: Mapping[str, str] | None = None
) -> Comparison:
    """Compare the claims that count of all sources.

    `meetings`: the ids of meetings, so that a claim's event is known. `same`: meetings that are certainly another one.
    """
    roots = witnesses(record.sources)
    table = _table((c for c in record.claims if c.source in roots), Slots(names, meetings, same))
    relater = Relater(names, dict(record.sources))
    # A pair that stands in two slots must be named the same way round in both.
    rank = {source: number for number, source in enumerate(record.sources)}
    slots: dict[str, tuple[Pair, ...]] = {}
    questions: dict[str, Slot] = {}
    for slot, by_source in table.items():
        ordered = {source: by_source[source] for source in sorted(by_source, key=rank.__getitem__)}
        found = _compare_slot(slot, ordered, relater, roots)
        if found:
            slots[str(slot)], questions[str(slot)] = found, slot
    return Comparison(slots, _only(record, slots, roots), questions)


def shared_slots(
    record: Record, names: Names, meetings: Iterable[str] = (), same: Mapping[str, str] | None = None
) -> list[str]:
    """The names of the slots that two or more witnesses answer, found without comparing their answers."""
    roots = witnesses(record.sources)
    table = _table((c for c in record.claims if c.source in roots), Slots(names, meetings, same))
    return [str(slot) for slot, by_source in table.items() if len({roots[source] for source in by_source}) > 1]


def _table(claims: Iterable[Claim], slots: Slots) -> dict[Slot, dict[str, list[Answer]]]:
    table: dict[Slot, dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.counts:
            for slot, answer in (*slots.of(claim), *slots.held(claim)):
                table[slot][claim.source].append(answer)
    return {slot: told for slot, told in table.items() if slot.family is not HELD or _called_off(told)}


def _called_off(by_source: Mapping[str, list[Answer]]) -> bool:
    """Whether any source says that the meeting was called off; else that it was held is no question."""
    return any(calls_off(answer.claim) for answers in by_source.values() for answer in answers)


def _compare_slot(
    slot: Slot, by_source: dict[str, list[Answer]], relater: Relater, roots: Mapping[str, str]
) -> tuple[Pair, ...]:
    found = []
    for left, right in _sharing_an_event(by_source):
        if roots[left] == roots[right]:
            continue
        for a, b in _candidates(slot, by_source[left], by_source[right]):
            found.append(Pair(a.claim.id, b.claim.id, relater.relation(slot, a, b)))
    return tuple(found)


def _sharing_an_event(by_source: dict[str, list[Answer]]) -> Iterator[tuple[str, str]]:
    """The pairs of sources that speak of one event, or of which one does not say of which, in the order of the sources.

    Without this a slot that runs over many meetings (one actor, one party's stand) would try every two of all sources.
    """
    sources = list(by_source)
    at: dict[str | None, list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        for event in {answer.event for answer in by_source[source]}:
            at[event].append(number)
    unsaid = at.pop(None, [])
    numbers = {pair for here in at.values() for pair in combinations(here, 2)}
    numbers |= {(min(i, j), max(i, j)) for i in unsaid for j in range(len(sources)) if i != j}
    yield from ((sources[i], sources[j]) for i, j in sorted(numbers))


def _candidates(slot: Slot, left: list[Answer], right: list[Answer]) -> list[tuple[Answer, Answer]]:
    """The pairs of a slot. Holders of a role that both sources name are no rivals of those that only one names."""
    if slot.family is HELD:
        return _held_or_not(left, right)
    found = list(pairs(slot, left, right))
    if not any(slot.family is family for family in (*HOLDERS, SIGNED)):
        return found
    common = {a.subject for a in left} & {b.subject for b in right}
    return [
        (a, b)
        for a, b in found
        if a.subject == b.subject or (not {a.subject, b.subject} & common and _rivals(slot, a, b))
    ]


def _held_or_not(left: list[Answer], right: list[Answer]) -> list[tuple[Answer, Answer]]:
    """One pair for each thing that a source says, held or called off; that two tell of a meeting as held is no question."""
    one, other = ({calls_off(a.claim): a for a in reversed(answers)} for answers in (left, right))
    return [(a, b) for off, a in one.items() for other_off, b in other.items() if off or other_off]


def _rivals(slot: Slot, a: Answer, b: Answer) -> bool:
    """Two signers are rivals only where both are said to sign for the same party."""
    return slot.family is not SIGNED or (a.for_party == b.for_party and a.for_party is not None)


def _only(
    record: Record, slots: Mapping[str, tuple[Pair, ...]], roots: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    paired = {x for listed in slots.values() for pair in listed for x in (pair.a, pair.b)}
    only: dict[str, list[str]] = {source: [] for source in record.sources if source in roots}
    for claim in record.claims:
        if claim.counts and claim.source in only and claim.id not in paired:
            only[claim.source].append(claim.id)
    return {source: tuple(ids) for source, ids in only.items()}
