"""Each two reports of a case read side by side by a language model; what it tells is kept in reading.yaml, under its name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from ..accounts import Telling
from ..accounts.align import Aligned
from ..case import Case, passages
from ..case.read import READING
from ..documents import write_bytes
from ..record import ReadDifference, Reading, ReadTogether
from .reading import reading_text


def read_together(case: Case, reader: Telling, by: str) -> int:
    """Ask about each two reports that are set beside each other and were not read together; how many that were.

    What was answered is kept also where a later question fails.
    """
    before = case.reading or Reading(format="reading/1", by=by)
    done = {(two.a, two.b) for two in before.together}
    new: list[ReadTogether] = []

    def told(aligned: Aligned) -> tuple[()]:
        if (aligned.a.id, aligned.b.id) not in done:
            new.append(_read(aligned, reader, by))
        return ()

    with _kept(case, before, new):
        passages(case, told)
    return len(new)


def _read(aligned: Aligned, reader: Telling, by: str) -> ReadTogether:
    found = tuple(
        ReadDifference(kind=d.kind, a=(d.a.start, d.a.end), b=(d.b.start, d.b.end)) for _, _, d in reader(aligned)
    )
    return ReadTogether(a=aligned.a.id, b=aligned.b.id, by=by, differences=found)


@contextmanager
def _kept(case: Case, before: Reading, new: list[ReadTogether]) -> Iterator[None]:
    try:
        yield
    finally:
        if new:
            after = replace(before, together=(*before.together, *new))
            write_bytes(case.folder / READING, reading_text(after).encode(), below=case.folder)
