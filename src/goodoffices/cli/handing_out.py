"""What `brief` and `talking-points` share: an outline is written into a file and printed."""

from pathlib import Path

import typer

from ..brief import ENDINGS, Outline
from ..errors import UsageError
from .failures import say
from .kept import write_keeping


def refuse_others(output: Path | None, as_json: bool) -> None:
    """UsageError where `--json` and `--output` are both given or the name ends in no known form, before any work is done."""
    if as_json and output is not None:
        raise UsageError("--json prints and --output writes: choose one (--output FILE.json writes the same data)")
    if output is not None and output.suffix.lower() not in ENDINGS:
        raise UsageError(f"--output: found '{output.name}', expected a name that ends in {', '.join(ENDINGS)}")


def hand_out(outline: Outline, target: Path, data: bytes, *, given: bool) -> None:
    """Write the file, print the outline, tell where the file is. `given`: the user named the file himself."""
    # Written before it is printed: whoever reads the first lines only (`| head`) has the file all the same.
    written = write_keeping(target, data, None if given else Path())
    _print(outline)
    typer.echo()
    say(written, err=False)


def _print(outline: Outline) -> None:
    # Only here: the printers take a twentieth of a second, which `--json` does not need.
    from ..brief.terminal import print_brief
    from .console import standard_output

    print_brief(outline, standard_output())
