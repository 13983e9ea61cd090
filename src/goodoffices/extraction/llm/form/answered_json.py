"""The JSON of an answer, mended where only its dress is wrong: a fence, talk around it, a comma too many."""

import json
import re
from typing import Any

from .schema import CLAIMS

TRIES = 20
"""Places of an answer at which JSON is looked for: a model may think aloud before it answers."""

_THOUGHTS = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+")|,(?=\s*[\]}])', re.DOTALL)


def items(content: str, name: str = CLAIMS) -> list[Any] | None:
    """The list of an answer, under its name, as plain data; None where it holds no JSON of the asked form."""
    content = _THOUGHTS.sub("", content)
    # A bracket within a string that is no JSON would be tried as well; a bound keeps a row of brackets from costing minutes.
    starts = [m.start() for _, m in zip(range(TRIES), re.finditer(r"[{\[]", content), strict=False)]
    for start in starts:
        for candidate in (content[start:], _STRING_OR_COMMA.sub(lambda m: m[1] or "", content[start:])):
            found = _listed(_decoded(candidate), name)
            if found is not None:
                return found
    return None


def _decoded(text: str) -> object:
    try:
        return json.JSONDecoder(parse_constant=lambda _: None).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _listed(value: object, name: str) -> list[Any] | None:
    if isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list)]
        value = value.get(name, lists[0] if len(lists) == 1 and len(value) == 1 else None)
    # A list of words is what a model thinks aloud, not an answer; an empty one is an answer.
    return value if isinstance(value, list) and (not value or any(isinstance(v, dict) for v in value)) else None
