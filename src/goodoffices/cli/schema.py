"""`goodoffices schema`."""

import json
from pathlib import Path

import typer

from ..case import FILES, schema
from ..documents import write_bytes
from ..errors import UsageError
from .failures import say


def run(name: str | None, output: Path | None) -> None:
    """Print one schema, or all of them in one object; with a folder write a file for each."""
    if name is not None and name not in FILES:
        raise UsageError(f"found '{name}', expected one of {', '.join(FILES)}")
    names = list(FILES) if name is None else [name]
    if output is None:
        data = schema(names[0]) if name is not None else {n: schema(n) for n in names}
        typer.echo(_text(data))
        return
    if not output.is_dir():
        raise UsageError(f"--output: found '{output}', which is no folder, expected a folder that exists")
    for one in names:
        target = output / f"{one}.schema.json"
        write_bytes(target, (_text(schema(one)) + "\n").encode())
        say(f"Written: {target.resolve()}", err=False)


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)
