"""What a model wrote: JSON, mended where only its dress is wrong, then claim by claim held against the words it quotes."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from pydantic import ValidationError

from ...language.folding import Span
from ...language.sentences import sentence_around
from ...record import NARRATOR, Claim, Form, family_of, one_form, undecided
from ...record.claim import ClaimType, Modality, Value
from ..proposal import sure
from . import report
from .prompt import FORMATS, MODALITIES, predicates
from .quotes import Folded, direct, without_marks
from .schema import CLAIMS, Proposed
from .support import MEETING, Unsupported, Words, chain, denial_lost

HIGHEST, UNSAID_CONFIDENCE = 0.8, 0.5
"""A model's own confidence counts up to the first; where it gives none the second stands."""
LONGEST_QUOTE, LONGEST_VALUE, LONGEST_WORD, MOST_NAMES = 600, 300, 60, 20
TRIES = 20
"""Places of an answer at which JSON is looked for: a model may think aloud before it answers."""

_THOUGHTS = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+")|,(?=\s*[\]}])', re.DOTALL)
_VERB = re.compile(r"[^\W\d_]+(?:_[^\W\d_]+){0,4}")
_LOOSE_MEETING = re.compile(r"(?:m|meeting)[ _-]?([1-9][0-9]{0,2})", re.IGNORECASE)
_PREDICATES = predicates()
_OWN_PART = frozenset({"mediation", "attendance", "absence", "person_post", "delegation", "signature"})
_NO_WORDS = frozenset({"", "null", "none", "n/a"})


def items(content: str) -> list[Any] | None:
    """The claims of an answer as plain data; None where it holds no JSON of the asked form."""
    content = _THOUGHTS.sub("", content)
    # A bracket within a string that is no JSON would be tried as well; a bound keeps a row of brackets from costing minutes.
    starts = [m.start() for _, m in zip(range(TRIES), re.finditer(r"[{\[]", content), strict=False)]
    for start in starts:
        for candidate in (content[start:], _STRING_OR_COMMA.sub(lambda m: m[1] or "", content[start:])):
            found = _listed(_decoded(candidate))
            if found is not None:
                return found
    return None


def _decoded(text: str) -> object:
    try:
        return json.JSONDecoder(parse_constant=lambda _: None).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _listed(value: object) -> list[Any] | None:
    if isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list)]
        value = value.get(CLAIMS, lists[0] if len(lists) == 1 and len(value) == 1 else None)
    # A list of words is what a model thinks aloud, not an answer; an empty one is an answer.
    return value if isinstance(value, list) and (not value or any(isinstance(v, dict) for v in value)) else None


class Reader:
    """Holds the claims of a model against one text."""

    def __init__(self, source: str, text: str) -> None:
        self._source, self._text = source, text
        self._folded, self._words = Folded(text), Words(text)

    def claim(self, item: object, piece: Span) -> Claim:
        """The claim as a proposal; `Unsupported` where its words do not carry it."""
        try:
            proposed = Proposed.model_validate(item)
        except (ValidationError, RecursionError):
            raise Unsupported(report.FORM) from None
        _check_words(proposed)
        span = self._place(proposed, piece)
        around = sentence_around(self._text, span)
        value = self._value(proposed, span, around)
        if denial_lost(span.of(self._text), _joined(value), proposed.predicate, proposed.modality):
            raise Unsupported(report.DENIAL)
        return replace(self._bare(proposed, span, value), **self._rest(proposed, span, around))

    def _place(self, proposed: Proposed, piece: Span) -> Span:
        """Where the quote stands: in the piece that the model has seen, once, or once in the sentence that it names."""
        if len(proposed.quote) > LONGEST_QUOTE:
            raise Unsupported(report.LONG_QUOTE)
        found = self._folded.find(proposed.quote, piece) or self._folded.find(without_marks(proposed.quote), piece)
        if len(found) > 1 and proposed.sentence and len(proposed.sentence) <= 4 * LONGEST_QUOTE:
            named = self._folded.find(proposed.sentence, piece)
            found = [f for f in found if any(n.holds(f) for n in named)] or found
        if len(found) != 1:
            raise Unsupported(report.AMBIGUOUS if found else report.NO_QUOTE)
        return found[0]

    def _value(self, proposed: Proposed, span: Span, around: Span) -> Value:
        kind = family_of(proposed.type, proposed.predicate).kind
        given = proposed.value
        if kind == "actors":
            names = given if isinstance(given, list) else re.split(r"\s*(?:;|,|\band\b)\s*", given)
            return tuple(self._words.name(name, around) for name in _some(names))
        value = ("; ".join(given) if isinstance(given, list) else given).strip()
        if not value:
            raise Unsupported(report.FORM)
        return self._typed(proposed, kind, value, span, around)

    def _typed(self, proposed: Proposed, kind: str, value: str, span: Span, around: Span) -> str:
        if kind == "sequence" or proposed.type in {"mediation", "attendance", "absence"}:
            return _meeting(value)
        if proposed.type == "delegation":
            return self._named(value, around)
        if proposed.predicate == "format":
            return self._words.format(_format(value), span)
        if kind == "day":
            return self._words.day(value, around)
        if kind == "name":
            return self._words.place(value, around)
        return self._words.post(value, span) if kind == "post" else self._words.value(value, around, span)

    def _subject(self, proposed: Proposed, span: Span, around: Span) -> str:
        if proposed.type == "meeting" or _LOOSE_MEETING.fullmatch(proposed.subject.strip()):
            return _meeting(proposed.subject)
        if proposed.type in _OWN_PART:
            return "; ".join(self._words.person(part, around, span) for part in _some(proposed.subject.split(";")))
        return self._named(proposed.subject, around)

    def _named(self, name: str, around: Span) -> str:
        """A name; of several names, set apart by semicolons, each."""
        return "; ".join(self._words.name(part, around) for part in _some(name.split(";")))

    def _bare(self, proposed: Proposed, span: Span, value: Value) -> Claim:
        subject = self._subject(proposed, span, sentence_around(self._text, span))
        words = span.of(self._text)
        form = Form(cast(ClaimType, proposed.type), proposed.predicate, value, cast(Modality, proposed.modality))
        if form.type == "position" and undecided(words):
            raise Unsupported(report.DENIAL)  # `neither accepted nor rejected` carries neither
        form = one_form(form)
        return Claim(
            id="", source=self._source, entered_by="", type=form.type, predicate=form.predicate, subject=subject,
            value=form.value, words=words, start=span.start, end=span.end, modality=form.modality, status="proposed",
            direct=direct(self._text, span), confidence=_confidence(proposed.confidence),
        )  # fmt: skip

    def _rest(self, proposed: Proposed, span: Span, around: Span) -> dict[str, Any]:
        meeting, party = _said(proposed.meeting), _said(proposed.for_party)
        issue, hedge = _said(proposed.issue), _said(proposed.hedge)
        speakers, opened = chain(proposed.attributed_to)
        named = [self._words.speaker(name, span) for name in speakers[:MOST_NAMES]]
        return {
            "meeting": _meeting(meeting) if meeting else None,
            "for_party": self._words.name(party, around) if party else None,
            "issue": issue.lower() if issue else None,
            "hedge": self._words.hedge(hedge, around) if hedge else None,
            "qualifiers": {q.name: self._words.value(q.value, around, around) for q in proposed.qualifiers},
            "attributed_to": (NARRATOR, *named, *(["?"] if opened else [])),
        }


def numbered(claims: list[Claim], meetings: dict[str, str]) -> Iterator[Claim]:
    """The claims with the ids of their meetings exchanged."""
    for claim in claims:
        value = meetings.get(claim.value, claim.value) if isinstance(claim.value, str) else claim.value
        meeting = meetings.get(claim.meeting, claim.meeting) if claim.meeting else None
        yield replace(claim, subject=meetings.get(claim.subject, claim.subject), value=value, meeting=meeting)


def _check_words(proposed: Proposed) -> None:
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


def _some(names: list[str]) -> list[str]:
    found = [name.strip() for name in names if name.strip()]
    if not found:
        raise Unsupported(report.FORM)
    return found


def _meeting(given: str) -> str:
    match = _LOOSE_MEETING.fullmatch(given.strip())
    if match is None:
        raise Unsupported(report.MEETING)
    meeting = f"M{match[1]}"
    assert MEETING.fullmatch(meeting), meeting
    return meeting


def _format(given: str) -> str:
    found = re.sub(r"[\s_-]+", " ", given.lower())
    if found not in FORMATS:
        raise Unsupported(report.WORD)
    return found


def _said(given: str | None) -> str | None:
    """What stands in an optional key; models write `null` and `none` for nothing."""
    return None if given is None or given.strip().lower() in _NO_WORDS else given.strip()


def _confidence(given: float | None) -> Decimal:
    return sure(min(HIGHEST, UNSAID_CONFIDENCE if given is None else given))


def _joined(value: Value) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)
