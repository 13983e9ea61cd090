"""The command line: `goodoffices COMMAND`. Read `app.py`: it lists the commands and their options."""

from .app import app

__all__ = ["app"]
