"""Each two reports of a case read side by side by a language model; what it tells is kept in reading.yaml, under its name."""

from dataclasses import dataclass, replace
from pathlib import Path

from ..accounts import Telling
from ..accounts.align import Aligned
from ..case import Case, passages, read_case
from ..case.passages import read_together
from ..case.read import READING
from ..documents import write_bytes
from ..record import ReadDifference, Reading, ReadTogether
from .llm.beside.reader import LONGEST, length
from .reading import reading_text


@dataclass
class Asked:
    """How it went."""

    asked: int = 0
    """Pairs of reports about which the model was asked."""
    too_long: int = 0
    """Pairs that are left to the rules."""


def read_in_pairs(case: Case, reader: Telling, by: str) -> Asked:
    """Ask about each two reports that are set beside each other, and whose texts were not read together as they are.

    Each answer is kept at once: whatever stops it, or fails, nothing of it is asked again. Who calls it holds the case's lock.
    """
    done, found = read_together(case), Asked()

    def told(aligned: Aligned) -> tuple[()]:
        if length(aligned) > LONGEST:
            found.too_long += 1
        elif (aligned.a.id, aligned.b.id) not in done:
            found.asked += 1
            _keep(case.folder, _read(case, aligned, reader, by))
        return ()

    passages(case, told)
    return found


def _read(case: Case, aligned: Aligned, reader: Telling, by: str) -> ReadTogether:
    found = tuple(
        ReadDifference(kind=d.kind, a=(d.a.start, d.a.end), b=(d.b.start, d.b.end)) for _, _, d in reader(aligned)
    )
    a, b = aligned.a.id, aligned.b.id
    sums = (case.record.sources[a].text.sha256, case.record.sources[b].text.sha256)
    return ReadTogether(a=a, b=b, by=by, texts=sums, differences=found)


def _keep(folder: Path, two: ReadTogether) -> None:
    """Add it to the file as it is now: `add` may have written to it while the model answered."""
    now = read_case(folder)
    before = now.reading or Reading(format="reading/1", by=two.by)
    others = tuple(one for one in before.together if (one.a, one.b) != (two.a, two.b))
    after = replace(before, together=(*others, two))
    if read_together(replace(now, reading=after)).get((two.a, two.b)) is two:
        write_bytes(folder / READING, reading_text(after).encode(), below=folder)
