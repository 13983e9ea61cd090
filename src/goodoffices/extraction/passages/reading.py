"""The passages of a report: every sentence with its heading, its speaker and how sure that is. Read this file first."""

from collections.abc import Iterator, Sequence

from ...language.sentences import Sentence, sentences
from ..roster.reading import LONGEST, Roster
from .days import Days
from .evidence import Place, evidence
from .passage import HEADINGS, Passage
from .speakers import Speakers
from .weights import probabilities
from .words import Word, named, words

LANGUAGES = frozenset({"en"})


def reads(language: str) -> bool:
    """Whether passages of a language can be told apart; of others `passages` finds none."""
    return language in LANGUAGES


def passages(text: str, language: str, roster: Roster) -> tuple[Passage, ...]:
    """Every sentence of a report that says something, in the order of the text.

    A sentence that belongs under no heading is among them with None. Pure: the same text and roster give the same passages.
    """
    if not reads(language):
        return ()
    speakers = Speakers(text, roster)
    return tuple(
        _passage(part, probabilities(found), speakers.of(part, said))
        for part, said, found in _seen(text, language, roster)
    )


def clues(text: str, language: str, roster: Roster) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Every sentence with the evidence that is found in it."""
    return ((part, found) for part, _, found in _seen(text, language, roster))


def _seen(text: str, language: str, roster: Roster) -> Iterator[tuple[Sentence, Sequence[Word], frozenset[str]]]:
    parts = sentences(text[:LONGEST], language)
    names = named(text[:LONGEST], roster)
    spoken = [words(part, names) for part in parts]
    yield from zip(parts, spoken, _found(text, parts, spoken), strict=True)


def _found(text: str, parts: Sequence[Sentence], spoken: Sequence[Sequence[Word]]) -> Iterator[frozenset[str]]:
    """The evidence of every sentence."""
    days = Days(text[:LONGEST], parts)
    told = [part.number for part in parts if not part.heading]
    rank = {number: n for n, number in enumerate(told)}
    paragraph = -1
    for part, said in zip(parts, spoken, strict=True):
        place = Place(rank.get(part.number, 0), len(told), part.paragraph != paragraph)
        paragraph = part.paragraph
        yield evidence(part, said, place, days.of(part))


def _passage(part: Sentence, found: Sequence[float], speaker: str | None) -> Passage:
    best = max(range(len(found)), key=found.__getitem__)
    heading = HEADINGS[best] if best < len(HEADINGS) and not part.heading else None
    return Passage(part.start, part.end, heading, speaker, round(found[best], 3))
