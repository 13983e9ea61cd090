"""A new case from reports: made beside its place, batch by batch and durably, and put there whole at the end.

    begun = begin(Path("draft"), files, Named("plain"), Inline(), day)

While it is being made the folder holds nothing but `.progress`; with the same files it goes on from there after any stop.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..case.read import READING
from ..case.write import document_text, entry_data
from ..documents import make_folder, read_bytes, sha256_of, shown, write_bytes
from ..errors import DataError, Problem, UsageError
from ..language.copies import Copy, Print, copies, print_of
from ..record import Reading, ReadPassage, Record, Source
from ..talks import Day
from .batches import propose_all
from .extractors import Make, extractor_of, signature
from .journal import Journal, writing
from .naming import Account, Drafted, WhoTalks, draft
from .read import Given
from .reading import passages_of, reading_text, roster_of
from .reports import LIMIT
from .roster import NOTHING, Said
from .sources import UNTOLD, Details, FileNames, SourceIds, derivation, kept, sided

PROGRESS = ".progress"
_MADE = ("sources", "record.yaml", "talks.yaml", "reading.yaml")
_NONE: Mapping[str, Details] = {}
Key = tuple[str, str]
"""A file as it was given, and the SHA-256 of its bytes."""
Tell = Callable[[int], None]
"""Is told how many more reports are done."""


@dataclass(frozen=True)
class Begun:
    """What became of the files."""

    folder: Path
    by: str
    """The extractor, as it signs."""
    sources: dict[str, str]
    """The file of each source."""
    problems: tuple[Problem, ...]
    """Files that could not be read, or not again; the others are in the case."""
    doubles: tuple[tuple[str, str], ...]
    """Files whose text another one holds already, with that one."""
    copies: tuple[Copy, ...]
    notes: tuple[tuple[str, str], ...]
    """Files of which something was changed or left out, with what."""
    claims: int
    who: WhoTalks
    """Who talks, and who helps, as the draft takes it."""


def begin(
    folder: Path,
    files: Sequence[Path],
    make: Make,
    executor: Executor,
    day: Day,
    *,
    workers: int = 1,
    tell: Tell = lambda _: None,
    said: Said = NOTHING,
    untold: Details = UNTOLD,
    details: Mapping[str, Details] = _NONE,
) -> Begun:
    """Make a draft of a case in `folder`, which must not exist; an unfinished one of the same files is finished.

    `said`: who talks, as far as a person says it. `untold`: what is so of every report; `details`: what a person says of some, by
    the names of their files, with the side by the name under which it talks.

    Raises UsageError where the folder is taken, and DataError where no file can be read or the disk fails; what was done
    by then is kept. One file that cannot be read does not keep the others from being taken.
    """
    by = signature(extractor_of(make))
    names = [shown(file) for file in files]
    journal = _open(
        folder, {"by": by, "files": sha256_of("\0".join(names).encode()), "parties": sha256_of(repr(said).encode())}
    )
    try:
        found, problems = _extract(files, make, executor, journal, workers, tell, said)
        if not found:
            raise DataError(problems)
        begun = _assemble(folder, found, journal, (by, day), said, lambda name: details.get(name, untold))
    except DataError:
        journal.close()
        if not len(journal):
            _remove(folder)
        raise
    finally:
        journal.close()
    _publish(folder)
    return replace(begun, problems=tuple(problems))


def _open(folder: Path, header: dict[str, str]) -> Journal:
    progress = folder / PROGRESS
    if os.path.lexists(folder) and (progress.is_symlink() or not progress.is_dir()):
        raise UsageError(
            f"{shown(folder)}: found a {'folder' if folder.is_dir() else 'file'} of this name, expected a new name"
        )
    try:
        make_folder(folder)
        make_folder(progress, folder)
    except OSError as error:
        raise UsageError(
            f"{shown(folder)}: no case can be made here: {error.strerror or error}; name another folder with --to"
        ) from error
    return Journal(progress / "journal", header)


def _extract(
    files: Sequence[Path], make: Make, executor: Executor, journal: Journal, workers: int, tell: Tell, said: Said
) -> tuple[dict[Key, Path], list[Problem]]:
    """Read and extract what the journal does not hold yet; the keys of all that can be read, in the order of the files."""
    keys: dict[Key, Path] = {}
    bad: dict[Key, Problem] = {}
    problems: list[Problem] = []
    for batch in propose_all(_missing(files, journal, keys, problems, tell, said), make, executor, workers):
        bad.update({(read.name, read.sha256): read.problem for read in batch if read.problem is not None})
        journal.add([read for read in batch if read.problem is None])
        tell(len(batch))
    return {key: file for key, file in keys.items() if key not in bad}, [*problems, *bad.values()]


def _missing(
    files: Sequence[Path], journal: Journal, keys: dict[Key, Path], problems: list[Problem], tell: Tell, said: Said
) -> Iterator[Given]:
    """The files that are to be read; notes the key of every file and the problem of each that cannot be read at all."""
    for file in files:
        try:
            raw = read_bytes(file, LIMIT)
        except DataError as error:
            problems += error.problems
            tell(1)
            continue
        key = (shown(file), sha256_of(raw))
        again = key in keys or key in journal
        keys[key] = file
        if again:
            tell(1)
        else:
            yield Given(key[0], raw, said)


def _unchanged(file: Path, digest: str) -> bytes:
    """The bytes of a file that was read before, perhaps before a stop."""
    raw = read_bytes(file, LIMIT)
    if sha256_of(raw) != digest:
        expected = "the file as it was when this began; call the command again"
        raise DataError([Problem(shown(file), 0, 0, "a file that changed meanwhile", expected)])
    return raw


def _assemble(
    folder: Path, keys: Mapping[Key, Path], journal: Journal, entered: tuple[str, Day], said: Said,
    details: Callable[[str], Details],
) -> Begun:  # fmt: skip
    """Write the whole case below `.progress`; `entered`: by which program, on which day."""
    by, day = entered
    made = folder / PROGRESS / "case"
    _clear(made)
    with writing(made):
        make_folder(made / "sources", folder)
    ids, names = SourceIds(len(keys)), FileNames()
    sources: dict[str, Source] = {}
    accounts: list[Account] = []
    passages: list[ReadPassage] = []
    prints: list[Print] = []
    files: dict[str, str] = {}
    held: dict[str, str] = {}
    doubles: list[tuple[str, str]] = []
    notes: list[tuple[str, str]] = []
    for key, file in keys.items():
        read = journal.read(key)
        digest = sha256_of(read.text.encode())
        if digest in held:
            doubles.append((read.name, held[digest]))
            continue
        one = kept(ids.new(), read, _unchanged(file, read.sha256), names.new(read.name), day, details(read.name))
        for path, data in one.files.items():
            write_bytes(made / path, data, below=folder)
        held[digest], files[one.key], sources[one.key] = read.name, read.name, one.source
        accounts.append(Account(one.key, one.claims, read.sides))
        passages += passages_of(one.key, read)
        notes += [(read.name, note) for note in read.notes]
        prints.append(print_of(one.key, read.text, one.source.printed.first))
    alike = list(copies(prints))
    drafted = draft(accounts, by, said)
    sources = sided(sources, drafted.talks)
    reading = Reading(format="reading/1", by=by, roster=roster_of(drafted.who, said), passages=tuple(passages))
    _write(folder, drafted, _derived(sources, alike), reading, day)
    place = {key: number for number, key in enumerate(files)}
    alike.sort(key=lambda copy: place[copy.key])
    return Begun(folder, by, files, (), tuple(doubles), tuple(alike), tuple(notes), len(drafted.claims), drafted.who)


def _derived(sources: dict[str, Source], alike: Sequence[Copy]) -> dict[str, Source]:
    found = dict(sources)
    for copy in alike:
        source = found[copy.key]
        found[copy.key] = replace(
            source, derived_from=copy.of, note="; ".join(filter(None, [source.note, derivation(copy)]))
        )
    return found


def _write(folder: Path, drafted: Drafted, sources: dict[str, Source], reading: Reading, day: Day) -> None:
    made, by = folder / PROGRESS / "case", reading.by
    claims = tuple(replace(claim, entered_on=day) for claim in drafted.claims)
    record = Record(format="record/1", sources=sources, claims=claims)
    write_bytes(made / "record.yaml", document_text(_RECORD.format(by=by), entry_data(record)).encode(), below=folder)
    write_bytes(
        made / "talks.yaml", document_text(_TALKS.format(by=by), entry_data(drafted.talks)).encode(), below=folder
    )
    write_bytes(made / READING, reading_text(reading).encode(), below=folder)


_RECORD = """The evidence, as {by} proposes it: what each report asserts, tied to its words. Nobody has reviewed it yet.
A proposed claim counts when a person has accepted or edited it: goodoffices mark, or goodoffices review."""
_TALKS = """The synthesis, as suggested from the proposals of {by}: each entry with the claims of record.yaml that it rests on.
A draft may rest on claims that nobody has accepted; take `draft: true` away when all of them are reviewed."""


def _publish(folder: Path) -> None:
    """Put the finished case in its place; `.progress` goes last, so that a stop in between is mended by the next call."""
    made = folder / PROGRESS / "case"
    with writing(folder):
        for name in _MADE:
            if (made / name).exists():
                target = folder / name
                _clear(target)
                os.replace(made / name, target)
        shutil.rmtree(folder / PROGRESS)


def _clear(folder: Path) -> None:
    """Take a folder away, where it is one: opening a pipe that has its name would wait for ever."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)


def _remove(folder: Path) -> None:
    """Leave nothing where nothing was done."""
    shutil.rmtree(folder / PROGRESS, ignore_errors=True)
    with suppress(OSError):
        folder.rmdir()
