"""What is wrong with the characters or the syntax of a YAML text, in words that help its writer."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Any

from yaml import MarkedYAMLError

from goodoffices.documents.events import events
from goodoffices.documents.places import Lines, Span
from goodoffices.documents.text import excerpt
from goodoffices.errors import Problem

MANY = 1000
"""Mistakes told of one file at most: each costs far more memory than the few characters that make it."""

# YAML 1.1, production [1] c-printable.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\\A\ufeff")

_TABS = re.compile("\t+")
_QUOTED = ("'", '"')

_ONE_COLUMN = "all keys of a mapping, or all '-' of a list, in one column"
_EXPLANATIONS = {
    "mapping values are not allowed": (
        "a ':' where no key can stand",
        "one 'key: value' on a line; text with ': ' in it stands in quotation marks",
    ),
    "found unexpected end of stream": ("a quotation mark that is never closed", "a closing quotation mark"),
    "found unexpected document indicator": (
        "a quotation mark not closed before '---' or '...'",
        "a closing quotation mark",
    ),
    "could not find expected ':'": ("a line without ':' after its key", "'key: value'"),
    "did not find expected key": ("a line that does not fit the lines above it", _ONE_COLUMN),
    "did not find expected '-' indicator": ("a line that does not fit the list above it", _ONE_COLUMN),
    "did not find expected ',' or ']'": ("a list that is not closed", "',' or ']'"),
    "did not find expected ',' or '}'": ("a mapping that is not closed", "',' or '}'"),
    "did not find expected node content": ("nothing where a value should stand", "a value"),
    "did not find expected <document start>": ("more text after the end of the document", "one mapping in a file"),
    "block sequence entries are not allowed": (
        "a '-' of a list where none can stand",
        "items on lines of their own",
    ),
    "found unexpected ':'": ("a ':' without a space behind it", "'key: value', or such text in quotation marks"),
    "mapping keys are not allowed": ("a '?' where none can stand", "text that starts with '?' in quotation marks"),
    "found unknown escape character": (
        "a backslash before a character that needs none",
        "'\\\\' for a backslash, or single quotation marks around the text",
    ),
    "expected alphabetic or numeric": ("a value that starts with '*' or '&'", "such text in quotation marks"),
    "expected comment or line break": ("text after '|' or '>'", "the text on the next lines, indented"),
    "undefined tag handle": ("a tag", "the value without it; text that starts with '!' in quotation marks"),
}


def forbidden_characters(name: str, text: str) -> list[Problem]:
    """Return a problem for each character that YAML does not allow, and for a second byte order mark at the start."""
    if not (matches := list(islice(_FORBIDDEN.finditer(text), MANY))):
        return []
    lines = Lines(text)
    expected = "printable characters; remove it, or write it as an escape in double quotation marks"
    return [
        Problem(name, *lines.place(match.start()), f"the control character U+{ord(match[0]):04X}", expected)
        for match in matches
    ]


def tabs(name: str, text: str, until: int) -> list[Problem]:
    """Return a problem for each row of tabs that begins before the offset `until` and outside quotation marks."""
    quoted = list(_quoted_spans(text, until))
    starts = [span.start for span in quoted]
    lines = Lines(text)
    problems: list[Problem] = []
    for match in _TABS.finditer(text, 0, until):
        nearest = bisect_right(starts, match.start()) - 1
        if nearest < 0 or quoted[nearest].end <= match.start():
            place = lines.place(match.start())
            problems.append(Problem(name, *place, "a tab", "spaces; a tab may stand only inside quotation marks"))
            if len(problems) == MANY:
                break
    return problems


def _quoted_spans(text: str, until: int) -> Iterator[Span]:
    try:
        for event in events(text):
            if event.start_mark.index >= until:
                return
            if getattr(event, "style", None) in _QUOTED:
                yield Span(event.start_mark.index, event.end_mark.index)
    except MarkedYAMLError:
        return  # told by the reader, which met the same error


def offset_of(error: MarkedYAMLError, text: str) -> int:
    """Return where the mistake is: what is never closed or finished is a mistake where it begins."""
    unfinished = "scanning a quoted scalar" in (error.context or "") or "expected ':'" in (error.problem or "")
    mark: Any = (error.context_mark if unfinished else None) or error.problem_mark or error.context_mark
    return min(mark.index, len(text)) if mark else 0


def explain(name: str, text: str, error: MarkedYAMLError) -> Problem:
    """Return libyaml's first complaint about `text` as a problem with a place and a next step."""
    offset, lines = offset_of(error, text), Lines(text)
    place = lines.place(offset)
    before = text[offset - place.column + 1 : offset]
    found, expected = _words(error, text[offset : offset + 1], alone=not before.strip(" -"))
    opened: Any = error.context_mark
    if opened and "not closed" in found and opened.index != offset:
        found += f" (opened on line {lines.place(opened.index).line})"
    return Problem(name, *place, found, expected)


def _words(error: MarkedYAMLError, character: str, *, alone: bool) -> tuple[str, str]:
    """Return what was found and expected; `alone` says that `character` is the first of its line."""
    problem = error.problem or "unknown reason"
    if "did not find expected key" in problem and not alone:
        return "more text behind a value", "the end of the line, or the whole value in quotation marks"
    if "cannot start any token" in problem:
        return f"{excerpt(character)} at the start of a value", "such text in quotation marks"
    for start, words in _EXPLANATIONS.items():
        if start in problem:
            return words
    return f"YAML that cannot be read ({problem})", "valid YAML"
