"""A case as it could be known on a day: the sources printed by then, and what rests on them."""

from collections.abc import Collection
from dataclasses import is_dataclass, replace
from datetime import date
from types import NoneType
from typing import Any, TypeGuard, TypeVar, get_args

from ...record import Source
from ...talks import Day, Link, Result, Sourced, Talks
from ..entries import Field, Node, fields_of, mentions
from ..known import known_conflict, known_preferences
from ..model import Case
from ..references import KINDS, LISTED

T = TypeVar("T")
# Fields by which an entry that rests on no claim is dated.
_DATED = ("date", "said_on", "made_on", "start", "on")


def known_by(case: Case, day: date) -> Case:
    """The case with only the sources printed on or before `day`, and what rests on them.

    Of a source whose day of print is not said the day of entry counts; one of which neither is said cannot be placed
    and is left out. An entry stays while one of its claims does; a reference to an entry that is gone goes with it.
    """
    sources = {key: source for key, source in case.record.sources.items() if known_on(source).by(day)}
    claims = tuple(claim for claim in case.record.claims if claim.source in sources)
    alive = {claim.id for claim in claims}
    findings = tuple(f for f in case.record.findings if set(f.claims) <= alive and not _later(f, day))
    talks = settled(_prune(case.talks, alive, day))
    record = replace(
        case.record,
        sources=with_known_origins(sources, case.record.sources),
        claims=tuple(replace(c, meeting=None) if _lost(c.meeting, talks.meetings) else c for c in claims),
        findings=findings,
    )
    reading = case.reading and replace(
        case.reading, passages=tuple(p for p in case.reading.passages if p.source in sources)
    )
    preferences, conflict = known_preferences(case.preferences, alive), known_conflict(case.conflict, alive)
    return replace(case, talks=talks, record=record, preferences=preferences, conflict=conflict, reading=reading)


def known_on(source: Source) -> Day:
    """The day from which a source can be known: of its print, else of its entry."""
    return source.printed if source.printed.said else source.entered_on


def with_known_origins(sources: dict[str, Source], all_sources: dict[str, Source]) -> dict[str, Source]:
    """The sources, each derived from the nearest origin that is known: two prints of one wire stay one witness."""
    return {key: _with_known_origin(source, sources, all_sources) for key, source in sources.items()}


def _with_known_origin(source: Source, sources: dict[str, Source], all_sources: dict[str, Source]) -> Source:
    origin = source.derived_from
    while _lost(origin, sources):
        origin = all_sources[origin].derived_from if origin in all_sources else None
    return source if origin == source.derived_from else replace(source, derived_from=origin)


def _lost(key: str | None, known: Collection[str]) -> TypeGuard[str]:
    return key is not None and key not in known


def _later(entry: Any, day: date) -> bool:
    """Whether an entry is dated after the day."""
    days = (getattr(entry, name, None) for name in _DATED)
    return any(isinstance(d, Day) and d.first is not None and d.first > day for d in days)


def _prune(entry: T, alive: set[str], day: date) -> T:
    """The entry without the entries inside it that rest on claims that are gone."""
    changes = {}
    for field in fields_of(type(entry)):
        old = getattr(entry, field.name)
        if (new := _prune_value(old, alive, day)) is not old:
            changes[field.name] = new
    if claims := _claims(entry):
        changes["claims"] = tuple(c for c in claims if c in alive)
    return replace(entry, **changes) if changes else entry  # type: ignore[type-var]  # every entry is a dataclass


def _prune_value(value: Any, alive: set[str], day: date) -> Any:
    if is_dataclass(value) and not isinstance(value, Day):
        return _prune(value, alive, day)
    if isinstance(value, dict) and any(map(is_dataclass, value.values())):
        return {k: _prune(v, alive, day) for k, v in value.items() if _stays(v, alive, day)}
    if isinstance(value, tuple) and any(map(is_dataclass, value)):
        return tuple(_prune(v, alive, day) for v in value if _stays(v, alive, day))
    return value


def _stays(entry: Any, alive: set[str], day: date) -> bool:
    if isinstance(entry, Result) and _later(entry, day):
        return False  # what came of a day that was still ahead nobody knew, whatever its earlier claims are
    if claims := _claims(entry):
        return any(c in alive for c in claims)
    return not _later(entry, day)


def _claims(entry: Any) -> tuple[str, ...]:
    return entry.claims if isinstance(entry, Sourced | Link) else ()


def settled(talks: Talks) -> Talks:
    """Take out references to entries that are gone, until nothing changes: an entry that needs one of them goes too."""
    while True:
        known = {key for kind in KINDS for key in getattr(talks, kind)}
        known |= {entry.id for kind in LISTED for entry in getattr(talks, kind)}
        cut = _cut(talks, known)
        if cut == talks:
            return talks
        talks = cut


def _cut(entry: T, known: set[str]) -> T:
    changes: dict[str, Any] = {}
    lost = {m.steps[0] for m in mentions(Node((), entry, ())) if "claims" not in m.ref.kinds and _gone(m.id, known)}
    for field in fields_of(type(entry)):
        value = getattr(entry, field.name)
        if field.key in lost:
            changes[field.name] = _blank(field, value, known)
        elif (new := _cut_value(value, known)) is not value:
            changes[field.name] = new
    return replace(entry, **changes) if changes else entry  # type: ignore[type-var]  # every entry is a dataclass


def _gone(key: str, known: set[str]) -> bool:
    return key.removesuffix("?") not in known


def _blank(field: Field, value: Any, known: set[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(key for key in value if not _gone(key, known))
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if not _gone(k, known)}
    return None


def _cut_value(value: Any, known: set[str]) -> Any:
    if is_dataclass(value) and not isinstance(value, Day):
        return None if _needs_lost(value, known) else _cut(value, known)
    if isinstance(value, dict) and any(map(is_dataclass, value.values())):
        return {k: _cut(v, known) for k, v in value.items() if not _needs_lost(v, known)}
    if isinstance(value, tuple) and any(map(is_dataclass, value)):
        return tuple(_cut(v, known) for v in value if not _needs_lost(v, known))
    return value


def _needs_lost(entry: Any, known: set[str]) -> bool:
    """Whether an entry names, in a field that cannot be empty, something that is gone."""
    needed = {f.key for f in fields_of(type(entry)) if NoneType not in get_args(f.hint) and _is_scalar(f, entry)}
    return any(
        m.steps[0] in needed and "claims" not in m.ref.kinds and _gone(m.id, known)
        for m in mentions(Node((), entry, ()))
    )


def _is_scalar(field: Field, entry: Any) -> bool:
    return isinstance(getattr(entry, field.name), str)
