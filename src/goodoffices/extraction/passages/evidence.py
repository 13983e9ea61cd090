"""What speaks for a heading in a sentence: its cues, who acts first in it, quotation, days, and its place in the report."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...language.sentences import Sentence
from .cues import cues_in
from .words import Word

OPENING = 14
"""Words at the head of a sentence among which who acts is looked for."""
QUOTES = frozenset('“”"«»')
_PRONOUNS = frozenset("he she they it we i".split())
SHORT, LONG = 8, 32
"""Words of a short sentence at most, of a long one at least."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands among those of its report."""

    number: int
    of: int
    opens: bool
    """Whether it opens a paragraph."""


def evidence(sentence: Sentence, words: Sequence[Word], place: Place, when: str) -> frozenset[str]:
    """The names of all that speaks for or against a heading; `when`: its day beside that of the meeting."""
    found = {name for name, _ in cues_in([word.text for word in words])}
    found |= {f"who {_first(words)}", f"day {when}", *_place(place), *_form(sentence, words), "any"}
    return frozenset(found)


def _first(words: Sequence[Word]) -> str:
    """Who is named first: a party, both, who mediates, another name, a pronoun, nobody."""
    for word in words[:OPENING]:
        if word.text.startswith("@") and word.text[1] in "pbtx":
            return word.text
        if word.text in _PRONOUNS:
            return "he"
    return "none"


def _place(place: Place) -> list[str]:
    found = ["opens"] if place.opens else []
    if place.number < 2:
        found.append("lede" if place.number == 0 else "second")
    if place.number >= place.of * 0.75:
        found.append("late")
    if place.number >= place.of - 2:
        found.append("last")
    return found


def _form(sentence: Sentence, words: Sequence[Word]) -> list[str]:
    texts = [word.text for word in words]
    found = ["quote"] if QUOTES & set(texts) else []
    found += ["opens quote"] if texts and texts[0] in QUOTES else []
    found += ["heading"] if sentence.heading else []
    found += ["short"] if len(texts) <= SHORT else ["long"] if len(texts) >= LONG else []
    found += ["parties"] if len({w.name for w in words if w.text == "@p"}) > 1 or "@b" in texts else []
    found += ["third"] if "@t" in texts else []
    found += ["numbers"] if texts.count("@n") > 1 else []
    return found
