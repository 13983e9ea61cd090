"""The other side of `apart`: what runs in the process in which a day is printed."""

import pickle

from ...apart import inside
from ...errors import DataError
from ..forms import outline_bytes
from ..html import sections_text
from ..outline import Outline
from .apart import Kind
from .build import debriefing_outline
from .parts import parts


def serve() -> None:
    """Print what is asked for."""
    inside.serve(_answer, "written")


def _answer(asked: bytes) -> bytes:
    # The parent's own objects, made in the same program: nothing that came from a browser is unpickled.
    tables, kind, part, trainer = pickle.loads(asked)  # noqa: S301
    outline = debriefing_outline(tables, trainer=trainer)
    found = (outline,) if kind == "pdf" else parts(outline)
    if part > len(found):
        return f"{len(found)}\n".encode()
    try:
        return f"{len(found)}\n".encode() + _bytes(kind, found[part - 1])
    except DataError as error:
        return b"refused\n" + error.problems[0].found.encode()


def _bytes(kind: Kind, outline: Outline) -> bytes:
    return sections_text(outline).encode() if kind == "screen" else outline_bytes(f".{kind}", outline)
