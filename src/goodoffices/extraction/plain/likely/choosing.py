"""Of all days, places and people that a report names, those that the main meeting is likeliest to have had."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..draft import Draft
from ..story import Story
from ..telling import clause, held
from . import Seen, heads, who
from .asked import MAIN, PREDICATE, Asked, asked

FEW = 8
"""Sentences at least that a report must have: of fewer there is too little to weigh, and its single sentences are believed alone."""
LONGEST = 60_000
"""Letters of a report at most: a longer text is no report on one meeting, and every name would be weighed against every other."""
_SURE, _DOUBTFUL = 0.9, 0.8
LEAST = 0.5
"""From this chance on an answer takes the place of what single sentences were read for."""


def likeliest(story: Story, found: Sequence[Draft]) -> list[Draft]:
    """What was found, with what is likeliest of the main meeting, each with its chance."""
    if len(story.text) > LONGEST or sum(not scene.sentence.heading for scene in story.scenes) < FEW:
        return [_of_one_sentence(story, one, found) for one in found]
    kept = list(found)
    questions = list(asked(story, found))
    twice = _twice([one for one in questions if one.question == heads.QUESTION])
    for one in questions:
        if one.question == who.QUESTION:
            kept = _met(one, kept)
            continue
        kept = _led(one, kept, twice) if one.question == heads.QUESTION else _of_meeting(one, kept)
    return kept


def _met(one: Asked, found: list[Draft]) -> list[Draft]:
    """Who met: those who talk, with the chance that they are rightly known and met."""
    if not one.seen:
        return found
    (seen,), (chance,) = one.seen, one.chances()
    names = tuple(seen.answer.split("\n"))
    told = [d for d in found if _is(d, "parties", MAIN)]
    kept = [replace(d, chance=chance if {*names} == {*_values(d)} else 0.0) if d in told else d for d in found]
    if any({*names} == {*_values(d)} for d in told) or chance < LEAST:
        return kept
    made = Draft("meeting", MAIN, "parties", names, seen.start, seen.end, "parties.likely", chance=chance)
    return [d for d in kept if d not in told] + [made]


def _values(draft: Draft) -> tuple[str, ...]:
    return tuple(map(str, draft.value)) if isinstance(draft.value, tuple) else (str(draft.value),)


def _of_meeting(one: Asked, found: list[Draft]) -> list[Draft]:
    """Day, town or house: the likeliest instead of what the rules took for it; else theirs, with its chance."""
    predicate, chances = PREDICATE[one.question], _by_answer(one)
    best = _best(one, chances)
    if best is None or not _is_told(best):
        return [_weighed(d, chances) if _is(d, predicate, MAIN) else d for d in found]
    chance = chances[best.answer]
    made = Draft("meeting", MAIN, predicate, best.answer, best.start, best.end, f"{predicate}.likely", chance=chance)
    return [d for d in found if not _is(d, predicate, MAIN) and not (_is(d, predicate) and _over(d, best))] + [made]


def _of_one_sentence(story: Story, one: Draft, found: Sequence[Draft]) -> Draft:
    """A day or place of the main meeting is sure where the sentence that tells who met tells it; elsewhere two reports must tell it."""
    if _is(one, "parties", MAIN):
        return replace(one, chance=_SURE)
    if not any(_is(one, predicate, MAIN) for predicate in PREDICATE.values()):
        return one
    starts = [scene.sentence.start for scene in story.scenes]
    met = {bisect_right(starts, other.start): other.modality for other in found if _is(other, "parties", MAIN)}
    mood = met.get(bisect_right(starts, one.start))
    if mood == "future" and one.modality == "asserted":
        one = replace(one, modality="future")  # `(3 June 2030) Talks are due to begin`
    return replace(one, chance=_SURE if mood is not None else _DOUBTFUL)


def _twice(questions: Sequence[Asked]) -> dict[str, str]:
    """Who is likeliest to have led more than one party, with the one of which it is likelier."""
    found: dict[str, tuple[float, str]] = {}
    for one in questions:
        for person, chance in _by_answer(one).items():
            found[person] = max(found.get(person, (0.0, "")), (chance, one.party))
    return {person: party for person, (_, party) in found.items()}


def _led(one: Asked, found: list[Draft], of: Mapping[str, str]) -> list[Draft]:
    """Who led a party: the likeliest; whom the rules took for it keeps his place, with his chance. `of`: whom each led if any."""
    chances = {person: chance for person, chance in _by_answer(one).items() if of[person] == one.party}
    best = _best(one, chances)
    kept = [
        replace(d, chance=chances.get(d.subject, 0.0))
        if d.type == "delegation" and d.predicate == "heads" and d.value == one.party else d
        for d in found
    ]  # fmt: skip
    if best is None or any(d.predicate == "heads" and d.value == one.party and d.subject == best.answer for d in kept):
        return kept
    chance, words = chances[best.answer], heads.telling(best)
    if words is None and chance < _SURE:
        return kept  # a name alone, or `he`, tells nobody who reads it that he led
    start, end = words or (best.start, best.end)
    made = Draft("delegation", best.answer, "heads", one.party, start, end, "heads.likely", chance=chance)
    return [d for d in kept if not (d.predicate == "heads" and d.value == one.party)] + [made]


def _by_answer(one: Asked) -> dict[str, float]:
    found: dict[str, float] = {}
    for seen, chance in zip(one.seen, one.chances(), strict=True):
        found[seen.answer] = found.get(seen.answer, 0.0) + chance
    return found


def _best(one: Asked, chances: dict[str, float]) -> Seen | None:
    """The likeliest place of the likeliest answer, where that is likelier than not."""
    answer = max(chances, key=lambda a: chances[a], default=None)
    if answer is None or chances[answer] < LEAST:
        return None
    places = zip(one.seen, one.chances(), strict=True)
    return max((place for place in places if place[0].answer == answer), key=lambda place: place[1])[0]


def _is_told(seen: Seen) -> bool:
    """Whether the words tell of what was, and not of what is only to come."""
    return held(clause(seen.scene.masked, seen.place, seen.place + 1)) in ("asserted", "hedged", "negated")


def _is(draft: Draft, predicate: str, meeting: str = "") -> bool:
    return draft.type == "meeting" and draft.predicate == predicate and (not meeting or draft.subject == meeting)


def _over(draft: Draft, seen: Seen) -> bool:
    return draft.start < seen.end and seen.start < draft.end


def _weighed(draft: Draft, chances: dict[str, float]) -> Draft:
    return replace(draft, chance=chances.get(str(draft.value), 0.0))
