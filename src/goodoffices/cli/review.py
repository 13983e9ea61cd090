"""`goodoffices review`."""

import sys
from pathlib import Path

import typer

from ..marking.review import Review
from .console import standard_output
from .deciding import Whose, opened, say_where_they_go


def run(folder: Path, whose: Whose) -> None:
    """Go through the proposed claims in the terminal; of whoever does so by himself, through all that he has not decided on."""
    with opened(folder, whose) as store:
        say_where_they_go(store)
        Review(store, standard_output(), Keys() if sys.stdin.isatty() else Lines()).run()


class Keys:
    """A person at a terminal: one key is an answer, without Enter."""

    def key(self, asked: str) -> str:
        """Wait for a key."""
        typer.echo(f"{asked}  ", nl=False)
        try:
            pressed = _pressed()
        except (KeyboardInterrupt, EOFError):
            pressed = ""
        typer.echo(pressed if pressed.isprintable() else "")
        return pressed.lower() if pressed not in ("\x03", "\x04", "\x1b") else ""

    def line(self, asked: str, default: str) -> str | None:
        """Wait for a line."""
        return _line(f"  {asked} [{default}]: ", default)


class Lines:
    """A pipe: each line is an answer."""

    def key(self, asked: str) -> str:
        """The next line's first letter."""
        return (_line(f"{asked}  ", "") or "")[:1].lower()

    def line(self, asked: str, default: str) -> str | None:
        """The next line."""
        return _line(f"  {asked} [{default}]: ", default)


def _line(asked: str, default: str) -> str | None:
    typer.echo(asked, nl=False)
    try:
        found = sys.stdin.readline()
    except KeyboardInterrupt:
        found = ""
    if not sys.stdin.isatty():
        typer.echo()
    return (found.strip() or default) if found else None


if sys.platform == "win32":

    def _pressed() -> str:
        import msvcrt

        return msvcrt.getwch()
else:

    def _pressed() -> str:
        import termios
        import tty

        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
        try:
            tty.setcbreak(descriptor, termios.TCSADRAIN)  # keys pressed ahead count, too
            return sys.stdin.read(1)
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
