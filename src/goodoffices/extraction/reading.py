"""The file reading.yaml: what was read and nobody has decided; made by programs, and written whole."""

from collections.abc import Iterator
from decimal import Decimal

from ..case.write import document_text, entry_data
from ..record import Assumed, AssumedRoster, Reading, ReadPassage
from .naming import WhoTalks
from .read import Read
from .roster import Said, Side

_COMMENT = """What {by} read in the reports and nobody has decided: who was taken to talk, and each sentence under its heading.
Made by programs: it may be deleted, and no entry rests on it. `brief` prints the reports' own words from it."""


def passages_of(source: str, read: Read) -> Iterator[ReadPassage]:
    """The sentences of a report that stand under a heading, as the case keeps them."""
    for one in read.passages:
        if one.heading is not None and one.end <= len(read.text):
            yield ReadPassage(
                source=source, start=one.start, end=one.end, heading=one.heading, speaker=one.speaker,
                confidence=Decimal(f"{one.confidence:.2f}"),
            )  # fmt: skip


def roster_of(who: WhoTalks, said: Said) -> AssumedRoster:
    """Who was taken to talk and to help, for a person to look at; `said`: what he said of it already."""
    parties, third = tuple(map(_assumed, who.parties)), tuple(map(_assumed, who.third))
    given = {side.name for side in (*said.parties, *said.third)}
    found = {one.name for one in (*parties, *third)}
    return AssumedRoster(parties=parties, third_parties=third, said=bool(found) and found <= given)


def _assumed(side: Side) -> Assumed:
    return Assumed(name=side.name, other=side.other, role=side.role or None)


def reading_text(reading: Reading) -> str:
    """The whole file."""
    return document_text(_COMMENT.format(by=reading.by), entry_data(reading))
