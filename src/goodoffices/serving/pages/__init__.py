"""Templates that all pages share. Everything that comes from outside is escaped; there is no script in any template."""

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from ...documents import harmless

PACKAGE = "goodoffices.serving"


class Placed(str):
    """Text of which the page counts the characters: it was made harmless one for one."""

    __slots__ = ()


def shown(value: Any) -> Any:
    """What a template prints: characters that steer or are not displayed are shown as what they are."""
    return harmless(value) if type(value) is str else value


@cache
def environment(package: str = PACKAGE) -> Environment:
    """The templates in `pages` of a package, which may include those of this one (`htmx.html.j2`)."""
    places = dict.fromkeys((package, PACKAGE))
    return Environment(
        loader=ChoiceLoader([PackageLoader(place, "pages") for place in places]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=shown,
    )


def shared(name: str, **values: Any) -> str:
    """A page of this package from its template."""
    return environment().get_template(f"{name}.html.j2").render(**values)


def message(status: int, title: str, text: str, home: str) -> HTMLResponse:
    """A page that says one thing, with the way to the first page by the name `home`."""
    return HTMLResponse(shared("message", title=title, text=text, home=home), status)
