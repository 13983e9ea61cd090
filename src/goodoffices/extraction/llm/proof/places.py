"""Where the words that a model quotes stand: in the piece that it has seen, once, or once in the passage that it names."""

from ....language.folding import Span
from ....language.sentences import sentence_around
from ...proposal import Text
from .. import report
from ..form.schema import Proposed
from ..naming.quotes import Folded, without_marks
from ..naming.references import REACH
from ..passages import Passages
from .closed_words import LONGEST_QUOTE, said
from .quoted import Quoted
from .unsupported import Unsupported


class Places:
    """A text, asked where a quote stands."""

    def __init__(self, given: Text) -> None:
        self._text, self._folded, self._passages = given.text, Folded(given.text), Passages(given)

    def of(self, proposed: Proposed, piece: Span) -> Quoted:
        """The quote or the two quotes of a claim; a second one that stands too far away is left aside."""
        quote = self._place(proposed.quote, proposed.passage, piece)
        around = sentence_around(self._text, quote)
        if not (also := said(proposed.also)):
            return Quoted(quote, around)
        # Nobody has to say which of two places of a second stretch is meant: the nearer one is.
        found = self._found(also, piece)
        if not found:
            raise Unsupported(report.NO_QUOTE)
        near = min(found, key=lambda span: abs(span.start - quote.start))
        if proposed.type != "signature" and not -REACH <= near.start - quote.start <= REACH:
            return Quoted(quote, around)
        return Quoted(quote, around, near, sentence_around(self._text, near))

    def _found(self, quote: str, piece: Span) -> list[Span]:
        if len(quote) > LONGEST_QUOTE:
            raise Unsupported(report.LONG_QUOTE)
        return self._folded.find(quote, piece) or self._folded.find(without_marks(quote), piece)

    def _place(self, quote: str, passage: int | None, piece: Span) -> Span:
        """Where the quote stands: in the piece that the model has seen, once, or once in the passage that it names."""
        found = self._found(quote, piece)
        if len(found) > 1 and (named := self._passages.span(passage)):
            found = [f for f in found if named.holds(f)] or found
        if len(found) != 1:
            raise Unsupported(report.AMBIGUOUS if found else report.NO_QUOTE)
        return found[0]
