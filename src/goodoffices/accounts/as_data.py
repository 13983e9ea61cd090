"""Reports side by side as plain data, for JSON."""

from typing import Any

from .model import Difference, Pair, Side, SideBySide


def as_data(found: SideBySide, by: str | None = None) -> dict[str, Any]:
    """The heaviest first; offsets in code points of `texts`. `by`: the model whose judgement it is."""
    return {
        "sources": list(found.sources),
        "texts": dict(found.texts),
        "pairs": [_pair(pair) for pair in found.pairs],
        "only": {source: [[side.start, side.end] for side in sides] for source, sides in found.only.items()},
        "copied": dict(found.copied),
        "by": by,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {"a": _side(pair.a), "b": _side(pair.b), "differences": [_difference(d) for d in pair.differences]}


def _side(side: Side) -> dict[str, Any]:
    return {"source": side.source, "start": side.start, "end": side.end}


def _difference(difference: Difference) -> dict[str, Any]:
    a, b = difference.a, difference.b
    return {"kind": difference.kind, "a": [a.start, a.end], "b": [b.start, b.end]}
