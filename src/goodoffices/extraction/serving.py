"""The other side of `apart`: what runs in the process in which reports are read."""

import pickle

from ..apart import inside
from ..errors import UsageError
from .coding import encoded
from .extractors import extractor_of
from .read import ProgramFailure, read_one


def serve() -> None:
    """Read reports until there are no more."""
    inside.serve(_answer)


def _answer(asked: bytes) -> bytes:
    # The parent's own object, made in the same program: nothing of a report is unpickled.
    make, given = pickle.loads(asked)  # noqa: S301
    try:
        return b"read\n" + encoded(read_one(extractor_of(make), given))
    except UsageError as error:
        return b"usage\n" + str(error).encode()
    except ProgramFailure as error:
        return b"failure\n" + str(error).encode(errors="replace")
