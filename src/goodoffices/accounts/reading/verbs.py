"""Verbs by their form alone: which word of a clause may be one, under the key of its first form, and whether it lies ahead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...language.folding import Span
from ...language.stems import meaning
from .once import once
from .passages import LETTERS, Passage, Token

# Past forms that no ending shows, each with its first form.
_IRREGULAR = {
    past: meaning(base)[:LETTERS]
    for base, several in {
        "give": "gave given", "take": "took taken", "shoot": "shot", "strike": "struck stricken", "hit": "hit", "beat": "beat beaten",
        "fight": "fought", "lead": "led", "leave": "left", "send": "sent", "sell": "sold", "pay": "paid", "lend": "lent",
        "write": "wrote written", "tell": "told", "bring": "brought", "catch": "caught", "drive": "drove driven", "hold": "held",
        "keep": "kept", "meet": "met", "run": "ran", "shut": "shut", "steal": "stole stolen", "throw": "threw thrown", "win": "won",
        "lose": "lost", "build": "built", "buy": "bought", "choose": "chose chosen", "cut": "cut", "draw": "drew drawn", "feed": "fed",
        "find": "found", "get": "got", "hide": "hid hidden", "hurt": "hurt", "lay": "laid", "put": "put", "read": "read", "see": "saw seen",
        "seek": "sought", "shake": "shook shaken", "speak": "spoke spoken", "teach": "taught", "tear": "tore torn", "begin": "began begun",
        "break": "broke broken", "come": "came", "go": "went gone", "fall": "fell fallen", "rise": "rose risen", "sit": "sat", "set": "set",
        "owe": "owed", "withdraw": "withdrew withdrawn", "overrun": "overran", "bite": "bit bitten", "blow": "blew blown", "burn": "burnt",
        "deal": "dealt", "forgive": "forgave forgiven", "grow": "grew grown", "spend": "spent", "swear": "swore sworn", "sue": "sued",
        "hear": "heard", "step": "stepped", "stop": "stopped", "ram": "rammed", "free": "freed", "ride": "rode ridden", "sink": "sank sunk", "do": "did done",
    }.items()
    for past in several.split()
}  # fmt: skip
_AHEAD = {
    "en": r"\b(?:will|shall|won['’]t|(?:is|are|was|were)(?: due| set| expected| scheduled| supposed)? to|going to|plans? to|planned to|intends? to|expects? to"
    r"|hopes? to|yet to|due to|would)\s(?:(?:\w+ly|also|now|then|soon|both|all|not)\s)?(?:be\s|have\s)?(?P<verb>[\w'’-]+)",
}
_VERBAL = re.compile(
    r"\b(?:will|to|has|have|had|did|would|must|can|could|may|might|shall|should|not|they|he|she|who|which|we|it|never|then|also|been|was|were|is|are|be)\s$",
    re.I,
)
_SLAVIC = {
    "uk": re.compile(r"[а-яіїєґ'’]{2,}(?:в|ла|ло|ли|ть|ють|ять|єть)$"),
    "ru": re.compile(r"[а-яё]{2,}(?:л|ла|ло|ли|ет|ит|ют|ат|ят|ут)$"),
}
_ENDED = re.compile(r"[a-z]{2,}(?:ed|es|s|ing)$")


_INFINITIVE = re.compile(r"(?:ти|ть|тись|ться|тися)$")


@dataclass(frozen=True, slots=True)
class Verb:
    """A word that may be a verb."""

    span: Span
    key: str
    ahead: bool
    """Whether it tells what is still to come."""
    past: bool
    """Whether its form is one of the past."""


@once
def verbs(p: Passage) -> tuple[Verb, ...]:
    """The words of a sentence that may be verbs, in their order; names and words without a meaning of their own are none."""
    if p.language == "tr":
        return tuple(_turkish(p))
    return tuple(_english(p)) if p.language == "en" else tuple(_slavic(p)) if p.language in _SLAVIC else ()


def _english(p: Passage) -> Iterator[Verb]:
    ahead = {p.start + m.start("verb") for m in re.finditer(_AHEAD["en"], p.text, re.I)}
    for t in p.tokens:
        if not t.key or t.number or t.key.startswith("="):
            continue
        past = t.folded in _IRREGULAR or t.folded.endswith("ed")
        if past or t.start in ahead or _verbal(p, t):
            yield Verb(Span(t.start, t.end), _key(t), t.start in ahead, past)


def _verbal(p: Passage, t: Token) -> bool:
    at = t.start - p.start
    return _ENDED.match(t.folded) is not None or _VERBAL.search(p.text, max(at - 8, 0), at) is not None


def _key(t: Token) -> str:
    if t.folded in _IRREGULAR:
        return _IRREGULAR[t.folded]
    return meaning(t.folded)[:LETTERS] if t.key.startswith("@") else t.key


_FINITE = re.compile(r"(?:[dt][ıiuü]|m[ıiuü]ş(?:t[ıiuü]r)?|yor|[ae]ca[kğ]|[ae]cakt[ıi]r|[ae]cekt[ıi]r)(?:l[ae]r|k|m)?$")
_TURKISH = 5
"""Letters of a Turkish verb that its endings leave alone."""


def _turkish(p: Passage) -> Iterator[Verb]:
    for t in p.tokens:
        if (
            t.key
            and not t.number
            and not t.key.startswith(("=", "@"))
            and len(t.folded) > _TURKISH
            and (m := _FINITE.search(t.folded))
        ):
            ahead = m[0].startswith(("ac", "ec", "aca", "ece"))
            yield Verb(Span(t.start, t.end), t.sense or t.folded[:_TURKISH], ahead, not ahead)


_INTENDS = re.compile(
    r"(?<!\w)(?:плану\w+|збира\w+ся|намір\w+|ма[єю]ть|обіця\w+|плани\w+|собира\w+ся|намер\w+|обеща\w+|должн\w+)\s(?:\w+\s)?$",
    re.I,
)


def _slavic(p: Passage) -> Iterator[Verb]:
    form = _SLAVIC[p.language]
    for t in p.tokens:
        if t.key and _INFINITIVE.search(t.folded) and _INTENDS.search(p.text, 0, t.start - p.start):
            yield Verb(Span(t.start, t.end), t.key, True, False)
            continue
        if t.key and not t.number and not t.key.startswith(("=", "@")) and form.match(t.folded):
            past = t.folded.endswith(("в", "ла", "ло", "ли", "л"))
            yield Verb(Span(t.start, t.end), t.key, not past, past)
