"""Reports side by side as plain data, for JSON."""

from typing import Any

from .model import Difference, Pair, Side, SideBySide


def as_data(found: SideBySide) -> dict[str, Any]:
    """The heaviest first; offsets in code points of `texts`."""
    return {
        "sources": list(found.sources),
        "texts": dict(found.texts),
        "pairs": [_pair(pair) for pair in found.pairs],
        "only": {source: [[side.start, side.end] for side in sides] for source, sides in found.only.items()},
        "copied": dict(found.copied),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    differences = [_difference(d) for d in pair.differences]
    return {"a": _side(pair.a), "b": _side(pair.b), "differences": differences, "by": pair.by}


def _side(side: Side) -> dict[str, Any]:
    return {"source": side.source, "start": side.start, "end": side.end}


def _difference(difference: Difference) -> dict[str, Any]:
    a, b = difference.a, difference.b
    return {"kind": difference.kind, "a": [a.start, a.end], "b": [b.start, b.end]}
