"""Formats: the bytes of a report as text, one reader each.

Which one is told by `kind_of`, from what is in the file. Every reader gives a `Content` or raises DataError; files are
hostile input: sizes are limited and counted, nothing in a file is ever run, fetched or opened. What takes long all the same is
ended by `extraction.apart`, which calls them in a process of its own. Read `content.py` first.
"""

from ...errors import DataError
from .content import Content, Guesses, refusal
from .kind import Kind, kind_of

__all__ = ["Content", "DataError", "Guesses", "Kind", "content_of", "kind_of", "refusal"]


def content_of(name: str, kind: Kind, raw: bytes) -> Content:
    """The content of a file of a known kind; `name` is for messages."""
    # Each reader is imported only when used: they bring large libraries along, and start-up must stay quick.
    if kind == "pdf":
        from .pdf import read_pdf

        return read_pdf(name, raw)
    if kind == "html":
        from .html import read_html

        return read_html(name, raw)
    if kind == "word":
        from .word import read_word

        return read_word(name, raw)
    if kind == "mail":
        from .mail import read_mail

        return read_mail(name, raw)
    from .plain import read_plain

    return read_plain(name, raw)
