"""`goodoffices sheet`."""

from pathlib import Path

from ..brief.sheet import Workbook, build_workbook
from ..case import TEAM, read_case
from ..errors import UsageError
from .failures import say
from .kept import write_keeping
from .readers import say_label, seen_by

_ENDING = ".xlsx"


def run(folder: Path, output: Path | None, day: str | None, reader: str = TEAM) -> None:
    """Write the workbook, and tell how much is in it."""
    if output is not None and output.suffix.lower() != _ENDING:
        raise UsageError(f"--output: found '{output.name}', expected a name that ends in {_ENDING}")
    case = seen_by(read_case(folder), reader, day)
    workbook = build_workbook(case, day)
    # Only here: XlsxWriter takes time to load, which a case with a mistake need not wait for.
    from ..brief.sheet.writer import xlsx_bytes

    written = write_keeping(output or Path(f"{case.stem}{_ENDING}"), xlsx_bytes(workbook), None if output else Path())
    say_label(case)
    for notice in workbook.notices:
        say(notice, err=False)
    say(_told(workbook), err=False)
    say(written, err=False)


def _told(workbook: Workbook) -> str:
    """How many rows each sheet of the case has."""
    *sheets, _ = workbook.sheets
    return ", ".join(f"{sheet.name}: {len(sheet.rows)}" for sheet in sheets)
