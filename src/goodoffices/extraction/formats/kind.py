"""Which format a file has: by what is in it first, then by the ending of its name."""

import re
from typing import Literal

from .content import refusal

Kind = Literal["text", "html", "pdf", "word", "mail"]

READ = ".txt, .md, .html, .pdf, .docx or .eml"
_ENDINGS: dict[str, Kind] = {
    "html": "html", "htm": "html", "xhtml": "html", "pdf": "pdf", "docx": "word", "eml": "mail",
}  # fmt: skip
_NOT_TEXT = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or one with a password", "save it as .docx, without one"),
    (b"{\\rtf", "an RTF file", "save it as .docx"),
    (b"\x89PNG", "a picture", "its text"),
    (b"\xff\xd8\xff", "a picture", "its text"),
    (b"GIF8", "a picture", "its text"),
    (b"II*\0", "a picture", "its text"),
    (b"MM\0*", "a picture", "its text"),
    (b"\x1f\x8b", "a packed file", "unpack it"),
    (b"BZh", "a packed file", "unpack it"),
    (b"\xfd7zXZ", "a packed file", "unpack it"),
    (b"7z\xbc\xaf", "a packed file", "unpack it"),
    (b"Rar!", "a packed file", "unpack it"),
    (b"\x7fELF", "a program", "a report"),
    (b"MZ\x90", "a program", "a report"),
    (b"SQLite format 3", "a database", "a report"),
)  # fmt: skip
_PAGE = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*-->\s*)*<(!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_HEADER = re.compile(rb"(?:[\x21-\x39\x3b-\x7e]{1,80}:[^\n]*\n|[ \t][^\n]*\n)+")
# A typed memo has From, To and Subject, too; these are written by programs only.
_BY_PROGRAMS = re.compile(rb"^(Message-ID|MIME-Version|Received|Return-Path|Delivered-To):", re.I | re.M)
_OF_MAIL = re.compile(rb"^(From|Date|Subject):", re.I | re.M)


def kind_of(name: str, raw: bytes) -> Kind:
    """The kind of the file. Raises DataError for what is known to be of another kind, or of another one than it is named."""
    if b"%PDF-" in raw[:1024]:
        return "pdf"
    if raw.startswith(b"PK\x03\x04"):
        return "word"  # its reader says which other packed format it is
    for magic, found, expected in _NOT_TEXT:
        if raw.startswith(magic):
            raise refusal(name, found, f"{READ}; {expected}")
    ending = _ENDINGS.get(name.rpartition(".")[2].lower())
    if ending in ("pdf", "word"):
        raise refusal(name, f"a file that is no {'PDF' if ending == 'pdf' else 'Word file'}, but is named so", READ)
    if _PAGE.match(raw[:4096].removeprefix(b"\xef\xbb\xbf")) or _PAGE.match(_wide(raw)):
        return "html"
    if _is_mail(raw[:65536].replace(b"\r\n", b"\n"), named_so=ending == "mail"):
        return "mail"
    if ending == "mail":
        raise refusal(name, "a file without a mail's headers, but named .eml", "a mail as the mail program saves it")
    return ending or "text"


def _wide(raw: bytes) -> bytes:
    """The start of a text in UTF-16 as bytes that a pattern can look at."""
    return raw[2:8192].replace(b"\0", b"") if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else b""


def _is_mail(start: bytes, *, named_so: bool) -> bool:
    match = _HEADER.match(start.removeprefix(b"\xef\xbb\xbf"))
    if match is None:
        return False
    return bool((named_so or _BY_PROGRAMS.search(match[0])) and _OF_MAIL.search(match[0]))
