"""Keeps the main part short: no longer than two A4 pages, nor than most of what the sources themselves have.

Lists are cut and counted there, the least important first, and stand complete in the annex.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from ..case import Case
from ..record import witnesses
from .english import words_of
from .heights import height, shortened
from .outline import Block, Bullets, Figure, Line, Note, Paragraph, Section, Table, lines_of
from .sections.parted import MOST as MOST_PARTED
from .sections.stand_words import FOREIGN, GAPS

_PAGES = 127
"""Printed lines of two pages."""
_WORDS, _USUAL, _SHARE = 900, 450, 0.8
"""The most words; those of a brief of two sources and ten positions; the most as a share of the sources' words."""
_QUOTED = 1600
"""The most words of a brief that quotes what nobody has decided yet."""
_SOURCE, _POSITION = 50, 15
"""Words for each source and each position more."""
_LEAST = 120
"""Words that any brief may have."""
_FLOORS = {
    "rest": 0, "background": 0, "judged": 1, "unknown": 3, "outside": 4, "said": 3, "differs": 3, "next": 3, "outcome": 6, "due": 3,
    "changed": 6, "stands": 9, "agreement": 6, "glance": 1,
}  # fmt: skip
"""Statements and rows that each section keeps as long as another has more than its own; the first is cut first."""
_UNCOUNTED = frozenset({"glance", "agreement", "due"})
"""Sections that are not cut for their words: the first is short, and the others (what could be agreed, who is to see to what) hold
what no source has, so that they are no matter of how long the sources are."""
_ROWS = 2
"""Rows by which a table stays longer than what is listed below it."""
_ANY = 60
"""The most statements or rows of one block, whatever else there is."""


def fit(sections: tuple[Section, ...], case: Case) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections cut to the pages and words that there are, and those of them that were cut, whole (for the annex)."""
    fitted = [_shortened(section) for section in sections]
    words = most_words(case)
    if _words(fitted) > words:  # that nothing is told goes before anything that is
        fitted = [replace(s, blocks=()) if _says_nothing(s) else s for s in fitted]
    _cut_while(lambda: _words(fitted) > words, fitted, _UNCOUNTED)
    _cut_while(lambda: _tall(fitted), fitted, {"glance"})
    fitted = [_without_idle_note(section) for section in fitted]
    whole = [
        replace(section, id=f"{section.id}-whole", title=f"{section.title}: all")
        for section, short in zip(sections, fitted, strict=True)
        if short.blocks != section.blocks
    ]
    return tuple(section for section in fitted if section.blocks), tuple(whole)


def _without_idle_note(section: Section) -> Section:
    """Without what is noted of a mark that no row has, since it was cut."""
    if any(FOREIGN in line.text for block in section.blocks if isinstance(block, Table) for line in _cells(block)):
        return section
    return replace(section, blocks=tuple(map(_of_gaps_alone, section.blocks)))


def _of_gaps_alone(block: Block) -> Block:
    idle = isinstance(block, Note) and block.text.startswith(FOREIGN)
    return Note(block.text[block.text.index(GAPS) :]) if idle and isinstance(block, Note) else block


def _cells(table: Table) -> Iterator[Line]:
    return (line for row in table.rows for cell in row for line in cell)


def _says_nothing(section: Section) -> bool:
    """Whether it says only that nothing is told; that nothing changed is what was asked."""
    return section.id != "changed" and all(isinstance(block, Note) for block in section.blocks)


def _cut_while(over: Callable[[], bool], sections: list[Section], kept: Set[str]) -> None:
    """Take statements from the sections, but those that are kept, as long as there is too much of them."""
    results = {
        "outcome": _FLOORS["outcome"],
        "next": _FLOORS["next"],
    }  # nothing is folded away later than what came of the talks
    few = {**dict.fromkeys(_FLOORS, 1), "stands": 6, "changed": 3, "said": 2, "unknown": 2, **results}
    fewer = {**few, "judged": 0, "unknown": 1, "stands": 5}
    none = {**dict.fromkeys(_FLOORS, 0), "changed": 3}
    least = {**none, "unknown": 1, "differs": 1, "stands": 4, "said": 2, **results}
    for floors in (_FLOORS, few, fewer, least, {**none, **results}, none):
        while over() and (number := _next_cut(sections, floors, kept)) is not None:
            sections[number] = _cut(sections[number])


def most_words(case: Case) -> int:
    """The words that the main part may have: the more sources and positions, the more, but fewer than the sources have."""
    if case.talks.draft and case.reading is not None:
        return _QUOTED  # of the reports' own words as many are shown as were chosen; the pages are the limit
    # What the team wrote down itself makes no brief longer: others get it without that, and the rest is the same.
    reports = witnesses(case.record.sources)
    told = sum(words_of(text) for key, text in case.texts.items() if key in reports)
    more = _SOURCE * max(0, len(reports) - 2) + _POSITION * max(0, len(case.talks.positions) - 10)
    return max(_LEAST, min(int(told * _SHARE), _USUAL + more, _WORDS))


def section_words(section: Section) -> int:
    """The words of a section, its title and labels included."""
    labels = [block.title for block in section.blocks if isinstance(block, Bullets | Table | Figure)]
    labels += [block.text for block in section.blocks if isinstance(block, Note)]
    for block in section.blocks:
        if isinstance(block, Table):
            labels += [*block.head, *(line.text for row in block.rows for line in row[0])]
    told = [f"{line.lead} {line.text} {line.signature}" for line in lines_of(section)]
    return sum(map(words_of, (section.title, *labels, *told)))


def _words(sections: Sequence[Section]) -> int:
    return sum(
        section_words(section) for section in sections if section.blocks and section.id not in ("agreement", "due")
    )


def _tall(sections: Sequence[Section]) -> bool:
    return sum(2 + sum(map(height, section.blocks)) for section in sections if section.blocks) > _PAGES


def _next_cut(sections: Sequence[Section], floors: dict[str, int], kept: Set[str]) -> int | None:
    """The section from which the next statement is taken."""
    order = [*_FLOORS]
    able = [n for n, s in enumerate(sections) if s.id not in kept and sum(map(_length, s.blocks)) > floors.get(s.id, 1)]
    return min(able, key=lambda n: order.index(sections[n].id) if sections[n].id in order else 0) if able else None


def _length(block: Block) -> int:
    """The statements or rows that may be cut from a block."""
    match block:
        case Bullets() | Paragraph():
            return len(block.lines)
        case Table():
            return len(block.rows)
    return 0


def _cut(section: Section) -> Section:
    """The section without the last statement of its longest list; without any, it goes."""
    able = [n for n, block in enumerate(section.blocks) if _length(block)]
    longest = max(able, key=lambda n: _spared(section.blocks[n]))
    blocks = list(section.blocks)
    blocks[longest] = _without_last(blocks[longest])
    if section.id == "said" and sum(map(_length, blocks)) == 1:
        return replace(section, blocks=())  # what one side says never stands alone where another has spoken, too
    return replace(section, blocks=tuple(blocks) if any(map(_length, blocks)) else ())


def _spared(block: Block) -> tuple[int, bool]:
    """How long a block is for cutting: of two lists as long as each other the one that is no table."""
    return _length(block) - _ROWS * isinstance(block, Table), not isinstance(block, Table)


def _without_last(block: Block) -> Block:
    match block:
        case Bullets():
            return replace(block, lines=block.lines[:-1], cut=block.cut + 1)
        case Table():
            row = _spare(block)
            return replace(block, rows=(*block.rows[:row], *block.rows[row + 1 :]), cut=block.cut + 1)
        case Paragraph():
            return replace(block, lines=block.lines[:-1])
    return block


def _spare(table: Table) -> int:
    """The last row without which nobody who stands in the table is left with nothing there; else the last."""
    by_party = table.head[1:2] == ("Party",)  # a row for each position: the party stands in its second cell
    columns = [{str(n) for n, cell in enumerate(row) if n and cell} for row in table.rows]
    held = [{line.text for line in row[1]} for row in table.rows] if by_party else columns
    many = Counter(one for some in held for one in some)
    return next((n for n in reversed(range(len(held))) if all(many[one] > 1 for one in held[n])), len(held) - 1)


def _quotes(block: Block) -> bool:
    return isinstance(block, Bullets) and any(line.words == "report" for line in block.lines)


def _shortened(section: Section) -> Section:
    blocks = []
    for block in map(shortened, section.blocks):
        most = MOST_PARTED if section.id == "differs" and _quotes(block) else _ANY
        if isinstance(block, Bullets) and len(block.lines) > most:
            block = replace(block, lines=block.lines[:most], cut=len(block.lines) - most)
        elif isinstance(block, Table) and len(block.rows) > _ANY:
            block = replace(block, rows=block.rows[:_ANY], cut=len(block.rows) - _ANY)
        blocks.append(block)
    return replace(section, blocks=tuple(blocks))
