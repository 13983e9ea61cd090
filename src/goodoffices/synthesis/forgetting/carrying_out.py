"""A plan carried out so that a stop at any moment leaves either the case as it was, or one on which running it again finishes.

1. All new files are written into `.forgetting` in the case's folder, with the rest of the case beside them, and the case that they
   make is checked. They hold nothing of what goes.
2. Then `plan.json` is put there, in one step: from now on the only way is forward.
3. Files are exchanged and removed one by one; each step may be done twice.
4. `.forgetting` goes last. Without `plan.json` it means nothing, and is thrown away.
"""

import json
import os
from pathlib import Path
from typing import Any

from ...case import inspect
from ...case.unfinished import COMMIT, STAGING, is_unfinished
from ...documents import (
    files_below,
    make_folder,
    read_bytes,
    remove_file,
    remove_folder,
    remove_if_empty,
    same_file,
    sha256_of,
    shown,
    sweep,
    write_bytes,
)
from ...errors import ChangedOnDisk, DataError, Problem
from .other_files import CACHES, LOCK, VERSIONS
from .planned import Plan

_NEW = "case"


def carry_out(plan: Plan) -> None:
    """Do what the plan says; DataError, and nothing is changed, where the case would have mistakes then."""
    remove_folder(plan.folder / STAGING)
    try:
        _stage(plan)
        _require_sound(plan)
    except BaseException:
        remove_folder(plan.folder / STAGING)
        raise
    write_bytes(plan.folder / STAGING / COMMIT, json.dumps(_data(plan)).encode(), below=plan.folder)
    finish(plan.folder)


def finish(folder: Path) -> None:
    """Carry out what was begun; nothing where nothing was."""
    if not is_unfinished(folder):
        remove_folder(folder / STAGING)
        return
    data = _read(folder)
    _require_unchanged(folder, data)
    for name, digest in data["writes"].items():
        if _digest(folder, folder / name) != digest["new"]:
            new = read_bytes(folder / STAGING / _NEW / name, below=folder)
            if (folder / name).parent != folder:
                make_folder((folder / name).parent, folder)
            write_bytes(folder / name, new, below=folder)
    for name in data["removals"]:
        remove_file(folder / name, folder)
    above = {Path(name) for name in data["folders"]} | {up for name in data["removals"] for up in Path(name).parents}
    for within in sorted(above - {Path(), Path("sources")}, key=lambda one: -len(one.parts)):
        remove_if_empty(folder / within)
    for place in {folder, *((folder / name).parent for name in data["writes"])}:
        sweep(place)
    for name in CACHES:
        remove_folder(folder / name)
    # The plan last: as long as it stands, running the command again finishes what is left.
    remove_folder(folder / STAGING / _NEW)
    remove_file(folder / STAGING / COMMIT, folder)
    remove_folder(folder / STAGING)


def _stage(plan: Plan) -> None:
    base = plan.folder / STAGING / _NEW
    make_folder(base, plan.folder)
    for name, data in plan.writes.items():
        make_folder((base / name).parent, plan.folder)
        write_bytes(base / name, data, below=plan.folder)
    for path in files_below(plan.folder, without=VERSIONS | CACHES | {STAGING, LOCK}):
        name = path.relative_to(plan.folder).as_posix()
        if name not in plan.writes and name not in plan.removals and path.is_file() and not path.is_symlink():
            same_file(base / name, path, plan.folder)


def _require_sound(plan: Plan) -> None:
    base = plan.folder / STAGING / _NEW
    _, problems = inspect(base)
    prefix = str(base)
    errors = [one for one in problems if one.level == "error"]
    if errors:
        raise DataError(
            Problem(one.file.replace(prefix, str(plan.folder)), 0, 0, f"after it: {one.found}", one.expected)
            for one in errors
        )


def _data(plan: Plan) -> dict[str, Any]:
    writes = {name: {"old": plan.digests[name], "new": sha256_of(data)} for name, data in plan.writes.items()}
    return {"format": "forgetting/1", "writes": writes, "removals": list(plan.removals), "folders": list(plan.folders)}


def _read(folder: Path) -> dict[str, Any]:
    path = folder / STAGING / COMMIT
    try:
        data: dict[str, Any] = json.loads(read_bytes(path, below=folder))
        names = [*data["writes"], *data["removals"], *data["folders"]]
        if data["format"] != "forgetting/1" or any(_leads_out(name) for name in names):
            raise ValueError
    except (ValueError, KeyError, TypeError) as error:
        expected = "its own; take the folder .forgetting away and run the command again"
        raise DataError([Problem(shown(path), 0, 0, "a plan that this program did not write", expected)]) from error
    return data


def _leads_out(name: str) -> bool:
    return os.path.isabs(name) or ".." in Path(name).parts or not name


def _require_unchanged(folder: Path, data: dict[str, Any]) -> None:
    changed = [
        name for name, digest in data["writes"].items() if _digest(folder, folder / name) not in (digest["old"], digest["new"])
    ]  # fmt: skip
    if changed:
        found = "a file changed while it was being forgotten in"
        expected = (
            "the file as it was, or as it stands in .forgetting/case: put either there, then run the command again"
        )
        raise ChangedOnDisk(Problem(str(folder / name), 0, 0, found, expected) for name in changed)


def _digest(folder: Path, path: Path) -> str:
    return sha256_of(read_bytes(path, below=folder)) if os.path.lexists(path) else ""
