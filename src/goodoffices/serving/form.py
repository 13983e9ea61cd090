"""What a page sends: a form, within bounds, made by this server for the browser that sends it."""

from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from .guard import answer, is_in, link_of

LARGEST = 1024 * 1024
"""Bytes of a form; no form of a page comes near it."""
FIELDS = 2000
"""Fields of a form, likewise."""


async def received(request: Request) -> dict[str, str] | Response:
    """The form that a page sent, or what is answered where it is too long or not from a page of this link."""
    form = await read(request)
    if form is None:
        return answer(request, 413, "Too long", "A form of this page is never that long.")
    if not is_in(request):  # the link was taken back while the form was on its way
        return answer(request, 403, "An old page", "The link of this page was taken back.")
    if not link_of(request).accepts(form.get("csrf", "")):
        told = "This form is not from the page that is open now: load the page again."
        return answer(request, 403, "An old page", told)
    return form


async def read(request: Request, most: int = LARGEST) -> dict[str, str] | None:
    """The fields of a form; None where it is too long, or where whoever sent it has gone."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                return None
    except ClientDisconnect:  # nobody is there to be answered
        return None
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        return None
    # Of a key that comes several times (the claims of a finding) all values are kept, a line each.
    form: dict[str, list[str]] = {}
    for key, value in pairs:
        form.setdefault(key, []).append(value)
    return {key: "\n".join(values) for key, values in form.items()}
