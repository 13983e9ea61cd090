"""How long work has gone on, and how long it may, where a person waits."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.progress_bar import ProgressBar

from .console import error_output


class _Spent(ProgressColumn):
    """The part of the allowed time that is spent: exact work does not know how far it is."""

    def render(self, task: Task) -> ProgressBar:
        total = task.total or 1.0
        return ProgressBar(total=total, completed=min(task.elapsed or 0.0, total), width=40)


@contextmanager
def waiting(what: str, deadline: float, silent: bool) -> Iterator[None]:
    """A bar on the error output while work goes on; nothing where a program reads."""
    console = error_output()
    if silent or not console.is_terminal:
        yield
        return
    columns = (
        TextColumn("{task.description}"),
        _Spent(),
        TimeElapsedColumn(),
        TextColumn(f"of {deadline:g} s at most"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        progress.add_task(what, total=deadline)
        yield
