"""What the commands print on: the standard output, and beside it the error output for what only a waiting person wants."""

import os

from rich.console import Console


def standard_output() -> Console:
    """The standard output; with NO_COLOR set no escape code at all is written, not only no colour."""
    found = Console(highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto")
    found.soft_wrap = not found.is_terminal  # a pipe gets whole lines, so that they can be searched
    return found


def error_output() -> Console:
    """The error output, for progress; nothing of it mixes with what a program reads."""
    return Console(stderr=True)
