"""Scripts and styles: files of the pages themselves, by their names, and no others."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .guard import answer
from .pages import PACKAGE

_SHARED = {"htmx.min.js": "text/javascript"}


def static(package: str, names: Mapping[str, str]) -> Route:
    """The route to those in `pages` of a package, by name with their media types, and to those that all pages share."""
    places = {name: (kind, PACKAGE) for name, kind in _SHARED.items()}
    places |= {name: (kind, package) for name, kind in names.items()}

    async def found(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in places:
            return answer(request, 404, "Nothing here", "There is no such page.")
        kind, package = places[name]
        return Response(_bytes(package, name), media_type=kind)

    return Route("/static/{name}", found)


@cache
def _bytes(package: str, name: str) -> bytes:
    return (files(package) / "pages" / name).read_bytes()
