"""`python -m goodoffices`, and the program `goodoffices`."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .streams import drop_output, prepare


def main() -> None:
    """Run the command line."""
    prepare()
    with no_traceback():
        from .cli import app  # here, for with little memory even the loading of it may fail, which is to be told

        app(prog_name="goodoffices")


@contextmanager
def no_traceback() -> Iterator[None]:
    """Tell what is no mistake of the program: too little memory, which may show anywhere, and output that nobody reads."""
    try:
        yield
    except (MemoryError, ImportError, OSError, SystemError) as error:
        if isinstance(error, BrokenPipeError):
            drop_output()
        elif not _lack_of_memory(error):
            raise
        else:
            print(LITTLE, file=sys.stderr)
        sys.exit(1)


LITTLE = "goodoffices: there is too little memory for this; allow it more (ulimit -v), or close other programs"
ENOUGH = 1_000_000_000
"""Bytes in which every library can be loaded."""


def _lack_of_memory(error: BaseException | None) -> bool:
    """Whether it comes of one, or of a library that could not be loaded, or a process not started, for want of memory."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if isinstance(error, ImportError) and _limited():
            return True
        if any(words in str(error) for words in ("annot allocate memory", "failed to map segment", "out of memory")):
            return True
        error = error.__cause__ or error.__context__
    return False


def _limited() -> bool:
    """Whether less memory is allowed than loading everything takes: libraries hide then why a part of them is missing."""
    try:
        import resource  # other systems than Unix have none
    except ImportError:
        return False
    return 0 <= resource.getrlimit(resource.RLIMIT_AS)[0] < ENOUGH


if __name__ == "__main__":
    main()
