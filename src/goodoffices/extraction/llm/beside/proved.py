"""Where the words of a difference stand: in the passage that was named, or once in its report; each side in its own."""

from typing import cast

from pydantic import ValidationError

from ....accounts import KINDS, Difference, Kind
from ....accounts.align import Aligned
from ....accounts.reading.passages import Account, Passage
from ....language.folding import Span, fold
from .. import report
from ..naming.quotes import Folded, without_marks
from ..proof.closed_words import LONGEST_QUOTE
from ..proof.unsupported import Unsupported
from .told import Told


class Proof:
    """Two reports, asked where the words of a difference stand."""

    def __init__(self, aligned: Aligned) -> None:
        self._a, self._b = (_Report(account) for account in (aligned.a, aligned.b))

    def of(self, item: object, weight: float) -> tuple[Passage, Passage, Difference]:
        """The two passages and how they differ; `Unsupported` where a side does not hold its words."""
        try:
            told = Told.model_validate(item)
        except (ValidationError, RecursionError):
            raise Unsupported(report.FORM) from None
        if told.kind not in KINDS:
            raise Unsupported(report.WORD)
        (p, a), (q, b) = self._a.place(told.a_words, told.a), self._b.place(told.b_words, told.b)
        if fold(a.of(self._a.text)) == fold(b.of(self._b.text)) or fold(p.text) == fold(q.text):
            raise Unsupported(report.SAME)
        return p, q, Difference(cast(Kind, told.kind), a, b, weight)


class _Report:
    def __init__(self, account: Account) -> None:
        self.text, self._passages, self._folded = account.text, account.passages, Folded(account.text)

    def place(self, words: str, number: int | None) -> tuple[Passage, Span]:
        """The words, and the passage that holds them: the one that was named, else the only one that has them."""
        if len(words) > LONGEST_QUOTE:
            raise Unsupported(report.LONG_QUOTE)
        named = [one for n, one in enumerate(self._passages, 1) if n == number]
        found = self._within(named, words) or self._within(self._passages, words)
        if len(found) != 1:
            raise Unsupported(report.AMBIGUOUS if found else report.NO_QUOTE)
        return found[0]

    def _within(self, passages: list[Passage] | tuple[Passage, ...], words: str) -> list[tuple[Passage, Span]]:
        """Of each passage that holds the words: where they stand in it first."""
        spans = ((one, self._found(words, Span(one.start, one.end))) for one in passages)
        return [(one, found[0]) for one, found in spans if found]

    def _found(self, words: str, within: Span) -> list[Span]:
        return self._folded.find(words, within) or self._folded.find(without_marks(words), within)
