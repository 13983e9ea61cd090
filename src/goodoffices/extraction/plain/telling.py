"""How a statement is told: affirmed or denied, done or announced, on a condition; and by whom. Read from its own clause only."""

import re

from ...language.hedging import AIM, CONDITION, FUTURE, HEDGE, NEGATION, POSSIBLE
from ...record.claim import Modality
from .draft import Draft
from .scene import Scene
from .story import Story

_BORDER = re.compile(
    r"[;:—–]|, (?:but|while|whereas|although|though|and|which|who|so|yet)\b|\b(?:but|while|whereas|although)\b"
)


_REST = re.compile(r"[^\W_]{0,24}")


_PLACED = r"\b(?:in|at|near|outside) (?:the )?"
_BEFORE, _WITH_IT = re.compile(rf"{_PLACED}$", re.I), re.compile(_PLACED, re.I)


def is_where(text: str, start: int) -> bool:
    """Whether what begins here tells where somebody met, and not whom: `near Iceland's embassy`."""
    return _BEFORE.search(text[max(0, start - 12) : start]) is not None or _WITH_IT.match(text, start) is not None


def clause(masked: str, first: int, last: int) -> str:
    """The clause in which a stretch stands."""
    begin = 0
    for border in _BORDER.finditer(masked, 0, first):
        begin = border.end()
    stop = _BORDER.search(masked, last)
    return masked[begin : stop.start() if stop else len(masked)]


def modality(words: str) -> Modality:
    """How a clause puts what it says; the strongest mark decides."""
    if CONDITION.search(words):
        return "conditional"
    if HEDGE.search(words):
        return "hedged"
    if NEGATION.search(words):
        return "negated"
    if POSSIBLE.search(words):
        return "possible"
    if FUTURE.search(words):
        return "future"
    return "asserted"


_FRUITLESS = re.compile(
    r"\b(?:failed|fails|failing) to\b|\b(?:without|no) (?:\w+ )?(?:agreement|deal|result|breakthrough|accord|progress|settlement|compromise|success)\b"
    r"|(?:\bwithout (?:\w+ly )?(?!meeting|seeing|sitting|talking|coming)\w+ing\b|\b(?:did|do|could|can)(?: not|n['’]t) (?:agree|sign|settle|resolve|come to terms|bridge"
    r"|reach an?y?)\b)[^,;.]*",
    re.I,
)


_UNTRUE = re.compile(
    r"\b(?:(?:not|hardly|no longer) true|untrue|(?:is|was) false|(?:no ?(?:one|body)|none|few|neither)(?: [\w’'<>-]+){0,4} (?:believes?|says?|said|claims?|claimed|thinks?|thought)"
    r"|(?:did|does|do|has|have|had|could|would|will) ?(?:not|never|n['’]t) (?:say|said|claim|claimed|believe|believed|mean|meant|confirm|confirmed|announce|announced|suggest|suggested)"
    r"|(?:did|does|do|could|would)n['’]t (?:say|claim|believe|mean|confirm|announce|suggest)|den(?:y|ied|ies|ying)|no (?:sign|evidence|indication|proof|truth|word)|refuted|disputed|doubt(?:s|ed)?"
    r"|(?:wrong|mistaken|incorrect|inaccurate|fiction|nonsense)) (?:to (?:say|claim|write) |in (?:reports|the report|claims) )?that\b(?:(?!\b(?:but|and|while)\b)[^.;:])*$",
    re.I,
)


def untrue(masked: str, place: int) -> bool:
    """Whether what stands at a place is told only to be denied: `it is not true that ...`, `nobody said that ...`."""
    return _UNTRUE.search(masked[:place]) is not None


_WISHED = re.compile(
    r"\b(?:want\w*|call\w* for|demand\w*|ask\w*|hop(?:es?|ed|ing)|urg\w+|ready|willing|propos\w+|offer\w*|need\w*|refus\w+|reject\w*|oppos\w+"
    r"|seek\w*|plead\w* for|suggest\w*|invit\w+)(?: [\w’'-]+){0,4} $",
    re.I,
)


def wished(masked: str, place: int) -> bool:
    """Whether what stands at a place is what somebody wants, offers or refuses: `called for talks` tells of no meeting."""
    return _WISHED.search(masked[max(0, place - 90) : place]) is not None


_ANNOUNCED = re.compile(
    r"\bannounc\w+ (?:an?|the|another) (?:[\w-]+ ){0,3}?(?:talks|meetings?|rounds?|sessions?|summit|conference|dialogue|negotiations)\b", re.I
)  # fmt: skip


def held(words: str) -> Modality:
    """How a clause puts a meeting: one that brought no agreement was held all the same, one that is announced was not yet."""
    if _ANNOUNCED.search(words):
        return "future"
    return modality(_FRUITLESS.sub("", words))


def hedge(words: str) -> str | None:
    """The hedging word."""
    found = HEDGE.search(words)
    return found[1].lower() if found else None


def aim(words: str) -> bool:
    """Whether the words speak of what something is for."""
    return AIM.search(words) is not None


def draft(
    story: Story, scene: Scene, kind: str, subject: str, predicate: str, value: str | tuple[str, ...], span: tuple[int, int],
    rule: str, modality: Modality = "asserted", **more: object,
) -> Draft:  # fmt: skip
    """A proposal from a stretch of the masked text."""
    start, end = scene.span(*span)
    rest = _REST.match(story.text, end)
    if rest and rest[0] and story.text[end - 1].isalnum():
        # A pattern of limited length must not cut a word.
        if isinstance(value, str) and value and story.text[end - len(value) : end] == value:
            value += rest[0]
        end = rest.end()
    return Draft(kind, subject, predicate, value, start, end, rule, modality, **more)  # type: ignore[arg-type]
