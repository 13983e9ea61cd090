"""What the record says of an entry that goes, said of the one that stays; and the talks for as long as it does not yet."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..record import Names, Record
from ..talks import without_doubt
from .changes import Change, Steps


def record_changes(record: Record, pairs: Mapping[str, str], names: Names | None) -> Iterator[Change]:
    """What the record says of the one that goes, said of the other; `names`: where a title goes with the entry."""

    def new(word: Any) -> Any:
        if not isinstance(word, str):
            return word
        bare, doubt = without_doubt(word), word[len(without_doubt(word)) :]
        named = names.id(bare) if names is not None and bare not in pairs else bare
        return pairs[named] + doubt if named in pairs else word

    for number, claim in enumerate(record.claims):
        for key in ("subject", "meeting", "for_party", "value", "attributed_to"):
            value = getattr(claim, key)
            if isinstance(value, tuple):
                found: Any = list(dict.fromkeys(map(new, value)))
                if found != list(value):
                    yield Change("put", ("claims", number, key), found)
            elif new(value) != value:
                yield Change("put", ("claims", number, key), new(value))
    for source, entry in record.sources.items():
        if entry.side in pairs:
            yield Change("put", ("sources", source, "side"), pairs[entry.side])
    yield from _readers(record, pairs)
    for number, finding in enumerate(record.findings):
        slot = ":".join(pairs.get(part, part) for part in finding.slot.split(":"))
        if slot != finding.slot:
            yield Change("put", ("findings", number, "slot"), slot)


def _readers(record: Record, pairs: Mapping[str, str]) -> Iterator[Change]:
    """Who may read what, where the one that goes is among them."""
    held: list[tuple[Steps, Any]] = [(("sources", key), source) for key, source in record.sources.items()]
    for name in ("claims", "findings", "passages"):
        held += [((name, number), entry) for number, entry in enumerate(getattr(record, name))]
    for steps, entry in held:
        found = list(dict.fromkeys(pairs.get(reader, reader) for reader in entry.readers))
        if found != list(entry.readers):
            yield Change("put", (*steps, "readers"), found)


def between(plain: Any, claims: set[str], gone: Mapping[str, str], kept: str) -> Iterator[Change]:
    """The entries that rest on claims which still name the one that goes say so meanwhile; that one (its place) is still there."""
    resting = list(_resting(plain, claims))
    for steps, listed in resting:
        if steps[0] != "links":
            why = f"is being made one with {kept}; claims {', '.join(listed)}"
            yield Change("put", (*steps, "unsourced"), why)
    yield from (Change("drop", (*steps, "claims")) for steps, _ in resting)
    for key, place in gone.items():
        name, why = f"{key} (is being made one with {kept})", f"is being made one with {kept}"
        entry: dict[str, Any] = {"title": name, "unsourced": why}
        if place == "delegations":
            entry = {"of": next(iter({**plain.get("parties", {}), **plain.get("third_parties", {})})), "unsourced": why}
        elif place != "meetings":
            entry = {"name": name, **({"kind": "not said"} if place != "people" else {})}
        yield Change("put", (place, key), entry)


def _resting(value: Any, claims: set[str], steps: Steps = ()) -> Iterator[tuple[Steps, list[str]]]:
    if isinstance(value, dict) and claims & {*value.get("claims", [])}:
        yield steps, value["claims"]
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else []):
        yield from _resting(inner, claims, (*steps, key))
