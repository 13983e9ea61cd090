"""Blank forms: message slips, referrals, proposals, the read-back, records, the debriefing form."""

from collections.abc import Iterator

from ...talks import Part
from ..english import capital
from .held import Held
from .sheets import Blank, Field

_SCALE = tuple(map(str, range(1, 8)))
PASSED_ON = ("word for word", "in substance", "as your own idea", "keep it to yourself")
POINTS = 8
"""Points of a read-back on one page."""


def message_slip(role: str) -> Blank:
    """To the chair, with the rule by which it may be passed on."""
    fields = (
        Field("From", 0, given=role), Field("For", 1), Field("How it may be passed on", 0, PASSED_ON),
        Field("Message", 4), Field("Clock", 1),
    )  # fmt: skip
    return Blank(
        "Message to the chair",
        "Fold it. Nobody but the mediation team reads it before the debriefing.",
        fields,
        cut=True,
        copies=3,
    )


def carried_slip() -> Blank:
    """What the chair carried, in which words; shown in the debriefing."""
    fields = (Field("From", 1), Field("To", 1), Field("In these words", 4), Field("Clock", 1))
    return Blank("Message carried", "Keep it with the slip that you were given.", fields, cut=True, copies=3)


def referral_slip(held: Held, role: str) -> Blank:
    """From a head to the principal and back."""
    fields = (
        Field("From", 0, given=role), Field("What we would accept", 3), Field("Why", 2), Field("We need the answer by "
            "(clock)", 1),
        Field("Answer of the principal", 0, ("yes", "no", "yes, if", "from now on you may")), Field("In words", 2),
    )  # fmt: skip
    return Blank(
        "Referral to the principal",
        "Give it to the trainer, who carries it; it comes back with the answer.",
        fields,
        cut=True,
        copies=2,
    )


def proposal_form(held: Held, role: str | None) -> Blank:
    """A package: an answer to each issue that it names."""
    issues = held.case.talks.issues
    fields = [Field("From", 0, given=role) if role else Field("From", 1), Field("To", 1)]
    fields += [
        Field(
            held.phrases.issue(key),
            0,
            (*(capital(held.phrases.option(key, o)) for o in issue.options), "not part of this"),
        )
        for key, issue in issues.items()
    ]
    fields += [
        Field("Only if", 2), Field("It stands until (clock)", 1), Field("In our words", 3),
        Field("Answer", 0, ("accepted", "refused", "accepted, but referred to the principal", "we answer with another "
            "proposal")),
        Field("Answered by, clock", 1),
    ]  # fmt: skip
    return Blank("", "One box in each line. Hand it over in a meeting, or give it to the chair.", tuple(fields))


def read_back(held: Held) -> Blank:
    """The list of points that the chair reads back."""
    sides = [capital(held.phrases.name(party)) for party in held.case.talks.parties]
    fields = tuple(
        Field(f"{number}", 2, ("agreed", "not agreed", "open", "next", *(f"{side} confirms" for side in sides)))
        for number in range(1, POINTS + 1)
    )
    note = (
        "Read each point aloud. A side that objects says it in words: write them under the point. The next meeting "
        "and its day are a point too."
    )
    return Blank("", note, (*fields, Field("What each side may tell the press", 3)))


def press_line(role: str) -> Blank:
    """What a side tells everybody."""
    return Blank(
        "Press line",
        "Two sentences that everybody may read. It goes on the wall.",
        (Field("From", 0, given=role), Field("Words", 3)),
        cut=True,
    )


def record() -> Blank:
    """What a note-taker or an observer writes."""
    fields = tuple(Field("Clock, who", 3) for _ in range(7))
    return Blank("", "What was said, by whom, in which words; proposals with their answer.", fields)


def lines_of_the_day(held: Held) -> Blank:
    """What the press puts on the wall, phase by phase."""
    named = (
        Field(f"After: {held.phase(key)}", 2)
        for key, phase in held.exercise.phases.items()
        if phase.kind != "debriefing"
    )
    return Blank(
        "",
        "Two lines after each phase, ten at the end. Say who told you.",
        (*named, Field("The day, in ten lines", 10)),
    )


def watched(points: tuple[str, ...]) -> Blank:
    """The observer's grid."""
    return Blank(
        "", "The clock, who, the words. Leave empty what did not happen.", tuple(Field(point, 3) for point in points)
    )


def debriefing_form(held: Held, part: Part) -> Blank:
    """What each answers alone, before anybody speaks. The four dimensions are those of Curhan, Elfenbein and Xu (2006)."""
    return Blank(
        "", "Alone, in five minutes, before anybody speaks. 1 is not at all, 7 is entirely.", tuple(_asked(held, part))
    )


def _asked(held: Held, part: Part) -> Iterator[Field]:
    inside = part in ("head", "adviser", "note-taker", "principal")
    yield Field(
        "What mattered most to your side, the weightiest first"
        if inside
        else "What mattered most to each side, as you saw it",
        2,
    )
    if inside:
        yield Field("What mattered most to the other side, as you believe", 2)
    yield Field("When it turned, and on which words", 2)
    yield Field("Content with the result", 0, _SCALE)
    yield Field("Content with the way there: heard, treated fairly", 0, _SCALE)
    yield Field("Content with how you stand with the others: could you begin again tomorrow?", 0, _SCALE)
    yield Field("Content with yourself", 0, _SCALE)
    for question in held.exercise.debriefing:
        yield Field(" ".join(question.split()), 2)
