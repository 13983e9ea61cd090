"""Files that people edit: a new one is written, and the earlier one of the same name is kept beside it."""

import stat
from pathlib import Path

from ..documents import read_bytes, write_bytes

EDITED = (".docx", ".xlsx")
"""Forms in which people go on working; an edit must not be lost to a new file."""


def write_keeping(target: Path, data: bytes, below: Path | None) -> str:
    """Write a file, an earlier one that people may have edited being kept; returns the line that tells so.

    `below`: as in `write_bytes`, the folder below which no link is followed, for a name that the user did not give.
    """
    kept = _keep(target, below)
    write_bytes(target, data, below=below)
    return f"Written: {target.resolve()}" + (f" (the earlier one is kept as {kept.name})" if kept else "")


def _keep(target: Path, below: Path | None) -> Path | None:
    if target.suffix.lower() not in EDITED or not target.is_file():
        return None
    number = 1
    while (kept := target.with_name(f"{target.stem}.{number}{target.suffix}")).exists():
        number += 1
    write_bytes(kept, read_bytes(target, below=below), below=below)
    kept.chmod(stat.S_IMODE(target.stat().st_mode))
    return kept
