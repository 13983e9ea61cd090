"""Kinds of words that tell what a name beside them is for: `words.txt`; and what stands around a place of a sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from ..scene import Scene
from ..story import Story

_BORDER = re.compile(r"[;:—–()]|, (?:but|while|whereas|although|though|which|who|so|yet)\b|\b(?:but|while|whereas)\b")
NEAR = 70
"""Letters to each side within which the nearest word of a kind is looked for."""


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    """One pattern for all kinds; each is a group of its name."""
    lines = files(__package__).joinpath("words.txt").read_text("utf-8").splitlines()
    told = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    listed = {name: words.split() for name, _, words in told}
    return re.compile(
        "|".join(rf"(?P<{name}>(?<!\w)(?:{'|'.join(map(_form, words))})(?!\w))" for name, words in listed.items()), re.I
    )


def _form(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[\w-]{0,20}").replace("_", " ")


@lru_cache(maxsize=64)
def kinds_in(masked: str) -> tuple[tuple[int, str], ...]:
    """Each word of a kind, with where it stands; kept, for every name of a sentence asks for them."""
    return tuple((match.start(), str(match.lastgroup)) for match in _kinds().finditer(masked))


def around(scene: Scene, place: int) -> Iterator[str]:
    """What stands near a place: the nearest kinds to each side in its clause, those of the clause and of the sentence."""
    found = kinds_in(scene.masked)
    begin, stop = clause(scene.masked, place)
    left = [name for at, name in found if max(begin, place - NEAR) <= at < place]
    right = [name for at, name in found if place <= at < min(stop, place + NEAR)]
    yield f"left {left[-1] if left else '-'}"
    if len(left) > 1:
        yield f"left2 {left[-2]}"
    yield f"right {right[0] if right else '-'}"
    yield from {f"clause {name}" for at, name in found if begin <= at < stop}
    yield from {f"sentence {name}" for _, name in found}


def clause(masked: str, place: int) -> tuple[int, int]:
    """Where the clause begins and ends in which a place stands."""
    begin = max((border.end() for border in _BORDER.finditer(masked, 0, place)), default=0)
    stop = _BORDER.search(masked, place + 1)
    return begin, stop.start() if stop else len(masked)


def where(scene: Scene, number: int) -> Iterator[str]:
    """Where in the text a sentence stands, of how many."""
    at = scene.sentence.number
    yield "heading" if scene.sentence.heading else "first" if at < 2 else "early" if at < 5 else "later"
    if at >= number - 2 and number > 6:
        yield "at the end"


def beside(story: Story, scene: Scene, kinds: str, name: str) -> Iterator[str]:
    """Who is named in the sentence: those who talk, or both at once; and by `name` whether a mention of some kinds is."""
    named = {m.name for m in scene.mentions if m.kind in "CG"}
    sides = {side.name for side in story.who.parties}
    if any(m.kind == "B" for m in scene.mentions) or len(named & sides) > 1:
        yield "both sides"
    elif named & sides:
        yield "a side"
    if any(m.kind in kinds for m in scene.mentions):
        yield name
