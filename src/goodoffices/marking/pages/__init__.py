"""The templates of the marking page. Everything that comes from a case is escaped; there is no script in any template."""

from typing import Any

from starlette.responses import HTMLResponse

from ...serving import pages as shared
from ..session import HOME

PACKAGE = "goodoffices.marking"
STATIC = {"marking.js": "text/javascript", "marking.css": "text/css"}


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from its template."""
    return HTMLResponse(shared.environment(PACKAGE).get_template(f"{name}.html.j2").render(**values), status)


def message(status: int, title: str, text: str) -> HTMLResponse:
    """A page that says one thing."""
    return shared.message(status, title, text, HOME)
