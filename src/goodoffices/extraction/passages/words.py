"""The words of a sentence, small, with a sign in the place of every name: the cues speak of parties and not of letters."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ...language.sentences import Sentence
from ..roster.lexicon import KINDS
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
_BODIES = "sides|parties|delegations|teams|governments|councils|boards|leaders|camps|neighbours|countries|ministers"
_BOTH = re.compile(
    rf"\b(?:(?:the|both|two|all) )?(?:both|two|all|opposing|rival|warring) (?:of the )?(?:{_BODIES})\b"
    r"|\bthe (?:sides|parties|delegations|negotiators|delegates)\b|\bboth\b",
    re.I,
)
MOST = 200
"""People whose names are looked for; a text with more is a list."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or the sign of a name, with its place in the text, and the name that the roster gives to who is meant."""

    text: str
    """As the cues read it: small, or a sign."""
    start: int
    end: int
    name: str | None = None
    sign: str = ""
    """Of who can act: `@p` a party, `@t` who helps, `@b` both, `@r` who is named often, `@k` a kind of body, `@x` another name."""
    key: str = ""
    """By what a name that the roster does not know is counted."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of the text that names somebody: `@p`, `@t`, `@b`, `@x`."""

    start: int
    end: int
    sign: str
    name: str | None
    person: bool = False


def named(text: str, roster: Roster) -> list[Named]:
    """Who is named where, in the order of the text; of two that overlap a person stays, else the first."""
    both = (Named(m.start(), m.end(), "@b", None) for m in _BOTH.finditer(text))
    found = sorted([*_people(text, roster), *_sides(roster), *both], key=lambda n: (n.start, -n.end))
    kept: list[Named] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if not (one.person and not kept[-1].person):
                continue
            kept.pop()
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
        yield Named(match.start(), match.end(), sign, name, True)


@lru_cache(maxsize=1)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


RECURS = 3
"""Sentences in which a name stands that the roster does not know, from which it is taken for one of those who matter: `@r`."""
_KNOWN = frozenset("i un eu african european union nations united security council a.m p.m".split())
"""Capitals that the cues know."""
_CAPITAL = re.compile(r"(?<=[a-z,;] )(?:the )?([A-Z][\w’'-]+)")


def words_of(text: str, parts: Sequence[Sentence], roster: Roster) -> list[list[Word]]:
    """The words and signs of every sentence."""
    names = named(text, roster)
    capitals = frozenset(match[1] for match in _CAPITAL.finditer(text))
    found = [_words(part, names, capitals) for part in parts]
    often = Counter(key for said in found for key in {word.key for word in said if word.key})
    recurring = {key for key, number in often.items() if number >= RECURS}
    return [[_recurring(word) if word.key in recurring else word for word in said] for said in found]


def _recurring(word: Word) -> Word:
    return replace(word, sign="@r", text="@p" if word.sign == "@x" else word.text)


def _words(sentence: Sentence, names: Sequence[Named], capitals: frozenset[str]) -> list[Word]:
    found: list[Word] = []
    at = bisect_left(names, sentence.start, key=lambda n: n.start)
    place = 0
    while at < len(names) and names[at].start < sentence.end:
        one = names[at]
        found += _plain(sentence, place, one.start - sentence.start, capitals)
        key = sentence.text[: one.end - sentence.start].split()[-1] if one.sign == "@x" else ""
        found.append(Word(one.sign, one.start, one.end, one.name, one.sign, key))
        place = max(place, one.end - sentence.start)
        at += 1
    return found + _plain(sentence, place, len(sentence.text), capitals)


def _plain(sentence: Sentence, first: int, last: int, capitals: frozenset[str]) -> list[Word]:
    """Words that name nobody whom the roster knows; a run of capitals is one `@x`."""
    found: list[Word] = []
    for match in _WORD.finditer(sentence.text, first, last):
        word, (start, end) = match[0], (sentence.start + match.start(), sentence.start + match.end())
        form = _form(word, word not in capitals and first == 0 and _opens(found))
        if form == "@x" and found and found[-1].text == "@x" and sentence.text[match.start() - 1] == " ":
            found[-1] = replace(found[-1], end=end, name=f"{found[-1].name} {word}", key=word)
        elif form == "@x":
            found.append(Word(form, start, end, word, form, re.split("[’']", word)[0]))
        elif form in KINDS and found and found[-1].text in ("the", "its"):
            found.append(Word(form, start, end, word, "@k", form))
        else:
            found.append(Word(form, start, end))
    return found


def _opens(before: Sequence[Word]) -> bool:
    """Whether a word opens its sentence, or a quotation: behind the time of a live blog, the number of an item, a mark."""
    return (
        not before
        or before[-1].text in _MARKS
        or all(word.text == "@n" or not word.text[0].isalpha() for word in before)
    )


_MARKS = frozenset('“"«:(')


def _form(word: str, opens: bool) -> str:
    low = word.lower().replace("’", "'")
    if low in _DAYS and word[0].isupper():
        return "@d"
    if word[0].isdigit() or low in _SMALL:
        return "@n"
    return "@x" if word[0].isupper() and not opens and low not in _KNOWN else low
