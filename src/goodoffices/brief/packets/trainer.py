"""The trainer's plan: what to prepare, the clock, what comes when, what each side holds, how to debrief."""

from collections.abc import Iterator

from ...talks import Injection, Phase, PhaseKind, Trigger
from ..english import capital, listed
from ..outline import Block, Bullets, Cell, Line, Note, Outline, Section, Table
from .blanks import read_back
from .briefing import cell
from .could import Could, could_be, referred
from .held import Held, at, several
from .sheets import Blank, Field, Sheet

_TELLS: dict[PhaseKind, str] = {
    "preparation": "Hand out briefing and role sheets. Sides sit apart and read; answer questions on the rules, not "
    "on the roles.",
    "opening": "Everybody at one table. Read the rules aloud, say what will be shown at the end, give the word to "
    "whoever leads.",
    "meeting": "Stay out of it. See who sits where, collect slips and proposals, carry referrals.",
    "caucus": "Doors open: whoever wants to speak to whom. Write on the board who sits apart with whom.",
    "drafting": "One list of points on the wall. Say how much time is left, twice.",
    "deadline": "Points are read back, confirmed or objected to in words; then press lines. Stop on time, finished or not.",
    "debriefing": "Forms first, alone. Then the observer, then the questions below, then what was to be revealed.",
}
_ACTS = {
    "propose": "proposes", "accept": "accepts", "refuse": "refuses", "refer": "refers to its principal",
    "caucus": "asks for a meeting apart",
    "carry": "carries a message", "read back": "reads back",
}  # fmt: skip


def trainer_sheets(held: Held) -> Iterator[Sheet]:
    """The plan, what both sides hold, the news to cut out, the outcome."""
    yield _sheet(held, "The trainer's plan", tuple(_plan(held)))
    yield _sheet(held, "What each side holds", tuple(_both(held)))
    if held.exercise.injections:
        yield Sheet(
            _outline(held, "News to hand over", (Section("news", "Cut out, fold, hand over at its time", ()),)),
            tuple(_news(held, key, injection) for key, injection in held.exercise.injections.items()), name="News",
        )  # fmt: skip
    yield from _forms(held)
    yield Sheet(_outline(held, "The debriefing", tuple(_debriefing(held))), (_outcome(held),), name="Debriefing")


def _sheet(held: Held, title: str, sections: tuple[Section, ...]) -> Sheet:
    return Sheet(_outline(held, title, sections), name=title)


def _outline(held: Held, title: str, sections: tuple[Section, ...]) -> Outline:
    label = held.label("For the trainer only")
    return Outline(held.case.name, title, held.exercise.title, sections, (), {}, label=label)


def _plan(held: Held) -> Iterator[Section]:
    yield Section("before", "Before the day", (Bullets(tuple(map(Line, _before(held)))),))
    yield Section("print", "What to print", (_copies(held),))
    if held.exercise.phases:
        yield Section("clock", "The clock", (_clock(held),))
    if waiting := tuple(_waiting(held)):
        yield Section("waiting", "News that waits for something", (Bullets(waiting),))
    if held.exercise.hints:
        yield Section(
            "watch",
            "What to know and watch for",
            (Bullets(tuple(Line(" ".join(h.split())) for h in held.exercise.hints)),),
        )


def _before(held: Held) -> Iterator[str]:
    least, most = held.people
    parties = [held.phrases.the(party) for party in held.case.talks.parties]
    yield (
        f"For {least} to {most} people, {held.minutes} minutes. Give the seats that may not stay empty first; then "
        f"fill each side alike."
    )
    yield f"Rooms: one table for all, a corner for each of {listed(parties)}" + (
        ", and a room apart for the principals (a control cell)."
        if any(s.part == "principal" for s in held.exercise.seats.values())
        else "."
    )
    yield (
        "On the wall: the clock, the issues with their answers, room for one list of points and for press lines. "
        "Scissors, pens, a bell."
    )
    yield "Where the seat of a principal stays empty, you answer what is referred, from that seat's sheet."
    yield (
        "Say at the beginning that people play roles, what will be shown at the end, and that confidential talks do "
        "not belong in an exercise."
    )


def _copies(held: Held) -> Table:
    rows = [(cell("Briefing for everybody"), cell(f"up to {held.people[1]}"), cell("the day before, or first"))]
    rows += [
        (cell(f"{seat.role}: role sheet and forms"), cell(several(seat)), cell("in an envelope"))
        for seat in held.exercise.seats.values()
    ]
    return Table(("What", "Copies", "When"), tuple(rows))


def _clock(held: Held) -> Table:
    rows = []
    for key, phase, minute in held.clock():
        news = [
            f"{at(minute + i.at.minute)}: hand over “{_first(i)}” to {_whom(held, i)}"
            for i in held.exercise.injections.values() if i.at is not None and i.at.phase == key
        ]  # fmt: skip
        rows.append((cell(at(minute)), cell(held.phase(key), f"{phase.minutes} min"), cell(*_do(held, phase), *news)))
    return Table(("Clock", "Phase", "What you do"), (*rows, (cell(at(held.minutes)), cell("End"), cell(""))))


def _do(held: Held, phase: Phase) -> Iterator[str]:
    yield _TELLS[phase.kind]
    if phase.meetings:
        yield f"Due: {listed(map(held.meeting, phase.meetings))}."


def _first(injection: Injection) -> str:
    """The beginning of a piece of news, by which the trainer finds its slip."""
    words = injection.text.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")


def _whom(held: Held, injection: Injection) -> str:
    return held.roles(injection.to) if injection.to else "everybody"


def _waiting(held: Held) -> Iterator[Line]:
    for injection in held.exercise.injections.values():
        if injection.when is not None:
            yield Line(
                f"As soon as {_trigger(held, injection.when)}: hand over “{_first(injection)}” to {_whom(held, injection)}."
            )


def _trigger(held: Held, when: Trigger) -> str:
    who = held.phrases.the(when.by) if when.by else "somebody"
    return f"{who} {_ACTS[when.act]}" + (f" (on {held.phrases.about(when.issue)})" if when.issue else "")


def _news(held: Held, key: str, injection: Injection) -> Blank:
    when = injection.at
    begins = {k: minute for k, _, minute in held.clock()}
    due = f"at {at(begins[when.phase] + when.minute)} ({held.phase(when.phase)})" if when else ""
    due = due or (f"as soon as {_trigger(held, injection.when)}" if injection.when else "")
    aside = f"Give {due} to: {_whom(held, injection)}." + (f" {injection.expected}" if injection.expected else "")
    text, copies = " ".join(injection.text.split()), max(1, len(injection.to))
    return Blank(f"News from: {injection.source}", text, (), cut=True, copies=copies, aside=aside)


def _both(held: Held) -> Iterator[Section]:
    parties = [*held.case.talks.parties]
    if any(held.exercise.mandates.values()):
        yield Section("mandates", "What the delegations may accept", (_mandates(held, parties),))
    if held.exercise.points:
        yield Section("points", "What each answer is worth", tuple(_points(held, parties)))
    if (could := could_be(held.exercise, held.case.talks)) is not None:
        yield Section("could", "What could be agreed", tuple(_could(held, could, parties)))
    yield Section("secrets", "What one seat alone knows", tuple(_secrets(held)))


def _mandates(held: Held, parties: list[str]) -> Table:
    rows = (
        (cell(held.phrases.issue(issue)), *(cell(*_allowed(held, party, issue)) for party in parties))
        for issue in held.case.talks.issues
    )
    return Table(("Issue", *map(held.name, parties)), tuple(rows))


def _allowed(held: Held, party: str, issue: str) -> Iterator[str]:
    mandate = held.exercise.mandates.get(party, {}).get(issue)
    if mandate is None:
        yield "free"
        return
    for word, options in (("may", mandate.may_accept), ("asks first", mandate.must_refer)):
        if options:
            yield f"{word}: {' / '.join(held.phrases.option(issue, o) for o in options)}"


def _points(held: Held, parties: list[str]) -> Iterator[Block]:
    given = [party for party in parties if party in held.exercise.points]
    rows = (
        (cell(held.phrases.issue(key)), cell(*(capital(held.phrases.option(key, o)) for o in issue.options)),
         *(cell(*(str(held.exercise.points[party].points[key][o]) for o in issue.options)) for party in given))
        for key, issue in held.case.talks.issues.items()
    )  # fmt: skip
    nothing = (cell("No agreement"), cell(""), *(cell(str(held.exercise.points[party].no_deal)) for party in given))
    yield Table(("Issue", "Answer", *map(held.name, given)), (*rows, nothing))


def _could(held: Held, could: Could, parties: list[str]) -> Iterator[Block]:
    yield Note(
        f"Of {could.allowed} packages that hang together, {could.better} are worth at least as much to every side as "
        f"no agreement, and beyond nobody's mandate."
        + (" Those that no other beats for all of them:" if could.best else "")
    )
    if could.best:
        yield Table(
            ("", *(f"Package {number}" for number, _ in enumerate(could.best, 1))),
            tuple(_compared(held, could, parties)),
        )


def _compared(held: Held, could: Could, parties: list[str]) -> Iterator[tuple[Cell, ...]]:
    """Packages side by side: the answers, what they are worth, on what each head must ask."""
    for issue in held.case.talks.issues:
        yield (
            cell(held.phrases.issue(issue)),
            *(cell(held.phrases.option(issue, package[issue])) for package, _ in could.best),
        )
    for number, party in enumerate(parties):
        yield cell(f"Worth to {held.phrases.the(party)}"), *(cell(str(worth[number])) for _, worth in could.best)
    for party in parties:
        asked = (
            [held.phrases.about(i) for p, i in referred(held.exercise, package) if p == party]
            for package, _ in could.best
        )
        yield cell(f"{held.name(party)} asks first"), *(cell(listed(issues) or "-") for issues in asked)


def _secrets(held: Held) -> Iterator[Block]:
    lines = [
        Line(" ".join(text.split()), lead=seat.role) for seat in held.exercise.seats.values() for text in seat.knows
    ]
    yield Bullets(tuple(lines)) if lines else Note("No seat knows what others do not.")


def _debriefing(held: Held) -> Iterator[Section]:
    steps = (
        "Step out of the roles: everybody says the name under which he goes again, and one word for how it was.",
        "Forms, alone, five minutes. Collect them, or let people keep them.",
        "The observer tells what he saw; nobody answers yet.",
        *(
            [f"Show: {listed(t[:1].lower() + t[1:].rstrip('.') for t in held.exercise.charter.revealed)}."]
            if held.exercise.charter.revealed
            else []
        ),
        "What mattered most to the other side: compare what was believed with what was so.",
        "Lay each message slip beside what was carried. What changed on the way, and what did that do?",
        "Read the press lines of all sides beside each other.",
    )
    yield Section("steps", "In this order", (Bullets(tuple(map(Line, steps))),))
    if held.exercise.debriefing:
        questions = tuple(Line(" ".join(q.split())) for q in held.exercise.debriefing)
        yield Section("questions", "Questions", (Bullets(questions),))


def _outcome(held: Held) -> Blank:
    fields = [
        Field(
            held.phrases.issue(key), 0, (*(capital(held.phrases.option(key, o)) for o in issue.options), "not agreed")
        )
        for key, issue in held.case.talks.issues.items()
    ]
    fields += [
        Field("Ad referendum, or objected to", 2),
        Field("Next meeting", 1),
        Field("What each side tells at home, in a sentence", 3),
    ]
    return Blank("What came of it", "One for each table, to compare.", tuple(fields))


def _forms(held: Held) -> Iterator[Sheet]:
    """Where nobody sits in the chair, the trainer reads back."""
    if not held.chaired:
        yield Sheet(_outline(held, "Read-back", ()), (read_back(held),), name="Read-back")
