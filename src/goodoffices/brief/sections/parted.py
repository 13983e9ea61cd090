"""What reports tell differently in their own words, as long as nobody has read them: two sentences side by side."""

from ...accounts import ABOUT, Difference, Pair, Side
from ...language.folding import Span
from ..context import Context
from ..english import capital, listed
from ..outline import Line
from ..passages import quoted

MOST = 10
"""Pairs in the main part, the heaviest first; all stand in the annex."""
_WORDS = 6
"""Words of a difference that are named before the sentences."""


def parted(context: Context) -> tuple[Line, ...]:
    """Each pair as a statement: what is told differently, then both sentences with their publishers."""
    return tuple(_line(context, pair) for pair in context.beside)


def _line(context: Context, pair: Pair) -> Line:
    kinds = {one.kind: one for one in reversed(pair.differences)}  # of each kind the heaviest
    few = [one for one in pair.differences if kinds[one.kind] is one][:2]
    about = capital(listed(_about(context, pair, one) for one in few))
    a, b = (quoted(context, (side.source, side.start, side.end)) for side in (pair.a, pair.b))
    return Line(f"{a.text} {b.text}", lead=about, words="report", passages=(*a.passages, *b.passages))


def _about(context: Context, pair: Pair, one: Difference) -> str:
    """`when it was (21 February 2034 or 23 February)`."""
    words = [_short(context, side, span) for side, span in ((pair.a, one.a), (pair.b, one.b))]
    shown = f" (“{words[0]}” or “{words[1]}”)" if all(words) and words[0].casefold() != words[1].casefold() else ""
    return f"{ABOUT[one.kind]}{shown}"


def _short(context: Context, side: Side, span: Span) -> str:
    """The differing words; nothing where they are many, or no words of the publisher."""
    source = context.case.record.sources[side.source]
    words = context.case.texts[side.source][span.start : span.end].split()
    limit = source.quote_limit
    few = len(words) <= _WORDS and (limit is None or span.end - side.start <= limit)
    return " ".join(words) if few and source.text.kind == "original" else ""
