"""What changed from one version of minutes to the next, in sentences."""

from collections.abc import Iterator, Sequence

from ...talks import MinutesPoint


def changes_between(old: Sequence[MinutesPoint], new: Sequence[MinutesPoint]) -> tuple[str, ...]:
    """A sentence for each point that is new, is gone, or stands under another kind; none where all is as it was.

    A point is known again by its words: one whose words are others is gone, and another is new.
    """
    return tuple(_told(old, new))


def _told(old: Sequence[MinutesPoint], new: Sequence[MinutesPoint]) -> Iterator[str]:
    before, after = {p.text: p for p in old}, {p.text: p for p in new}
    for point in new:
        was = before.get(point.text)
        if was is None:
            yield f"New, point {point.number} ({point.kind}): {point.text}"
        elif was.kind != point.kind:
            yield f"Point {point.number} was {was.kind} and is {point.kind}: {point.text}"
        elif was.number != point.number:
            yield f"Point {point.number} was point {was.number}: {point.text}"
    for point in old:
        if point.text not in after:
            yield f"Gone, point {point.number} ({point.kind}): {point.text}"
