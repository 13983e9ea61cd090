"""How much, and which characters: what comes in is hostile until it has been here.

1. Words have at most 4,000 characters, names 200. The seats of a day share 5,000 acts and eight million letters evenly: so none
   uses up another's, no refusal tells what others did, and the ledger stays one that can be read again.
2. What steers how a text is shown, or cannot be seen in it, stands in it as what it is.
3. Where words are asked for they are not blank.
4. What is one of a few words is one of them.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from goodoffices.documents import harmless

from .. import acts
from ..acts import PointToRead
from .turn import Refused

T = TypeVar("T")
WORDS, NAME, ACTS, MANY = 4_000, 200, 5_000, 200
"""The most characters of words and of a name, the most acts of all seats of a day, the most entries of a list in an act."""
FULL = "This seat has entered as much as a day has room for: it can enter nothing more."
LETTERS = 8_000_000
"""The most letters of all that the seats of a day bring about: in any script less than a file that is read again may hold."""
TOO_LONG = f"Words have at most {WORDS:,} characters, names {NAME}."
TOO_MANY = f"One act has at most {MANY} entries."
NO_SUCH_WORD = "One of the given words is needed here."
TOO_LONG_TIME = "At most a day can be added or taken away."
DAY = 24 * 60
BLANK = "Words are needed here."
NO_ZONE = "A moment needs its time zone."
_LONG = frozenset({"words", "text", "answers"})
"""Fields that hold words; all others hold names."""


def share(seats: int) -> int:
    """How many acts each of so many seats can do; the trainer, who must be able to end the day, as many as he likes."""
    return ACTS // max(seats, 1)


def letters_of(seats: int) -> int:
    """How many letters each of so many seats can bring about."""
    return LETTERS // max(seats, 1)


def cleaned(act: T) -> T:
    """The act with all its texts as they may be kept; refused where there is too much of them."""
    return _entry(act)


def required(words: str) -> str:
    """Words that must not be blank."""
    if not words:
        raise Refused(BLANK)
    return words


def _entry(value: T) -> T:
    found = {one.name: _clean(one.name, getattr(value, one.name)) for one in fields(value)}  # type: ignore[arg-type]
    if any(found[name] not in words for name, words in _CHOICES[type(value)].items()):
        raise Refused(NO_SUCH_WORD)
    return replace(value, **found)  # type: ignore[type-var]


_CHOICES: dict[type[Any], dict[str, tuple[str, ...]]] = {
    kind: {name: get_args(hint) for name, hint in get_type_hints(kind).items() if get_origin(hint) is Literal}
    for kind in (*acts.ACTS, PointToRead)
}
"""For each kind of entry the fields that hold one of a few words."""


def _clean(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, Mapping | tuple):
        return _several(name, value)
    if isinstance(value, datetime) and value.tzinfo is None:
        raise Refused(NO_ZONE)
    if isinstance(value, int) and abs(value) > DAY:
        raise Refused(TOO_LONG_TIME)
    return _entry(value) if is_dataclass(value) and not isinstance(value, type) else value


def _several(name: str, value: Mapping[str, Any] | tuple[Any, ...]) -> Any:
    if len(value) > MANY:
        raise Refused(TOO_MANY)
    if isinstance(value, Mapping):
        return {_text("", key): _clean(name, one) for key, one in value.items()}
    return tuple(_clean(name, one) for one in value)


def _text(name: str, text: str) -> str:
    most = WORDS if name in _LONG else NAME
    # Before it is cleaned, too: what becomes `[U+202E]` is longer, and a text of a million characters need not be looked at.
    if len(text) > most or len(clean := harmless(text).strip()) > most:
        raise Refused(TOO_LONG)
    return clean
