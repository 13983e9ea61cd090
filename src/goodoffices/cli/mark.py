"""`goodoffices mark`."""

import os
import tempfile
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

import typer

from ..errors import UsageError
from .deciding import Whose, opened, say_where_they_go
from .executors import ended_by_a_signal
from .failures import say

REDIRECT = (
    '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Marking</title>'
    '<meta http-equiv="refresh" content="0;url={address}"><p><a href="{address}">To the page</a></p>'
)
"""The file that leads a browser to the page, with its `address`."""


def run(folder: Path, whose: Whose, port: int, open_: bool) -> None:
    """Serve the marking page until Ctrl-C."""
    try:
        from ..marking.server import application
        from ..marking.session import Session
        from ..serving.server import listen, serve
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("goodoffices"):
            raise
        raise UsageError(
            f"the page needs {error.name}, which goodoffices installs: install it again; `goodoffices review` needs nothing more"
        ) from None
    with opened(folder, whose) as store:
        try:
            listening = listen(port)
        except OSError as error:
            raise UsageError(
                f"--port: found {port}, which cannot be used ({error.strerror}); name another one"
            ) from None
        session = Session(listening.getsockname()[1])
        address = session.address
        say("Open this address in a browser on this machine; it lets one browser in, once:", err=False)
        typer.echo(f"\n  {address}\n")
        say_where_they_go(store)
        typer.echo("Every decision is on the disk before it is called saved. Ctrl-C ends the page.")
        with ended_by_a_signal(), _opened(address) if open_ else nullcontext():
            serve(application(store, session), listening)
    typer.echo("Ended.")


@contextmanager
def _opened(address: str) -> Iterator[None]:
    """Open the page in the browser, by a file that only its owner can read: other users see every program's command line."""
    with tempfile.TemporaryDirectory(prefix="goodoffices-") as folder:
        file = Path(folder) / "marking.html"
        with open(file, "x", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as written:
            written.write(REDIRECT.format(address=address))
        # In a thread: some browsers are waited for until they are closed.
        threading.Thread(target=_browse, args=(file.as_uri(),), daemon=True).start()
        yield


def _browse(address: str) -> None:
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(address)
