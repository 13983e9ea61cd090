"""Where a stretch is cut out of a text nothing may tell it: no second blank, no empty line, no blank before a full stop.

What is left is what a text has into which the words were never written: of the blanks before and behind them one side goes.
"""

from collections.abc import Iterable, Sequence

Span = tuple[int, int]
_CLOSING, _OPENING = ".,;:!?)]}»”’…", "([{«“‘"


def with_blanks(text: str, spans: Iterable[Span], kept: Sequence[Span]) -> list[Span]:
    """The stretches to be cut, each with the blanks that go with it; `kept`: stretches of which no blank may go."""
    return [_with_blanks(text, start, end, kept) for start, end in _joined(text, spans)]


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Stretches with nothing but blanks between them as one."""
    found: list[Span] = []
    for start, end in sorted(_bare(text, *span) for span in spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _bare(text: str, start: int, end: int) -> Span:
    """A stretch without its own blanks: they count with those around it."""
    words = text[start:end]
    return (end - len(words.lstrip()), start + len(words.rstrip())) if words.strip() else (start, end)


def _with_blanks(text: str, start: int, end: int, kept: Sequence[Span]) -> Span:
    before, behind = len(text[:start].rstrip()), len(text) - len(text[end:].lstrip())
    left, right = (before, end), (start, behind)
    first, second = (left, right) if _left_goes(text, (before, start), (end, behind)) else (right, left)
    # Where no blank stands on the other side, this one parts the words that are left.
    alone = before == start or end == behind
    may = [one for one in ((first,) if alone else (first, second)) if not _touches((start, end), one, kept)]
    return (start, end) if alone and not _may_go_alone(text, before, behind, start) else next(iter(may), (start, end))


def _left_goes(text: str, left: Span, right: Span) -> bool:
    """Whether the blanks before the words go, rather than those behind them: the wider break stays."""
    if left[0] == 0:
        return False
    if right[1] == len(text) or text[right[1]] in _CLOSING:
        return True
    return text.count("\n", *left) < text.count("\n", *right)


def _may_go_alone(text: str, before: int, behind: int, start: int) -> bool:
    """Whether blanks on one side alone part nothing: at an end of the text, before a full stop, behind a bracket."""
    if behind == len(text) or before == 0:
        return True
    return text[behind] in _CLOSING if before < start else text[before - 1] in _OPENING


def _touches(cut: Span, wider: Span, kept: Sequence[Span]) -> bool:
    """Whether blanks that would go belong to a stretch that stays whole."""
    gone = ((wider[0], cut[0]), (cut[1], wider[1]))
    return any(start < b and a < end for a, b in gone if a < b for start, end in kept)


_ENDS = ".!?…:"
_MARKS = "”’»\"')]"


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch is whole sentences, or lines: where it is cut, the words around it are none the less whole."""
    before, words, behind = text[:start], text[start:end], text[end:]
    blank = before[len(before.rstrip()) :]
    begins = not before.strip() or "\n" in blank or _ends_there(before)
    rest = behind[: len(behind) - len(behind.lstrip())]
    return begins and (not behind.strip() or "\n" in rest or _ends_there(words))


def _ends_there(words: str) -> bool:
    return words.rstrip().rstrip(_MARKS).endswith(tuple(_ENDS))
