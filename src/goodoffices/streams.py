"""The standard streams of a process, in whatever state they come. Standard library alone: it is loaded before all else."""

import os
import sys
from io import TextIOWrapper


def prepare() -> None:
    """Make the streams fit to be used, each of the three.

    In place of one that is closed stands an empty one: no file of ours takes its number. A terminal that cannot print a letter
    (cp1252 has no arrow) shows a question mark, not a traceback.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # open as long as the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def drop_output() -> None:
    """Send what is still to be printed nowhere: Python would try once more at exit, and fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
