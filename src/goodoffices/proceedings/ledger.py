"""The ledger: the events of an act as one line of JSON, and back.

1. One act is one line, so that no part of what it brought about can be lost without the rest.
2. A line carries the version of its form, the number of its act, and a check sum of the rest. Where the act came by a form that
   may be sent again, it carries the form's mark (version 2): so it is known to be done also after a new start.
3. A line that is not to the letter what would be written for its events is refused, with its number; so are a gap, a line
   that stands twice, and a moment that is not later than the one before.
4. Moments lie in the years 2000 to 2199, and what is added to a phase is a day at most: beyond, no clock can be shown.
5. The check sum finds damage. It keeps nobody from writing another history who may write to the file: who holds the
   machine holds the file.
6. What an event could not say when the first ledgers were written is written only where it says something: so those are read, too.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from goodoffices.documents import json_text, sha256_of
from goodoffices.errors import DataError, Problem

from .events import Event, Extended, Happening
from .rules.bounds import DAY
from .visibility import KINDS

VERSION = 2
"""The newest form of a line; one without a mark is of the first."""
MARK = re.compile(r"[0-9a-f]{32}", re.ASCII)
"""By what a form is known again."""
_SINCE: Mapping[str, frozenset[str]] = {"PointObjected": frozenset({"issues"})}
"""For kinds of events what they could not say when the first ledgers were written."""
_EXPECTED = "a line that this program wrote; put the file back from a copy, nothing of it was changed"


def encode(number: int, events: Sequence[Event], mark: str = "") -> str:
    """The line for the events of the act with this number, counted from 1, and of the form with this mark; it has no line end."""
    at = {event.at for event in events}
    assert len(at) == 1, "the events of one act have one moment"
    marked = {"form": mark} if mark else {}
    body = {"act": number, "at": at.pop().isoformat(), **marked, "events": [_event(event) for event in events]}
    return json_text({"v": 2 if mark else 1, "sum": _sum(body), **body}, indent=None)


def mark_of(line: str) -> str:
    """The mark in a line that `decode` takes; empty where it has none."""
    found: str = json.loads(line).get("form", "")
    return found


def _sum(body: Any) -> str:
    return sha256_of(json_text(body, indent=None).encode())[:16]


def _event(event: Event) -> dict[str, Any]:
    kind = type(event.what).__name__
    said = _adapter(kind).dump_python(event.what, mode="json")
    what = {name: value for name, value in said.items() if value or name not in _SINCE.get(kind, ())}
    return {"kind": kind, "to": sorted(event.to), "what": what}


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


def decode(line: str) -> tuple[int, tuple[Event, ...]]:
    """The number of the act, and its events; ValueError with what was found where it is no such line."""
    try:
        read = json.loads(line)
        mark = read["form"] if read["v"] == 2 else ""
        if read["v"] not in (1, 2) or (read["v"] == 2 and not MARK.fullmatch(mark)):
            raise ValueError
        events = _events(read)
        whole = encode(read["act"], events, mark) == line
    except (ValueError, TypeError, KeyError, AssertionError, RecursionError, ValidationError) as error:
        raise ValueError(_found(line)) from error
    if not whole:
        raise ValueError("a line whose check sum does not fit: something in it was changed")
    return read["act"], events


def _events(read: Any) -> tuple[Event, ...]:
    at = datetime.fromisoformat(read["at"])
    if at.tzinfo is None or not read["events"] or not 2000 <= at.year < 2200:
        raise ValueError
    events = tuple(Event(at, frozenset(one["to"]), _happening(one["kind"], one["what"])) for one in read["events"])
    if any(isinstance(event.what, Extended) and abs(event.what.minutes) > DAY for event in events):
        raise ValueError
    return events


def _happening(kind: str, what: Any) -> Happening:
    found: Happening = _adapter(kind).validate_json(json.dumps(what), strict=True)
    return found


def _found(line: str) -> str:
    try:
        version = json.loads(line).get("v")
    except (ValueError, AttributeError, RecursionError):
        return "a line that is no act of a ledger"
    if isinstance(version, int) and version > VERSION:
        return f"a line of the form {version}, which is newer than this program ({VERSION})"
    return "a line that is no act of a ledger"


def read_ledger(name: str, lines: Iterable[str]) -> tuple[Event, ...]:
    """All events of a ledger; DataError with the file's name and the line where one cannot be used."""
    events: list[Event] = []
    last: datetime | None = None
    for number, line in enumerate(lines, 1):
        try:
            last = _next(number, last, line, events)
        except ValueError as error:
            raise DataError([Problem(name, number, 0, str(error), _EXPECTED)]) from error
    return tuple(events)


def _next(number: int, last: datetime | None, line: str, events: list[Event]) -> datetime:
    act, found = decode(line)
    if act != number:
        raise ValueError(f"act {act} where act {number} should stand")
    if last is not None and found[0].at <= last:
        raise ValueError("an act that is not later than the one before")
    events.extend(found)
    return found[0].at
