"""How a report is kept in a case: its text, its bytes where they differ from it, and its entry in the record."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from ..documents import sha256_of
from ..language.copies import WORDS, Copy
from ..record import Claim, Source, TextFile
from ..record.source import Written
from ..talks import UNSAID, VOICES, Day, Talks
from .read import Read
from .roster import bare

FOLDER = "sources"
_ENDINGS = {"text": ".txt", "html": ".html", "pdf": ".pdf", "word": ".docx", "mail": ".eml"}
_UNSAFE = re.compile(r"[^\w-]+")
_LONGEST = 80
# Windows takes these for devices, whatever ending they have.
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Details:
    """What a person says of a report; where nothing is said, the report's own word is taken."""

    publisher: str | None = None
    address: str | None = None
    printed: Day | None = None
    side: str | None = None
    written: Written | None = None
    readers: tuple[str, ...] = ()


UNTOLD = Details()
"""Nothing said."""


@dataclass(frozen=True)
class Kept:
    """A report as the case keeps it."""

    key: str
    source: Source
    files: dict[str, bytes] = field(repr=False)
    """Its files by their path in the case, the text first."""
    claims: tuple[Claim, ...] = field(repr=False)
    """The proposals, numbered for the case, still in the report's own terms."""


def kept(key: str, read: Read, raw: bytes, name: str, day: Day, details: Details = UNTOLD) -> Kept:
    """The report under an id of its own; `name`: what its files are called, `day`: that of the entry."""
    text = stored(read.text, raw)
    files = {f"{FOLDER}/{name}.txt": text}
    if raw != text:
        middle = ".original" if read.kind == "text" else ""
        files[f"{FOLDER}/{name}{middle}{_ENDINGS[read.kind]}"] = raw
    guess = read.guesses
    # No claim reaches into a line end that was only added for reading.
    claims = [claim for claim in read.claims if claim.end is None or claim.end <= len(text.decode())]
    source = Source(
        publisher=details.publisher or guess.publisher or f"Report {key}", title=guess.title, author=guess.author,
        address=details.address or guess.address, printed=details.printed or _day(guess.printed),
        written=details.written or "not said", language=guess.language, side=details.side or "press",
        text=TextFile(kind="original", file=f"{FOLDER}/{name}.txt", sha256=sha256_of(text)), entered_on=day,
        note=_note(read, details), readers=details.readers,
    )  # fmt: skip
    return Kept(key, source, files, numbered(key, claims))


def sided(sources: Mapping[str, Source], talks: Talks) -> dict[str, Source]:
    """The sources with the ids of the sides by whose names they go; of one whom the talks do not have the note tells."""
    sides = {**talks.third_parties, **talks.parties}
    ids = {bare(name): key for key, one in sides.items() for name in (one.name, *one.spellings)}
    return {key: _sided(one, ids.get(bare(one.side))) for key, one in sources.items()}


def _sided(source: Source, side: str | None) -> Source:
    if source.side in VOICES:
        return source
    if side is not None:
        return replace(source, side=side)
    told = f"said to be of {source.side}, whom talks.yaml does not have"
    return replace(source, side="press", note="; ".join(filter(None, [source.note, told])))


def stored(text: str, raw: bytes) -> bytes:
    """What is kept as the text: the very bytes where they differ from it by no more than the line end that they lack."""
    whole = text.encode()
    return raw if raw + b"\n" == whole else whole


def _day(text: str | None) -> Day:
    try:
        return Day.parse(text) if text is not None else UNSAID
    except ValueError:
        return UNSAID


def _note(read: Read, details: Details) -> str:
    """Where the report came from, what is guessed and from what, and what was changed in its text."""
    notes = [f"from {shown_name(read.name)}"]
    guess, said = read.guesses, {"publisher": details.publisher, "address": details.address, "printed": details.printed}
    for key in ("publisher", "title", "author", "address", "printed", "language"):
        if said.get(key) is None and getattr(guess, key) is not None:
            notes.append(f"{key} guessed from {guess.taken_from.get(key, 'the file')}")
    if details.publisher is None and guess.publisher is None:
        notes.append("publisher not said")
    return "; ".join([*notes, *read.notes])


def shown_name(name: str) -> str:
    """The last part of a file's name as a note may hold it."""
    last = re.split(r"[\\/]", name)[-1] or name
    return "".join(c if c.isprintable() else "\ufffd" for c in last)


def numbered(key: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The proposals with ids of the case: A01, A02, ...; S1-001 where sources are numbered."""
    listed = list(claims)
    apart, width = ("", 2) if key in _LETTERS else ("-", 3)
    width = max(width, len(str(len(listed))))
    return tuple(replace(c, id=f"{key}{apart}{n:0{width}d}", source=key) for n, c in enumerate(listed, 1))


class SourceIds:
    """Ids for sources: letters as long as they last, numbers where there are more of them than letters."""

    def __init__(self, expected: int, sources: Container[str] = (), claims: Iterable[str] = ()) -> None:
        self._taken = sources
        # An id whose claims would be called as claims of another source are: C01 may be of the source `courier`.
        self._begun = {re.match(r"[A-Za-z]+\d*(?=-)|[A-Za-z]+|", claim)[0] for claim in claims}  # type: ignore[index]
        self._letters = iter(_LETTERS if expected <= len(_LETTERS) else "")
        self._number = 0

    def new(self) -> str:
        """The next id."""
        for letter in self._letters:
            if self._free(letter):
                return letter
        while True:
            self._number += 1
            if self._free(f"S{self._number}"):
                return f"S{self._number}"

    def _free(self, key: str) -> bool:
        return key not in self._taken and key.lower() not in self._taken and key not in self._begun


class FileNames:
    """Names for the files of sources: never outside their folder, never one that is there already."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {_bare(name) for name in taken}

    def new(self, name: str) -> str:
        """A name without ending, after the name that the file was given under.

        >>> names = FileNames()
        >>> names.new("../../etc/passwd"), names.new("C:\\\\reports\\\\Größe 1.PDF"), names.new("passwd.txt")
        ('passwd', 'Größe-1', 'passwd-2')
        """
        wanted = file_name(name)
        number, found = 1, wanted
        while _fold(found) in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._taken.add(_fold(found))
        return found


def file_name(name: str) -> str:
    """The name of a file without folders, ending and whatever some system could not hold."""
    last = PurePosixPath(re.split(r"[\\/]", name)[-1]).stem
    safe = _UNSAFE.sub("-", unicodedata.normalize("NFC", last)).strip("-_")[:_LONGEST].rstrip("-_")
    return f"report-{safe}" if _DEVICES.fullmatch(safe) else safe or "report"


def _bare(name: str) -> str:
    return _fold(PurePosixPath(name).name.partition(".")[0])


def _fold(name: str) -> str:
    # Some disks know no difference between capitals and small letters, nor between two ways to write one letter.
    return unicodedata.normalize("NFKC", name).casefold()


def derivation(copy: Copy) -> str:
    """What a source's note says of the report from which it seems to be taken."""
    return f"derived_from is proposed: {copy.share:.0%} of the runs of {WORDS} words of the shorter text stand in both"
