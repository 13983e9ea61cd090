"""Random cases in pairs: one as a reader would have it, and the same with things that he may not read entered into it as well.

The first is built by `synthesis` from claims, so that its entries are what its claims give. Into the second go hidden sources,
claims, passages, entries, findings, preferences, a conflict, what a program read; hidden claims grow onto entries that rest also
on claims which he reads, whose words the team then makes its own. Where a speaker may not be named the two tell of other speakers.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from goodoffices.case import Case
from goodoffices.documents import sha256_of
from goodoffices.record import (
    NARRATOR,
    Assumed,
    AssumedRoster,
    Passage,
    ReadDifference,
    Reading,
    ReadPassage,
    ReadTogether,
    Record,
)
from goodoffices.talks import (
    Attribution,
    Judgement,
    Order,
    PartyPreferences,
    Preferences,
    Talks,
)

from .answers import read_back
from .drafts import Draft, built, skeleton, source
from .hidden import Hidden, own_label
from .said import ALONE, MAKERS, PEOPLE, READER, Told, of_himself, secret


@dataclass
class Pair:
    """What the reader would have, and the case from which it is made for him."""

    base: Case
    full: Case
    reader: str = READER


def pair(seed: int) -> Pair:
    """The pair of cases of a seed."""
    if seed % _NOTHING == _NOTHING - 1:
        return _nothing(pair(seed + 1))
    random = Random(seed)
    draft, other = Draft(), Draft()
    for key in random.sample(["courier", "post", "echo"], random.randint(1, 3)):
        draft.sources[key] = other.sources[key] = source(random, key)
        draft.sentences[key], other.sentences[key] = [f"From {key}. "], [f"From {key}. "]
    for number in range(random.randint(3, 16)):
        key, told = random.choice([*draft.sources]), random.choice(MAKERS)(random, "")
        draft.enter(number, key, told)
        other.enter(number, key, told)
    if random.random() < 0.5:
        _unnamed(random, draft, other)
    if seed % 3 == 0:
        for one in (draft, other):
            _speaks_alone(Random(seed), one)
    more: dict[str, Any] = {}
    if random.random() < 0.5:
        more["minutes"], minutes = read_back(random, draft, other)
    else:
        minutes = None
    talks, told_of_others = _told(draft), _told(other)
    if random.random() < 0.5:
        talks, told_of_others = own_label(talks), own_label(told_of_others)
    if random.random() < 0.5:
        more["preferences"] = _wishes(random, draft, talks)
    if random.random() < 0.5:
        more["reading"] = _reading(draft, random)
    base = draft.case(talks, **more)
    return Pair(base, Hidden(random, other, replace(base, talks=told_of_others, minutes=minutes)).case())


_NOTHING = 41
"""Of so many pairs one is of a case that is not for the reader at all."""


def _nothing(made: Pair) -> Pair:
    talks = Talks(format="talks/1", title="Not shown", parties={READER: made.full.talks.parties[READER]})
    return Pair(
        Case("case", Path("case"), talks, Record(format="record/1"), {}, {}),
        replace(made.full, talks=replace(made.full.talks, readers=("team", "south"))),
    )


def _told(draft: Draft) -> Talks:
    """What the claims give; what somebody says who may not be named the team has put in its own words, with his name."""
    talks = built(skeleton(draft.claims), draft.claims, draft.claims)
    unnamed = {c.id: c.attributed_to[-1] for c in draft.claims if 500 <= int(c.id[1:]) < 600}
    # On some of these entries also stands what somebody else says, by name.
    others = [s.claims[0] for s in talks.statements if int(s.claims[0][1:]) < 500][:1]
    statements = tuple(
        replace(
            s, text=f"{PEOPLE[unnamed[s.claims[0]]][0]} told us",
            claims=(*others, *s.claims) if int(s.claims[0][1:]) % 2 else s.claims,
        ) if s.claims[0] in unnamed else s
        for s in talks.statements
    )  # fmt: skip
    return replace(talks, statements=statements)


def _unnamed(random: Random, draft: Draft, other: Draft) -> None:
    """Claims of which the speaker may not be named, in two cases of two speakers; and a source, in two of two publishers."""
    for number in range(500, 500 + random.randint(1, 3)):
        how: Attribution = random.choice(["role", "none"])
        key, told, by_passage = random.choice([*draft.sources]), secret(random, how), random.random() < 0.3
        for one, said in zip((draft, other), told, strict=True):
            claim = one.enter(number, key, said, **({} if by_passage else {"attribution": how}))
            if by_passage:
                one.passages.append(Passage(source=key, words=claim.words, attribution=how))
    if random.random() < 0.5:
        _told_of_speaker(random, other)
    if random.random() < 0.5:
        key = random.choice([*draft.sources])
        how = random.choice(["role", "none"])
        for one, publisher in ((draft, "The Gull"), (other, "The Heron")):
            more: Any = {"title": publisher, "author": publisher, "address": f"https://{publisher}", "note": publisher}
            one.sources[key] = replace(one.sources[key], publisher=publisher, attribution=how, **more)


def _speaks_alone(random: Random, draft: Draft) -> None:
    """A claim of somebody whose side no report tells that the reader has; he may not be named."""
    said = Told("statement", ALONE, "said", "that the ice will hold", {"attributed_to": (NARRATOR, ALONE)})
    draft.enter(590, random.choice([*draft.sources]), said, attribution=random.choice(["role", "role", "none"]))


def _told_of_speaker(random: Random, other: Draft) -> None:
    """What a report tells of its own speaker who may not be named: it is in the other case alone."""
    for number in range(600, 600 + random.randint(1, 3)):
        said = random.choice([claim for claim in other.claims if 500 <= int(claim.id[1:]) < 600])
        way = said.attribution if said.attribution != "named" else "none"
        other.enter(number, said.source, of_himself(random, said.attributed_to[-1]), attribution=way)


def _wishes(random: Random, draft: Draft, talks: Talks) -> Preferences | None:
    """What claims carry: of each party an order that its positions say."""
    found: dict[str, PartyPreferences] = {}
    for claim in draft.claims:
        if claim.type == "position" and claim.issue and claim.option:
            ranks = (claim.option, *(o for o in talks.issues[claim.issue].options if o != claim.option))
            judged: dict[str, Any] = {"told": (claim.id,), "adopted": Judgement(by="me", why="seen so")}
            order = Order(
                issue=claim.issue, best_first=ranks, **({"own": (claim.id,)} if random.random() < 0.7 else judged)
            )
            found.setdefault(claim.subject, PartyPreferences(orders=(order,)))
    if not found:
        return None
    today = {key: next(iter(issue.options)) for key, issue in talks.issues.items()}
    return Preferences(format="preferences/1", status_quo=today, parties=found)


def _reading(draft: Draft, random: Random) -> Reading:
    passages = []
    for key, sentences in draft.sentences.items():
        end = len(sentences[0])
        passages.append(ReadPassage(source=key, start=0, end=end, heading="said", confidence=Decimal("0.9")))
    roster = AssumedRoster(parties=(Assumed(name="North"),))
    together = tuple(_together(draft, a, b) for a, b in combinations(draft.sentences, 2) if random.random() < 0.5)
    return Reading(format="reading/1", by="a program", roster=roster, passages=tuple(passages), together=together)


def _together(draft: Draft, a: str, b: str) -> ReadTogether:
    """The first words of either are held to tell one thing differently."""
    first, second = ((0, len(draft.sentences[key][0]) - 1) for key in (a, b))
    sums = [sha256_of("".join(draft.sentences[key]).encode()) for key in (a, b)]
    apart = ReadDifference(kind="day", a=first, b=second)
    return ReadTogether(a=a, b=b, by="a model", texts=(sums[0], sums[1]), differences=(apart,))
