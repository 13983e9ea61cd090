"""Rules on names: who may not be named is "a representative of" his side, or nobody; his report is told in lines of our own.

The words around a statement often tell who made it. So of a source in which a speaker may not be named no word is shown: its text
is what its claims say, one line each, as a restatement.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...record import NARRATOR, Claim, Source
from ...record.claim import Value
from ...talks import OWN, VOICES, Attribution, Person, Post, without_doubt
from ..hidden_speakers import HiddenSpeakers, pattern_of
from ..model import Case
from ..rights import strictest
from .view import View

NOBODY, ANYBODY, UNNAMED = "a participant who is not named", "a participant", "a source that is not named"
HIDDEN = "[not named]"


def names_nobody(name: str) -> bool:
    """Whether somebody stands under this name of whom nothing is told: neither who he is nor for whom he speaks."""
    return name in (NOBODY, ANYBODY, UNNAMED)


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


def masks(claim: Claim, attribution: Attribution, case: Case, view: View) -> Iterator[Mask]:
    """A mask for each speaker of a claim but the source itself."""
    for speaker in map(without_doubt, claim.attributed_to):
        if speaker in (NARRATOR, ""):
            continue
        key = case.names.id(speaker)
        key = key if key in case.names else speaker
        team = case.talks.delegations.get(key)
        side = team.of if team is not None else _party_of(key, case, view) or (key if _is_side(key, case) else None)
        side = side if attribution == "role" and _is_side(side, case) else None
        name = f"a representative of {case.names.label(side)}" if side else ANYBODY if attribution == "role" else NOBODY
        instead = f"{attribution}:{side or ''}"
        yield Mask(
            key,
            instead,
            Person(name=name, of=side),
            attribution == "role" and _is_side(key, case),
            pattern_of(key, case.talks, case.names),
        )


def _party_of(key: str, case: Case, view: View) -> str | None:
    """The side of a person: the team says it, or a post of which the reader may know; one that is hidden tells him no side."""
    person = case.talks.people.get(key)
    if person is None:
        return None
    return person.of or next((post.of for post in person.posts if post.of and _may_know(post, post.of, view)), None)


def _may_know(post: Post, side: str, view: View) -> bool:
    """Whether he may read that somebody has a post for a side, though the claim goes where it would tell who speaks."""
    listed = [view.full.claims[key] for key in post.claims if key in view.full.claims]
    read = [claim for claim in listed if view.rights.reads(claim, view.reader)]
    told = any(side == view.full.names.id(claim.for_party or "") for claim in read)
    return view.is_widened(post) or (view.may(post) and (told or (bool(read) and len(read) == len(listed))))


def _is_side(key: str | None, case: Case) -> bool:
    return key in case.talks.parties or key in case.talks.third_parties


def without_what_tells_of_speakers(view: View, case: Case) -> Case:
    """A claim goes that tells what a speaker is or does who may not be named in its report, as far as he reads that he speaks."""
    full = view.full
    read = tuple(full.claims[claim.id] for claim in case.record.claims)
    record = replace(full.record, sources={key: full.record.sources[key] for key in case.record.sources}, claims=read)
    hidden = HiddenSpeakers(record, full.talks, full.names, view.rights)
    kept = tuple(claim for claim in case.record.claims if not hidden.told_of(full.claims[claim.id]))
    return replace(case, record=replace(case.record, claims=kept))


def speakers(view: View, case: Case) -> Case:
    """A claim whose speaker may not be named says what it says of another, who stands for him; what it repeats of names goes."""
    people: dict[str, Person] = {}
    told = []
    for claim in case.record.claims:
        attribution = view.rights.attribution(view.full.claims[claim.id])
        if attribution != "named":
            for mask in masks(claim, attribution, case, view):
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
    # What is no witness for the team, or one with another, is that for everybody.
    side = source.side if party or source.side == OWN else "not said"
    return Source(
        publisher=publisher, printed=source.printed, written=source.written, side=side, derived_from=source.derived_from,
        text=source.text, entered_on=source.entered_on,
    )  # fmt: skip
