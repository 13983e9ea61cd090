"""A source while it is written: its lines, with the claims that stand on stretches of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ...case.held_texts import head_of
from ...documents import harmless
from ...record import Claim, Source
from ...record.source import TextFile, Written
from ...talks import Day


def line_of(text: str) -> str:
    """Words as they stand in one line: whoever wrote a line end must not begin a line of the record with it."""
    return " ".join(harmless(text).split())


def day_of(at: datetime) -> Day:
    """The day of a moment, where it was counted."""
    return Day.parse(at.date().isoformat())


@dataclass(frozen=True, slots=True)
class Told:
    """A claim to come: its fields, and the words of its line on which it stands; without them the whole line."""

    given: Mapping[str, Any]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A line of a source: what stands in it, who entered it, when."""

    text: str
    by: str
    at: datetime
    claims: tuple[Told, ...] = ()
    time: str = ""
    """What stands in a line of its own above it, where it is another than before: no number of the time is one of the talks."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A source with its lines."""

    key: str
    publisher: str
    title: str
    side: str
    readers: tuple[str, ...] = ()
    written: Written = "during"
    lines: list[Entered] = field(default_factory=list)

    @property
    def file(self) -> str:
        """Where its text stands in the case."""
        return f"sources/{self.key}.txt"

    @property
    def head(self) -> str:
        """The first lines of the text."""
        return head_of(line_of(self.title), line_of(self.publisher), day_of(self.lines[0].at))

    @property
    def text(self) -> str:
        """The whole text."""
        return self.head + "".join(f"{above}{one.text}\n" for above, one in self._with_times())

    def _with_times(self) -> Iterator[tuple[str, Entered]]:
        before = ""
        for one in self.lines:
            yield f"{one.time}\n" if one.time != before else "", one
            before = one.time

    def source(self, sha256: str) -> Source:
        """The entry of the record."""
        day = day_of(self.lines[-1].at)
        return Source(
            publisher=line_of(self.publisher), title=line_of(self.title), printed=day, written=self.written,
            side=self.side, text=TextFile(kind="original", file=self.file, sha256=sha256), entered_on=day, readers=self.readers,
        )  # fmt: skip

    def claims(self, letter: str) -> Iterator[Claim]:
        """The claims, numbered within the source behind its letter, each with its place."""
        start, number = len(self.head), 0
        for above, one in self._with_times():
            start += len(above)
            for told in one.claims:
                number += 1
                yield self._claim(f"{letter}{number:02}", one, told, start)
            start += len(one.text) + 1

    def _claim(self, key: str, line: Entered, told: Told, start: int) -> Claim:
        words = told.words or line.text
        begin = start + line.text.index(words)
        bare = Claim(
            id=key, source=self.key, words=words, start=begin, end=begin + len(words), entered_by=line_of(line.by),
            entered_on=day_of(line.at), **{"value": "", **told.given},
        )  # fmt: skip
        return replace(bare, value=_harmless(bare.value))


def _harmless(value: Any) -> Any:
    return line_of(value) if isinstance(value, str) else value
