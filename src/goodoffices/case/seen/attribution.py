"""Rules on names: who may not be named is "a representative of" his side, or nobody; his report is told in lines of our own.

The words around a statement often tell who made it. So of a source in which a speaker may not be named no word is shown: its text
is what its claims say, one line each, as a restatement.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...documents import sha256_of
from ...record import NARRATOR, Claim, Source, TextFile
from ...record.claim import Value
from ...talks import VOICES, Attribution, Person, without_doubt
from ..model import Anchor, Case
from ..rights import strictest
from .evidence import answered
from .view import View

NOBODY, ANYBODY, UNNAMED = "a participant who is not named", "a participant", "a source that is not named"
HIDDEN = "[not named]"
_SHORTEST = 3
"""Letters of a word of a name that is taken out where it stands alone in a claim's value."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Whom a claim must not name, and who stands in his place."""

    speaker: str
    """His id, or his name where he has none."""
    instead: str
    """The id of the person who stands for him."""
    person: Person
    keeps_side: bool
    names: re.Pattern[str]

    def word(self, word: str, case: Case) -> str:
        """An id or a name with the mask on."""
        bare = without_doubt(word)
        return self.instead + word[len(bare) :] if self.speaker in (bare, case.names.id(bare)) else word

    def text(self, text: str) -> str:
        """Words without his name."""
        return self.names.sub(HIDDEN, text)

    def value(self, value: Value, case: Case) -> Value:
        """A value with the mask on."""
        if isinstance(value, tuple):
            return tuple(self.text(self.word(one, case)) for one in value)
        return self.text(self.word(value, case)) if isinstance(value, str) else value


def masks(claim: Claim, attribution: Attribution, case: Case) -> Iterator[Mask]:
    """A mask for each speaker of a claim but the source itself."""
    for speaker in map(without_doubt, claim.attributed_to):
        if speaker in (NARRATOR, ""):
            continue
        key = case.names.id(speaker)
        key = key if key in case.names else speaker
        team = case.talks.delegations.get(key)
        side = team.of if team is not None else case.names.party_of(key) or (key if _is_side(key, case) else None)
        side = side if attribution == "role" else None
        name = f"a representative of {case.names.label(side)}" if side else ANYBODY if attribution == "role" else NOBODY
        instead = f"{attribution}:{side or ''}"
        yield Mask(
            key, instead, Person(name=name, of=side), attribution == "role" and _is_side(key, case), _names(key, case)
        )


def _is_side(key: str, case: Case) -> bool:
    return key in case.talks.parties or key in case.talks.third_parties


def _names(key: str, case: Case) -> re.Pattern[str]:
    """A person's names, and the words of which they consist; the name of a side is part of what is said, not of who says it."""
    person = case.talks.people.get(key)
    if person is None and key in case.names:
        return re.compile(r"(?!)")
    full = [person.name, *person.names.values(), *person.spellings] if person is not None else [key]
    words = [word for name in full for word in re.split(r"[\s,.]+", name) if len(word) >= _SHORTEST]
    found = sorted({*full, *words} - {""}, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in found) or r"(?!)", re.IGNORECASE)


def speakers(view: View, case: Case) -> Case:
    """A claim whose speaker may not be named says what it says of another, who stands for him; what it repeats of names goes."""
    people: dict[str, Person] = {}
    told = []
    for claim in case.record.claims:
        attribution = view.rights.attribution(view.full.claims[claim.id])
        if attribution != "named":
            for mask in masks(claim, attribution, case):
                people[mask.instead] = mask.person
                claim = _masked(claim, mask, case)
            claim = replace(claim, as_printed=None, note=None, direct=False, original=None)
        told.append(claim)
    talks = replace(case.talks, people={**case.talks.people, **people}) if people else case.talks
    return replace(case, talks=talks, record=replace(case.record, claims=tuple(told)))


def _masked(claim: Claim, mask: Mask, case: Case) -> Claim:
    itself = mask.speaker in (claim.subject, case.names.id(claim.subject))
    subject = claim.subject if itself and mask.keeps_side else mask.text(mask.word(claim.subject, case))
    value = claim.value if mask.keeps_side else mask.value(claim.value, case)
    qualifiers = {key: mask.text(one) if isinstance(one, str) else one for key, one in claim.qualifiers.items()}
    hidden_side = itself and mask.person.of is None
    # Where he said it tells who sat there.
    where = claim.meeting if mask.person.of is not None or mask.keeps_side else None
    return replace(
        claim, subject=subject, value=value, qualifiers=qualifiers, meeting=where,
        for_party=None if hidden_side else claim.for_party,
        attributed_to=tuple(mask.word(one, case) for one in claim.attributed_to),
        hedge=claim.hedge and mask.text(claim.hedge),
    )  # fmt: skip


def source_names(view: View, case: Case) -> Case:
    """A source that may not be named is "a source of" its side, or one that is not named, without anything that tells which.

    How it may be named it says itself, and so do the claims in which it speaks itself.
    """
    given: dict[str, list[Attribution]] = {
        key: [view.full.record.sources[key].attribution] for key in case.record.sources
    }
    for claim in case.record.claims:
        whole = view.full.claims[claim.id]
        if all(without_doubt(one) == NARRATOR for one in whole.attributed_to):
            given[claim.source].append(view.rights.attribution(whole))
    shown = {
        key: source if strictest(given[key]) == "named" else _unnamed(source, strictest(given[key]), case)
        for key, source in case.record.sources.items()
    }
    return replace(case, record=replace(case.record, sources=shown))


def _unnamed(source: Source, attribution: Attribution, case: Case) -> Source:
    party = attribution == "role" and source.side not in VOICES
    publisher = f"a source of {case.names.label(source.side)}" if party else UNNAMED
    return Source(
        publisher=publisher, printed=source.printed, written=source.written, side=source.side if party else "not said",
        text=source.text, entered_on=source.entered_on,
    )  # fmt: skip


def restated(view: View, case: Case) -> Case:
    """Of a source in which anybody may not be named the text is what its claims say, in lines of our own."""
    of = {claim.source for claim in case.record.claims if claim.id in view.masked}
    of |= {key for key, source in view.full.record.sources.items() if source.attribution != "named"}
    # An answer to minutes has the points in its text, also that which goes.
    of |= {source for source, _ in answered(view)}
    for key in [key for key in case.record.sources if key in of]:
        case = _restated(case, key)
    return case


def _restated(case: Case, key: str) -> Case:
    text, anchors, claims = "", dict(case.anchors), []
    for claim in case.record.claims:
        if claim.source == key:
            line = _line(claim, case)
            anchors[claim.id] = Anchor(len(text), len(text) + len(line))
            claim = replace(claim, words=line, start=len(text), end=len(text) + len(line), original=None, direct=False)
            text += f"{line}\n"
        claims.append(claim)
    source = case.record.sources[key]
    shown = replace(
        source,
        original=None,
        quote_limit=None,
        text=TextFile(kind="restatement", file=source.text.file, sha256=sha256_of(text.encode())),
    )
    record = replace(case.record, sources={**case.record.sources, key: shown}, claims=tuple(claims))
    reading = case.reading and replace(
        case.reading, passages=tuple(p for p in case.reading.passages if p.source != key)
    )
    originals = {k: original for k, original in case.originals.items() if k != key}
    texts: Mapping[str, Any] = {**case.texts, key: text}
    return replace(case, record=record, texts=texts, anchors=anchors, originals=originals, reading=reading)


def _line(claim: Claim, case: Case) -> str:
    """What a claim says, in words that nobody else has written."""
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    said = ", ".join(_label(str(value), case) for value in values)
    return " ".join(f"{_label(claim.subject, case)}: {claim.predicate.replace('_', ' ')}: {said}".split())


def _label(word: str, case: Case) -> str:
    """A name, or what kind of thing it is where only the team's id names it."""
    if word in case.talks.meetings:
        return case.talks.meetings[word].title or "a meeting"
    if word in case.talks.delegations:
        return f"the delegation of {case.names.label(case.talks.delegations[word].of)}"
    return case.names.label(word)
