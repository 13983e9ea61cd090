"""The words of a sentence, small, with a sign in the place of every name: the cues speak of parties and not of letters."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...language.sentences import Sentence
from ..roster.reading import Roster
from ..roster.side import bare

_WORD = re.compile(r"\d[\d.,:/]*\d|[^\W_]+(?:[’'.&-][^\W_]+)*|[“”\"«»!?;:,()—–-]")
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december".split()
)
_SMALL = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million".split()
)
_BOTH = re.compile(
    r"\b(?:(?:the|both|two|all) )?(?:both|two|all|opposing|rival|warring) (?:of the )?(?:sides|parties|delegations|teams|governments|councils|boards|leaders|camps|neighbours|countries|ministers)\b"
    r"|\b[Tt]he (?:sides|parties|delegations|negotiators|delegates)\b|\b[Bb]oth\b",
    re.I,
)
MOST = 200
"""People whose names are looked for; a text with more is a list."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or the sign of a name, with its place in the text, and the name that the roster gives to who is meant."""

    text: str
    start: int
    end: int
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of the text that names somebody: `@p`, `@t`, `@b`, `@x`."""

    start: int
    end: int
    sign: str
    name: str | None


def named(text: str, roster: Roster) -> list[Named]:
    """Who is named where: the sides and their people, in the order of the text, none within another."""
    found = [*_sides(roster), *_people(text, roster)]
    found += [Named(m.start(), m.end(), "@b", None) for m in _BOTH.finditer(text)]
    kept: list[Named] = []
    for one in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _sides(roster: Roster) -> Iterator[Named]:
    third = {side.name for side in roster.seen.third}
    for one in roster.seen.named:
        yield Named(one.start, one.end, "@t" if one.name in third else "@p", one.name)


def _people(text: str, roster: Roster) -> Iterator[Named]:
    """People whose side is known, by full and by last name."""
    signs = {bare(name): "@p" for side in roster.seen.parties for name in side.names}
    signs |= {bare(name): "@t" for side in roster.seen.third for name in side.names}
    known: dict[str, tuple[str, str]] = {}
    for person in list(roster.cast.people.values())[:MOST]:
        sign = signs.get(bare(person.name)) or signs.get(bare(person.party or "")) or "@x"
        for form in (person.name, person.name.split()[-1]):
            known.setdefault(form, (sign, person.name))
    for match in _pattern(tuple(known)).finditer(text):
        sign, name = known[match[0]]
        yield Named(match.start(), match.end(), sign, name)


@lru_cache(maxsize=1)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def words(sentence: Sentence, names: Sequence[Named]) -> list[Word]:
    """The words and signs of a sentence in their order."""
    found: list[Word] = []
    at = bisect_left(names, sentence.start, key=lambda n: n.start)
    place = 0
    while at < len(names) and names[at].start < sentence.end:
        one = names[at]
        found += _plain(sentence, place, one.start - sentence.start)
        found.append(Word(one.sign, one.start, one.end, one.name))
        place = max(place, one.end - sentence.start)
        at += 1
    found += _plain(sentence, place, len(sentence.text))
    return found


def _plain(sentence: Sentence, first: int, last: int) -> Iterator[Word]:
    """Words that name none of them; a run of capitals that the roster does not know is one `@x`."""
    before = None
    for match in _WORD.finditer(sentence.text, first, last):
        sign = _sign(match[0], match.start() == 0)
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if sign == "@x" and before == "@x":
            continue
        before = sign
        yield Word(sign, start, end, match[0] if sign == "@x" else None)


def _sign(word: str, opens: bool) -> str:
    low = word.lower().replace("’", "'")
    if low in _DAYS and word[0].isupper():
        return "@d"
    if word[0].isdigit() or low in _SMALL:
        return "@n"
    if word[0].isupper() and not opens and low not in _KNOWN:
        return "@x"
    return low


_KNOWN = frozenset("i un eu african european union nations united security council a.m p.m".split())
"""Capitals that the cues know."""
