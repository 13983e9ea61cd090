"""Blank forms: message slips, referrals, instructions, proposals, the read-back, records."""

from ..english import capital
from .held import Held, at
from .sheets import Blank, Field

PASSED_ON = ("word for word", "in substance", "as your own idea", "keep it to yourself")
POINTS = 8
"""Points of a read-back on one page."""
RECORDED = 20
"""Entries of a record, on two pages."""


def sender(name: str) -> Field:
    """From whom a form comes: a name that is filled in, or a line."""
    return Field("From", 0, given=name) if name else Field("From", 1)


def message_slip(name: str, copies: int = 3) -> Blank:
    """To the chair, with the rule by which it may be passed on."""
    fields = (
        sender(name), Field("For", 1), Field("To be passed on", 0, PASSED_ON),
        Field("Message", 4), Field("Clock", 1),
    )  # fmt: skip
    note = "Fold it. Nobody but the mediation team reads it before the debriefing."
    return Blank("Message to the chair", note, fields, cut=True, copies=copies)


def carried_slip(copies: int = 4) -> Blank:
    """What the chair carried, in which words; shown in the debriefing."""
    fields = (Field("From", 1), Field("To", 1), Field("In these words", 3), Field("Clock", 1))
    return Blank("Message carried", "Keep it with the slip that you were given.", fields, cut=True, copies=copies)


def _on_the_mandate(label: str) -> Field:
    """What an answer may say besides: what holds from now on, whatever becomes of the package."""
    return Field(label, 1, ("from now on you may ...", "no longer without asking ..."))


def referral_slip(name: str, copies: int = 2) -> Blank:
    """From a head to the principal and back."""
    fields = (
        sender(name), Field("What we would accept: the whole, as on the proposal form", 2),
        Field("Why: a reason that can be given at home", 3),
        Field("Needed by (clock)", 1),
        Field("Answer to this package", 0, ("yes", "no", "yes, if ...")),
        Field("In words", 3), _on_the_mandate("The mandate, if it changes"),
    )  # fmt: skip
    note = "Pin the proposal form to it and give both to the trainer, who carries them; they come back with the answer."
    return Blank("Referral to the principal", note, fields, cut=True, copies=copies)


def instruction_slip(name: str, copies: int = 2) -> Blank:
    """From a principal that was not asked, and the answer of the head."""
    fields = (
        sender(name), Field("To our delegation: an instruction or a question", 3), _on_the_mandate("The mandate, if it changes"),
        Field("Clock", 1), Field("Answer of the head", 2),
    )  # fmt: skip
    return Blank(
        "Instruction", "Give it to the trainer, who carries it there and back.", fields, cut=True, copies=copies
    )


def proposal_form(held: Held, name: str, copies: int = 1) -> Blank:
    """A package: an answer to each issue that it names, a column each. Copies are cut out, two on a page."""
    issues = held.case.talks.issues
    columns = max((len(issue.options) for issue in issues.values()), default=0) + 1
    fields = [sender(name), Field("To", 1)]
    fields += [
        Field(
            held.phrases.issue(key), 0,
            (*(capital(held.phrases.option(key, o)) for o in issue.options), "not part of this"), columns=columns,
        )
        for key, issue in issues.items()
    ]  # fmt: skip
    room = 1 if copies > 1 else 3
    answers = ("accepted", "accepted, but referred", "refused", "another proposal follows")
    fields += [
        Field("Only if", min(room, 2)), Field("Stands until (clock)", 1), Field("In our words", room),
        Field("Answer", 0, answers), Field("Answered by, clock", 1),
    ]  # fmt: skip
    note = (
        "One box in each line. Hand it over in a meeting, or give it to the chair; a copy goes with a referral. More lie on the "
        "trainer's table."
    )
    title = "Proposal" if copies > 1 else ""
    return Blank(title, note, tuple(fields), cut=copies > 1, copies=copies)


def read_back(held: Held) -> Blank:
    """The list of points that the chair reads back, and the whole."""
    sides = tuple(f"{capital(held.phrases.name(party))} confirms" for party in held.case.talks.parties)
    fields = tuple(
        Field(f"{number}", 2, ("agreed", "not agreed", "open", "next"), beside=sides, tied="Only together with points")
        for number in range(1, POINTS + 1)
    )
    note = (
        "Read each point aloud. Agreed: every head confirms it. Not agreed: it was refused; write the words of the objection under "
        "it. Open: it waits for a principal, or for words. Next: it is for the next meeting, whose day is a point too. If a point "
        "falls, strike those that stand only together with it."
    )
    whole = Field("The whole: the points that are left, read once more without a pause", 1, beside=sides)
    return Blank("", note, (*fields, whole, Field("What each side may tell the press", 2)))


def press_line(name: str) -> Blank:
    """What a side tells everybody."""
    return Blank(
        "Press line",
        "Two sentences that everybody may read. It goes on the wall.",
        (sender(name), Field("Words", 3)),
        cut=True,
    )


def record() -> Blank:
    """What a note-taker writes."""
    fields = tuple(Field("Clock, who", 3) for _ in range(RECORDED))
    return Blank("", "What was said, by whom, in which words; proposals with their answer.", fields)


def proposed() -> Blank:
    """The mediators' list."""
    fields = tuple(Field(f"Proposal {n}: clock, by whom, what, the answer", 2) for n in range(1, 8))
    return Blank("", "For the mediation team alone; it goes on the wall as a list of points when you say so.", fields)


def lines_of_the_day(held: Held) -> Blank:
    """What the press puts on the wall, phase by phase."""
    named = (
        Field(f"After: {held.phase(key)}", 2)
        for key, phase in held.exercise.phases.items()
        if phase.kind not in ("preparation", "deadline", "debriefing")
    )
    return Blank(
        "",
        f"Two lines after each phase. The day in ten lines hangs by {at(held.talks_end)}. Say who told you.",
        (*named, Field(f"The day, in ten lines, by {at(held.talks_end)}", 10)),
    )


def watched(points: tuple[str, ...]) -> Blank:
    """The observer's grid."""
    return Blank(
        "", "The clock, who, the words. Leave empty what did not happen.", tuple(Field(point, 3) for point in points)
    )


def outcome(held: Held) -> Blank:
    """What came of one table."""
    issues = held.case.talks.issues
    columns = max((len(issue.options) for issue in issues.values()), default=0) + 1
    fields = [
        Field(
            held.phrases.issue(key), 0, (*(capital(held.phrases.option(key, o)) for o in issue.options), "not agreed"),
            columns=columns,
        )
        for key, issue in issues.items()
    ]  # fmt: skip
    fields += [
        Field("Ad referendum, or objected to", 2),
        Field("Next meeting", 1),
        Field("What each side tells at home, in a sentence", 3),
    ]
    return Blank("", "One for each table, to compare: the points of the read-back that stand.", tuple(fields))
