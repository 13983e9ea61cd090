"""Whether those who talk are rightly known, and met: one answer, those whom the roster names, which is right or not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ....language.folding import fold
from ...mentions.lists import countries
from ...roster.lexicon import CALLED, KINDS, people
from ...roster.side import Side
from ..draft import Draft
from ..scene import Scene
from ..story import Story
from . import Seen
from .words import kinds_in

QUESTION = "who"
_MANY = ((12, "very often"), (6, "often"), (3, "thrice"), (2, "twice"), (1, "once"))


def who(story: Story, found: Sequence[Draft]) -> Iterator[Seen]:
    """The parties together, with what speaks for and against them."""
    sides = story.who.parties
    if len(sides) < 2:
        return
    names = [side.name for side in sides]
    scene = _scene(story, set(names))
    if scene is None:
        return
    signs = {"-", f"{min(len(sides), 4)} of them", *_met(story, found, set(names))}
    for side in sides:
        signs |= {*_of(story, side)}
    each = [{*_of(story, side)} for side in sides]
    signs |= {f"each {sign}" for sign in set.intersection(*each)}
    named = [m for m in scene.mentions if m.kind in "CG" and m.name in names]
    start, end = min(m.start for m in named), max(m.end for m in named)
    yield Seen("\n".join(names), start, end, scene, scene.place_of(start), frozenset(signs))


def _scene(story: Story, names: set[str]) -> Scene | None:
    """The sentence that names them all, best one that speaks of a meeting; else the one that names most."""

    def worth(scene: Scene) -> tuple[int, bool, bool, int]:
        here = {m.name for m in scene.mentions if m.kind in "CG"} & names
        return (
            len(here),
            any(kind == "met" for _, kind in kinds_in(scene.masked)),
            not scene.sentence.heading,
            -scene.sentence.number,
        )

    best = max(story.scenes, key=worth, default=None)
    return best if best is not None and worth(best)[0] else None


def _of(story: Story, side: Side) -> Iterator[str]:
    """What a name says of whether it is a party's."""
    words = side.name.split()
    last = fold(words[-1])
    yield f"words {min(len(words), 4)}"
    yield "named" if side.name[:1].isupper() else "common"
    if side.name.isupper() and len(side.name) > 4:
        yield "capitals"
    yield f"kind {KINDS.get(last, '-')}"
    if last in CALLED:
        yield "called"
    if people(last):
        yield "people"
    if fold(side.name) in countries():
        yield "a state"
    yield f"names {min(len(side.names), 4)}"
    said = [m for scene in story.scenes for m in scene.mentions if m.kind in "CGA" and m.name == side.name]
    yield next((sign for least, sign in _MANY if len(said) >= least), "never")
    if any(m.kind == "G" for m in said):
        yield "has a delegation"
    if any(
        scene.sentence.heading
        for scene in story.scenes
        for m in scene.mentions
        if m.kind in "CGA" and m.name == side.name
    ):
        yield "in a heading"
    bearers = Counter(story.party_of(m) for scene in story.scenes for m in scene.mentions if m.kind == "P")
    yield f"people {min(bearers[side.name], 2)}"
    articles = len(re.findall(rf"\b[Tt]he {re.escape(side.name)}\b", story.text))
    bare = len(re.findall(rf"(?<![Tt]he ){re.escape(side.name)}\b", story.text))
    yield "with the article" if articles > bare else "without the article"
    if re.search(rf"\b{re.escape(side.name)}(?:'s|’s)", story.text):
        yield "owns"
    if re.search(rf"\b(?:for|of|from|with|and|between) (?:the )?{re.escape(side.name)}\b", story.text):
        yield "beside a preposition"
    if re.search(
        rf"\b{re.escape(side.name)} (?:says?|said|wants?|wanted|would|will|has|had|is|was|offer\w*|refus\w+|demand\w*|accept\w*|insist\w*|agreed?)\b",
        story.text,
    ):
        yield "acts"
    if any(
        fold(side.name) in fold(p.name).split() or fold(p.name) == fold(side.name) for p in story.cast.people.values()
    ):
        yield "a person's name"
    if any(m.kind == "L" and m.name == side.name for scene in story.scenes for m in scene.mentions):
        yield "a place's name"


def _met(story: Story, found: Sequence[Draft], names: set[str]) -> Iterator[str]:
    """How it is told that they met."""
    told = [d for d in found if d.type == "meeting" and d.predicate == "parties"]
    for one in told:
        both = names <= {*map(str, one.value if isinstance(one.value, tuple) else (one.value,))}
        yield f"rule {one.rule}{'' if both else ' of others'}"
        if both and one.modality == "asserted":
            yield "told of both"
    rules = {one.rule for one in story.who.meetings if names <= {*one.parties}}
    yield from (f"clause {rule}" for rule in rules)
    if not rules:
        yield "no clause"
    together = sum({m.name for m in scene.mentions if m.kind in "CGA"} >= names for scene in story.scenes)
    yield next((f"together {sign}" for least, sign in _MANY if together >= least), "never together")
    if any(m.kind == "B" for scene in story.scenes for m in scene.mentions):
        yield "both sides"
    if any(d.predicate == "heads" and d.value in names for d in found):
        yield "one is led"
    if names <= {d.value for d in found if d.predicate in ("heads", "represents", "member_of")}:
        yield "all are led"
    if story.who.third:
        yield "a third party"
