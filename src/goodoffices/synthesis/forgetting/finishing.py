"""The last steps of every plan: new texts of the files, comments, files beside the case, and the proof that nothing is left."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...case.conflict import CONFLICT
from ...case.entries import nodes
from ...case.exercise import EXERCISE, broken_exercise
from ...case.read import PREFERENCES, READING, RECORD, TALKS, TYPES
from ...case.references import Ids, unknown_ids
from ...case.unfinished import STAGING
from ...case.validate import validated, value_at
from ...case.write_minutes import MINUTES
from ...documents import files_below, folders_below, parse, read_bytes, sha256_of
from ...errors import DataError, Problem
from ...talks import Exercise, Talks
from ..withdrawal import label
from . import comments
from .case_files import CaseFiles
from .other_files import VERSIONS, Find, Other, file_holds, others, without_lines
from .planned import Group, Plan
from .resealed import reseal
from .rewriting import rewritten
from .tokens import BLOCK

_MOST = 12
"""Version control is looked for in so many folders above the case."""


@dataclass(frozen=True, slots=True)
class Words:
    """How what goes is found, and what it is called."""

    find: Find
    in_comment: Callable[[str], bool]
    what: str
    renames: Mapping[str, str] = field(default_factory=dict)
    still: tuple[str, ...] = ()
    """What stays and may tell of it, in words."""
    beside: Find | None = None
    """How it is found in files beside the case, where that is more than in the case itself."""


def finished(
    files: CaseFiles, words: Words, groups: Iterable[Group], new: Mapping[str, bytes], removals: set[Path]
) -> Plan:
    """The whole plan; `new` are texts with new contents, `removals` files of the case that go."""
    contents: dict[str, bytes] = dict(new)
    told: list[str] = []
    dropped: list[str] = []
    for name, document in files.documents.items():
        text = rewritten(document, files.going[name], words.renames, words.in_comment)
        if name == MINUTES and text != document.text and reseal(files, name, text):
            text = rewritten(document, files.going[name], words.renames, words.in_comment)
        told += _comments(name, document.text, words.in_comment)
        if not _is_sound(files, name, text) or (name == EXERCISE and not _is_held(files, text, words)):
            dropped.append(name)
        elif text != document.text:
            contents[name] = text.encode()
    ours = frozenset({files.folder / name for name in (*files.documents, *_texts(files))})
    find = words.beside or words.find
    beside = [one for one in others(files.folder, ours, find) if one.fate != "stays"]
    removed = {path.relative_to(files.folder).as_posix() for path in removals} | set(dropped)
    removed |= {one.path.relative_to(files.folder).as_posix() for one in beside if one.fate == "goes"}
    contents |= dict(_cut(files.folder, beside, find))
    plan = Plan(
        words.what,
        files.folder,
        (*groups, Group("comments", tuple(told)), *_files_told(files.folder, beside, dropped)),
        contents,
        {name: _digest(files.folder / name, files.folder) for name in contents},
        tuple(sorted(removed)),
        tuple(_telling_folders(files.folder, find)),
        tuple(_out_of_reach(files.folder, beside)),
        words.find,
        words.still,
    )
    _prove(files, plan)
    return plan


def told_entries(files: CaseFiles) -> Iterator[Group]:
    """The entries that go, and the words that are blacked out, file by file."""
    for name in sorted(files.going):
        going = files.going[name]
        yield Group(f"of {name}", tuple(_entries(files, name)))
        old = files.documents[name].value
        blacked = sorted(
            f"{place_of(s)} ({blacked_words(str(value_at(old, s)), value)})"
            for s, value in going.puts.items()
            if isinstance(value, str) and BLOCK in value and (name != RECORD or s[0] != "claims" or s[-1] == "note")
        )  # fmt: skip
        yield Group(f"blacked out in {name}", tuple(blacked))


def blacked_words(old: str, new: str) -> str:
    """The words of a text in whose place there are blocks."""
    if len(old) != len(new):
        return "all of it"
    found = [old[m.start() : m.end()] for m in re.finditer(f"{BLOCK}+", new)]
    return ", ".join(f"“{word}”" for word in dict.fromkeys(found))


def _entries(files: CaseFiles, name: str) -> Iterator[str]:
    """What goes from a file, the outermost of what goes together; what is counted elsewhere is not told again."""
    going = files.going[name]
    labels = {node.steps: label(node) for node in nodes(files.case.talks) if node.steps} if name == TALKS else {}
    for steps in sorted(going.gone, key=lambda one: [str(step).rjust(6) for step in one]):
        counted = steps[0] in ("claims", "findings", "passages") and name in (RECORD, READING)
        listed = len(steps) > 1 and steps[-2] in ("claims", "own", "told") and isinstance(steps[-1], int)
        if not counted and not listed and steps[-1] != "claims" and not going.has(steps[:-1]):
            yield labels.get(steps) or place_of(steps)


def place_of(steps: tuple[str | int, ...]) -> str:
    """A place in a file in words: `outcome next 2 text`."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in steps)


def _is_sound(files: CaseFiles, name: str, text: str) -> bool:
    """Whether a file that a case can do without is one still; a file that it needs is proved with the whole case."""
    if name in (TALKS, RECORD) or name not in TYPES:
        return True
    try:
        document = replace(files.documents[name], text=text, value=parse(name, text))
    except DataError:
        return False
    read, problems = validated(document, TYPES[name])
    if read is None or problems:
        return False
    whole = {PREFERENCES: "parties", CONFLICT: "decision_makers"}.get(name)
    return whole is None or bool(getattr(read, whole)) or not files.going[name].gone


def _is_held(files: CaseFiles, text: str, words: Words) -> bool:
    """Whether a day can still be held by an exercise, with the talks as they will be; if not, it goes whole."""
    talks_text = rewritten(files.documents[TALKS], files.going[TALKS], words.renames, words.in_comment)
    talks, _ = validated(replace(files.documents[TALKS], text=talks_text, value=parse(TALKS, talks_text)), Talks)
    document = replace(files.documents[EXERCISE], text=text, value=parse(EXERCISE, text))
    exercise, _ = validated(document, Exercise)
    if talks is None or exercise is None:
        return False
    ids = Ids(talks, files.case.record)
    return not [*unknown_ids(document, exercise, ids), *broken_exercise(document, exercise, talks)]


def _texts(files: CaseFiles) -> Iterator[str]:
    yield from (source.text.file for source in files.case.record.sources.values())


def _comments(name: str, text: str, speaks: Callable[[str], bool]) -> Iterator[str]:
    kept = list(map(str.strip, _bodies(comments.without(text, speaks))))
    line = 1
    for span in comments.spans(text):
        body = text[span.start : span.end].strip()
        if body in kept:
            kept.remove(body)
            continue
        line = text.count("\n", 0, span.start) + 1
        yield f"{name}:{line}"


def _bodies(text: str) -> Iterator[str]:
    yield from (text[span.start : span.end] for span in comments.spans(text))


def _cut(folder: Path, beside: Iterable[Other], find: Find) -> Iterator[tuple[str, bytes]]:
    for one in beside:
        if one.fate == "lines":
            left = without_lines(read_bytes(one.path, below=folder), find)
            yield one.path.relative_to(folder).as_posix(), left or b""


def _files_told(folder: Path, beside: Iterable[Other], dropped: Iterable[str]) -> Iterator[Group]:
    def those(fate: str) -> tuple[str, ...]:
        return tuple(f"{one.path.relative_to(folder).as_posix()} ({one.why})" for one in beside if one.fate == fate)

    yield Group("files of the case of which nothing sound is left", tuple(dropped))
    yield Group("other files in the folder", those("goes"))
    yield Group("lines of", those("lines"))


def _telling_folders(folder: Path, find: Find) -> Iterator[str]:
    """Folders whose own name has what goes; what is in them goes, or moves."""
    yield from (
        place.relative_to(folder).as_posix()
        for place in folders_below(folder, without=VERSIONS | {STAGING})
        if find(place.name)
    )


def _digest(path: Path, folder: Path) -> str:
    return sha256_of(read_bytes(path, below=folder)) if os.path.lexists(path) else ""


def _out_of_reach(folder: Path, beside: Iterable[Other]) -> Iterator[str]:
    whole = folder.resolve()
    for above in [whole, *whole.parents][:_MOST]:
        for name in sorted(VERSIONS):
            if (above / name).exists():
                yield f"version control: {above / name} keeps earlier states of these files"
    for one in beside:
        if one.fate == "closed":
            yield f"{one.path.relative_to(folder).as_posix()}: {one.why}"
    yield "backups of the folder, and snapshots of the disk"
    yield "briefs, sheets and pages that were written to other places"
    yield "whatever was sent to anybody"
    yield "what the disk keeps of deleted files until it is written over"


def _prove(files: CaseFiles, plan: Plan) -> None:
    """Nothing that stays holds what goes: looked for in the very bytes that will be there."""
    left = []
    for path in files_below(plan.folder, without=VERSIONS | {STAGING}):
        name = path.relative_to(plan.folder).as_posix()
        data = plan.writes.get(name)
        if name in plan.removals or (data is None and name not in files.documents and name not in set(_texts(files))):
            continue
        if data is None:
            data = read_bytes(path, below=plan.folder)
        if file_holds(name, data, plan.find):
            text = data.decode("utf-8", "replace")
            lines = sorted({text.count("\n", 0, span.start) + 1 for span in plan.find(text)})[:5] or [0]
            left += [Problem(name, line, 0, _LEFT, _BY_HAND) for line in lines]
    if left:
        raise DataError(left)


_LEFT = "what should be forgotten, in a place where it cannot be taken out"
_BY_HAND = "another wording there; change it by hand, then run the command again"
