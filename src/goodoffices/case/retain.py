"""Sources that may be kept no longer: `retain: {until: DAY, then: forget}`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..documents import read_yaml
from ..errors import Problem
from ..record import Record
from .read import RECORD
from .validate import warning


def due(folder: Path, record: Record, day: date) -> Iterator[Problem]:
    """A warning for each source whose last day lies before `day`."""
    kept = {key: source.retain for key, source in record.sources.items() if source.retain is not None}
    late = {key: one for key, one in kept.items() if one.until.last is not None and one.until.last < day}
    document = read_yaml(folder / RECORD) if late else None  # read a second time only where there is something to tell
    for key, one in late.items():
        assert document is not None
        expected = f"none of it any more: `goodoffices forget {folder} --source {key}`"
        yield warning(
            document,
            ("sources", key, "retain"),
            f"a source kept beyond {one.until}",
            expected,
            kind="sources that are kept too long",
        )
