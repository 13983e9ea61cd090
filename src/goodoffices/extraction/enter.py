"""More reports into a case that is there: its files stay as people wrote them, what is new stands behind what was there.

    entered = enter(read_case(folder), reads, day)      writes sources/ and record.yaml; talks.yaml is not touched

Proposals use the case's ids where its names are known, and the names as printed elsewhere. They wait for a person.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from ..case import Case
from ..case.read import READING, RECORD
from ..case.write import entry_data
from ..documents import Document, Editor, Plain, make_folder, read_bytes, read_yaml, sha256_of, write_bytes, write_text
from ..errors import DataError, Problem
from ..language.copies import Copy, copies_of, print_of
from ..record import Claim, Reading
from ..talks import UNSAID, Day, Meeting
from .called import Called
from .naming import Account, Terms
from .naming.account import values_of
from .read import Read
from .reading import passages_of, reading_text, roster_with
from .roster import NOTHING, Said
from .sources import FOLDER, UNTOLD, Details, FileNames, Kept, SourceIds, derivation, kept, shown_name

_BOM = "\ufeff"


@dataclass(frozen=True)
class New:
    """A report that is to be entered."""

    read: Read
    raw: bytes
    details: Details = UNTOLD


@dataclass(frozen=True)
class Entered:
    """What came into the case."""

    sources: dict[str, str]
    """The new sources with the names of their files as they were given."""
    claims: int
    doubles: tuple[tuple[str, str], ...]
    """Files that the case holds already, with the source."""
    copies: tuple[Copy, ...]
    since: Day
    """The day before anything of this could be known."""


def enter(case: Case, reports: Sequence[New], day: Day, said: Said = NOTHING, named: Said = NOTHING) -> Entered:
    """Enter reports with what an extractor proposes for them; `said`: other names of the parties of the case.

    `named`: those of them that a person gave for these reports; a draft keeps them.

    Raises DataError, and changes nothing, where a file cannot be written or record.yaml was changed meanwhile.
    """
    # Read before anything is worked out: whatever changes from here on no longer fits this digest, and is not overwritten.
    document = read_yaml(case.folder / RECORD)
    fresh, doubles = _without_doubles(case, reports)
    entries = _kept(case, fresh, day)
    alike = _copies(case, entries, fresh)
    if entries:
        editor = Editor(document)
        _insert(editor, case, [_derived(one, alike) for one in entries], day, said)
        _write(case.folder, entries, editor)
        if case.talks.draft:  # elsewhere what nobody has accepted is not shown
            _add_reading(case, entries, fresh, named)
    names = {one.key: new.read.name for one, new in zip(entries, fresh, strict=True)}
    return Entered(names, sum(len(one.claims) for one in entries), tuple(doubles), tuple(alike), _since(entries, day))


def _without_doubles(case: Case, reports: Sequence[New]) -> tuple[list[New], list[tuple[str, str]]]:
    """The reports that the case does not hold, and those that it does: by their text, or by their bytes."""
    held = {source.text.sha256.lower(): key for key, source in case.record.sources.items()}
    # A restated source's original is no text of the case; to enter it would make one account two.
    held |= {source.original.sha256.lower(): key for key, source in case.record.sources.items() if source.original}
    fresh, doubles = [], []
    for new in reports:
        text = new.read.text.encode()
        digests = (sha256_of(text), sha256_of(text.removesuffix(b"\n")), new.read.sha256)
        key = next((held[digest] for digest in digests if digest in held), None)
        if key is not None:
            doubles.append((new.read.name, key))
        else:
            fresh.append(new)
            held |= dict.fromkeys(digests, shown_name(new.read.name))
    return fresh, doubles


def _kept(case: Case, reports: Sequence[New], day: Day) -> list[Kept]:
    sources = case.record.sources
    ids = SourceIds(len(sources) + len(reports), _taken(case), [claim.id for claim in case.record.claims])
    folder = case.folder / FOLDER
    names = FileNames(os.listdir(folder) if folder.is_dir() else ())
    found = []
    for new in reports:
        found.append(kept(ids.new(), new.read, new.raw, names.new(new.read.name), day, new.details))
    return found


def _taken(case: Case) -> set[str]:
    talks = case.talks
    named = (*talks.parties, *talks.third_parties, *talks.people, *talks.meetings, *talks.issues, *talks.instruments)
    return {key.lower() for key in (*case.record.sources, *named)}


def _copies(case: Case, entries: Sequence[Kept], reports: Sequence[New]) -> list[Copy]:
    new = [print_of(one.key, r.read.text, one.source.printed.first) for one, r in zip(entries, reports, strict=True)]
    # Only texts in the publisher's own words: a restatement shares none of them, whatever it tells.
    old = [
        print_of(key, text, case.record.sources[key].printed.first)
        for key, text in case.texts.items()
        if case.record.sources[key].text.kind == "original"
    ]
    return copies_of(new, old) if new else []


def _derived(one: Kept, alike: Iterable[Copy]) -> Kept:
    copy = next((copy for copy in alike if copy.key == one.key), None)
    if copy is None:
        return one
    note = "; ".join(filter(None, [one.source.note, derivation(copy)]))
    return replace(one, source=replace(one.source, derived_from=copy.of, note=note))


def _insert(editor: Editor, case: Case, entries: Sequence[Kept], day: Day, said: Said) -> None:
    value = editor.document.value
    sources: dict[str, Plain] = {one.key: entry_data(one.source) for one in entries}
    claims = [entry_data(claim) for one in entries for claim in _in_terms(case, one, day, said)]
    if isinstance(value.get("sources"), dict):
        editor.insert(("sources",), sources)
    else:
        editor.insert((), {"sources": sources}, after="format")
    if isinstance(value.get("claims"), list):
        for claim in claims:
            editor.append(("claims",), claim)
    elif claims:
        editor.insert((), {"claims": list(claims)})


def _in_terms(case: Case, one: Kept, day: Day, said: Said) -> Iterator[Claim]:
    account = Account(one.key, one.claims)
    called = Called(case, said)
    known, unknown = _meetings(case, account, called)
    actors = {*case.talks.parties, *case.talks.third_parties, *case.talks.people}
    sides = frozenset({*case.talks.parties, *case.talks.third_parties})
    terms = Terms(lambda name: called.among(actors, name), case.names.label, sides, known, unknown)
    for claim in account.claims:
        issue = called.among(case.talks.issues, claim.issue) if claim.issue is not None else None
        yield replace(terms.claim(claim, issue), entered_on=day)


def _meetings(case: Case, account: Account, called: Called) -> tuple[dict[str, str], dict[str, str]]:
    """The case's meetings by the account's own keys, where the day and the parties fit one of them only; else words."""
    known: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for key, claims in account.meetings.items():
        own = [claim for claim in claims if claim.subject == key]
        day = next((Day.parse(str(c.value)) for c in own if c.predicate == "date"), UNSAID)
        names = [str(v) for c in own if c.predicate == "parties" for v in values_of(c)]
        parties = {party for name in names if (party := called.id(name)) is not None}
        fitting = [m for m, meeting in case.talks.meetings.items() if _fits(case, meeting, day, parties)]
        if len(fitting) == 1 and fitting[0] not in known.values():
            known[key] = fitting[0]
        else:
            unknown[key] = _words(key, account.source, names, day)
    return known, unknown


def _fits(case: Case, meeting: Meeting, day: Day, parties: set[str]) -> bool:
    if not (day.exact and meeting.date.exact and day.first == meeting.date.first):
        return False
    met = {*meeting.participants, *(case.talks.delegations[d].of for d in meeting.delegations)}
    return len(met & parties) > 1 and (met <= parties or parties <= met)


def _words(key: str, source: str, names: Sequence[str], day: Day) -> str:
    who = f"meeting of {' and '.join(names)}" if names else "meeting"
    when = f" on {day}" if day.said else ""
    return f"{who}{when} ({key} of {source})"


def _write(folder: Path, entries: Sequence[Kept], editor: Editor) -> None:
    """First the texts, then the record that names them: a crash in between leaves a text that nothing names, and no more."""
    document, written = editor.document, list[Path]()
    text = editor.text()
    # `text` is without the byte order mark that some editors put first; it is not ours to take away.
    mark = _BOM if sha256_of(document.text.encode()) != document.sha256 else ""
    try:
        _make_folder(folder / FOLDER)
        for name, data in ((name, data) for one in entries for name, data in one.files.items()):
            written.append(folder / name)
            write_bytes(folder / name, data, below=folder)
        write_text(document.path, mark + text, replacing=document.sha256)
    except BaseException:
        # The one failure that comes after the exchange (a disk that did not confirm it) leaves a record that names these texts.
        if not _holds(document, mark + text):
            for path in written:
                with suppress(OSError):
                    path.unlink()
        raise


def _holds(document: Document, text: str) -> bool:
    """Whether the file on the disk holds the new text."""
    try:
        return read_bytes(document.path, below=document.path.parent) == text.encode()
    except DataError:
        return False


def _add_reading(case: Case, entries: Sequence[Kept], reports: Sequence[New], named: Said) -> None:
    """What was read in the new reports, behind what the case's reading holds; it is written last, for nothing rests on it."""
    before = case.reading or Reading(format="reading/1", by=_by(entries))
    read = [one for kept_, new in zip(entries, reports, strict=True) for one in passages_of(kept_.key, new.read)]
    after = replace(before, roster=roster_with(before.roster, named), passages=(*before.passages, *read))
    if after != before:
        write_bytes(case.folder / READING, reading_text(after).encode(), below=case.folder)


def _by(entries: Sequence[Kept]) -> str:
    """The program that read."""
    return next((claim.entered_by for one in entries for claim in one.claims), "goodoffices")


def _make_folder(folder: Path) -> None:
    try:
        make_folder(folder, folder.parent)
    except OSError as error:
        raise DataError(
            [Problem(str(folder), 0, 0, f"no folder can be made ({error.strerror})", "a case that can be written")]
        ) from error


def _since(entries: Sequence[Kept], day: Day) -> Day:
    """The day before the first of the new sources could be known: from there a brief tells what is new."""
    days = [d for one in entries for d in (one.source.printed.last or one.source.entered_on.last,) if d is not None]
    first = min(days, default=day.last or date.max)
    return Day.parse((first - timedelta(days=1)).isoformat())
