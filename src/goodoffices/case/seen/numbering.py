"""The last rule: all ids are numbers of what is shown, in its order, so that nothing tells by a gap what is not.

A claim is `1`, a source `A`, a meeting `meeting-1`. Numbered are also ids inside slots and values; words that are no ids stay.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...record import Finding, Source, family_of
from ...talks import VOICES, Based, Conflict, Importance, Link, Order, Preferences, Talks, without_doubt
from ..entries import Node, fields_of, mentions
from ..model import Case
from ..references import KINDS
from .sift import sifted

_LETTERS = {"positions": "p", "conditions": "c", "proposals": "o", "statements": "s"}
_WORDS = {
    "parties": "party", "third_parties": "third-party", "people": "person", "delegations": "delegation", "rounds": "round",
    "meetings": "meeting", "issues": "issue", "instruments": "instrument",
}  # fmt: skip
_IDS = frozenset({"role", "actors", "sequence"})
"""Kinds of value that are ids."""


def letters(number: int) -> str:
    """A, B, ..., Z, AA, AB, ...

    >>> [letters(n) for n in (1, 26, 27, 703)]
    ['A', 'Z', 'AA', 'AAA']
    """
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


@dataclass(frozen=True)
class Numbers:
    """The new id of everything."""

    things: Mapping[str, str]
    """Of what stands in the talks."""
    claims: Mapping[str, str]
    sources: Mapping[str, str]
    options: Mapping[tuple[str, str], str]
    """By issue and option."""

    @classmethod
    def of(cls, *cases: Case) -> "Numbers":
        """The numbers of several states of one case, the first before what only the others have."""
        things: dict[str, str] = {}
        for kind, word in _WORDS.items():
            things |= _numbered((key for c in cases for key in getattr(c.talks, kind)), f"{word}-{{}}".format)
        for kind, letter in _LETTERS.items():
            things |= _numbered((entry.id for c in cases for entry in getattr(c.talks, kind)), f"{letter}{{}}".format)
        makers = (
            key for c in cases if c.conflict is not None for key in c.conflict.decision_makers if key not in things
        )
        things |= _numbered(makers, "side-{}".format)
        claims = _numbered((claim.id for c in cases for claim in c.record.claims), str)
        sources = _numbered((key for c in cases for key in c.record.sources), letters)
        options: dict[tuple[str, str], str] = {}
        for key in dict.fromkeys(key for c in cases for key in c.talks.issues):
            own = _numbered(
                (o for c in cases if key in c.talks.issues for o in c.talks.issues[key].options), "option-{}".format
            )
            options |= {(key, option): new for option, new in own.items()}
        return cls(things, claims, sources, options)

    def thing(self, word: str) -> str:
        """An id, also a doubted one; words as they are."""
        bare = without_doubt(word)
        return self.things[bare] + word[len(bare) :] if bare in self.things else word

    def option(self, issue: str | None, option: str) -> str:
        """An option of an issue."""
        return self.options.get((issue or "", option), option)


def _numbered(keys: Iterable[str], name: Callable[[int], str]) -> dict[str, str]:
    return {key: name(number) for number, key in enumerate(dict.fromkeys(keys), 1)}


def numbered(case: Case, numbers: Numbers) -> Case:
    """The case under new ids; who may read what stands in it no longer."""

    def judge(entry: Any, steps: Any) -> Any:
        return _renamed(entry, numbers)

    talks = _keyed(sifted(_renamed(_titled(case.talks), numbers), judge), numbers)
    sources = {numbers.sources[key]: _source(s, key, numbers) for key, s in case.record.sources.items()}
    record = replace(
        case.record, sources=sources, passages=(), claims=tuple(_claim(c, numbers) for c in case.record.claims),
        findings=tuple(_finding(f, numbers) for f in case.record.findings),
    )  # fmt: skip
    preferences = case.preferences and _preferences(sifted(_renamed(case.preferences, numbers), judge), numbers)
    reading = case.reading and replace(
        case.reading,
        passages=tuple(replace(p, source=numbers.sources[p.source]) for p in case.reading.passages),
        together=tuple(
            replace(two, a=numbers.sources[two.a], b=numbers.sources[two.b]) for two in case.reading.together
        ),
    )
    return replace(
        case, talks=talks, record=record, preferences=preferences, reading=reading,
        conflict=case.conflict and _conflict(case.conflict, numbers),
        texts={numbers.sources[key]: text for key, text in case.texts.items()},
        originals={numbers.sources[key]: text for key, text in case.originals.items()},
        anchors={numbers.claims[key]: a for key, a in case.anchors.items() if key in case.claims},
        in_our_words=frozenset(numbers.sources[key] for key in case.in_our_words), warnings=(),
    )  # fmt: skip


def _titled(talks: Talks) -> Talks:
    """What has no title is called by its id, which the team has chosen to be read."""
    issues = {key: replace(issue, title=issue.title or key) for key, issue in talks.issues.items()}
    return replace(talks, issues=issues)


def _renamed(entry: Any, numbers: Numbers) -> Any:
    """An entry of the talks or of preferences with the ids that it names itself under their new names."""
    changes: dict[str, Any] = {}
    for mention in mentions(Node((), entry, ())):
        key = str(mention.steps[0])
        new = numbers.claims.get(mention.id, mention.id) if "claims" in mention.ref.kinds else numbers.thing(mention.id)
        changes.setdefault(key, []).append((mention.id, new))
    fields = {field.key: field.name for field in fields_of(type(entry))}
    renamed = {fields[key]: _value(getattr(entry, fields[key]), dict(pairs)) for key, pairs in changes.items()}
    for name in fields.values():
        value = getattr(entry, name)
        if name == "readers":
            renamed[name] = ()
        elif name == "id" or (name in ("by", "about", "told_by") and isinstance(value, str)):
            renamed[name] = numbers.thing(value)
        elif name == "option" and value is not None:
            renamed[name] = numbers.option(getattr(entry, "issue", None), value)
    return replace(entry, **_answers(entry, renamed, numbers))


def _value(value: Any, pairs: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return pairs.get(value, value)
    if isinstance(value, tuple):
        return tuple(pairs.get(one, one) for one in value)
    return {pairs.get(key, key): one for key, one in value.items()} if isinstance(value, dict) else value


def _answers(entry: Any, renamed: dict[str, Any], numbers: Numbers) -> dict[str, Any]:
    """The options that stand in lists and mappings, by the issue to which they belong."""

    def ranked(one: Any) -> Any:
        return numbers.option(entry.issue, one) if isinstance(one, str) else tuple(map(ranked, one))

    def package(chosen: Mapping[str, str]) -> dict[str, str]:
        return {numbers.thing(issue): numbers.option(issue, option) for issue, option in chosen.items()}

    match entry:
        case Link():
            for name in ("if_", "then"):
                side = getattr(entry, name).items()
                renamed[name] = {numbers.thing(i): tuple(numbers.option(i, o) for o in options) for i, options in side}
        case Order():
            renamed["best_first"] = tuple(map(ranked, entry.best_first))
        case Importance():
            for name in ("swing", "over"):
                issue, *ends = getattr(entry, name)
                renamed[name] = (numbers.thing(issue), *(numbers.option(issue, end) for end in ends))
        case Preferences():
            renamed["status_quo"] = package(entry.status_quo)
        case _:
            for name in ("accepts", "refuses"):
                if chosen := getattr(entry, name, None):
                    renamed[name] = package(chosen)
            if points := getattr(entry, "points", None):
                renamed["points"] = {
                    numbers.thing(i): {numbers.option(i, o): n for o, n in given.items()} for i, given in points.items()
                }
    return renamed


def _keyed(talks: Talks, numbers: Numbers) -> Talks:
    """The keys of the mappings of the talks."""
    changes: dict[str, Any] = {}
    for kind in KINDS:
        changes[kind] = {numbers.things[key]: entry for key, entry in getattr(talks, kind).items()}
    issues = {
        numbers.things[key]: replace(
            issue, options={numbers.option(key, o): label for o, label in issue.options.items()}
        )
        for key, issue in talks.issues.items()
    }
    return replace(talks, **{**changes, "issues": issues})


def _source(source: Source, key: str, numbers: Numbers) -> Source:
    origin = source.derived_from
    return replace(
        source, readers=(), attribution="named", side=source.side if source.side in VOICES else numbers.thing(source.side),
        derived_from=numbers.sources.get(origin) if origin is not None else None,
        text=replace(source.text, file=f"sources/{numbers.sources[key]}.txt"),
    )  # fmt: skip


def _claim(claim: Any, numbers: Numbers) -> Any:
    value = claim.value
    if family_of(claim.type, claim.predicate).kind in _IDS:
        value = tuple(map(numbers.thing, value)) if isinstance(value, tuple) else (
            numbers.thing(value) if isinstance(value, str) else value
        )  # fmt: skip
    parts = claim.subject.split("; ")
    return replace(
        claim, id=numbers.claims[claim.id], source=numbers.sources[claim.source], value=value,
        subject="; ".join(map(numbers.thing, parts)), meeting=claim.meeting and numbers.thing(claim.meeting),
        for_party=claim.for_party and numbers.thing(claim.for_party), issue=claim.issue and numbers.thing(claim.issue),
        option=claim.option and numbers.option(claim.issue, claim.option),
        attributed_to=tuple(map(numbers.thing, claim.attributed_to)), readers=(), attribution="named",
    )  # fmt: skip


def _finding(finding: Finding, numbers: Numbers) -> Finding:
    slot = ":".join(numbers.thing(part) for part in finding.slot.split(":"))
    return replace(finding, slot=slot, claims=tuple(numbers.claims[c] for c in finding.claims), readers=())


def _preferences(preferences: Preferences, numbers: Numbers) -> Preferences:
    return replace(preferences, parties={numbers.thing(key): wants for key, wants in preferences.parties.items()})


def _conflict(conflict: Conflict, numbers: Numbers) -> Conflict:
    def keyed(held: Mapping[str, Any]) -> dict[str, Any]:
        return {numbers.thing(key): one for key, one in held.items()}

    def based(basis: Based) -> Based:
        own, told = (tuple(numbers.claims[c] for c in keys) for keys in (basis.own, basis.told))
        return replace(basis, own=own, told=told, readers=())

    return replace(
        conflict, readers=(), decision_makers=keyed(conflict.decision_makers), moves=keyed(conflict.moves),
        options={key: replace(option, of=numbers.thing(option.of)) for key, option in conflict.options.items()},
        preferences=keyed(conflict.preferences), statements=keyed(conflict.statements),
        basis=keyed({key: based(basis) for key, basis in conflict.basis.items()}),
    )  # fmt: skip
