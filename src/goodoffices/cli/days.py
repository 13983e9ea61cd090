"""Days on the command line."""

from datetime import date

from ..errors import UsageError


def read_day(option: str, text: str) -> date:
    """A day given to an option; UsageError where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        earlier = " or the .json of an earlier brief" if option == "--since" else ""
        raise UsageError(f"{option}: found '{text}', expected a day such as 2025-05-16{earlier}") from None
