"""What a side answers to minutes that were read back to it: the form that it gets, and what it wrote, with every mistake's place.

form_text(case, meeting, version, party)      a YAML file to fill in
read_answer(path, ...)                        the replies; also of a plain text of lines such as `2 objects: every two weeks`
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..documents import Document, Lines, Plain, decode, excerpt, read_bytes, read_yaml, shown
from ..documents.quoting import entries
from ..errors import DataError, Problem
from ..talks import Answered, AnsweredPoint, AnswerForm, MinutesPoint, MinutesVersion
from .validate import problem, validated
from .write import document_text

_YAML = (".yaml", ".yml")
_LINE = re.compile(
    r"[ \t]*(?P<number>\d{1,4})[ \t]*[.):]?[ \t]+(?P<says>confirm(?:s|ed)?|object(?:s|ed)?)\b[ \t]*[:.,–-]*[ \t]*", re.I
)
_NUMBERED = re.compile(r"[ \t]*\d{1,4}[ \t]*[.):]")
_HOW = "`N confirms` or `N objects: in your own words`, each point on a line of its own"
BARE = frozenset({"confirm", "confirms", "confirmed"})
"""The words of a confirmation that says no more."""


@dataclass(frozen=True)
class Said:
    """What a side answers to one point, and where its words stand in its text."""

    point: int
    says: Answered
    words: str
    start: int

    @property
    def end(self) -> int:
        """One past the last code point of its words."""
        return self.start + len(self.words)


@dataclass(frozen=True)
class Answer:
    """The text of an answer, as it is, and what it says."""

    text: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Asked:
    """To what an answer is expected."""

    meeting: str
    version: MinutesVersion
    party: str
    words: tuple[MinutesPoint, ...]
    """Its points as they are handed on now: without the words of those that are kept from a side since they were read back."""


def form_text(asked: Asked, names: tuple[str, str]) -> str:
    """The form for one side; `names`: how the case calls it and the meeting."""
    party, meeting = names
    head = (
        f"Minutes of: {meeting}. Version {asked.version.version}, for {party} to confirm or to object to.\n"
        "At each point: `answer: confirms`, or `answer: objects` with `words: ...` of your own. The points stay as they are.\n"
        "A point without an answer is not answered."
    )
    given: dict[str, Plain] = {"format": "minutes-answer/1", "meeting": asked.meeting, "version": asked.version.version}
    return document_text(head, given | {"party": asked.party}) + "".join(_form_lines(asked.words))


def _form_lines(points: Iterable[MinutesPoint]) -> Iterator[str]:
    yield "points:\n"
    for point in points:
        yield f"\n  - number: {point.number}\n"
        yield from (f"{line}\n" for line in entries({"text": as_read(point)}, 4))
        yield "    answer:\n    words:\n"


def as_read(point: MinutesPoint) -> str:
    """A point as a side reads it in its form."""
    return f"{point.kind.capitalize()}: {point.text}"


def read_answer(path: Path, asked: Asked) -> Answer:
    """What a file answers. Raises DataError with every mistake and its place."""
    if path.suffix.lower() in _YAML:
        document = read_yaml(path, named=True)
        form, problems = validated(document, AnswerForm)
        found = [*problems, *(_misfits(document, form, asked) if form is not None else ())]
        if found or form is None:
            raise DataError(found)
        return Answer(document.text, tuple(_from_form(document, form)))
    text = decode(path, read_bytes(path))
    return Answer(text, tuple(_from_text(shown(path), text, asked)))


def _misfits(document: Document, form: AnswerForm, asked: Asked) -> Iterator[Problem]:
    for key, wanted in (("meeting", asked.meeting), ("version", asked.version.version), ("party", asked.party)):
        if (found := getattr(form, key)) != wanted:
            yield problem(document, (key,), excerpt(str(found)), f"{wanted}, to which this answer was to be")
    points = {point.number: point for point in asked.words}
    read = {point.number: as_read(point) for point in asked.version.points}
    seen: set[int] = set()
    for index, one in enumerate(form.points):
        at = ("points", index)
        if one.number not in points or one.number in seen:
            found = f"point {one.number}{' a second time' if one.number in seen else ''}"
            yield problem(document, (*at, "number"), found, f"each of 1 to {len(points)} once")
        elif one.text not in (None, read[one.number], wanted := as_read(points[one.number])):
            expected = f"the point as it was read back: {excerpt(wanted)}"
            yield problem(document, (*at, "text"), excerpt(str(one.text)), expected)
        seen.add(one.number)
        yield from _wordless(document, one, at)
    if not any(one.answer for one in form.points):
        yield problem(
            document, ("points",), "no answer", "`answer: confirms` or `answer: objects` at one point at least"
        )


def _wordless(document: Document, one: AnsweredPoint, at: tuple[str | int, ...]) -> Iterator[Problem]:
    words = (one.words or "").strip()
    if one.answer == "objects" and not words:
        yield problem(
            document, at, f"an objection to point {one.number} without words", "`words:` that say to what and why"
        )
    if one.answer is None and words:
        yield problem(
            document, (*at, "words"), "words without an answer", "`answer: confirms` or `answer: objects` beside them"
        )


def _from_form(document: Document, form: AnswerForm) -> Iterator[Said]:
    for index, one in enumerate(form.points):
        if one.answer is not None:
            key, value = ("words", one.words.strip()) if one.words and one.words.strip() else ("answer", one.answer)
            span = document.span(("points", index, key))
            raw = document.text[span.start : span.end]
            # Without the quotation marks around them; what is folded or escaped stands as it was written.
            at = raw.find(value)
            words = value if at >= 0 else raw.strip()
            yield Said(one.number, one.answer, words, span.start + (at if at >= 0 else raw.find(words)))


def _from_text(name: str, text: str, asked: Asked) -> list[Said]:
    lines, problems = Lines(text), list[Problem]()
    found: dict[int, Said] = {}
    starts = [m for m in (_LINE.match(text, at) for at in _line_starts(text)) if m is not None]
    if not starts:
        raise DataError([Problem(name, 1, 1, "no point that is answered", _HOW)])
    for index, match in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        said = _said(text, match, end)
        place = lines.place(match.start("number"))
        if not 0 < said.point <= len(asked.version.points) or said.point in found:
            again = " a second time" if said.point in found else ""
            problems.append(
                Problem(name, *place, f"point {said.point}{again}", f"each of 1 to {len(asked.version.points)} once")
            )
        if said.says == "objects" and said.words == match["says"]:
            problems.append(Problem(name, *place, f"an objection to point {said.point} without words", _HOW))
        found[said.point] = said
    # A numbered line that says neither would be lost, or be taken for a part of the answer above it.
    for at in _line_starts(text):
        if _NUMBERED.match(text, at) and _LINE.match(text, at) is None:
            line = text[at:].partition("\n")[0]
            problems.append(Problem(name, *lines.place(at), excerpt(line.strip()), _HOW))
    if problems:
        raise DataError(problems)
    return list(found.values())


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\n", text))]


def _said(text: str, match: re.Match[str], end: int) -> Said:
    says: Answered = "confirms" if match["says"].lower().startswith("confirm") else "objects"
    words = text[match.end() : end].strip()
    if not words:
        return Said(int(match["number"]), says, match["says"], match.start("says"))
    return Said(int(match["number"]), says, words, text.index(words, match.end()))
