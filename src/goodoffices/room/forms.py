"""From what a page sends to an act: every field of the act by its name, and nothing else.

A package comes as `package.ISSUE`, points that are read back as `point.1.kind`, `point.1.words`, `point.1.about`, answers of the
debriefing as `answer.KEY`, a moment as minutes from now. What is wrong with the values `decide` says.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import datetime, timedelta
from typing import Any, get_type_hints

from ..documents import json_text, sha256_of
from ..proceedings import ACTS, Act, Package, PointToRead

Form = Mapping[str, str]
POINTS = 20
"""Points that one read-back on a page has at most."""
_KINDS = {kind.__name__: kind for kind in ACTS}
_LONGEST = 24 * 60


class NotThatError(ValueError):
    """A field that holds something else than it should; its text is for the person who filled it in."""


def mark_of(form: Form, by: str) -> str:
    """By what a form is known that is sent again since its answer got lost; empty where the page gave it no name.

    It is made of all that was filled in: the same name on other words is another form, of which nothing is lost.
    """
    if not form.get("once"):
        return ""
    filled = sorted((name, value) for name, value in form.items() if name != "csrf")
    return sha256_of(json_text([by, filled], indent=None).encode())[:32]


def act_of(form: Form, by: str, now: datetime) -> Act | None:
    """The act that a form asks for, done by this seat now; None where there is no such kind of act."""
    kind = _KINDS.get(form.get("act", ""))
    if kind is None:
        return None
    form = _with_pair(form)
    found = {name: reader(form, name, now) for name, reader in _READERS_OF[kind].items()}
    return kind(by=by, **{name: value for name, value in found.items() if value is not MISSING})


def _with_pair(form: Form) -> Form:
    """An issue and an option that were picked from one list."""
    if "pair" not in form:
        return form
    issue, _, option = form["pair"].partition(":")
    return {**form, "issue": issue, "option": option, "options": option}


def _readers(kind: type[Act]) -> dict[str, Callable[[Form, str, datetime], Any]]:
    hints = get_type_hints(kind)
    return {one.name: _READERS.get(hints[one.name], _word) for one in fields(kind) if one.name != "by"}


def _text(form: Form, name: str) -> str:
    # Browsers send what is typed with the line ends of another system.
    return form.get(name, "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _word(form: Form, name: str, now: datetime) -> Any:
    """One of a few words, or a text; one that was not sent is as the act says."""
    return _text(form, name) if name in form or name == "words" else (MISSING if name in _OPTIONAL else "")


_OPTIONAL = frozenset({"rule", "format", "title"})


def _name(form: Form, name: str, now: datetime) -> str | None:
    return _text(form, name) or None


def _several(form: Form, name: str, now: datetime) -> tuple[str, ...]:
    return tuple(form[name].split("\n")) if form.get(name) else ()


def _named(form: Form, name: str, now: datetime) -> dict[str, str]:
    start = "answer." if name == "answers" else f"{name}."
    return {key.removeprefix(start): text for key in form if key.startswith(start) and (text := _text(form, key))}


def _number(form: Form, name: str, now: datetime) -> int:
    text = _text(form, name)
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 5):
        raise NotThatError("A whole number of minutes is needed here.")
    return int(text)


def _moment(form: Form, name: str, now: datetime) -> datetime | None:
    if not _text(form, name):
        return None
    minutes = _number(form, name, now)
    if not 0 < minutes <= _LONGEST:
        raise NotThatError("How many minutes from now, at least one and at most a day?")
    return now + timedelta(minutes=minutes)


def _tick(form: Form, name: str, now: datetime) -> bool:
    return form.get(name) == "yes"


def _points(form: Form, name: str, now: datetime) -> tuple[PointToRead, ...]:
    return tuple(point for number in range(1, POINTS + 1) if (point := _point(form, f"point.{number}.")))


def _point(form: Form, start: str) -> PointToRead | None:
    words, about = _text(form, f"{start}words"), form.get(f"{start}about", "")
    if not words and not about:
        return None
    what, _, id_ = about.partition(":")
    issue, _, option = id_.partition(":")
    return PointToRead(
        kind=form.get(f"{start}kind", ""),  # type: ignore[arg-type]  # one that is none is refused with the act
        words=words,
        issue=issue if what == "issue" else None,
        option=(option or None) if what == "issue" else None,
        proposal=id_ if what == "proposal" else None,
    )


_READERS: dict[Any, Callable[[Form, str, datetime], Any]] = {
    str | None: _name,
    tuple[str, ...]: _several,
    Package: _named,
    int: _number,
    bool: _tick,
    datetime | None: _moment,
    tuple[PointToRead, ...]: _points,
}
_READERS_OF = {kind: _readers(kind) for kind in ACTS}
