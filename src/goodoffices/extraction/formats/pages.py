"""Printed pages as one text: what stands on every page is left out, words cut at a line's end are mended where that is safe."""

import re
from collections import Counter
from collections.abc import Sequence

from .clean import counted

_REPEATED, _SHARE = 3, 0.4
"""On how many pages, and on what share of them, a line must stand to be a header or footer (left and right may differ)."""
_EDGE = 3
"""Lines at the top and at the bottom of a page that may be one."""
_CUT = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]\n([^\W\d_]{2,})")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def joined(pages: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The pages as one text, a paragraph break between them, and what was left out or mended."""
    bodies, left_out = _without_repeated([re.sub(r"[^\S\n]*\n", "\n", page).strip() for page in pages])
    text, mended = _mended("\n\n".join(body for body in bodies if body))
    notes = [f"left out from {counted(n, 'page')}, where it is repeated: “{line}”" for line, n in left_out]
    if mended:
        notes.append(f"{counted(mended, 'word')} cut at the end of a line put together")
    return text, tuple(notes)


def _without_repeated(pages: Sequence[str]) -> tuple[list[str], list[tuple[str, int]]]:
    """Take away, line by line from the edges, what is the same on many pages but for the number of the page."""
    enough = max(_REPEATED, _SHARE * len(pages))
    bodies = [page.split("\n") for page in pages]
    left_out: list[tuple[str, int]] = []
    for edge in (0, -1):
        for _ in range(_EDGE):
            shown = [_shown(body[edge], number) if body else "" for number, body in enumerate(bodies, 1)]
            often = {line: n for line, n in Counter(shown).items() if line and n >= enough}
            if not often:
                break
            left_out += often.items()
            for body, line in zip(bodies, shown, strict=True):
                if line in often:
                    body.pop(edge)
                    _strip(body)
    return ["\n".join(body) for body in bodies], left_out


def _shown(line: str, number: int) -> str:
    """A line with the page's own number as `#`, so that numbered footers are the same."""
    return re.sub(rf"(?<!\d){number}(?!\d)", "#", line.strip())


def _strip(lines: list[str]) -> None:
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()


def _mended(text: str) -> tuple[str, int]:
    """Join a cut word where the text has the whole word elsewhere, and not with a hyphen; `high-` + `ranking` stays."""
    words = {word.casefold() for word in _WORD.findall(text)}
    number = 0

    def mend(match: re.Match[str]) -> str:
        nonlocal number
        whole = (match[1] + match[2]).casefold()
        soft = match[0][len(match[1])] == "\u00ad"
        hyphened = f"{match[1]}-{match[2]}".casefold() in words
        if not soft and (hyphened or whole not in words):
            return match[0]
        number += 1
        return match[1] + match[2]

    return _CUT.sub(mend, text), number
