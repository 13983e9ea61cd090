"""What speaks for a heading in a sentence: its words and cues, who acts first in it, quotation, days, its place in the report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...language.sentences import Sentence
from .cues import cues_in
from .speakers import Speaker
from .wording import wording
from .words import Word

OPENING = 14
"""Words at the head of a sentence among which who acts is looked for."""
SMALL = frozenset(
    (
        "will would could can may might must shall should has have had was were is are be been being do did does not no nor "
        "never nobody nothing if that who whose which what how we our us i he she his her they their it its this these both each "
        "all another other more some any for since after before until when where while as by with without from to into between "
        "under over on in at of and but or so than then there here now still again already yet once only also too"
    ).split()
)
"""Words that mean nothing by themselves."""
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


def evidence(
    sentence: Sentence,
    words: Sequence[Word],
    place: Place,
    when: str,
    speaker: Speaker | None,
    often: Mapping[str, int],
) -> frozenset[str]:
    """The names of all that speaks for or against a heading; `when`: its day beside that of the meeting."""
    found = {name for name, _ in cues_in([word.text for word in words])}
    by = f"speaker {speaker.sign or 'other'}" if speaker else "speaker none"
    found |= set(wording(words))
    found |= {
        f"opens {_known(words, often)}",
        f"who {_first(words)}",
        by,
        f"day {when}",
        *_place(place),
        *_form(sentence, words),
        "any",
    }
    return frozenset(found)


def _first(words: Sequence[Word]) -> str:
    """Who is named first: a party, both, who mediates, another name, a pronoun, nobody."""
    for word in words[:OPENING]:
        if word.sign:
            return word.sign
        if word.text in _PRONOUNS:
            return "he"
    return "none"


def _known(words: Sequence[Word], often: Mapping[str, int]) -> str:
    """Whether the first word that means something stands here alone, in another sentence, or in more: who is new is an outsider."""
    for word in words[:OPENING]:
        if word.sign or (word.text[0].isalpha() and word.text not in SMALL):
            return ("once", "twice", "often")[min(often.get(word.key or word.text, 1), 3) - 1]
    return "none"


def counted(said: Iterable[Sequence[Word]]) -> Counter[str]:
    """In how many sentences each word and name stands."""
    return Counter(key for words in said for key in {word.key or word.text for word in words})


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
    found += ["short"] if len(texts) <= SHORT else ["long"] if len(texts) >= LONG else []
    found += (
        ["parties"]
        if len({w.key or w.name for w in words if w.sign in ("@p", "@r", "@k")}) > 1 or "@b" in texts
        else []
    )
    found += ["third"] if "@t" in texts else []
    found += ["numbers"] if texts.count("@n") > 1 else []
    return found
