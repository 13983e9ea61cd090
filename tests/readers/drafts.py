"""A case while it is made, from claims of which each has a sentence of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from goodoffices.case import Anchor, Case
from goodoffices.case.own_words import capital, one_line, option_label, short_title
from goodoffices.case.seen.mixed import NAMED_ONLY
from goodoffices.case.validate import from_plain
from goodoffices.documents import sha256_of
from goodoffices.record import (
    Claim,
    Passage,
    Record,
    Source,
    TextFile,
)
from goodoffices.synthesis import Index, build
from goodoffices.talks import (
    Day,
    Talks,
)

from .said import MEETINGS, PEOPLE, Told


@dataclass
class Draft:
    """A case while it is made: sources with their sentences, and claims at these."""

    sources: dict[str, Source] = field(default_factory=dict)
    sentences: dict[str, list[str]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def enter(self, number: int, source: str, told: Told, **more: Any) -> Claim:
        """A claim with a sentence of its own at the end of the source's text."""
        words = more.pop("words", None)
        if words is None:  # a sentence of its own
            words = f"Line {number}: {told.subject} {told.predicate} {one_line(told.value)}. "
            self.sentences.setdefault(source, []).append(words)
        claim = Claim(
            id=f"c{number}", source=source, type=told.type, subject=told.subject, predicate=told.predicate, value=told.value,  # type: ignore[arg-type]
            words=words, entered_by="me", **{**told.more, **more},
        )  # fmt: skip
        self.claims.append(claim)
        return claim

    def case(self, talks: Talks, **more: Any) -> Case:
        """The case with its texts, and where each claim stands in them."""
        texts = {key: "".join(self.sentences.get(key, [])) for key in self.sources}
        sources = {
            key: replace(source, text=replace(source.text, sha256=sha256_of(texts[key].encode())))
            for key, source in self.sources.items()
        }
        anchors = {}
        for claim in self.claims:
            start = texts[claim.source].index(claim.words)
            anchors[claim.id] = Anchor(start, start + len(claim.words))
        claims = tuple(replace(c, start=anchors[c.id].start, end=anchors[c.id].end) for c in self.claims)
        findings, passages = more.pop("findings", ()), (*more.pop("passages", ()), *self.passages)
        record = Record(format="record/1", sources=sources, claims=claims, findings=findings, passages=passages)
        return Case("case", Path("case"), talks, record, texts, anchors, **more)


def source(random: Random, key: str, **more: Any) -> Source:
    """A source of its own publisher."""
    text = TextFile(kind=random.choice(["original", "restatement"]), file=f"sources/{key}.txt", sha256="")
    given = {"publisher": f"The {key.capitalize()} Paper", "printed": Day.parse(f"2031-06-{random.randint(10, 20)}")}
    side = random.choice(["press", "press", "mediator", "south", "team"])
    if side == "team" and "side" not in more and "readers" not in more:
        more["readers"] = ("public",)  # a note of the team's own that it shows to all
    return Source(text=text, **{**given, "side": side, **more})


def skeleton(claims: Sequence[Claim]) -> Talks:
    """The talks before any claim is taken: who there is; the questions in the words of the first claim on each."""
    issues: dict[str, Any] = {}
    for claim in claims:
        if claim.issue is not None:
            made = issues.setdefault(claim.issue, {"title": capital(short_title(one_line(claim.value))), "options": {}})
            made["options"].setdefault(claim.option, option_label(claim))
    named = {c.meeting for c in claims} | {str(c.value) for c in claims} | {c.subject for c in claims}
    return from_plain(
        Talks,
        {
            "format": "talks/1", "title": "Two towns",
            "parties": {"north": {"name": "North", "kind": "town"}, "south": {"name": "South", "kind": "town"}},
            "third_parties": {"board": {"name": "The Board", "kind": "office"}},
            "people": {key: {"name": name, "of": of} if of else {"name": name} for key, (name, of) in PEOPLE.items()},
            "meetings": {key: {"unsourced": NAMED_ONLY} for key in MEETINGS if key in named},
            "issues": issues,
        },
    )  # fmt: skip


def built(talks: Talks, claims: Sequence[Claim], new: Sequence[Claim]) -> Talks:
    """The talks with all that claims add to them."""
    index = Index(talks, {claim.id: claim for claim in claims})
    build(index, new)
    return from_plain(Talks, index.plain)
