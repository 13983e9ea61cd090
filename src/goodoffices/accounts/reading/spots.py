"""Places in a sentence: what stands after a preposition or under an ending of place, in a heading, or before `where we met`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...language.folding import Span
from ..words import VENUES_OF, pattern
from .passages import Passage

_STOP = (
    "and|with|which|who|that|to|from|by|after|before|for|where|while|until|between|over|about|since|during|when|as|but|or|because|had|has|was|were|is|are|have|will|would|so|if|than|then"
    "|they|we|he|she|it"
)
_ENGLISH = re.compile(
    rf"\b(?:in|at|aboard|on board|on|inside|under|beneath|beside|outside|behind|near|within|from|around)\s(?=(?P<what>(?:(?!(?:{_STOP})\b)[\w'’&-]++(?:\.(?=\s[A-Z]))?+\s?+){{1,8}}))"
    rf"|(?<![\w'’&-])(?P<where>(?:(?!(?:{_STOP})\b)[\w'’&-]++\s){{0,5}}(?!(?:{_STOP})\b)[\w'’&-]++),?\swhere\s(?:we|they|the)\b",
    re.I,
)
# Up to four words after the preposition: `у сільській школі`, `в здании таможни`.
_SLAVIC_STOP = r"(?:і|й|та|и|а|але|но|з|із|зі|с|со|за|до|від|от|про|о|об|по|для|що|что|як|как|після|после|під|перед|через|между|між|не|опять|знову|снова|весь)"
_SLAVIC = re.compile(
    rf"(?<!\w)(?:у|в|во|на|під|біля|коло|при|за|под|возле|около|близ|від|от|из|до)\s(?=(?P<what>(?:(?!{_SLAVIC_STOP}\s)[^\W\d][\w'’ʼ«»\"-]*+\s?+){{1,4}}))",
    re.I,
)
_TURKISH = re.compile(r"(?<![\w'’])(?P<what>(?:[^\W\d][\w'’]*+\s){0,1}[^\W\d][\w'’]*(?:[dt][ae]))(?![\w'’])")
_FOUND: Mapping[str, re.Pattern[str]] = {"en": _ENGLISH, "uk": _SLAVIC, "ru": _SLAVIC, "tr": _TURKISH}
_PARTS = re.compile(r"(?:^|[,;|(\n]|[:–-]\s)\s*(?P<what>[^,;|(\n:]{3,60})")
_LABEL = re.compile(r"^\W*\d*\W*(?:Venue|Place|Location|Where|Held at|Місце|Место|Yer)\s?[:–-]", re.I | re.M)
_LAST = re.compile(r"\s(?:on|in|at|of)\s$", re.I)
_JOINED = re.compile(r"\b(?:in|at|on|aboard)\b", re.I)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a sentence names."""

    passage: Passage
    span: Span
    what: str
    """Its words without the preposition."""
    form: str
    """The preposition, `where`, or `head` for a part of a heading, `label` where the heading says that it is the place."""


def spots(p: Passage) -> Iterator[Spot]:
    """The places that a sentence may name, in its order."""
    found = _FOUND.get(p.language)
    for m in found.finditer(p.text) if found else ():
        group = "what" if m["what"] else "where"
        start, end = m.start(group), _before_day(p, m.start(group), m.end(group))
        form = m[0].split()[0].lower() if group == "what" and p.language != "tr" else group
        if start < end:
            begin = m.start() if p.language == "en" else start
            yield Spot(p, Span(p.start + begin, p.start + end), p.text[start:end], form)
    label = _LABEL.search(p.text) is not None
    if p.heading or label or (p.number < 2 and not p.text.rstrip().endswith((".", "!", "?"))):
        yield from _of_heading(p, label)


def _of_heading(p: Passage, label: bool) -> Iterator[Spot]:
    if p.language not in VENUES_OF:
        return
    venue = pattern(VENUES_OF[p.language])
    for m in _PARTS.finditer(p.text):
        if venue.search(m["what"]) and not (p.language == "en" and _JOINED.search(m["what"])):
            span = Span(p.start + m.start("what"), p.start + m.end("what"))
            yield Spot(p, span, m["what"], "label" if label else "head")


def _before_day(p: Passage, start: int, end: int) -> int:
    """Where a place ends after which a day stands: `in Torvik on 3 June`; `in the second half of June` is none."""
    day = min((d.start - p.start for d in p.days if start <= d.start - p.start < end), default=end)
    if day < end and p.text[:day].lower().endswith("of "):
        return start
    return start + len(_LAST.sub("", p.text[start:day]).rstrip())
