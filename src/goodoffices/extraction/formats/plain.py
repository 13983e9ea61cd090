"""Plain text: the words as they are; Markdown: without its marks. A heading or front matter is what the file says of itself."""

import re
from dataclasses import replace

from ...language.days.printed import day_of, day_of_print
from .clean import cleaned
from .content import Content, Guesses, guesses
from .encoding import decoded
from .markdown import NOTE, inline, unmarked

_FRONT = re.compile(r"---\n((?:[^\n]{0,500}\n){1,40}?)---\n")
_ENTRY = re.compile(r"(\w+) *: *(.*)")
_HEADING = re.compile(r"# +([^\n]{1,200}?) *#*\n")
_STANDING_ALONE = re.compile(r"([^\n]{3,150})\n[^\S\n]*\n")
_AGENCY = re.compile(
    r"^[A-ZÀ-ÞŁĐŠŽČ][A-ZÀ-ÞŁĐŠŽČ'’. -]{2,30}(?:, [^()\n]{3,30})? \(([A-Z][^()\n]{1,38})\) ?[-–—:]", re.M
)
"""A dateline with its agency: `NADJILA (Desert Wire) -`, `LENN, 14 March 2031 (Sahel Press) —`."""
_TOP = 400
"""Characters at the head of a text among which its dateline stands."""
_SENTENCE = re.compile(r"[.!?…:;,。؟।]['\"”’)]*$")


def read_plain(name: str, raw: bytes) -> Content:
    """The text of a .txt or .md file."""
    text, notes = decoded(name, raw)
    clean = cleaned(text)
    said = _guesses(clean.text)
    if not name.lower().endswith((".md", ".markdown")):
        return Content(clean.text, said, (*notes, *clean.notes))
    words = cleaned(unmarked(clean.text)).text
    told = () if words == clean.text else (NOTE,)
    return Content(
        words, replace(said, title=inline(said.title) if said.title else None), (*notes, *clean.notes, *told)
    )


def _guesses(text: str) -> Guesses:
    front = _FRONT.match(text)
    entries = map(_ENTRY.fullmatch, front[1].split("\n") if front else ())
    said = {m[1].lower(): m[2].strip().strip("'\"") for m in entries if m}
    place = "the file's front matter"
    title, title_place = (
        (said["title"], place) if said.get("title") else _heading(text[front.end() :] if front else text)
    )
    day, day_place = (day_of(said.get("date")), place) if said.get("date") else (_printed(text), "the dateline")
    named, agency = said.get("publisher") or said.get("site"), _AGENCY.search(text[:_TOP])
    return guesses(
        title=(title, title_place),
        publisher=(named, place) if named or agency is None else (agency[1].strip(), "the dateline"),
        address=(said.get("address") or said.get("url"), place),
        printed=(day, day_place),
        author=(said.get("author"), place),
        language=(said.get("language") or said.get("lang"), place),
    )


def _printed(text: str) -> str | None:
    found = day_of_print(text)
    return found.day if found else None


def _heading(text: str) -> tuple[str | None, str]:
    text = text.lstrip("\n")
    if match := _HEADING.match(text):
        return match[1], "the first heading"
    match = _STANDING_ALONE.match(text)
    if match and not _SENTENCE.search(match[1].strip()):
        return match[1], "the first line, which stands alone"
    return None, ""
