"""Which answers of two sources belong together before their relation is judged."""

from collections.abc import Iterator

from ..language.folding import fold
from ..language.wording import overlap
from .opposed import denied, every
from .predicates import OUTCOME
from .slots import Answer, Slot

ALIKE = 0.3
"""Least share of common stems for two free texts to be taken as answers to the same question."""


def pairs(slot: Slot, left: list[Answer], right: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Pairs of answers of two sources, as the family says: each with its nearest, or by likeness of words, one to one."""
    if slot.family.pairing == "nearest":
        yield from _nearest(slot, left, right)
    else:
        yield from _one_to_one(slot, left, right)


def _nearest(slot: Slot, left: list[Answer], right: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Each answer with the nearest of the other source, so that nobody's answer is left out of the comparison."""
    seen: set[tuple[str, str]] = set()
    for here, there, turned in ((left, right, False), (right, left, True)):
        for one in here:
            rivals = [x for x in there if _same_event(one, x)]
            if not rivals:
                continue
            best = max(sorted(rivals, key=_by_id), key=lambda x: _nearness(one, x))
            pair = (best, one) if turned else (one, best)
            if (key := (pair[0].claim.id, pair[1].claim.id)) not in seen:
                seen.add(key)
                yield pair


def _by_id(answer: Answer) -> tuple[int, str]:
    """Which of two answers comes first where nothing else tells: not the order of the file, which a person may change."""
    return len(answer.claim.id), answer.claim.id


def _same_event(a: Answer, b: Answer) -> bool:
    return a.event is None or b.event is None or a.event == b.event


def _nearness(a: Answer, b: Answer) -> tuple[bool, bool, bool, bool, float]:
    """Same subject first, then same side, then same value, then same predicate, then like words."""
    return (
        a.subject == b.subject,
        a.for_party == b.for_party,
        a.target == b.target,
        a.claim.predicate == b.claim.predicate,
        overlap(str(a.claim.value), str(b.claim.value)),
    )


def _one_to_one(slot: Slot, left: list[Answer], right: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    left, right = sorted(left, key=_by_id), sorted(right, key=_by_id)
    alone = len(left) == 1 and len(right) == 1 and slot.family.pairing == "alone"
    scored = [(_likeness(slot, a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    found: list[tuple[Answer, Answer]] = []
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if (score >= ALIKE or (alone and _same_event(left[i], right[j]))) and i in free_left and j in free_right:
            free_left.remove(i)
            free_right.remove(j)
            found.append((left[i], right[j]))
    if slot.family is OUTCOME:
        known = {(a.claim.id, b.claim.id) for a, b in found}
        found += [(a, b) for a, b in _bare_results(left, right) if (a.claim.id, b.claim.id) not in known]
    yield from found


def _likeness(slot: Slot, a: Answer, b: Answer) -> float:
    if not _same_event(a, b):
        return 0.0
    if a.claim.option is not None and a.claim.option == b.claim.option:
        return 1.0 + overlap(str(a.claim.value), str(b.claim.value))
    # Two of one predicate before two of different ones, where the words are equally like.
    nudge = 0.01 if a.claim.predicate == b.claim.predicate else 0.0
    if a.said.general and b.said.general and denied(a) == denied(b):
        return 1.0 + nudge
    # The same letters are alike even where no word of theirs carries meaning, as in `1,000`.
    same = fold(str(a.said.value)) == fold(str(b.said.value))
    score = 1.0 if same else overlap(str(a.said.value), str(b.said.value))
    return score + nudge if score else 0.0


def _bare_results(left: list[Answer], right: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """`No agreement` stands against every agreement that the other source tells of, however it is worded."""
    yield from ((a, b) for a in left for b in right if every(a, b))
