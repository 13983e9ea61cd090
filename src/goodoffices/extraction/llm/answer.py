"""What a model wrote: JSON, mended where only its dress is wrong, then claim by claim held against the words it quotes."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from pydantic import ValidationError

from ...case.kinds import SPEAKS_FOR
from ...language.folding import Span
from ...language.sentences import sentence_around
from ...record import NARRATOR, Claim, Form, family_of, one_form, undecided
from ...record.claim import ClaimType, Modality, Value
from ...record.predicates import ANY_VERB
from ..proposal import Text, sure
from . import report
from .acts import Acts
from .denials import denial_lost
from .passages import Passages
from .prompt import FORMATS, MODALITIES, predicates
from .quotes import Folded, direct, without_marks
from .references import REACH
from .schema import CLAIMS, Proposed
from .support import MEETING, NOBODY, Quoted, Unsupported, Words, chain

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
OF_MEETINGS = frozenset({"mediation", "attendance", "absence"})
"""Types whose value is a meeting."""
_OWN_PART = OF_MEETINGS | {"person_post", "delegation", "signature"}
_TOGETHER = re.compile(r"\b[Ii]t (?:was|is|has been) (?:agreed|decided|resolved)\b")
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
    """Holds the claims of a model against one text; `dropped` counts what was taken from claims that stand."""

    def __init__(self, given: Text) -> None:
        self._source, self._text = given.source, given.text
        self._folded, self._words = Folded(given.text), Words(given)
        self._passages = Passages(given)
        self._acts = Acts(self._words.references, self._words.printed)
        self.dropped: Counter[str] = Counter()

    def claim(self, item: object, piece: Span) -> Claim:
        """The claim as a proposal; `Unsupported` where its words do not carry it."""
        claim, dropped = self._proved(item, piece)
        self.dropped += dropped
        return claim

    def _proved(self, item: object, piece: Span) -> tuple[Claim, Counter[str]]:
        try:
            proposed = Proposed.model_validate(item)
        except (ValidationError, RecursionError):
            raise Unsupported(report.FORM) from None
        _check_words(proposed)
        quoted = self._quoted(proposed, piece)
        value = self._value(proposed, quoted)
        if denial_lost(quoted.quote.of(self._text), _joined(value), proposed.predicate, proposed.modality):
            raise Unsupported(report.DENIAL)
        bare, dropped = self._bare(proposed, quoted, value), Counter[str]()
        return replace(bare, **self._rest(proposed, quoted, dropped)), dropped

    def learn(self, found: Iterable[object], piece: Span) -> None:
        """Take from the claims of an answer who speaks for whom and who is what, as far as these are proved themselves."""
        for item in found:
            kind = item.get("type") if isinstance(item, dict) else None
            if kind in ("delegation", "person_post"):
                with suppress(Unsupported):
                    claim = self._proved(item, piece)[0]
                    seat = claim.value if claim.predicate in SPEAKS_FOR else claim.for_party
                    post = str(claim.value) if claim.type == "person_post" else None
                    self._words.references.learn(claim.subject, str(seat) if seat else None, post)

    def _quoted(self, proposed: Proposed, piece: Span) -> Quoted:
        quote = self._place(proposed.quote, proposed.passage, piece)
        around = sentence_around(self._text, quote)
        if not (also := _said(proposed.also)):
            return Quoted(quote, around)
        # Nobody has to say which of two places of a second stretch is meant: the nearer one is.
        found = self._found(also, piece)
        if not found:
            raise Unsupported(report.NO_QUOTE)
        near = min(found, key=lambda span: abs(span.start - quote.start))
        if proposed.type != "signature" and not -REACH <= near.start - quote.start <= REACH:
            return Quoted(quote, around)
        return Quoted(quote, around, near, sentence_around(self._text, near))

    def _found(self, quote: str, piece: Span) -> list[Span]:
        if len(quote) > LONGEST_QUOTE:
            raise Unsupported(report.LONG_QUOTE)
        return self._folded.find(quote, piece) or self._folded.find(without_marks(quote), piece)

    def _place(self, quote: str, passage: int | None, piece: Span) -> Span:
        """Where the quote stands: in the piece that the model has seen, once, or once in the passage that it names."""
        found = self._found(quote, piece)
        if len(found) > 1 and (named := self._passages.span(passage)):
            found = [f for f in found if named.holds(f)] or found
        if len(found) != 1:
            raise Unsupported(report.AMBIGUOUS if found else report.NO_QUOTE)
        return found[0]

    def _value(self, proposed: Proposed, quoted: Quoted) -> Value:
        kind = family_of(proposed.type, proposed.predicate).kind
        given = proposed.value
        if kind == "actors":
            names = given if isinstance(given, list) else re.split(r"\s*(?:;|,|\band\b)\s*", given)
            return tuple(self._met(name, quoted) for name in _some(names))
        value = ("; ".join(given) if isinstance(given, list) else given).strip()
        if not value:
            raise Unsupported(report.FORM)
        return self._typed(proposed, kind, value, quoted)

    def _met(self, name: str, quoted: Quoted) -> str:
        """Who met: where the quote itself names who did, he is one of them."""
        proved, references = self._words.name(name, quoted), self._words.references
        named = [m for quote in quoted.quotes for m in references.within(quote)]
        if len(named) > 1 and not any(references.speaks_for(m, name) for m in named):
            own = any(references.refers(name, quote) for quote in quoted.quotes)
            if not own and not any(self._words.printed.hints_at(name, quote) for quote in quoted.quotes):
                raise Unsupported(report.ANOTHER)
        return proved

    def _typed(self, proposed: Proposed, kind: str, value: str, quoted: Quoted) -> str:
        if kind == "sequence" or proposed.type in OF_MEETINGS:
            return _meeting(value)
        if proposed.type == "delegation" and kind == "role":
            return self._side(proposed, value, quoted)
        if proposed.predicate == "format":
            return self._words.format(_format(value), quoted.quote)
        if kind == "day":
            return self._words.day(value, quoted)
        if kind == "name":
            return self._words.place(value, quoted)
        return (
            self._words.post(value, quoted)
            if kind == "post"
            else self._words.value(value, quoted, proposed.type == "signature")
        )

    def _side(self, proposed: Proposed, value: str, quoted: Quoted) -> str:
        """The side for which somebody sits, or whom he accompanies."""
        side = self._named(value, quoted)
        if proposed.predicate != "accompanies" and self._acts.side_is_another(
            proposed.subject, value, quoted.quote, quoted.around
        ):
            raise Unsupported(report.ANOTHER)
        return side

    def _subject(self, proposed: Proposed, quoted: Quoted) -> str:
        given = proposed.subject.strip()
        if proposed.type == "meeting" or _LOOSE_MEETING.fullmatch(given):
            return _meeting(given)
        if given == NOBODY and proposed.type in ANY_VERB:
            return given
        if proposed.type in _OWN_PART and proposed.predicate != "numbers":
            subject = "; ".join(self._words.person(part, quoted) for part in _some(given.split(";")))
        else:
            together = proposed.type == "outcome" or _TOGETHER.search(quoted.quote.of(self._text))
            subject = self._agreeing(given, quoted) if together else self._named(given, quoted)
        if any(
            self._acts.is_of_another(proposed.type, part, quoted.quote, quoted.around) for part in subject.split("; ")
        ):
            raise Unsupported(report.ANOTHER)
        return subject

    def _agreeing(self, names: str, quoted: Quoted) -> str:
        """Of a result it need not stand beside it who came to it: `it was agreed`; they are those who talk."""
        parts = _some(names.split(";"))
        printed, references = self._words.printed, self._words.references
        if all(printed.find(part) or references.is_named(part) for part in parts):
            return "; ".join(self._words.printed.find(part) or part for part in parts)
        return self._named(names, quoted)

    def _named(self, name: str, quoted: Quoted) -> str:
        """A name; of several names, set apart by semicolons, each."""
        return "; ".join(self._words.name(part, quoted) for part in _some(name.split(";")))

    def _bare(self, proposed: Proposed, quoted: Quoted, value: Value) -> Claim:
        subject, span = self._subject(proposed, quoted), quoted.quote
        words = span.of(self._text)
        form = Form(cast(ClaimType, proposed.type), proposed.predicate, value, cast(Modality, proposed.modality))
        if form.type == "position" and undecided(words):
            raise Unsupported(report.DENIAL)  # `neither accepted nor rejected` carries neither
        form = one_form(form)
        also = f"with the words: {quoted.also.of(self._text)}" if quoted.also else None
        return Claim(
            id="", source=self._source, entered_by="", type=form.type, predicate=form.predicate, subject=subject,
            value=form.value, words=words, start=span.start, end=span.end, modality=form.modality, status="proposed",
            direct=direct(self._text, span), confidence=_confidence(proposed.confidence), note=also,
        )  # fmt: skip

    def _rest(self, proposed: Proposed, quoted: Quoted, dropped: Counter[str]) -> dict[str, Any]:
        """The optional keys: what is not proved is left out, a speaker left open; never the claim for their sake."""

        def proved(key: str, given: str | None, prove: Callable[[str], str]) -> str | None:
            if given is None:
                return None
            try:
                return prove(given)
            except Unsupported:
                dropped[key] += 1
                return None

        words, issue = self._words, _said(proposed.issue)
        wide = replace(quoted, quote=quoted.around)
        narrowed = {q.name: proved("qualifiers", q.value, lambda v: words.value(v, wide)) for q in proposed.qualifiers}
        return {
            "meeting": proved("meeting", _said(proposed.meeting), _meeting),
            "for_party": proved("for_party", _said(proposed.for_party), lambda n: words.name(n, quoted)),
            "issue": issue.lower() if issue else None,
            "hedge": proved("hedge", _said(proposed.hedge), lambda h: words.hedge(h, quoted)),
            "qualifiers": {name: value for name, value in narrowed.items() if value is not None},
            "attributed_to": self._speakers(proposed, quoted, proved),
        }

    def _speakers(self, proposed: Proposed, quoted: Quoted, proved: Callable[..., str | None]) -> tuple[str, ...]:
        names, opened = chain(proposed.attributed_to)
        found = [proved("attributed_to", n, lambda n: self._words.speaker(n, quoted)) for n in names[:MOST_NAMES]]
        return (NARRATOR, *filter(None, found), *(["?"] if opened or None in found else []))


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
