"""XML of unknown origin as a tree, with lines. Nothing is expanded, nothing is fetched: a document type is refused outright.

Two faults are common in scenario files, and mended with a note: text in cp1252 without a word about it, and a bare `&`.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from xml.parsers import expat

from ...documents import Lines, decode, excerpt
from ...errors import DataError, Problem
from .findings import MANY as MANY_NOTES
from .findings import At, Findings

DEEPEST = 100
"""Elements within each other."""
MOST = 200_000
"""Elements in one file; each takes a few hundred bytes of memory."""

_LATE = re.compile(r"((?:\s|<!--(?:[^-]|-[^-])*-->)++)<\?xml\s[^>]*\?>")
"""A declaration after empty lines and comments, as some programs write it, and what stands before it."""
_DECLARED = re.compile(rb"(?:\s|<!--(?:[^-]|-[^-])*-->)*+<\?xml[^>]*?\sencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
# Latin-1 is read as its superset, as browsers do: its own codes from 0x80 to 0x9F are controls that no text has.
_ENCODINGS = {"utf-8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8", "utf8": "utf-8"} | dict.fromkeys(
    ("iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252"), "cp1252"
)
_BARE = re.compile(r"&(?!(?:[A-Za-z_][\w.-]*|#[0-9]+|#x[0-9a-fA-F]+);)")


@dataclass(frozen=True)
class Element:
    """An element, its attributes, the line on which it begins, and the elements directly within it."""

    tag: str
    attributes: Mapping[str, str]
    at: At
    children: list["Element"] = field(default_factory=list)

    def named(self, tag: str) -> Iterator["Element"]:
        """The elements of this name directly within."""
        return (child for child in self.children if child.tag == tag)

    def all(self) -> Iterator["Element"]:
        """This element and all within it, in the order of the file."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))

    def text(self, attribute: str) -> str | None:
        """An attribute without white space around it; None where it is not there, or empty."""
        return self.attributes.get(attribute, "").strip() or None


def parse_xml(findings: Findings, data: bytes) -> Element:
    """The root of a file's XML; DataError where it is none, has a document type, or is too deep or too large."""
    builder = _Builder(findings.file)
    parser = expat.ParserCreate("utf-8")
    builder.parser = parser
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        parser.Parse(_sound(findings, _text(findings, data)).encode("utf-8"), True)
    except expat.ExpatError as error:
        words = expat.ErrorString(error.code) or "a fault"
        raise _failure(findings.file, error.lineno, f"broken XML ({words})", "XML, whole to its last line") from error
    return builder.roots[0]


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.parser: expat.XMLParserType
        self.roots: list[Element] = []
        self.open: list[Element] = []
        self.count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        self.count += 1
        if self.count > MOST:
            raise _failure(self.file, line, f"more than {MOST:,} elements", f"at most {MOST:,}")
        if len(self.open) == DEEPEST:
            raise _failure(self.file, line, f"elements nested deeper than {DEEPEST}", f"at most {DEEPEST} deep")
        element = Element(tag, attributes, At(line))
        (self.open[-1].children if self.open else self.roots).append(element)
        self.open.append(element)

    def end(self, _: str) -> None:
        self.open.pop()

    def doctype(self, name: str, *_: object) -> None:
        found = f"a document type declaration ({excerpt(name)})"
        raise _failure(self.file, self.parser.CurrentLineNumber, found, "none: entities are not read; remove it")


def _text(findings: Findings, data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _decoded(findings, data, "utf-16")
    declared = _DECLARED.match(data.removeprefix(BOM_UTF8))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if (encoding := _ENCODINGS.get(name)) is None:
        raise _failure(findings.file, 1, f"the encoding {excerpt(name)}", "UTF-8; save the file with this encoding")
    if encoding == "utf-8":
        try:
            return decode(findings.file, data)
        except DataError as error:
            if not error.problems[0].line:  # an empty file
                raise
            findings.note(At(error.problems[0].line), "the text is not UTF-8; it was read as cp1252 (Windows)")
    return _decoded(findings, data, "cp1252")


def _decoded(findings: Findings, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"the byte 0x{data[error.start]:02X}, which is neither UTF-8 nor cp1252"
        raise _failure(findings.file, data.count(b"\n", 0, error.start) + 1, found, "UTF-8") from error


def _sound(findings: Findings, text: str) -> str:
    """The text with `&amp;` for each bare `&`, and without a declaration that does not stand first; no line is moved."""
    if late := _LATE.match(text):
        findings.note(At(late[1].count("\n") + 1), "the XML declaration does not stand first; it was passed over")
        text = late[1] + text[late.end() :]
    lines = Lines(text)
    for found in islice(_BARE.finditer(text), MANY_NOTES + 1):
        findings.note(
            At(lines.place(found.start()).line), "a bare & was read as the sign itself (XML has &amp; for it)"
        )
    return _BARE.sub("&amp;", text)


def _failure(file: str, line: int, found: str, expected: str) -> DataError:
    return DataError([Problem(file, line, 0, found, expected)])
