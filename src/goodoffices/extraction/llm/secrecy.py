"""The key stays out of the logs, also where a server sends it back and somebody has asked the HTTP library to log all."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

HIDDEN = "(the key)"
# A filter of a logger sees only what that very logger is told, not what those below it are.
_LOGGERS = ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks")))


@contextmanager
def out_of_logs(key: str | None) -> Iterator[None]:
    """While it lasts, the key is replaced in whatever the HTTP library logs."""

    def without(record: logging.LogRecord) -> bool:
        if key and key in (said := record.getMessage()):
            record.msg, record.args = said.replace(key, HIDDEN), ()
        return True

    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addFilter(without)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(without)
