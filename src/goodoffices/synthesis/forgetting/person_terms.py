"""Where a text names a person: in every spelling, inflected, in another alphabet, in part where the part is nobody else's.

1. The words of all the person's names are looked for, folded: capitals, accents, soft hyphens and joiners hide nothing.
2. A word alone is enough where nobody and nothing else of the case bears it; a given name that the texts also use as a common
   word needs the rest of the name beside it.
3. A word that another bears counts only beside another word, or the initial, of this person.
4. Too much is blacked out rather than too little: a case shows it before it is done.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from ...language.folding import Folded, Span, fold
from ...language.transliteration import latin, same_letters, script
from .tokens import Token, raw_ids, recalled, tokens, words

_PARTICLES = frozenset(
    "de del della der den van von zu zum al el bin ibn ben la le du da dos di the of and abu umm".split()
)
_SHORT = 3
"""Letters of the shortest word that is looked for alone."""
_INSIDE = 5
"""Letters from which on a name is found inside a longer word, as in an address or a handle."""
_ENDINGS = frozenset(
    "s es a u e i y em om am ie ow owi owie ego emu ym im ych ich ov ova ove ovi ovy ou oy oi ei ej un in en an na ne ye ya yi yu "
    "da de dan den nin nun la le ta te tan ten".split()
)
_OF_STEMS = frozenset("i y u e o a ie om ami ou oy ej ei ow am ach".split())
_VOWELS = "аяоеєиійыуюьїё"
_BEFORE_ABJAD = ("وال", "بال", "ال", "و", "ب", "ل", "ف", "ك", "ה", "ו", "ב", "ל", "מ", "ש")  # noqa: RUF001  # letters of two alphabets


@dataclass(frozen=True)
class PersonTerms:
    """What names one person."""

    id: str
    names: tuple[str, ...]
    others: frozenset[str] = frozenset()
    """Words of names that anybody or anything else of the case bears, folded."""
    common: frozenset[str] = frozenset()
    """Words that the texts use in small letters."""
    id_is_a_word: bool = False
    """Whether the id is also a word of the texts: then it tells nothing where it stands in a sentence."""
    _known: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)
    _found: dict[str, list[Span]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, text: str) -> list[Span]:
        """The stretches of a text that name the person, in its order."""
        return recalled(self._found, text, self._looked_for)

    def _looked_for(self, text: str) -> list[Span]:
        found = tokens(text)
        spans = [*self._named(text, found), *self._broken(text, found), *self._spaced(text, found)]
        spans += self._unspaced(text)
        if not self.id_is_a_word:
            spans += [span for span in raw_ids(text) if span.of(text) == self.id]
        return sorted(set(spans), key=lambda span: (span.start, span.end))

    def in_comment(self, text: str) -> bool:
        """Whether a comment speaks of the person."""
        return bool(self.find(text)) or any(span.of(text) == self.id for span in raw_ids(text))

    @property
    def parts(self) -> frozenset[str]:
        """The words of the names that are looked for."""
        return _parts(self.names)

    @property
    def _last(self) -> frozenset[str]:
        return frozenset(row[-1] for name in self.names if (row := [w for w in words(name) if w in self.parts]))

    def _named(self, text: str, found: list[Token]) -> Iterator[Span]:
        parts = [self._part(text, token) for token in found]
        for number, (token, part) in enumerate(zip(found, parts, strict=True)):
            if part is None:
                continue
            beside = list(self._beside(text, found, parts, number))
            if self._enough(part) or beside:
                yield token.span
                yield from beside

    def _enough(self, part: str) -> bool:
        return part not in self.others and (part not in self.common or part in self._last)

    def _beside(self, text: str, found: list[Token], parts: list[str | None], number: int) -> Iterator[Span]:
        """Another word of the name, or an initial of it, next to this one."""
        initials = {part[0] for part in self.parts}
        for step in (-1, 1):
            at = number + step
            while 0 <= at < len(found) and _near(text, found, at - max(step, 0)):
                word, other = found[at].word, parts[at]
                an_initial = step < 0 and len(word) == 1 and word in initials
                if not an_initial and other in (None, parts[number]):
                    break
                yield found[at].span
                at += step

    def _part(self, text: str, token: Token) -> str | None:
        """The word of the name that a word of the text is, in whichever form."""
        capital = text[token.span.start].isupper() or not text[token.span.start].islower()
        key = f"{token.word}{'+' if capital else '-'}"
        if key not in self._known:
            self._known[key] = next((p for p in sorted(self.parts) if self._is_form(token.word, p, capital)), None)
        return self._known[key]

    def _is_form(self, word: str, part: str, capital: bool) -> bool:
        if part in self.common:  # "stone", "Stonehenge": no name
            return capital and (word == part or _inflected(word, part))
        return _is_form(word, part, capital=capital)

    def _unspaced(self, text: str) -> Iterator[Span]:
        """A name in a script that sets no space between words: it is found whole."""
        names = {fold(name) for name in self.names if script(name) == "other"}
        if names:
            folded = Folded.of(text)
            for found in re.finditer("|".join(map(re.escape, sorted(names, key=len, reverse=True))), folded.letters):
                yield folded.span(found.start(), found.end())

    def _broken(self, text: str, found: list[Token]) -> Iterator[Span]:
        """A name broken at the end of a line."""
        for one, other in pairwise(found):
            between = text[one.span.end : other.span.start]
            if "\n" in between and between.strip() in ("-", "\u2010", "\u00ac"):
                whole = one.word + other.word
                if any(_is_form(whole, p, capital=True) and self._enough(p) for p in self.parts):
                    yield one.span
                    yield other.span

    def _spaced(self, text: str, found: list[Token]) -> Iterator[Span]:
        """A name whose letters stand apart, as in a title: K O R V I N."""
        run: list[Token] = []
        for token in [*found, Token("  ", Span(len(text), len(text)))]:
            apart = text[run[-1].span.end : token.span.start] if run else " "
            if len(token.word) == 1 and len(apart) <= 2 and not apart.strip(" .\u00a0-"):
                run.append(token)
                continue
            yield from self._in_run(run)
            run = [token] if len(token.word) == 1 else []

    def _in_run(self, run: list[Token]) -> Iterator[Span]:
        if len(run) <= _SHORT:
            return
        joined = "".join(token.word for token in run)
        for part in self.parts:
            at = joined.find(part) if len(part) > _SHORT and self._enough(part) else -1
            if at >= 0:
                yield Span(run[at].span.start, run[at + len(part) - 1].span.end)


def other_words(names: Iterable[str]) -> frozenset[str]:
    """The words of others' names."""
    return _parts(tuple(names))


def common_words(texts: Iterable[str], among: Collection[str]) -> frozenset[str]:
    """Which of these words the texts use in small letters."""
    return frozenset(t.word for text in texts for t in tokens(text) if t.word in among and text[t.span.start].islower())


@cache
def _parts(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        one.word
        for name in names
        for one in tokens(name)
        # What stands there in small letters describes him, as in "the minister"; it does not name him.
        if len(one.word) >= _least(one.word) and one.word not in _PARTICLES and not name[one.span.start].islower()
    )


def _least(word: str) -> int:
    return _SHORT if script(word) in ("latin", "cyrillic", "greek", "abjad") else len(word) + 1


def _near(text: str, found: list[Token], number: int) -> bool:
    """Whether nothing but a space, a point or a hyphen stands behind this word before the next."""
    between = text[found[number].span.end : found[number + 1].span.start]
    return len(between) <= 3 and not between.strip(" \u00a0\r\n\t.-_+\u2010\u2011")


def _is_form(word: str, part: str, *, capital: bool) -> bool:
    if word == part:
        return capital or len(part) >= _INSIDE
    if len(part) >= _INSIDE and part in word:
        return True
    if not capital:
        return False
    return _inflected(word, part) if script(word) == script(part) else _across(word, part)


def _inflected(word: str, part: str) -> bool:
    kind = script(part)
    if kind == "abjad":
        return len(part) >= _SHORT and any(word == before + part for before in _BEFORE_ABJAD)
    if kind in ("cyrillic", "greek"):
        stem = part.rstrip(_VOWELS) if kind == "cyrillic" else part[:-2]
        return len(stem) >= _SHORT and word.startswith(stem) and len(word) - len(stem) <= 4
    if word.startswith(part):
        rest = word[len(part) :]
        return rest in _ENDINGS if len(part) >= _INSIDE else rest in ("s", "a", "u")
    if len(part) >= _INSIDE and part[-1] in "aoeyi" and word.startswith(part[:-1]):
        return word[len(part) - 1 :] in _OF_STEMS
    return len(part) >= _INSIDE and same_letters(word, part)


def _across(word: str, part: str) -> bool:
    """The name in another alphabet, as it stands or inflected."""
    if "other" in (script(word), script(part)):
        return False
    if "abjad" in (script(word), script(part)):
        return min(len(word), len(part)) >= 4 and same_letters(word, part)
    stems = {latin(part), latin(part).rstrip("aeiouy")}
    cut = [word[: len(word) - n] for n in range(4) if len(word) - n >= _SHORT]
    return any(
        same_letters(one, stem) or fold(latin(one)) == stem for one in cut for stem in stems if len(stem) >= _SHORT
    )
