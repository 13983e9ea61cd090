"""Whether a sentence names somebody: in full, by a part of the name, as a people or in initials, or by a word that refers back."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ....language.days.names import MONTHS
from ....language.folding import Span, fold
from ...mentions.words import FUNCTION, HONORIFICS, OFFICES, RANKS
from .quotes import RUN_ON

# `U.S.` is one word, and the same as `US`.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+")
_GAP = re.compile(r"[\s.'’\-–&]{1,3}")
_REFERRING = frozenset(
    "he she it they him her them his hers its their theirs who whom whose which i we me us my our ours both sides two "
    "delegation side parties himself herself itself themselves".split()
)
PRONOUNS = _REFERRING - {"both", "sides", "two", "delegation", "side", "parties"}
_PERSONAL = frozenset("he she him her his hers who whom whose i me my himself herself".split())
SMALL = frozenset("of the for to and a an in at on with de du la le von van".split())
"""Words that a name or a title may have and that tell nothing."""
COMMON = frozenset(
    "the of and for president prime minister foreign defense defence deputy secretary general colonel major captain mr mrs ms dr "
    "sir lord king queen prince chief united national republic state states government democratic people new".split()
)
"""Words that stand in many names and tell none of them apart."""
TITLES = OFFICES | HONORIFICS | RANKS
"""Words that stand before the name of a person."""
_ORGANS = frozenset("secretariat bureau presidency leadership headquarters board committee council delegation".split())
# What turns the name of a country into its people, in English: Ukraine, Ukrainian; Turkey, Turkish; China, Chinese.
_PEOPLE = re.compile(r"(?:n|an|ian|nian|ean|ese|ish|i|ic|er|egian)?s?")
_COUNTRY_END = re.compile(r"(?:|a|e|y|ey|ia|ay|ium|land|s)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text: folded, as printed, and where."""

    folded: str
    printed: str
    span: Span

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.printed[:1].isupper()


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The words of a text."""
    found = []
    for match in _TOKEN.finditer(text):
        printed = match[0].replace(".", "")
        found.append(Token(fold(printed), printed, Span(match.start() + offset, match.end() + offset)))
    return found


class Printed:
    """The words of a report, by which names are found in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = tokens(text)
        self._starts = [t.span.start for t in self._tokens]
        self._at: dict[str, list[int]] = {}
        for number, token in enumerate(self._tokens):
            self._at.setdefault(token.folded, []).append(number)

    def within(self, span: Span) -> Sequence[Token]:
        """The words that begin in a stretch."""
        return self._tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def find(self, name: str, within: Span | None = None) -> str | None:
        """The name as the stretch prints it, in the letters of its first place; None where it does not stand there."""
        whole = within or Span(0, len(self.text))
        if RUN_ON.search(name):
            return name if name in whole.of(self.text) else None
        wanted = _wanted(name)
        if not wanted:
            return None
        places = self._at.get(wanted[0].folded, ())
        first = bisect_left(places, bisect_left(self._starts, whole.start))
        for number in places[first:]:
            here = self._tokens[number : number + len(wanted)]
            if here[-1].span.end > whole.end:
                return None
            if self._same(here, wanted):
                return self.text[here[0].span.start : here[-1].span.end]
        return None

    def _same(self, here: Sequence[Token], wanted: Sequence[Token]) -> bool:
        if len(here) != len(wanted) or not all(map(_equal, here, wanted)):
            return False
        gaps = (self.text[a.span.end : b.span.start] for a, b in pairwise(here))
        return all(map(_GAP.fullmatch, gaps))

    def hints_at(self, name: str, stretch: Span) -> bool:
        """Whether a stretch prints a name, a part of it, its people or its initials."""
        return self.find(name, stretch) is not None or _hinted(name, self.within(stretch))

    def has_people(self, word: str, stretch: Span) -> bool:
        """Whether a stretch prints the country of a people, `Arvenia` for `Arvenian`."""
        return any(t.capital and _people_of(t.folded, fold(word)) for t in self.within(stretch))

    def has_month(self, month: int, stretch: Span) -> bool:
        """Whether a stretch prints a month, in whatever form."""
        return any(t.capital and MONTHS.get(t.folded) == month for t in self.within(stretch))

    def places(self, name: str) -> list[Span]:
        """Where a name, or a word of it that is its own, is printed; not within the longer name of somebody else."""
        wanted = _wanted(name)
        own = {t.folded for t in wanted}
        parts = [t.folded for t in wanted if t.folded not in COMMON and len(t.folded) >= 3]
        at = sorted({number for part in parts for number in self._at.get(part, ())})
        return [self._tokens[n].span for n in at if self._tokens[n].capital and not _is_anothers(self._tokens, n, own)]

    def bound(self, name: str, quote: Span) -> bool:
        """Whether a quote can be about somebody: where it prints a name in full and no `he` or `she`, it is about whom it prints.

        Else the words `led by Minister Ann Lee` would carry that anybody leads whom an `it` beside them may mean.
        """
        here = self.within(quote)
        full = any(a.capital and b.capital and b.span.start - a.span.end == 1 for a, b in pairwise(here))
        if not full or any(t.folded in _PERSONAL for t in here):
            return True
        return self.find(name, quote) is not None or _hinted(name, here)


def _wanted(name: str) -> list[Token]:
    found = tokens(name)
    return found[1:] if len(found) > 1 and found[0].folded == "the" else found


def _equal(here: Token, wanted: Token) -> bool:
    # `US` is not the pronoun `us`.
    short = wanted.printed.isupper() and len(wanted.printed) <= 3
    return here.folded == wanted.folded and (not short or here.printed.isupper())


def _hinted(name: str, here: Sequence[Token]) -> bool:
    """Whether a part of a name, its people or its initials stand among these words."""
    parts = [t for t in _wanted(name) if t.folded not in COMMON and len(t.folded) >= 3]
    own = {t.folded for t in _wanted(name)}
    initials = "".join(t.printed[0] for t in _wanted(name) if t.capital)
    for number, token in enumerate(here):
        if len(initials) > 1 and token.printed == initials:
            return True
        if not token.capital:
            continue
        if any(token.folded == part.folded for part in parts) and not _is_anothers(here, number, own):
            return True
        if any(_people_of(part.folded, token.folded) for part in parts):
            return True
    return False


def _is_anothers(here: Sequence[Token], number: int, own: set[str]) -> bool:
    """Whether a word belongs to the longer name of somebody else, by what stands before it or behind it."""
    if _of_another(here, number, own):
        return True
    before = here[number - 1] if number else None
    if before is None or not before.capital or before.folded in own | TITLES | FUNCTION:
        return False
    return here[number].span.start - before.span.end == 1


def _of_another(here: Sequence[Token], number: int, own: set[str]) -> bool:
    """Whether a word is the first name of somebody else: `Vladimir` in `Vladimir Medinsky` does not tell of Vladimir Putin."""
    if number + 1 == len(here):
        return False
    this, following = here[number], here[number + 1]
    if len(own) > 1 and following.folded in _ORGANS:
        return False  # `the Forum Secretariat`: an organ of the Islands Forum
    return following.capital and following.folded not in own and following.span.start - this.span.end == 1


def _people_of(country: str, word: str) -> bool:
    """Whether a word is what a country's people are called; Austria's are not the Australians."""
    if country == word:
        return False
    common = next(
        (n for n, (a, b) in enumerate(zip(country, word, strict=False)) if a != b), min(len(country), len(word))
    )
    # Some letters fewer may be common to both: `Ukrain-e`, `Ukrain-ian`.
    return any(
        _COUNTRY_END.fullmatch(country[n:]) and _PEOPLE.fullmatch(word[n:])
        for n in range(common, max(common - 2, 3), -1)
    )
