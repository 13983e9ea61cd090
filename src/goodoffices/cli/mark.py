"""`goodoffices mark`."""

import webbrowser
from contextlib import suppress
from pathlib import Path

import typer

from ..errors import UsageError
from .deciding import opened
from .failures import say


def run(folder: Path, by: str | None, port: int, open_: bool) -> None:
    """Serve the marking page until Ctrl-C."""
    try:
        import uvicorn

        from ..marking.server import application, listen
        from ..marking.session import Session
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("goodoffices"):
            raise
        raise UsageError(
            f"the page needs {error.name}, which goodoffices installs: install it again; `goodoffices review` needs nothing more"
        ) from None
    with opened(folder, by) as store:
        try:
            listening = listen(port)
        except OSError as error:
            raise UsageError(
                f"--port: found {port}, which cannot be used ({error.strerror}); name another one"
            ) from None
        session = Session(listening.getsockname()[1])
        address = f"http://127.0.0.1:{session.port}/enter?token={session.token}"
        say("Open this address in a browser on this machine; it lets one browser in, once:", err=False)
        typer.echo(f"\n  {address}\n")
        typer.echo("Every decision is on the disk before it is called saved. Ctrl-C ends the page.")
        if open_:
            webbrowser.open(address)
        # No log of requests: the address with the token must not stand in a file.
        config = uvicorn.Config(application(store, session), log_level="warning", access_log=False, server_header=False)
        with listening, suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    typer.echo("Ended.")
