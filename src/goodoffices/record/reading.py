"""What a program read in the reports and nobody has decided: who it took to talk, and each sentence under its heading.

The file reading.yaml. Programs make it, and it may be deleted: no claim and no entry rests on it. A brief prints from it what the
reports say, in their own words, until a person has accepted claims from those words.
"""

from decimal import Decimal
from typing import Literal, get_args

from ..talks import entry
from .source import SourceId

Heading = Literal["met", "stands", "said", "outside", "outcome", "next", "judged", "background"]
HEADINGS: tuple[Heading, ...] = get_args(Heading)
"""Who met, when, where, who led, came, helped; what a side wants; what it says; what others do; what came of it; what is to come;
how it went as others judge; what was before."""


DifferenceKind = Literal["day", "number", "place", "who", "agent", "polarity", "degree", "certainty"]
"""How two passages tell one thing differently, as side by side."""


@entry
class Assumed:
    """Somebody whom the program took to talk, or to help."""

    name: str
    """The name that it bears."""
    other: tuple[str, ...] = ()
    """Other names under which the reports speak of it."""
    role: str | None = None
    """What a third party does: mediates, hosts, ...; `perhaps` where no words say it."""


@entry
class AssumedRoster:
    """Who talks, as the program took it from the reports."""

    parties: tuple[Assumed, ...] = ()
    """Those who talk."""
    third_parties: tuple[Assumed, ...] = ()
    """Those who help them to."""
    said: bool = False
    """Whether a person named them, or said that they are right."""


@entry
class ReadPassage:
    """A sentence of a report under the heading where a reader looks for it."""

    source: SourceId
    """The source in whose text it stands."""
    start: int
    """Where it begins, in code points of the text."""
    end: int
    """Where it ends; the end excluded."""
    heading: Heading
    """met, stands, said, outside, outcome, next, judged or background."""
    speaker: str | None = None
    """Who says it, as the report names him; of `he` and `she` only where nobody else can be meant."""
    confidence: Decimal
    """How likely it is that it belongs under this heading, from 0 to 1."""


@entry
class ReadDifference:
    """Words of two reports that tell one thing differently."""

    kind: DifferenceKind
    """day, number, place, who, agent, polarity, degree or certainty."""
    a: tuple[int, int]
    """Where the words of the first report begin and end, in code points of its text; the end excluded."""
    b: tuple[int, int]
    """Where those of the second one do."""


@entry
class ReadTogether:
    """Two reports that a language model read side by side."""

    a: SourceId
    """The source that is named first in record.yaml."""
    b: SourceId
    """The other one."""
    by: str
    """The model: what is told differently is its judgement."""
    texts: tuple[str, str]
    """The SHA-256 of the two texts as it read them: once a text is another, nothing is told from here."""
    differences: tuple[ReadDifference, ...] = ()
    """What it holds that they tell differently, the surest and gravest first; none where they agree."""


@entry
class Reading:
    """The file reading.yaml."""

    format: Literal["reading/1"]
    """The format of this file: reading/1."""
    by: str
    """The program that read."""
    roster: AssumedRoster = AssumedRoster()
    """Who talks, as it assumed."""
    passages: tuple[ReadPassage, ...] = ()
    """The sentences, in the order of the sources and of their texts."""
    together: tuple[ReadTogether, ...] = ()
    """Reports that a language model read side by side; without it rules set them beside each other."""
