"""Of a draft, the reports' own sentences under their headings: what was read, and nobody has decided."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...record import HEADINGS, Heading
from ..chosen import Stretch, chosen
from ..context import Context
from ..outline import Block, Bullets, Line, Note, Section, lines_of
from ..passages import quoted
from .glance import NOBODY

SECTION: dict[Heading, str] = {"met": "glance"}
"""Under which section a heading stands, where the two are not called the same."""
_TITLES = {
    "stands": "Where they stand", "said": "What was said", "outside": "Outside the room", "outcome": "What came of it",
    "next": "What is next", "judged": "How it is judged", "background": "Background",
}  # fmt: skip
_ORDER = ("changed", "glance", "stands", "said", "outside", "outcome", "next", "due", "differs", "judged", "background")
_TOLD = "In the reports’ words"
_UNSURE = "In the reports’ words; who met was not recognised for certain (--party names them)"


def with_read(context: Context, sections: Iterable[Section]) -> list[Section]:
    """The sections with the sentences that were read, each under its heading; a heading without a section makes one."""
    found = {section.id: section for section in sections}
    told = [section for section in found.values() if section.id != "differs"]  # there a sentence stands beside another
    shown = {place for section in told for line in lines_of(section) for place in line.passages}
    by_heading: dict[Heading, list[Stretch]] = {heading: [] for heading in HEADINGS}
    for one in chosen(context.case):
        by_heading[one.heading].append(one)
    for heading, stretches in by_heading.items():
        lines = tuple(line for line in _lines(context, stretches) if not set(line.passages) & shown)
        if lines:
            key = SECTION.get(heading, heading)
            found[key] = _more(found.get(key) or Section(key, _TITLES[heading], ()), lines)
    order = {key: n for n, key in enumerate(_ORDER)}
    return sorted(found.values(), key=lambda section: order.get(section.id, len(order)))


def _lines(context: Context, told: Iterable[Stretch]) -> Iterator[Line]:
    return (quoted(context, (one.source, one.start, one.end), speaker=one.speaker) for one in told)


def _more(section: Section, lines: tuple[Line, ...]) -> Section:
    """The section with the sentences behind what it has; that it has nothing is then not said."""
    blocks: list[Block] = [block for block in section.blocks if not isinstance(block, Note) and block != NOBODY]
    title = _TOLD if blocks else _UNSURE if NOBODY in section.blocks else ""
    return replace(section, blocks=(*blocks, Bullets(lines, title)))
