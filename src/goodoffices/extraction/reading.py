"""The file reading.yaml: what was read and nobody has decided; made by programs, and written whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..case.write import document_text, entry_data
from ..record import Assumed, AssumedRoster, Reading, ReadPassage
from .naming import WhoTalks
from .read import Read
from .roster import Said, Side, bare

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


def roster_with(roster: AssumedRoster, named: Said) -> AssumedRoster:
    """The same with whom a person named since, so that the next reports are read with these names as well."""
    if not named:
        return roster
    return AssumedRoster(
        parties=_more(roster.parties, named.parties, named.third),
        third_parties=_more(roster.third_parties, named.third, named.parties),
        said=roster.said or not (roster.parties or roster.third_parties),
    )


def _more(known: Iterable[Assumed], named: Iterable[Side], others: Sequence[Side]) -> tuple[Assumed, ...]:
    """Each of the known with the names given besides, behind them the new ones; without whom he puts on the other side."""
    named = list(named)
    kept = [one for one in known if not any(_shared(one, side) for side in others)]
    grown = (_grown(one, [side for side in named if _shared(one, side)]) for one in kept)
    return (*grown, *(_assumed(side) for side in named if not any(_shared(one, side) for one in kept)))


def _grown(one: Assumed, same: Sequence[Side]) -> Assumed:
    names = (name for side in same for name in side.names)
    other = tuple(dict.fromkeys(name for name in (*one.other, *names) if bare(name) != bare(one.name)))
    return replace(one, other=other, role=one.role or next((side.role for side in same if side.role), None))


def _shared(one: Assumed, side: Side) -> bool:
    return bool({bare(name) for name in (one.name, *one.other)} & {bare(name) for name in side.names})


def _assumed(side: Side) -> Assumed:
    return Assumed(name=side.name, other=side.other, role=side.role or None)


def reading_text(reading: Reading) -> str:
    """The whole file."""
    return document_text(_COMMENT.format(by=reading.by), entry_data(reading))
