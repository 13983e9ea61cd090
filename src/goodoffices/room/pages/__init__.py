"""The templates of the room. Everything that people wrote is escaped; there is no script in any template."""

from typing import Any

from ...serving import pages as shared

PACKAGE = "goodoffices.room"
STATIC = {"room.js": "text/javascript", "room.css": "text/css"}


def render(name: str, **values: Any) -> str:
    """A page from its template."""
    return shared.environment(PACKAGE).get_template(f"{name}.html.j2").render(**values)
