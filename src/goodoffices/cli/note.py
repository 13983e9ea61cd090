"""`goodoffices note`."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import click

from ..case import Case, read_case
from ..case.enter_source import NO_FILE, OwnText, enter_source
from ..case.mixing import refuse_words
from ..case.rights import readers_of
from ..documents import LIMIT, decode
from ..errors import DataError, Problem, UsageError
from ..language.which_language import language_of
from ..record import Source
from ..talks import MARK, OWN
from .failures import say
from .said import attribution_said, day_on, day_said, line_said, one_of, readers_named, readers_said

PUBLISHER = "Notes of the team"
STDIN = "-"
_HEAD = """\
# {mark}A note of the team's own for {case}{about}. Who may read it: {readers}.
# These lines at the top that begin with # are not kept. Write below, save, and close the editor; an empty text enters nothing.

"""


@dataclass(frozen=True)
class Told:
    """The options as they were given."""

    who: tuple[str, ...] = ()
    when: str | None = None
    meeting: str | None = None
    readers: tuple[str, ...] = ()
    attribution: str = "named"
    title: str | None = None
    on: str | None = None


def run(folder: Path, text: str | None, told: Told) -> None:
    """Enter the note, and say where it is and who may read it."""
    if text not in (None, STDIN):
        raise UsageError(f"found '{text}', expected - for the standard input, or nothing, for your editor")
    case = read_case(folder)
    source = _source(case, told)
    written = _from_stdin() if text == STDIN else _from_editor(case, source)
    refuse_words("the note", written, exercise=case.talks.exercise, into=case.name)
    source = replace(source, language=_language(case, written))
    entered = enter_source(folder, "note", OwnText(source, written))
    say(f"{entered.source.text.file}: entered as the source {entered.key}", err=False)
    say(
        f"It is for {readers_named(case, readers_of(source))}, and no witness: what reports tell is never counted by it.",
        err=False,
    )
    say(f"Next: goodoffices mark {folder} records what it asserts, on selected words.", err=False)


def _source(case: Case, told: Told) -> Source:
    """All options are checked before anybody writes a text."""
    meeting = one_of("--meeting", told.meeting, case.talks.meetings, "a meeting") if told.meeting is not None else None
    when = day_said("--when", told.when) if told.when is not None else None
    who = [_name(case, line_said("--who", name)) for name in told.who]
    about = [f"present: {', '.join(who)}" if who else "", f"on {when}" if when else ""]
    about += [f"meeting: {meeting}" if meeting else ""]
    return Source(
        publisher=PUBLISHER, title=line_said("--title", told.title) if told.title is not None else None, side=OWN,
        text=NO_FILE, entered_on=day_on(told.on), note="; ".join(filter(None, about)) or None,
        readers=readers_said(case, told.readers) or (OWN,), attribution=attribution_said(told.attribution),
    )  # fmt: skip


def _name(case: Case, who: str) -> str:
    """A person or side by the case's own name; whom it does not know as he was given."""
    key = case.names.id(who)
    return case.names.label(key) if key in (*case.talks.parties, *case.talks.third_parties, *case.talks.people) else who


def _from_stdin() -> str:
    data = sys.stdin.buffer.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise DataError([Problem("standard input", 0, 0, f"more than {LIMIT:,} bytes", "a note")])
    return _sound(decode("standard input", data))


def _from_editor(case: Case, source: Source) -> str:
    """What a person writes. The editor's file lies in the system's folder for temporary files, and is removed when it is closed."""
    about = f", {source.note}" if source.note else ""
    readers = readers_named(case, readers_of(source))
    try:
        text = click.edit(
            _HEAD.format(mark=f"{MARK}. " if case.talks.exercise else "", case=case.name, about=about, readers=readers),
            extension=".txt",
        )
    except click.ClickException as error:
        found = error.format_message()
        raise UsageError(f"no editor: {found}; name one in EDITOR, or give the note with -") from None
    body = _without_head(text or "")
    if not body.strip():
        raise UsageError("found no text, expected a note; nothing was entered")
    return _sound(body)


def _without_head(text: str) -> str:
    """The text below the lines of the head; a line further down may begin with a hash."""
    lines = text.splitlines(keepends=True)
    while lines and (lines[0].startswith("#") or not lines[0].strip()):
        lines.pop(0)
    return "".join(lines)


def _sound(text: str) -> str:
    """The text with one kind of line end and one at its end; what no text holds is refused."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n"
    if "\0" in text:
        raise DataError([Problem("the note", 0, 0, "a byte 0", "text")])
    return text


def _language(case: Case, text: str) -> str | None:
    """The language, among those of the case's sources: a note is often too short for one among a hundred."""
    among = sorted({source.language for source in case.record.sources.values() if source.language})
    return among[0] if len(among) == 1 else language_of(text, tuple(among))
