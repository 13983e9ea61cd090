"""The passages of a report: every sentence with its heading, its speaker and how sure that is. Read this file first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...language.sentences import Sentence, sentences
from ..roster.reading import LONGEST, Roster
from .chain import smoothed
from .days import Days
from .evidence import Place, counted, evidence
from .passage import HEADINGS, Passage
from .speakers import Speaker, Speakers
from .weights import Table, probabilities, table
from .words import words_of

NOTHING = 0.8
"""From this probability on that a sentence says nothing which is asked, it is under no heading."""
LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence with what was found in it."""

    sentence: Sentence
    speaker: Speaker | None
    evidence: frozenset[str]


def reads(language: str) -> bool:
    """Whether passages of a language can be told apart; of others `passages` finds none."""
    return language in LANGUAGES


def passages(text: str, language: str, roster: Roster) -> tuple[Passage, ...]:
    """Every sentence of a report, in the order of the text.

    A sentence that belongs under no heading is among them with None. Pure: the same text and roster give the same passages.
    """
    if not reads(language):
        return ()
    return headed(seen(text, roster), table())


def headed(found: Sequence[Seen], listed: Table) -> tuple[Passage, ...]:
    """Each sentence under its heading, by the weights of a table."""
    likely = smoothed([probabilities(one.evidence, listed) for one in found], [one.sentence for one in found], listed)
    return tuple(_passage(one, p) for one, p in zip(found, likely, strict=True))


def seen(text: str, roster: Roster) -> list[Seen]:
    """Every sentence that asserts something, with the evidence that is found in it."""
    text = text[:LONGEST]
    parts = sentences(text)
    speakers, days = Speakers(text, roster), Days(text, parts)
    places = _places(parts)
    spoken = words_of(text, parts, roster)
    often = counted(spoken)
    found = []
    for part, said in zip(parts, spoken, strict=True):
        by = speakers.of(part, said)
        if not part.heading:
            found.append(Seen(part, by, evidence(part, said, next(places), days.of(part), by, often)))
    return found


def _places(parts: Sequence[Sentence]) -> Iterator[Place]:
    told = [part for part in parts if not part.heading]
    paragraph = -1
    for number, part in enumerate(told):
        yield Place(number, len(told), part.paragraph != paragraph)
        paragraph = part.paragraph


def _passage(one: Seen, found: Sequence[float]) -> Passage:
    *headed, nothing = found
    best = max(range(len(headed)), key=headed.__getitem__)
    shown, sentence = nothing < NOTHING, one.sentence
    return Passage(
        sentence.start,
        sentence.end,
        HEADINGS[best] if shown else None,
        one.speaker.name if one.speaker and one.speaker.sure else None,
        round(headed[best] if shown else nothing, 3),
    )
