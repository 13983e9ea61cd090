"""The day of the main meeting: every day that is named is one of several answers."""

import re
from collections.abc import Iterator
from datetime import date

from ...mentions.names import Mention
from ..scene import Scene
from ..story import Story
from . import Seen
from .words import around, beside, where

QUESTION = "when"
_PREPOSITION = re.compile(r"(\w+)(?: the)? $")
_EXACT = len("2030-06-03")


def days(story: Story) -> Iterator[Seen]:
    """Each day that is printed, with what speaks for and against it."""
    stretches = {one.start for one in story.days if one.last}  # of several days none is that of the meeting
    named = [
        (scene, place, day)
        for scene in story.scenes
        for place, day in scene.named(0, len(scene.masked), "D")
        if len(day.name) == _EXACT and not _of_print(story, day) and day.start not in stretches
    ]
    last = max((day.name for _, _, day in named), default="")
    for scene, place, day in named:
        signs = {
            "-",
            *_form(scene, place, day),
            *beside(story, scene, "LV", "a place"),
            *around(scene, place),
            *where(scene, len(story.scenes)),
        }
        signs |= {*_to_print(story, day)} | ({"only day"} if len({d.name for _, _, d in named}) == 1 else set())
        signs |= {"latest"} if day.name == last else set()
        signs |= {"first named"} if day.name == named[0][2].name else set()
        yield Seen(day.name, day.start, day.end, scene, place, frozenset(signs))


def _of_print(story: Story, day: Mention) -> bool:
    return story.printed is not None and story.printed.start == day.start


def _form(scene: Scene, place: int, day: Mention) -> Iterator[str]:
    words = scene.sentence.text[day.start - scene.sentence.start : day.end - scene.sentence.start].lower()
    yield (
        "a weekday" if re.fullmatch(r"\w+day", words) and words not in ("today", "yesterday")
        else "near" if re.search(r"today|yesterday|tonight|tomorrow|this|last|ago", words)
        else "full" if re.search(r"\d{4}", words) else "a day"
    )  # fmt: skip
    if words == "yesterday":
        yield "yesterday"
    if words == "today":
        yield "today"
    before = _PREPOSITION.search(scene.masked[:place])
    yield f"after {before[1].lower()}" if before and before[1].lower() in _PREPOSITIONS else "after -"


_PREPOSITIONS = frozenset("on of in by until from since for before after to at late early dated".split())


def _to_print(story: Story, day: Mention) -> Iterator[str]:
    """How far the day lies from that of the report."""
    if story.own is None:
        return
    gap = (story.own - date.fromisoformat(day.name)).days
    yield (
        "after print" if gap < 0 else "that of print" if gap == 0 else "the day before print" if gap == 1
        else "in the week before print" if gap < 8 else "in the month before print" if gap < 32 else "long before print"
    )  # fmt: skip
