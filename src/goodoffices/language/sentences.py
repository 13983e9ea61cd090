"""Sentences with their places. A text is cut at the ends of paragraphs and sentences, never inside a name or an abbreviation."""

import re
from dataclasses import dataclass

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt maj brig adm amb hon rev st sr jr no nos vs etc inc ltd co corp dept est fig art "
    "para approx jan feb mar apr jun jul aug sept sep oct nov dec sen rep gov pres supt".split()
)
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)")
_LAST = re.compile(r"[^\s(\[\"“‘«]+$")
_LABEL = re.compile(r"[A-Z][\w ]{1,40}: |\d{1,2}\. |[-*•–] ")
LONGEST = 1_500
"""Characters of a sentence at most."""
LONG_LINE = 60
"""Lines of at least this length that do not end a sentence are taken to be wrapped, not to be headings."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands; `heading` says that it is a title or a label, in which nothing is asserted."""

    number: int
    start: int
    end: int
    text: str
    heading: bool = False
    paragraph: int = 0


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in their order; every letter that is not white space belongs to exactly one."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in (piece for cut in _cut(text, start, end) for piece in _pieces(text, *cut)):
            part = text[first:last]
            heading = last == end and first == start and _is_heading(part)
            found.append(Sentence(len(found), first, last, part, heading, number))
    return found


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is longer than any sentence is cut between words, so that the work stays in proportion to the length."""
    pieces = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        pieces.append(_trim(text, start, stop))
        start = stop
    pieces.append(_trim(text, start, end))
    return [(first, last) for first, last in pieces if first < last]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs stand: blank lines end them, and line ends after which a new thought begins."""
    spans = []
    start = 0
    for line_end in _line_ends(text):
        spans.append((start, line_end))
        start = line_end
    spans.append((start, len(text)))
    trimmed = (_trim(text, first, last) for first, last in spans)
    return [(first, last) for first, last in trimmed if first < last]


def _line_ends(text: str) -> list[int]:
    ends = []
    begin = 0
    while (place := text.find("\n", begin)) >= 0:
        line = text[begin:place].rstrip()
        rest = text[place + 1 : place + 2]
        after = text.find("\n", place + 1)
        following = text[place + 1 : after if after >= 0 else len(text)].strip()
        # A short line after it (a dateline), or a label (`Present:`), is a line of its own.
        flows = len(following) >= 30 or following[-1:] in tuple(".!?”")
        wrapped = len(line) >= LONG_LINE and line[-1:] not in '.!?:”"' and flows and not _LABEL.match(following)
        if not wrapped and not rest.islower():
            ends.append(place)
        begin = place + 1
    return ends


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, stop, end):
            cuts.append(_trim(text, begin, stop.end()))
            begin = stop.end()
    cuts.append(_trim(text, begin, end))
    return [(first, last) for first, last in cuts if first < last]


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop ends the sentence: not after an abbreviation, an initial or a number of a list."""
    after = text[stop.end() : min(end, stop.end() + 8)].lstrip()
    if not after or after[0].islower() or after[0] in ",;:":
        return not after
    if text[stop.start()] != ".":
        return True
    before = _LAST.search(text[max(begin, stop.start() - 24) : stop.start()])
    word = before[0] if before else ""
    if (
        word.lower() in ABBREVIATIONS
        or (len(word) == 1 and word.isupper())
        or (word.isdigit() and _opens(text, begin, stop))
    ):
        return False
    if "." in word and all(len(part) <= 1 for part in word.split(".")):
        return after.split()[0].lower() in _OPENERS  # U.S. ends a sentence only where a word of opening follows
    return True


def _opens(text: str, begin: int, stop: re.Match[str]) -> bool:
    return not text[begin : stop.start()].strip().rstrip("0123456789")


_OPENERS = frozenset(
    "the a an in on at he she it they we this that these those but and however meanwhile after before".split()
)


def _is_heading(part: str) -> bool:
    return len(part) <= 120 and part[-1] not in '.!?…:;,”"’)' and part.count(" ") <= 16 and ": " not in part
