"""The pages of the debriefing as one outline, which every form of a brief prints.

1. Before the trainer has shown all to all, at every table of it, there are no pages but the trainer's own, which say so.
2. What a seat answered alone is told only together with others, or seat by seat where the charter said so beforehand.
3. Points and the frontier stand there only where the author of the exercise wrote points.
"""

from collections.abc import Iterator, Sequence

from ...synthesis.export.paper import day_of, line_of
from ...talks import MARK
from ..english import counted, day, listed
from ..outline import Bullets, Line, Note, Outline, Section
from ..shown import harmless_throughout
from .answers import satisfaction, turned
from .compared import compared, press_lines
from .course import course
from .known import known
from .messages import messages, warnings
from .packages import packages
from .priorities import priorities
from .proposed import proposed
from .table import HeldTable

FOR_THE_TRAINER = "For the trainer"
_PAGES = 60
"""So many pages are no reason to make the letters smaller."""


def debriefing_outline(tables: Sequence[HeldTable], *, trainer: bool = False) -> Outline:
    """The debriefing of some tables of one exercise; `trainer`: it is for the trainer alone.

    ValueError where it is for all and a table is not shown to all yet: whoever asks has to look at `revealed` first.
    """
    if not trainer and not all(table.revealed for table in tables):
        raise ValueError("a debriefing for all of a table that is not shown to all yet")
    public = tables[0].public
    mark = f"{MARK} · {FOR_THE_TRAINER}" if trainer else MARK
    outline = Outline(
        "debriefing", f"Debriefing: {line_of(public.title)}", _subtitle(tables), tuple(_sections(tables)), (), {},
        tuple(_notices(tables, trainer=trainer)), pages=_PAGES, label=mark,
    )  # fmt: skip
    return harmless_throughout(outline)


def _subtitle(tables: Sequence[HeldTable]) -> str:
    days = dict.fromkeys(day(day_of(table.began)) for table in tables if table.began is not None)
    held = listed(days) or "Not yet begun"
    return f"{held}; {counted(len(tables), 'table')}; {counted(len(tables[0].public.seats), 'seat')}"


def _notices(tables: Sequence[HeldTable], *, trainer: bool) -> Iterator[str]:
    yield "Talks that were held to learn. What stands here is what was entered during the day; what was only said is not in it."
    hidden = [str(table.number) for table in tables if not table.revealed]
    if trainer and hidden:
        yield f"At table {', '.join(hidden)} the trainer has not yet shown this to all."


def _sections(tables: Sequence[HeldTable]) -> Iterator[Section]:
    yield compared(tables)
    for table in tables:
        yield course(table, len(tables))
        yield proposed(table, len(tables))
        yield known(table, len(tables))
        yield messages(table, len(tables))
        yield warnings(table, len(tables))
        yield priorities(table, len(tables))
        yield turned(table, len(tables))
        yield _press(table, len(tables))
    yield satisfaction(tables)
    yield from packages(tables)


def _press(table: HeldTable, of: int) -> Section:
    lines = tuple(Line(f"“{line_of(words)}”", lead=name, words="report") for name, words in press_lines(table))
    block = Bullets(lines) if lines else Note("No side told the public anything.")
    return Section(f"press-{table.number}", table.titled("What the public was told", of), (block,))
