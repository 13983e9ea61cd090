"""The brief in the terminal: colours and boxes where a person looks, plain lines where a pipe does."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from ..documents import visible
from .outline import Block, Bullets, Cell, Figure, Line, Note, Outline, Paragraph, Section, Table

MOST = 3
"""How many claim ids are named after a statement; of more than these the first two, and how many there are besides."""


def print_brief(outline: Outline, console: Console) -> None:
    """Print the main part; the annex and the words of the sources are in the files."""
    plain = not console.is_terminal  # a pipe gets whole lines, so that they can be searched
    if outline.label:
        console.print(Text(visible(outline.label), style="bold reverse"), soft_wrap=plain)
    console.print(Text(visible(outline.title), style="bold"), soft_wrap=plain)
    console.print(Text(f"{visible(outline.subtitle)}.", style="dim"), soft_wrap=plain)
    for notice in outline.notices:
        console.print(Text(f"! {visible(notice)}", style="yellow"), soft_wrap=plain)
    for section in outline.sections:
        console.print()
        console.print(Text(visible(section.title).upper(), style="bold cyan"), soft_wrap=plain)
        console.print(Group(*_blocks(section, plain=plain)), soft_wrap=plain)


def _blocks(section: Section, *, plain: bool) -> Iterator[RenderableType]:
    for block in section.blocks:
        yield from _block(block, plain=plain)


def _block(block: Block, *, plain: bool) -> Iterator[RenderableType]:
    if isinstance(block, Paragraph):
        yield Text(" ").join(_line(line) for line in block.lines)
    elif isinstance(block, Bullets):
        if block.title:
            yield Text(visible(block.title), style="bold")
        yield from (_bullet(line, plain=plain) for line in block.lines)
        yield from _cut(block.cut)
    elif isinstance(block, Table):
        yield from _plain_table(block) if plain else [_table(block)]
        yield from _cut(block.cut)
    elif isinstance(block, Figure):
        yield Text(visible(block.title), style="bold")
        yield from (_bullet(line, plain=plain) for line in block.alternative)
    elif isinstance(block, Note):
        yield Text(visible(block.text), style="dim")


def _cut(number: int) -> Iterator[Text]:
    if number:
        yield Text(f"  {number} more, in the annex.", style="dim")


def _bullet(line: Line, *, plain: bool) -> RenderableType:
    if plain:
        return Text("  | " if line.signed else "  - ") + _line(line)
    grid = RichTable.grid(padding=(0, 1))
    grid.add_row(Text("|" if line.signed else "-", style="dim"), _line(line))
    return Padding(grid, (0, 0, 0, 2))


def _line(line: Line) -> Text:
    text = Text()
    if line.lead:
        text.append(f"{visible(line.lead)}: ", style="bold")
    text.append(visible(line.text), style="italic" if line.signed else "")
    if line.signature:
        text.append(f" -- {visible(line.signature)}", style="dim")
    for mark in line.marks:
        text.append(f" [{mark}]", style="bold red")
    if line.claims:
        text.append(f" [{visible(_claims(line.claims))}]", style="blue")
    return text


def _claims(claims: tuple[str, ...]) -> str:
    """`A41 A42 A43`, `A01 A02 +11`: the file has all, linked to their words; here a reader only has to find them."""
    return " ".join(claims) if len(claims) <= MOST else f"{' '.join(claims[: MOST - 1])} +{len(claims) - MOST + 1}"


def _cell(cell: Cell) -> Text:
    return Text("\n").join(_line(line) for line in cell)


def _table(block: Table) -> RichTable:
    table = RichTable(
        title=Text(visible(block.title)) if block.title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_lines=False,
        pad_edge=False,
        expand=True,
    )
    for number, head in enumerate(block.head):
        table.add_column(Text(visible(head)), ratio=2 if number == 0 else 3, overflow="fold")
    for row in block.rows:
        table.add_row(*(_cell(cell) for cell in row))
    return table


def _plain_table(block: Table) -> Iterator[Text]:
    """A table as lines, so that it can be searched: the row's label, then each column with its head."""
    if block.title:
        yield Text(visible(block.title))
    for label, *cells in block.rows:
        yield _cell(label)
        for head, cell in zip(block.head[1:], cells, strict=False):
            for lines in _together(cell):
                yield Text(f"  {visible(head)}: ") + Text("; ").join(map(_line, lines))


def _together(cell: Sequence[Line]) -> list[list[Line]]:
    """A cell of few words is one line; whole sentences stand one below the other."""
    sentences = any(line.text.endswith((".", "?")) for line in cell)
    return [[line] for line in cell] if sentences else [[*cell]] * bool(cell)
