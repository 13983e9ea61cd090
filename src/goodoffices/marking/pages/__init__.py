"""The templates of the marking page. Everything that comes from a case is escaped; there is no script in any template."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from ...documents import harmless

STATIC = {"htmx.min.js": "text/javascript", "marking.js": "text/javascript", "marking.css": "text/css"}


class Placed(str):
    """Text of which the page counts the characters: it was made harmless one for one."""

    __slots__ = ()


def shown(value: Any) -> Any:
    """What a template prints: characters that steer or are not displayed are shown as what they are."""
    return harmless(value) if type(value) is str else value


@cache
def _environment() -> Environment:
    loader = PackageLoader("goodoffices.marking", "pages")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=shown,
    )


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from its template."""
    return HTMLResponse(_environment().get_template(f"{name}.html.j2").render(**values), status)


def message(status: int, title: str, text: str) -> HTMLResponse:
    """A page that says one thing."""
    return page("message", status, title=title, text=text)


@cache
def static(name: str) -> bytes:
    """A file of the page itself."""
    return (files(__package__) / name).read_bytes()
