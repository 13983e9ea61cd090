"""Where the words of an exercise contradict what can be computed of it. All are warnings: a day can be held, and goes wrong.

1. A price that a sheet names is worth at least as much to its side as no agreement, holds no red line, and can be had.
2. Every seat has a place in every phase: it sits in a meeting of it, `places` says where it is, or the packets know it of its part.
3. What a sheet says to be said openly, or to be known to everybody, the briefing says too, of the same party.
4. What the debriefing shows the players were told beforehand.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ..documents import Document, excerpt
from ..errors import Problem
from ..talks import Exercise, Part, PartyPoints, Preferences, Seat, Talks, broken
from .entries import Steps
from .validate import problem_at_key, warning

_PRICES = "prices that do not fit the points"
_SAID_OPENLY = "sentences on what is open to all and stands in no briefing"
AT_HAND: tuple[Part, ...] = ("head", "adviser", "note-taker", "principal", "supporter", "press")
"""Parts that have something to do while others meet; the others have a place only where they sit, or where they are sent."""
_OPEN = re.compile(
    r"\b(?:openly|in public|publicly|(?:every(?:body|one)|all) (?:may hear|may know|knows|has heard|have heard))\b",
    re.I,
)
_NOT_YET = re.compile(r"\b(?:if|unless|before|may not|must not|not|nobody|until)\b[^.!?]*$", re.I)
"""Before it: something that is still to be said openly, or must not be."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset(
    "you your yours the that this and have has had for from would will been said says are was were may may".split()
)
_STEM, _ENOUGH = 5, 0.6
"""Letters by which two words are taken for one; how many of a sentence's words the briefing has to have."""


def odd_exercise(
    document: Document, exercise: Exercise, talks: Talks, preferences: Preferences | None
) -> Iterator[Problem]:
    """A warning for each of these rules that is broken; the exercise is sound otherwise."""
    known = preferences.status_quo if preferences is not None else {}
    # What is there today and is no answer of its issue is told as an error elsewhere.
    today = {issue: option for issue, option in known.items() if option in _options(talks, issue)}
    for key, seat in exercise.seats.items():
        for index, price in enumerate(seat.prices):
            yield from _price(
                document, exercise, talks, seat, price.answers, ("seats", key, "prices", index, "answers"), today
            )
    yield from _openly(document, exercise, talks)
    yield from _placeless(document, exercise)
    if exercise.charter.shown and not exercise.charter.revealed:
        expected = "`revealed` with what is shown at the end: players are told beforehand"
        yield warning(
            document,
            ("charter", "shown"),
            "something to show, of which nobody is told",
            expected,
            kind="things shown that nobody is told of",
        )


def _options(talks: Talks, issue: str) -> tuple[str, ...]:
    return tuple(talks.issues[issue].options) if issue in talks.issues else ()


def price_worth(points: PartyPoints, price: Mapping[str, tuple[str, ...]], today: Mapping[str, str]) -> Fraction:
    """What a price is worth at least: of several options the worst, of an issue it does not name today's, else the worst."""
    return sum((_least(given, price, today, issue) for issue, given in points.points.items()), Fraction(0))


def _least(
    given: Mapping[str, Fraction], price: Mapping[str, tuple[str, ...]], today: Mapping[str, str], issue: str
) -> Fraction:
    options = price.get(issue) or ((today[issue],) if issue in today else tuple(given))
    return min(given[option] for option in options)


def _price(
    document: Document, exercise: Exercise, talks: Talks, seat: Seat, price: Mapping[str, tuple[str, ...]], steps: Steps,
    today: Mapping[str, str],
) -> Iterator[Problem]:  # fmt: skip
    points = exercise.points.get(seat.of or "")
    if points is None or not price or not all(price.values()) or not _is_sound(talks, points, price):
        return  # an error that is told elsewhere
    if (worth := price_worth(points, price, today)) < points.no_deal:
        found = f"a price of {worth} points, of which {seat.of} has {points.no_deal} without an agreement"
        yield warning(
            document, steps, found, "words that ask for as much or more, and these answers with them", kind=_PRICES
        )
    for issue, options in price.items():
        if never := [option for option in options if option in points.red_lines.get(issue, ())]:
            found = f"{excerpt(never[0])}, a red line of {seat.of}"
            yield warning(document, (*steps, issue), found, "a price without it", kind=_PRICES)
    package = {**today, **{issue: options[0] for issue, options in price.items() if len(options) == 1}}
    if (lacking := broken(talks.links, package)) is not None:
        found = f"answers that cannot be had: {', '.join(lacking.if_)} only together with {', '.join(lacking.then)}"
        yield warning(document, steps, found, "a price that the links of talks.yaml leave possible", kind=_PRICES)


def _is_sound(talks: Talks, points: PartyPoints, price: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether all that is added up is there; what is not is told as an error."""
    return all(o in points.points.get(i, {}) for i, options in price.items() for o in options) and all(
        given and set(given) >= set(talks.issues[issue].options)
        for issue, given in points.points.items() if issue in talks.issues
    ) and set(points.points) == set(talks.issues)  # fmt: skip


def _placeless(document: Document, exercise: Exercise) -> Iterator[Problem]:
    for key, phase in exercise.phases.items():
        if phase.kind != "meeting":
            continue
        held = [exercise.meetings[m].seats for m in phase.meetings if m in exercise.meetings]
        if len(held) < len(phase.meetings) or not all(held):
            continue  # an error that is told elsewhere
        sit = {seat for seats in held for seat in seats}
        lost = [
            id_ for id_, seat in exercise.seats.items()
            if id_ not in sit and seat.part not in AT_HAND and key not in seat.places
        ]  # fmt: skip
        if lost:
            found = f"no place for {', '.join(map(excerpt, lost))} in the phase {excerpt(key)}"
            expected = f"a meeting of it in which they sit, or `places: {{{key}: ...}}` at the seat"
            yield problem_at_key(
                document, ("phases", key), found, expected, level="warning", kind="phases in which a seat has no place"
            )


def _openly(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    told = tuple(_told(exercise.briefing))
    for key, seat in exercise.seats.items():
        whose = [talks.parties.get(seat.of or ""), talks.third_parties.get(seat.of or "")]
        names = [name for party in whose if party for name in (party.name, *party.names.values(), *party.spellings)]
        for field in ("wants", "knows"):
            for index, text in enumerate(getattr(seat, field)):
                for said in (one for one in _sentences(text) if _is_open(one) and not _is_told(one, told, names)):
                    found = f"{excerpt(said)}, of which the briefing has nothing"
                    expected = "the same in `briefing`, where all read it, with who said it; or other words"
                    yield warning(document, ("seats", key, field, index), found, expected, kind=_SAID_OPENLY)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?;])\s+", " ".join(text.split()))


def _is_open(sentence: str) -> bool:
    """Whether it tells something to be open, and not that it is to be, or must not be."""
    found = _OPEN.search(sentence)
    return found is not None and not _NOT_YET.search(sentence[: found.start()])


def _told(briefing: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each two sentences that follow each other, with their words: a name stands in the one, what it said in the next."""
    sentences = _sentences(briefing)
    for pair in (" ".join(sentences[n : n + 2]) for n in range(len(sentences))):
        yield pair, _words(pair)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text) if word.lower() not in _SMALL)


def _is_told(said: str, told: tuple[tuple[str, frozenset[str]], ...], names: list[str]) -> bool:
    """Whether some place of the briefing has most of its words and, where it is the seat's own word, names who says it."""
    words = _words(_OPEN.sub(" ", said))
    named = names if re.search(r"\byou\b", said, re.I) else []
    return any(
        len(words & there) >= _ENOUGH * len(words) and (not named or any(name in pair for name in named))
        for pair, there in told
    )
