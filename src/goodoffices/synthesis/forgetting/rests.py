"""What rests on a source alone: its claims, the entries that only they give, and what nobody names once these are gone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import NoneType
from typing import Any, get_args

from ...case import Case
from ...case.conflict import CONFLICT
from ...case.entries import Node, Steps, fields_of, nodes
from ...case.kinds import bearing, kind_at
from ...case.read import PREFERENCES, READING, RECORD, TALKS
from ...case.references import KINDS, LISTED
from ...record import Claim, Source
from ...talks import Link, Sourced
from ...talks.preferences import Based, PartyPreferences
from ..index import Index
from ..withdrawal import given_at, named_by
from .going import Going, alive, named, take_what_needs

FORGOTTEN = "what it rested on was forgotten"
_UNSOURCED = ("parties", "third_parties", "people", "rounds", "issues")
"""What rests on no claim: it goes with the last that names it."""


@dataclass
class Resting:
    """What goes with a source, file by file."""

    case: Case
    source: str
    going: dict[str, Going] = field(default_factory=dict)
    mixed: set[Steps] = field(default_factory=set)
    """Entries of talks.yaml that rest on other claims, too: their words may be those of either."""
    labels: set[Steps] = field(default_factory=set)
    """Options that only the source told, and that stay because somebody's preferences range over them."""

    @property
    def lost(self) -> dict[str, Claim]:
        """The claims of the source."""
        return {claim.id: claim for claim in self.case.record.claims if claim.source == self.source}

    @property
    def kept(self) -> list[Claim]:
        """The claims of the others."""
        return [claim for claim in self.case.record.claims if claim.source != self.source]

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The files that the case has, and what they hold."""
        case = self.case
        files = {TALKS: case.talks, RECORD: case.record, PREFERENCES: case.preferences, CONFLICT: case.conflict}
        yield from ((name, root) for name, root in {**files, READING: case.reading}.items() if root is not None)


def resting_on(case: Case, source: str) -> Resting:
    """What goes with a source."""
    found = Resting(case, source)
    found.going = {name: Going() for name, _ in found.roots()}
    _record(found)
    _talks(found)
    for name in (PREFERENCES, CONFLICT):
        _grounds(found, name)
    _until_nothing_more(found)
    return found


def _record(found: Resting) -> None:
    record, lost, going = found.case.record, found.lost, found.going[RECORD]
    going.gone.add(("sources", found.source))
    going.gone |= {("claims", n) for n, claim in enumerate(record.claims) if claim.id in lost}
    going.gone |= {("findings", n) for n, one in enumerate(record.findings) if lost.keys() & set(one.claims)}
    for key, origin in _origins(record.sources, found.source):
        if origin is None:
            going.gone.add(("sources", key, "derived_from"))
        else:
            going.puts["sources", key, "derived_from"] = origin


def _origins(sources: Mapping[str, Source], gone: str) -> Iterator[tuple[str, str | None]]:
    """From whom those that were taken from the source are taken now: from its own origin, else all from the first of them.

    Two prints of one wire stay one witness, also where the wire is forgotten.
    """
    taken = [key for key, source in sources.items() if source.derived_from == gone]
    origin = sources[gone].derived_from
    for number, key in enumerate(taken):
        yield key, origin if origin is not None or number == 0 else taken[0]


def _talks(found: Resting) -> None:
    going, lost = found.going[TALKS], found.lost
    by_id, mentioned = found.case.claims, {name for claim in found.kept for name in named_by(claim)}
    for node in nodes(found.case.talks):
        if isinstance(node.entry, Sourced | Link) and any(key in lost for key in node.entry.claims):
            others = _others(node, lost, by_id)
            if others or (isinstance(node.entry, Link) and node.entry.why):
                going.gone |= {(*node.steps, "claims", n) for n, key in enumerate(node.entry.claims) if key in lost}
                found.mixed.add(node.steps)
            elif node.steps[0] in KINDS and len(node.steps) == 2 and node.steps[1] in mentioned:
                going.gone.add((*node.steps, "claims"))
                going.add(node.steps, "unsourced", FORGOTTEN)
                found.mixed.add(node.steps)
            else:
                going.gone.add(node.steps)
    _given_alone(found)


def _others(node: Node, lost: Mapping[str, Claim], claims: Mapping[str, Claim]) -> list[str]:
    """The claims on which an entry goes on resting; none where those that are left only deny it, or hope for it."""
    others = [key for key in node.entry.claims if key not in lost]
    kind = kind_at(node.entry, node.steps)
    bears = {bearing(kind, claims[key]) for key in others if key in claims} if kind else set()
    return [] if bears and "asserts" not in bears else others


def _given_alone(found: Resting) -> None:
    """Take out of entries that stay what only lost claims gave."""
    if not found.mixed:
        return
    going, lost, index = found.going[TALKS], found.lost, Index(found.case.talks, found.case.claims)
    for node in alive(found.case.talks, going):
        if node.steps in found.mixed and isinstance(node.entry, Sourced):
            ours = [lost[key] for key in node.entry.claims if key in lost]
            theirs = [found.case.claims[k] for k in node.entry.claims if k not in lost and k in found.case.claims]
            going.gone |= set(_fields(index, node, ours, theirs))


def _fields(index: Index, node: Node, ours: Iterable[Claim], theirs: Iterable[Claim]) -> Iterator[Steps]:
    lost, kept = given_at(index, ours, node), given_at(index, theirs, node)
    if isinstance(node.steps[-1], int) and not kept:
        return  # what the others make of it cannot be told: a person put them there
    needed = {f.key for f in fields_of(type(node.entry)) if f.hint is str or NoneType not in get_args(f.hint)}
    entry = index.at(*node.steps) or {}
    for key, value in entry.items():
        several = isinstance(value, list)
        if key in ("claims", "of", "title", "kind", "name", "id") or (key in needed and not several):
            continue
        for number, one in enumerate(value if several else [value]):
            if one in lost.get(key, ()) and one not in kept.get(key, ()):
                yield (*node.steps, key, number) if several else (*node.steps, key)


def _grounds(found: Resting, name: str) -> None:
    """What a party is held to want on the ground of a lost claim alone."""
    root = dict(found.roots()).get(name)
    if root is None:
        return
    going, lost = found.going[name], found.lost
    for node in nodes(root):
        if isinstance(node.entry, Based) and (claims := [*node.entry.own, *node.entry.told]):
            if all(key in lost for key in claims):
                going.gone.add(_held(node))
            for key in ("own", "told"):
                going.gone |= {(*node.steps, key, n) for n, one in enumerate(getattr(node.entry, key)) if one in lost}


def _held(node: Node) -> Steps:
    """What stands and falls with a ground: the entry; of a party's points all that is told of the party."""
    holder = node.ancestors[-1]
    return holder.steps if isinstance(holder.entry, PartyPreferences) and node.steps[-1] == "basis" else node.steps


def _until_nothing_more(found: Resting) -> None:
    more = True
    while more:
        known = _known(found)

        def lost(kinds: tuple[str, ...], key: str, known: Mapping[str, set[str]] = known) -> bool:
            return not any(key in known.get(kind, ()) for kind in kinds)

        taken = [take_what_needs(root, found.going[name], lost) for name, root in found.roots()]
        more = any(taken) or _unnamed(found) or _options(found)


def _known(found: Resting) -> dict[str, set[str]]:
    talks, going = found.case.talks, found.going[TALKS]
    known = {kind: {key for key in getattr(talks, kind) if not going.has((kind, key))} for kind in KINDS}
    known |= {k: {one.id for n, one in enumerate(getattr(talks, k)) if not going.has((k, n))} for k in LISTED}
    return {**known, "sources": set(found.case.record.sources) - {found.source}}


def _unnamed(found: Resting) -> bool:
    """Take out what was named by what is gone, and is named by nothing that stays."""
    talks, going = found.case.talks, found.going[TALKS]
    now = {one.id.removesuffix("?") for name, root in found.roots() for one in named(root, found.going[name])}
    now |= {name for claim in found.kept for name in named_by(claim)}
    now |= {source.side for key, source in found.case.record.sources.items() if key != found.source}
    now |= {str(getattr(node.entry, "by", "")) for node in alive(talks, going)}
    if found.case.conflict is not None:
        now |= set(found.case.conflict.decision_makers)
    before = _named_by_what_is_gone(found)
    alone = {(k, key) for k in _UNSOURCED for key in getattr(talks, k) if key in before and key not in now}
    alone -= going.gone
    going.gone |= alone
    return bool(alone)


def _named_by_what_is_gone(found: Resting) -> set[str]:
    ours = {name for claim in found.lost.values() for name in named_by(claim)}
    whole = {one.id.removesuffix("?") for name, root in found.roots() for one in named(root, Going())}
    stays = {one.id.removesuffix("?") for name, root in found.roots() for one in named(root, found.going[name])}
    # A person of whom only a post was told, and that by the source: nothing names him, and nothing is left of him.
    bare = {
        key for key, person in found.case.talks.people.items()
        if person.posts and all(found.going[TALKS].has(("people", key, "posts", n)) for n in range(len(person.posts)))
    }  # fmt: skip
    return ours | (whole - stays) | bare


def _options(found: Resting) -> bool:
    """Take out options that only the source named; an issue without any goes, too."""
    talks, going = found.case.talks, found.going[TALKS]
    ours = {(claim.issue, claim.option) for claim in found.lost.values()}
    ours |= {pair for node in nodes(talks) if going.has(node.steps) for pair in _pairs(node.entry)}
    theirs = {(claim.issue, claim.option) for claim in found.kept}
    theirs |= {pair for node in alive(talks, going) for pair in _pairs(node.entry)}
    beside, grounded = _beside(found, lambda node: True), _beside(found, _has_ground)
    new: set[Steps] = set()
    for key, issue in talks.issues.items():
        alone = [one for one in issue.options if (key, one) in ours - theirs]
        gone = [one for one in alone if one not in beside]
        found.labels |= {("issues", key, "options", one) for one in alone if one in beside - grounded}
        whole = len(gone) == len(issue.options)
        new |= {("issues", key)} if whole else {("issues", key, "options", one) for one in gone}
    new = {steps for steps in new if not going.has(steps)}
    going.gone |= new
    return bool(new)


def _pairs(entry: Any) -> Iterator[tuple[str | None, str | None]]:
    if isinstance(entry, Link):
        yield from ((key, one) for part in (entry.if_, entry.then) for key, options in part.items() for one in options)
    elif getattr(entry, "issue", None) is not None:
        yield entry.issue, getattr(entry, "option", None)


def _has_ground(node: Node) -> bool:
    """Whether a claim tells what a party wants there."""
    ground = node.entry.basis if isinstance(node.entry, PartyPreferences) else node.entry
    return isinstance(ground, Based) and bool(ground.own or ground.told)


def _beside(found: Resting, which: Callable[[Node], bool]) -> set[str]:
    """The words of preferences.yaml, or of some entries of it, among which its options are."""
    preferences, going = found.case.preferences, found.going.get(PREFERENCES, Going())
    if preferences is None:
        return set()
    return {word for node in alive(preferences, going) if which(node) for word in _strings(node.entry)}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (word for pair in value.items() for one in pair for word in _strings(one))
    elif isinstance(value, tuple):
        yield from (word for one in value for word in _strings(one))
    elif hasattr(value, "__slots__") and hasattr(value, "__dataclass_fields__"):
        yield from (word for name in value.__dataclass_fields__ for word in _strings(getattr(value, name)))
