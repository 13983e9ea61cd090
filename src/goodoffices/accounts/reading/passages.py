"""A report taken apart once: its sentences, their clauses, and the words of each under the keys by which they are compared."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from ...language.days.printed import day_of_print
from ...language.days.reading import Dated, days
from ...language.folding import Span
from ...language.hedging import marks
from ...language.sentences import Sentence, sentences
from ...language.stems import meaning, stem
from ...language.transliteration import spelling
from ...language.wording import words as words_of
from ..words import MEETING, NEXT, ROLES, class_of
from ..words.meanings import meaning_of, takes_two
from .known import Known

LONGEST = 400
"""Words of a sentence that are looked at; what is longer is no sentence."""
LETTERS = 6
"""Letters by which words of no listed meaning are compared: `member` and `membership`, `elect` and `election` are one."""
_STOP = frozenset(
    "a an the of in on at to for from by with and or as is are was were be been being it its his her their our your my they he she we i you who "
    "whom which that this these those there has have had will would shall should may might can could do does did so than then into over about "
    "around under up out more most very also only but if when where while after before during until since through between against both all "
    "any some such other another one own not no nor mr mrs ms said says say told tell s what how why them him us me too just still yet now "
    "і й та у в на з до за що як це не про від для при по під після але а чи його її їх він вона вони ми який яка яке які яких "
    "и в во на с со к ко за что как это не о об от для при по под после но а или его её их он она они мы который которая которое которые "
    "ve ile bir bu da de için olan olarak ki o çok daha sonra kadar göre ise ancak ama".split()
)
# Where a new thought begins within a sentence.
_CUTS: Mapping[str, str] = {
    "en": r"[;:—–]\s|\s-\s|,(?=\s(?:and|but|while|whereas|although|though|which|who|where|whose|when|as|after|before)\b)"
    r"|\s(?=(?:and|but)\s(?:it|they|he|she|we|the|its|their|his|her|by|for|that|said|warned|added)\b)",
    "uk": r"[;:—–]\s|,(?=\s(?:а|але|та|і|й|який|яка|яке|які|тоді|проте|хоча|коли)\b)",
    "ru": r"[;:—–]\s|,(?=\s(?:а|но|и|который|которая|которое|которые|тогда|однако|хотя|когда)\b)",
    "tr": r"[;:—–]\s|,",
}
_SHORTEST = 3
"""Words of a clause at least; shorter ones stay with the one before."""
_CAPITAL = re.compile(r"(?=[^\W\d_])[A-ZÀ-ÖØ-ÞĀ-ž\u0370-\u03ff\u0400-\u042f\u0490ІЇЄҐİŞĞÇÖÜ]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the key under which it is compared; an empty key says nothing by itself."""

    start: int
    end: int
    key: str
    folded: str
    capital: bool
    number: bool
    sense: str = ""
    """The line of meanings in which it stands."""


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence of a report."""

    source: str
    number: int
    start: int
    end: int
    text: str
    language: str
    tokens: tuple[Token, ...]
    clauses: tuple[Span, ...]
    heading: bool
    days: tuple[Dated, ...]
    """With places in the whole text."""
    memo: dict[str, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it is about."""
        return frozenset(t.key for t in self.tokens if t.key)

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of its names."""
        return frozenset(t.key for t in self.tokens if t.key.startswith("="))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its pairs of words that stand side by side."""
        said = [t.key for t in self.tokens if t.key]
        return frozenset(f"{a} {b}" for a, b in itertools.pairwise(said) if a != b)

    @cached_property
    def denials(self) -> tuple[Span, ...]:
        """The words of denial in it, with places in the whole text."""
        found = marks(self.text, self.language)
        return tuple(Span(self.start + m.start, self.start + m.end) for m in found if m.kind == "denial")

    def clause_at(self, place: int) -> Span:
        """The clause in which a place of the text stands."""
        return next((c for c in self.clauses if place < c.end), self.clauses[-1])

    def keys_in(self, span: Span, without: Span | None = None) -> frozenset[str]:
        """What a stretch of it is about."""
        asked = f"keys {span.start} {span.end} {without}"
        if asked not in self.memo:
            self.memo[asked] = frozenset(
                t.key
                for t in self.tokens
                if t.key
                and span.start <= t.start < span.end
                and not (without and without.start <= t.start < without.end)
            )
        found: frozenset[str] = self.memo[asked]
        return found


@dataclass(frozen=True, eq=False)
class Account:
    """A report taken apart."""

    id: str
    text: str
    language: str
    passages: tuple[Passage, ...]
    printed: str | None = None
    frequency: Mapping[str, int] = field(default_factory=dict, repr=False)
    """In how many of its sentences a key stands."""
    memo: dict[str, Any] = field(default_factory=dict, repr=False)


def account(id_: str, text: str, language: str, known: Known, anchor: date | None = None) -> Account:
    """Take a report apart; `anchor` gives the year where it names none."""
    print_day = day_of_print(text, language) or _dateline(text, days(text, anchor, language))
    own = date.fromisoformat(print_day.day) if print_day and len(print_day.day) == 10 else None
    found = days(text, own or anchor, language)
    if print_day:
        found = [d for d in found if d.start != print_day.start]
    else:  # which Monday, nobody can tell
        found = [d for d in found if _MONTHED.search(text, d.start, d.end)]
    passages = tuple(_passage(id_, s, language, found, known) for s in sentences(text, language))
    frequency = Counter(key for p in passages for key in p.keys | p.pairs)
    return Account(id_, text, language, passages, print_day.day if print_day else None, frequency)


# A day that says its month: which Monday, which `17th`, nobody can tell without the day of print.
_MONTHED = re.compile(
    r"\d[./-]\d|(?<![^\W\d])\d{1,2}\S* (?:of )?\S*[^\W\d]{3}|(?<!\w)(?!the )[^\W\d]{3}\S* \d|^[^\W\d]{3}"
)


def _dateline(text: str, found: list[Dated]) -> Dated | None:
    """The day of print as bulletins and radio have it: `Bulletin no. 14, 20 June 2030.`, `(Radio Hasli, 21 June)`."""
    first = found[0] if found else None
    if first is None or first.start > 120 or len(first.day) != 10:
        return None
    before = text[: first.start]
    title = before.strip().count("\n\n") <= 1
    if title and re.search(r"(?:^|\n)[^\n.]*,\s$", before) and re.match(r"\s*\n", text[first.end :]):
        return first  # `Statement of the delegation, Kelmarsk, 15 May 2031` on a line of its own, with or without a title above
    if "\n\n" in before.strip():
        return None
    if sum(w.islower() for w in before.split()) > 2:
        return None
    opens = re.search(r"[,(]\s?$", before) or not before.strip()
    return first if opens and re.match(r"\s?[.),(:–—\n-]", text[first.end : first.end + 3]) else None


def _passage(id_: str, s: Sentence, language: str, found: list[Dated], known: Known) -> Passage:
    said = {s.start + m.start(): f"@{name}" for name, found_ in _classes(language) for m in found_.finditer(s.text)}
    tokens = tuple(_tokens(s, language, known))[:LONGEST]
    here = tuple(d for d in found if s.start <= d.start and d.end <= s.end)
    # A day is an answer, not what a sentence is about; nor is the month in it.
    dated = {t.start for t in tokens if any(d.start <= t.start < d.end for d in here)}
    tokens = tuple(replace(t, key="" if t.start in dated else said.get(t.start, t.key)) for t in tokens)
    return Passage(id_, s.number, s.start, s.end, s.text, language, tokens, _clauses(s, language), s.heading, here)


@lru_cache(maxsize=8)
def _classes(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Words that are compared as one, whatever word a report chose for a role, for meeting, for meeting again."""
    tables = {"meeting": MEETING, "next": NEXT, **ROLES}
    return tuple((name, class_of(table, language)) for name, table in tables.items())


def _tokens(s: Sentence, language: str, known: Known) -> Iterator[Token]:
    first, taken = True, False
    said = list(words_of(s.text, language))
    for word, following in itertools.zip_longest(said, said[1:]):
        printed = s.text[word.start : word.end]
        plain = word.folded.removesuffix("'s").removesuffix("'")
        capital = _CAPITAL.match(printed) is not None
        number = any(map(str.isdigit, plain))
        head = plain.split("'")[0].split("’")[0]
        name = capital and head not in known.lower and (not first or head in known.upper)
        after = following.folded if following else ""
        sense = "" if name or taken or plain in known.names else meaning_of(plain, after, language) or ""
        taken = bool(sense) and takes_two(plain, after, language)
        key = sense or _key(plain, word.stem, language, name, known.names)
        yield Token(
            s.start + word.start,
            s.start + word.end,
            key if not number else f"#{plain}" if len(plain) == 4 else "",
            plain,
            capital,
            number,
            sense,
        )
        first = False


def _key(plain: str, stemmed: str, language: str, name: bool, names: Mapping[str, str]) -> str:
    if plain in names:
        return "=" + spelling(stem(names[plain], language) if language in ("uk", "ru") else names[plain])
    if plain in _STOP or len(plain) < 2:
        return ""
    if name:
        # A report in another alphabet has the name's letters only; the endings of cases go first.
        return "=" + spelling(stemmed if language in ("uk", "ru") else plain.split("'")[0])
    return (meaning(plain) if language == "en" else stemmed or stem(plain, language))[:LETTERS]


def _clauses(s: Sentence, language: str) -> tuple[Span, ...]:
    cuts = [0, *(m.end() for m in re.finditer(_CUTS.get(language, _CUTS["en"]), s.text)), len(s.text)]
    spans: list[Span] = []
    for start, end in itertools.pairwise(cuts):
        if spans and len(s.text[start:end].split()) < _SHORTEST:
            spans[-1] = Span(spans[-1].start, s.start + end)
        elif end > start:
            spans.append(Span(s.start + start, s.start + end))
    return tuple(spans) or (Span(s.start, s.end),)
