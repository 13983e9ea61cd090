"""The sheet Positions, the tracker: a row for each position, and for each silence beside one."""

from collections.abc import Iterator
from datetime import date

from ...talks import Position
from .table import Column, Row, Sheet
from .words import LINE, Words

COLUMNS = (
    Column("Issue", 16), Column("Party", 12), Column("Option", 23), Column("Stance", 10), Column("Told by", 18),
    Column("Party's own word", 11), Column("Day said", 15), Column("Round", 13), Column("Meeting", 19), Column("Stands", 9),
    Column("Replaces", 17), Column("Publisher", 16), Column("Claims", 9), Column("Status", 10), Column("Accounts", 12),
)  # fmt: skip
SILENCE = "no source tells a position"


def positions(words: Words) -> Sheet:
    """In the order of issue, party and day; parties stand before third parties, both by the alphabet."""
    found = sorted(_keyed(words), key=lambda pair: pair[0])
    return Sheet("Positions", COLUMNS, tuple(row for _, row in found))


def _keyed(words: Words) -> Iterator[tuple[tuple[int, int, date, int], Row]]:
    """Each row with its place. A position whose own day is not said stands at the day of the meeting where it was told."""
    talks = words.talks
    issues = {key: number for number, key in enumerate(talks.issues)}
    ordered = [*words.alphabetical(talks.parties), *words.alphabetical(talks.third_parties)]
    parties = {key: number for number, key in enumerate(ordered)}
    replaced = {position.supersedes for position in talks.positions}
    earlier = {position.id: position for position in talks.positions}
    for number, position in enumerate(talks.positions):
        key = (issues[position.issue], parties[position.party], _day(words, position), number)
        yield key, _row(words, position, earlier.get(position.supersedes or ""), position.id in replaced)
    for issue, party in _silent(words):
        yield (issues[issue], parties[party], date.max, 0), _silence(words, issue, party)


def _day(words: Words, position: Position) -> date:
    meeting = words.talks.meetings.get(position.meeting or "")
    return position.said_on.first or (meeting.date.first if meeting else None) or date.max


def _row(words: Words, position: Position, earlier: Position | None, replaced: bool) -> Row:
    meeting = words.talks.meetings.get(position.meeting or "")
    return (
        words.issue(position.issue), words.name(position.party), words.option(position), _stance(position),
        words.told_by(position), words.own_word(position), position.said_on,
        words.round((meeting.round if meeting else None) or position.round), words.meeting(position.meeting),
        "replaced" if replaced else "yes", _replaces(words, earlier), words.publishers(position.claims),
        words.basis(position), words.status(position), words.disputed(position.claims),
    )  # fmt: skip


def _stance(position: Position) -> str:
    return position.stance.replace("_", " ")


def _replaces(words: Words, earlier: Position | None) -> str:
    """The earlier position in words, and its day where one is said."""
    if earlier is None:
        return ""
    day = f"{LINE}{earlier.said_on}" if earlier.said_on.said else ""
    return f"{_stance(earlier)}: {words.option(earlier)}{day}"


def _silent(words: Words) -> Iterator[tuple[str, str]]:
    """Issue and party of which no source tells a position, where another party of the dispute is told to have one."""
    talks = words.talks
    told = {(position.issue, position.party) for position in talks.positions}
    asked = {position.issue for position in talks.positions if position.party in talks.parties}
    return ((i, p) for i in talks.issues if i in asked for p in talks.parties if (i, p) not in told)


def _silence(words: Words, issue: str, party: str) -> Row:
    return words.issue(issue), words.name(party), SILENCE, *[None] * (len(COLUMNS) - 3)
