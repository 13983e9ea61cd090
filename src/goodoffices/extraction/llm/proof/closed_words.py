"""What of an answer must be one of few words: types, predicates, formats, meetings; and how long its texts may be."""

import re
from decimal import Decimal

from ....record.claim import Value
from ...proposal import sure
from .. import report
from ..form.mended import LONGEST_VALUE
from ..form.schema import Proposed
from ..prompt import FORMATS, MODALITIES, predicates
from .unsupported import Unsupported

HIGHEST, UNSAID_CONFIDENCE = 0.8, 0.5
"""A model's own confidence counts up to the first; where it gives none the second stands."""
LONGEST_QUOTE, LONGEST_WORD, MOST_NAMES = 600, 60, 20
MEETING = re.compile(r"M[1-9][0-9]{0,2}")
LOOSE_MEETING = re.compile(r"(?:m|meeting)[ _-]?([1-9][0-9]{0,2})", re.IGNORECASE)

_VERB = re.compile(r"[^\W\d_]+(?:_[^\W\d_]+){0,4}")
_PREDICATES = predicates()
_NO_WORDS = frozenset({"", "null", "none", "n/a"})


def check_words(proposed: Proposed) -> None:
    """The words of the closed lists, and nothing in a value that steers a terminal or fills a page."""
    proposed.predicate = re.sub(r"[\s-]+", "_", proposed.predicate)
    closed = _PREDICATES.get(proposed.type)
    fits = closed is not None and (proposed.predicate in closed if closed else _VERB.fullmatch(proposed.predicate))
    if not fits or proposed.modality not in MODALITIES:
        raise Unsupported(report.WORD)
    values = proposed.value if isinstance(proposed.value, list) else [proposed.value]
    qualifiers = [text for q in proposed.qualifiers for text in (q.name, q.value)]
    optional = (proposed.meeting, proposed.for_party, proposed.issue, proposed.hedge)
    texts = (
        proposed.subject,
        proposed.predicate,
        *values,
        *qualifiers,
        *proposed.attributed_to,
        *filter(None, optional),
    )
    words = (proposed.predicate, proposed.issue or "", *(q.name for q in proposed.qualifiers))
    if not all(text.isprintable() and len(text) <= LONGEST_VALUE for text in texts):
        raise Unsupported(report.CONTROL)
    if len(texts) > 4 * MOST_NAMES or any(len(word) > LONGEST_WORD for word in words):
        raise Unsupported(report.CONTROL)


def some(names: list[str]) -> list[str]:
    """The names of a list, without empty ones."""
    found = [name.strip() for name in names if name.strip()]
    if not found:
        raise Unsupported(report.FORM)
    return found


def meeting(given: str) -> str:
    """The id of a meeting, in whatever letters it is written."""
    match = LOOSE_MEETING.fullmatch(given.strip())
    if match is None:
        raise Unsupported(report.MEETING)
    meeting = f"M{match[1]}"
    assert MEETING.fullmatch(meeting), meeting
    return meeting


def format_(given: str) -> str:
    """A format of the table."""
    found = re.sub(r"[\s_-]+", " ", given.lower())
    if found not in FORMATS:
        raise Unsupported(report.WORD)
    return found


def said(given: str | None) -> str | None:
    """What stands in an optional key; models write `null` and `none` for nothing."""
    return None if given is None or given.strip().lower() in _NO_WORDS else given.strip()


def confidence(given: float | None) -> Decimal:
    """How sure a model is, as far as that counts."""
    return sure(min(HIGHEST, UNSAID_CONFIDENCE if given is None else given))


def joined(value: Value) -> str:
    """A value as one text."""
    return "; ".join(value) if isinstance(value, tuple) else str(value)
