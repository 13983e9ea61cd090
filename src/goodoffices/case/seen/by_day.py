"""A case as it could be known on a day: the sources printed by then, and what rests on them."""

from collections.abc import Collection
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from types import NoneType
from typing import Any, TypeGuard, TypeVar, get_args

from ...record import Source
from ...talks import Day, Link, Result, Sourced, Talks
from ..entries import Field, Node, fields_of, mentions
from ..known import KnownClaims, known_conflict, known_preferences
from ..model import Case
from ..references import KINDS, LISTED
from ..rights import TEAM, Reader, names_him
from .readings import of_sources

T = TypeVar("T")
# Fields by which an entry that rests on no claim is dated.
_DATED = ("date", "said_on", "made_on", "start", "on")


@dataclass(frozen=True)
class _When:
    """A day, what was known by then, and to whom."""

    day: date
    claims: KnownClaims
    reader: Reader


def known_by(case: Case, day: date, reader: Reader = TEAM, unread: Collection[str] = ()) -> Case:
    """The case with only the sources printed on or before `day`, and what rests on them.

    `unread`: the claims, of any day, that the reader does not read.

    Of a source whose day of print is not said the day of entry counts; one of which neither is said cannot be placed
    and is left out. An entry stays while one of its claims does; a reference to an entry that is gone goes with it.
    """
    sources = {
        # As in `evidence.sources`, which does not see any more that it was taken from one that was not known yet.
        key: replace(source, note=None) if source.derived_from is not None and reader != TEAM else source
        for key, source in case.record.sources.items()
        if known_on(source).by(day)
    }
    claims = tuple(claim for claim in case.record.claims if claim.source in sources)
    alive = {claim.id for claim in claims}
    findings = tuple(f for f in case.record.findings if set(f.claims) <= alive and not _later(f, day))
    known = KnownClaims(frozenset(alive), frozenset(unread), for_team=reader == TEAM)
    talks = settled(_prune(case.talks, _When(day, known, reader)))
    record = replace(
        case.record,
        sources=with_known_origins(sources, case.record.sources),
        claims=tuple(replace(c, meeting=None) if _lost(c.meeting, talks.meetings) else c for c in claims),
        findings=findings,
    )
    reading = case.reading and of_sources(case.reading, sources)
    preferences, conflict = known_preferences(case.preferences, known), known_conflict(case.conflict, known)
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


def _prune(entry: T, when: _When) -> T:
    """The entry without the entries inside it that rest on claims that are gone."""
    changes = {}
    for field in fields_of(type(entry)):
        old = getattr(entry, field.name)
        if (new := _prune_value(old, when)) is not old:
            changes[field.name] = new
    if claims := _claims(entry):
        changes["claims"] = when.claims.of(claims)
    return replace(entry, **changes) if changes else entry  # type: ignore[type-var]  # every entry is a dataclass


def _prune_value(value: Any, when: _When) -> Any:
    if is_dataclass(value) and not isinstance(value, Day):
        return _prune(value, when)
    if isinstance(value, dict) and any(map(is_dataclass, value.values())):
        return {k: _prune(v, when) for k, v in value.items() if _stays(v, when)}
    if isinstance(value, tuple) and any(map(is_dataclass, value)):
        return tuple(_prune(v, when) for v in value if _stays(v, when))
    return value


def _stays(entry: Any, when: _When) -> bool:
    if isinstance(entry, Result) and _later(entry, when.day):
        return False  # what came of a day that was still ahead nobody knew, whatever its earlier claims are
    if claims := _claims(entry):
        return when.claims.carry(claims, widened=names_him(getattr(entry, "readers", ()), when.reader))
    return not _later(entry, when.day)


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
