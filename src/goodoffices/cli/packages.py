"""Packages and numbers in a terminal: tables where a person looks, plain whole lines where a pipe does."""

from collections.abc import Container, Iterable, Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..documents.visible import visible


def line(console: Console, text: str, style: str = "") -> None:
    """A line, never broken in a pipe."""
    console.print(Text(visible(text), style=style), soft_wrap=not console.is_terminal)


def grid(console: Console, head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> None:
    """A table; the columns with these numbers stand to the right."""
    shown, right = [[visible(cell) for cell in row] for row in (head, *rows)], set(numbers)
    if not console.is_terminal:
        for text in _aligned(shown, right):
            console.print(Text(text), soft_wrap=True)
        return
    table = Table(box=box.SIMPLE)
    for number, name in enumerate(shown[0]):
        table.add_column(Text(name), justify="right" if number in right else "left", overflow="fold")
    for row in shown[1:]:
        table.add_row(*map(Text, row))
    console.print(table)


def _aligned(rows: Sequence[Sequence[str]], right: Container[int]) -> Iterator[str]:
    """Rows as lines whose columns stand under each other, however long they are."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        pads = [" " * (width - cell_len(cell)) for width, cell in zip(widths, row, strict=True)]
        cells = [pad + cell if n in right else cell + pad for n, (pad, cell) in enumerate(zip(pads, row, strict=True))]
        yield "  ".join(cells).rstrip()


def package(taken: dict[str, str], without: Iterable[str] = (), most: int | None = None) -> str:
    """A package as `issue: option`, some issues left out; of a long one so many, the others counted."""
    hidden = set(without)
    parts = [f"{issue}: {option}" for issue, option in taken.items() if issue not in hidden]
    if most is not None and len(parts) > most:
        parts = [*parts[:most], f"and {len(parts) - most} more"]
    return "; ".join(parts)
