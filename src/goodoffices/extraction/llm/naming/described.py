"""Those who have no name but what they are: `fishing families of Halden`, `upstream farmers`, `the lawyer of the company`.

Whoever is so described somewhere in the report may be called by the one word afterwards (`the families`), as long as nobody else in
the report, or in the answer, is called by that word, and nothing beside it makes them somebody else (`families of Lenn`).
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ....language.folding import Span
from ....language.sentences import sentences
from ....language.wording import shared, wording
from ...mentions.words import FUNCTION
from .names import SMALL, Printed, Token, tokens

_BEHIND = frozenset("of from in at for to on who with against".split())
_BEFORE = frozenset(
    "the these those both its their his her our some all many most several few other two three four five six".split()
)


class Described:
    """The people whom one report describes."""

    def __init__(self, text: str, printed: Printed) -> None:
        self._text, self._printed = text, printed
        self._others: set[str] = set()

    def learn(self, name: str) -> None:
        """Take whom an answer speaks of, proved or not: one word may mean only one of them."""
        if not name[:1].isupper() or head_of(name):
            self._others.add(name)

    @cached_property
    def _sentences(self) -> list[tuple[Span, frozenset[str]]]:
        return [(Span(s.start, s.end), wording(s.text).stems) for s in sentences(self._text)]

    def is_known(self, name: str) -> bool:
        """Whether a sentence of the report has all words of a description."""
        wanted = wording(name).stems
        return head_of(name) is not None and any(shared(wanted, stems) == len(wanted) for _, stems in self._sentences)

    def calls(self, name: str, stretch: Span) -> bool:
        """Whether a stretch calls by their one word those whom the report describes."""
        head = head_of(name)
        if (
            head is None
            or not self.is_known(name)
            or any(self._is_another(name, head, other) for other in self._others)
        ):
            return False
        own = wording(name).stems | {t.folded for t in tokens(name)}
        here = self._printed.within(stretch)
        return any(self._is_theirs(here, n, own) for n, t in enumerate(here) if _is_same(t.folded, head))

    @staticmethod
    def _is_another(name: str, head: str, other: str) -> bool:
        """Whether somebody else has the same word."""
        if not any(_is_same(t.folded, head) for t in tokens(other)):
            return False
        mine, theirs = wording(name).stems, wording(other).stems
        return not (mine <= theirs or theirs <= mine)

    def _is_theirs(self, here: Sequence[Token], number: int, own: frozenset[str]) -> bool:
        """Whether nothing beside the word makes it somebody else's: no other word before it, nothing behind `of`."""
        before = here[number - 1] if number else None
        if before is not None and before.folded not in _BEFORE and not _has(own, before):
            return False
        behind = here[number + 1 : number + 4]
        if not behind or behind[0].folded not in _BEHIND or behind[0].folded == "who":
            return True
        following = next((t for t in behind[1:] if t.folded not in FUNCTION), None)
        return following is None or _has(own, following) or not following.capital

    def places(self, name: str) -> Iterator[Span]:
        """Where they are called so."""
        if (head := head_of(name)) and self.is_known(name):
            for span, _ in self._sentences:
                yield from (
                    t.span for t in self._printed.within(span) if _is_same(t.folded, head) and self.calls(name, span)
                )


def head_of(name: str) -> str | None:
    """The word of a description that says what they are: the last plain one before `of`; None of a name in capitals."""
    found = None
    for token in tokens(name):
        if token.folded in _BEHIND:
            break
        if not token.capital and token.folded not in SMALL and len(token.folded) > 2:
            found = token.folded
    return found


def _is_same(word: str, head: str) -> bool:
    return word == head or (bool(wording(word).stems) and wording(word).stems == wording(head).stems)


def _has(own: frozenset[str], token: Token) -> bool:
    return token.folded in own or bool(wording(token.folded).stems & own)
