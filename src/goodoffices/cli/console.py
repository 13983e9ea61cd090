"""The standard output as rich writes to it."""

import os

from rich.console import Console


def console() -> Console:
    """The standard output; with NO_COLOR set no escape code at all is written, not only no colour."""
    found = Console(highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto")
    found.soft_wrap = not found.is_terminal  # a pipe gets whole lines, so that they can be searched
    return found
