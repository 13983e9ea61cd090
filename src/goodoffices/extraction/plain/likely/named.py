"""A sentence as it is read for one party: each person, the party, the other sides, each as one sign, under any name that means them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....language.folding import fold
from ...mentions.words import BODY_HEADS, HONORIFICS, MODIFIERS, OFFICES, RANKS
from ...roster.lexicon import CALLED, HOUSES, KINDS
from ...roster.side import Side
from ..scene import Scene
from ..story import Story

PERSON, PARTY, OTHER = "\ue000", "\ue001", "\ue002"
_RUN = re.compile(
    r"(?:[A-ZÀ-Þ]\.[ -]?){0,3}[^\W\d_a-z][\w’'-]+(?: (?:[A-ZÀ-Þ]\.|al|de|del|della|van|von|der|bin|ibn|ag|da|dos|el|la|le|du|of the [A-Z]\w+s?|[a-z]{1,3}-[^\W\d_a-z][\w’'-]+|[^\W\d_a-z][\w’'-]+)){0,4}"
)
_NO_PERSON = BODY_HEADS | HOUSES | CALLED.keys() | KINDS.keys() | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december the a an in on at for of to and but its their our his her it they he she we you this that these those north south east west river lake "
    "pass hotel hall street road square bay island islands".split()
)  # fmt: skip
_TITLES = (
    OFFICES
    | HONORIFICS
    | RANKS
    | MODIFIERS
    | frozenset("doña don frau herr madame mme monsieur sir lady prince princess king queen mother mister".split())
)
_TOO_COMMON = frozenset("government republic kingdom state people union".split())


@dataclass(frozen=True, slots=True)
class Sign:
    """A name as one letter: which, where it stands in the sentence, and whom it names."""

    letter: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """The sentence with its signs, and each sign by its place in it."""

    text: str
    at: dict[int, Sign]

    def places(self, letter: str) -> list[int]:
        """Where a kind of sign stands."""
        return [place for place, sign in self.at.items() if sign.letter == letter]


def named(story: Story, scene: Scene, party: Side, others: Sequence[Side]) -> Named:
    """The sentence as it is read for a party."""
    text, base = scene.sentence.text, scene.sentence.start
    signs = [Sign(PARTY, *m.span(), party.name) for m in _pattern(party, others).finditer(text)]
    for side in others:
        signs += [Sign(OTHER, *m.span(), side.name) for m in _pattern(side, [party]).finditer(text)]
    for m in scene.mentions:
        if m.kind == "P":
            start, end = m.core if m.core[0] >= 0 else (m.start, m.end)
            signs.append(Sign(PERSON, start - base, end - base, m.name))
        elif m.kind in "CG" and m.name == party.name:
            signs.append(Sign(PARTY, m.start - base, m.end - base, m.name))
        elif m.kind in "CG" and m.name in {side.name for side in others}:
            signs.append(Sign(OTHER, m.start - base, m.end - base, m.name))
    signs += [one for one in _people(text, scene) if not any(_over(one, sign) for sign in signs)]
    return _masked(text, signs)


def _over(one: Sign, other: Sign) -> bool:
    return one.start < other.end and other.start < one.end


def _masked(text: str, signs: Sequence[Sign]) -> Named:
    pieces: list[str] = []
    at: dict[int, Sign] = {}
    last = size = 0
    for sign in sorted(signs, key=lambda s: (s.start, -s.end)):
        if sign.start < last:
            continue
        pieces += [text[last : sign.start], sign.letter]
        size += sign.start - last
        at[size] = sign
        size, last = size + 1, sign.end
    return Named("".join([*pieces, text[last:]]), at)


def _people(text: str, scene: Scene) -> Iterator[Sign]:
    """Runs of capitals that can be a person's name and that nothing else has taken."""
    taken = [(m.start - scene.sentence.start, m.end - scene.sentence.start) for m in scene.mentions if m.kind in "DVG"]
    for match in _RUN.finditer(text):
        words = match[0].split()
        start = match.start()
        while words and fold(words[0]).rstrip(".") in _TITLES:
            start += len(words[0]) + 1
            words = words[1:]
        titled = start > match.start()
        if (
            not words
            or len(words) < 2 - titled
            or any(fold(w).rstrip("s") in _NO_PERSON or fold(w) in _NO_PERSON for w in words)
        ):
            continue
        if any(s < match.end() and start < e for s, e in taken) or (match[0].isupper() and "." not in match[0]):
            continue
        name = text[start : match.end()].removesuffix("'s").removesuffix("’s")
        yield Sign(PERSON, start, start + len(name), name)


def _pattern(side: Side, others: Sequence[Side]) -> re.Pattern[str]:
    forms = sorted(_forms(side, others), key=len, reverse=True)
    return re.compile(
        rf"(?:\b[Tt]he )?(?<![\w’'-])(?:{'|'.join(forms)})(?:['’]s?(?!\w))?(?: (?:delegation|team|side|panel|negotiators|representatives|envoys|bench|mission|delegates|group))?(?!\w)"
    )


def _forms(side: Side, others: Sequence[Side]) -> set[str]:
    """Every form that means the side: its names, the land or the body in them, the people of a land."""
    rest = {fold(word) for other in others for name in other.names for word in name.split()}
    found: set[str] = set()
    for name in side.names:
        if fold(name) in ("we", "us", "our"):
            continue
        found.add(re.escape(name) if not name.isupper() or len(name) < 6 else f"(?i:{re.escape(name)})")
        words = [w for w in name.split() if w[:1].isupper() and len(w) > 3 and fold(w) not in rest]
        for word in words:
            if fold(word) in _TOO_COMMON or word.endswith(("'s", "’s", "'", "’")):
                continue
            stem = re.escape(word.title() if word.isupper() else word)
            if word != words[-1] or fold(word) in KINDS.keys() | CALLED.keys():
                found.add(stem)
            else:  # the people of a land: `Tavela`, `Tavelan`
                found.add(rf"{stem.removesuffix('a') if len(word) > 5 else stem}\w{{0,4}}")
    return found or {re.escape(side.name)}
