"""An exercise made of a case that has none: seats, programme and phases by rule, positions as reports tell them.

1. Who mediated in a meeting with the parties sits in the chair; other third parties support, or observe where they did so.
2. Each party has a head, an adviser and a principal; a reporter and an observer may sit outside.
3. The programme is the case's meetings in their order; those without a party are held in the corridors.
4. What a side wants is what reports tell that it said, with who tells it. No points, no mandate, no news: nobody's wishes are
   invented.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...case import Case
from ...case.model import same_meetings
from ...talks import Exercise, Meeting, Part, Phase, Position, Seat, SeatedMeeting
from ..context import Context
from ..english import capital, listed, sentence
from ..sections.stand_words import own, stand, teller

_MEDIATES = ("mediator", "facilitator", "chair", "host")
"""Roles by which somebody sits in the chair, the first that anybody had."""
_LENGTH = {"separate meeting": 15, "trilateral": 15, "consultation": 15}
_LONG = 30
_OF_A_PARTY: tuple[tuple[Part, str, str, tuple[int, int]], ...] = (
    ("head", "Head of delegation", "You lead the delegation of", (1, 1)),
    ("adviser", "Adviser", "You advise the head of the delegation of", (0, 1)),
    ("principal", "Principal", "You instruct the delegation of", (0, 1)),
)
OWN_WORDS = "No report gives the wishes of this side in its own words."


def exercise_of(case: Case) -> Exercise:
    """The exercise; of the case everything must be for everybody."""
    context = Context.of(case)
    seats: dict[str, Seat] = {}
    for key, seat in _seats(context):
        seats[key if key not in seats else f"{key}-{len(seats)}"] = seat
    meetings = dict(_programme(context, seats))
    phases = dict(_phases(context, meetings))
    seats = {key: _placed(key, seat, phases, meetings) for key, seat in seats.items()}
    return Exercise(
        format="exercise/1", title=f"{case.talks.title}: an exercise", briefing=_briefing(context), seats=seats,
        meetings=meetings, phases=phases, debriefing=_QUESTIONS, hints=_HINTS,
    )  # fmt: skip


_QUESTIONS = (
    "When did you first know what the other side needed most? Who told you?",
    "What did the chair carry, and what became of it on the way?",
    "Where did you go beyond what your side is reported to want, and why?",
    "What do the reports of that day tell otherwise than you saw it, and what did they leave out?",
)
_HINTS = (
    "This exercise was made of reports. What a side would have accepted stands in none of them: there are no points "
    "and no mandates, and "
    "nothing that happens at the table says what the real parties would do.",
    "Write mandates, news and what only one seat knows into exercise.yaml, if you want them; then print the packets again.",
)


def _side(context: Context, who: str, of: str | None) -> str | None:
    return of or context.phrases.side_of(who)


def _talked(context: Context) -> list[Meeting]:
    """Meetings in which a party sat."""
    return [m for m in context.case.talks.meetings.values() if context.sides(m)]


def _chair(context: Context) -> str | None:
    thirds = context.case.talks.third_parties
    for role in _MEDIATES:
        for meeting in _talked(context):
            for held in meeting.roles:
                if held.role == role and (side := _side(context, held.who, held.of)) in thirds:
                    return side
    return None


def _others(context: Context, chair: str | None) -> Iterator[tuple[str, Part]]:
    """Third parties that had a part, each with the part."""
    for key in context.case.talks.third_parties:
        if key == chair:
            continue
        roles = {
            r.role for m in context.case.talks.meetings.values() for r in m.roles if _side(context, r.who, r.of) == key
        }
        if roles and roles <= {"observer", "witness"}:
            yield key, "observer"
        elif roles or any(key in context.phrases.participants(m) for m in context.case.talks.meetings.values()):
            yield key, "supporter"


def _seats(context: Context) -> Iterator[tuple[str, Seat]]:
    name, chair = context.phrases.name, _chair(context)
    if chair is not None:
        yield (
            "chair",
            Seat(
                role=f"Chair, {name(chair)}", part="chair", of=chair, who=_who(context, chair, "You lead the talks for")
            ),
        )
        yield "co-mediator", Seat(role=f"Mediator, {name(chair)}", part="mediator", of=chair, people=(0, 1))
    for party in context.parties:
        yield from _delegation(context, party)
    for key, part in _others(context, chair):
        met = any(key in context.phrases.participants(m) for m in _talked(context))
        role = f"{'Envoy' if part == 'supporter' else 'Observer'}, {name(key)}"
        wants = _wants(context, key) if part == "supporter" else ()
        who = _who(context, key, "You sit there for", wants)
        people = (int(met and part == "supporter"), 1)
        yield _id(key, part), Seat(role=role, part=part, of=key, people=people, who=who, wants=wants)
    yield "reporter", Seat(role="Reporter", part="press", people=(0, 1))
    yield "watcher", Seat(role="Observer of the exercise", part="observer", people=(0, 1))


def _delegation(context: Context, party: str) -> Iterator[tuple[str, Seat]]:
    name, wants = context.phrases.name(party), _wants(context, party)
    for part, title, does, people in _OF_A_PARTY:
        who = _who(context, party, does, wants)
        yield _id(party, part), Seat(role=f"{title}, {name}", part=part, of=party, people=people, who=who, wants=wants)


def _id(key: str, part: str) -> str:
    return f"{re.sub(r'[^a-z0-9._-]', '-', key.lower())[:28].strip('-._') or 'side'}-{part}"


def _who(context: Context, key: str, does: str, wants: tuple[str, ...] = ()) -> str:
    told = (
        "Below stands what reports tell that it wanted, and who tells it. What they do not tell, decide as you "
        "think that it would. "
    )
    return (
        f"{does} {context.phrases.the(key)}. {told if wants else ''}What you say is said in an exercise, and is "
        f"not its word."
    )


def _wants(context: Context, key: str) -> tuple[str, ...]:
    """Positions and conditions of a side that reports tell; who tells them, and where."""
    standing = [p for p in context.standing if p.party == key and not context.unread(p.claims)]
    told = [_position(context, p) for p in standing]
    for one in context.case.talks.conditions:
        if context.phrases.side_of(one.by) == key and not context.unread(one.claims):
            told.append(
                sentence(
                    f"{capital(one.what)} only if {one.only_if} ({context.phrases.name(one.by)}){_where(context, one.claims)}"
                )
            )
    for backed in context.case.talks.support:
        if context.phrases.side_of(backed.by) == key and not context.unread(backed.claims):
            what = (
                context.phrases.option(backed.issue or "", backed.option)
                if backed.option
                else backed.text or "the talks"
            )
            told.append(sentence(f"Supports {what}{_where(context, backed.claims)}"))
    if standing and not any(own(context, p) for p in standing):
        told.append(OWN_WORDS)
    return tuple(told) or ("No report that the case holds tells what it wanted.",)


def _position(context: Context, position: Position) -> str:
    who = teller(context, position).removesuffix(" *")
    return sentence(f"{capital(stand(context, position))}{who}{_where(context, position.claims)}")


def _where(context: Context, claims: tuple[str, ...]) -> str:
    """` [SO Daily News, restated]`: in which reports it stands."""
    sources = context.case.record.sources
    keys = dict.fromkeys(context.case.claims[c].source for c in claims if c in context.case.claims)
    told = [
        f"{'restated from ' if sources[key].text.kind == 'restatement' else ''}{context.phrases.publisher(key)}"
        for key in keys
    ]
    return f" [{listed(told)}]" if told else ""


def _briefing(context: Context) -> str:
    talks = context.case.talks
    day = next(
        (m for key in reversed(context.meetings) if context.sides(m := talks.meetings[key]) == len(talks.parties)), None
    )
    when = context.phrases.where(day) if day is not None else ""
    parties = listed(map(context.phrases.the, context.parties))
    return (
        f"{capital(parties)} talk with each other{f' ({when})' if when else ''}. This exercise holds that day again, "
        "with the meetings, the issues and the positions that reports tell.\n\n"
        "You take the parts of parties of which reports tell, and you do not speak for them: what is said today is said by "
        "people who learn. Reports tell positions and not what a side would have accepted; so there are no points and no "
        "mandates here, and "
        "nothing that comes of this day says what the parties themselves would do."
    )


def _programme(context: Context, seats: dict[str, Seat]) -> Iterator[tuple[str, SeatedMeeting]]:
    meetings, same = context.case.talks.meetings, same_meetings(context.case.talks)
    kept = [key for key in context.meetings if same.get(key, key) == key and _sitting(context, meetings[key], seats)]
    for key in kept:
        after, title = tuple(one for one in meetings[key].after if one in kept), _title(context, key)
        yield key, SeatedMeeting(seats=_sitting(context, meetings[key], seats), after=after or None, title=title)


def _title(context: Context, key: str) -> str | None:
    """Another title than the case's, where that names a person: seats are roles."""
    meeting, names = context.case.talks.meetings[key], [p.name for p in context.case.talks.people.values()]
    if not any(name in (meeting.title or "") for name in names):
        return None
    kind = "meeting" if meeting.format == "not said" else meeting.format
    return f"{capital(kind)} of {context.phrases.the_names(context.phrases.participants(meeting))}"


def _sitting(context: Context, meeting: Meeting, seats: dict[str, Seat]) -> tuple[str, ...]:
    """Seats of those who sat there; he who leads the talks wherever a party sits with him or with another party."""
    there = {*context.phrases.participants(meeting), *(_side(context, r.who, r.of) for r in meeting.roles)}
    party = context.sides(meeting)
    found = [
        key for key, seat in seats.items()
        if seat.part != "principal"
        and ((seat.of in there and seat.of is not None) or (party > 1 and seat.part in ("chair", "mediator")))
    ]  # fmt: skip
    watching = [key for key, seat in seats.items() if seat.part == "observer" and seat.of is None]
    return tuple(dict.fromkeys((*found, *watching))) if found else ()


def _phases(context: Context, meetings: dict[str, SeatedMeeting]) -> Iterator[tuple[str, Phase]]:
    """Reading, opening, a phase for each meeting, corridors before the last of them, drafting, read-back, debriefing."""
    talks = context.case.talks.meetings
    main = [key for key in meetings if context.sides(talks[key])]
    aside = tuple(key for key in meetings if key not in main)
    yield "reading", Phase(kind="preparation", minutes=20)
    yield "welcome", Phase(kind="opening", minutes=10)
    for number, key in enumerate(main, 1):
        if number == len(main):
            yield (
                "corridors",
                Phase(kind="caucus", minutes=15, meetings=_in_order(aside, meetings, {*main[: number - 1]})),
            )
        title = capital(context.phrases.meeting(key))
        yield (
            f"meeting-{number}",
            Phase(kind="meeting", minutes=_LENGTH.get(talks[key].format, _LONG), title=title, meetings=(key,)),
        )
    yield "text", Phase(kind="drafting", minutes=15)
    yield "reading-back", Phase(kind="deadline", minutes=10)
    yield "debriefing", Phase(kind="debriefing", minutes=50)


_NOT_IN_IT: dict[Part, str] = {
    "chair": "this meeting is held without you: put the list in order, and see whoever waits",
    "mediator": "this meeting is held without you: put the list in order with the chair",
    "observer": "this meeting is held without you: write down what you have seen so far",
}


def _placed(key: str, seat: Seat, phases: dict[str, Phase], meetings: dict[str, SeatedMeeting]) -> Seat:
    """The seat with a place in the phases in whose meetings it does not sit; of other parts the packets know one."""
    if (line := _NOT_IN_IT.get(seat.part)) is None:
        return seat
    without = {
        id_: line for id_, phase in phases.items()
        if phase.kind == "meeting" and not any(key in meetings[m].seats for m in phase.meetings)
    }  # fmt: skip
    return replace(seat, places=without)


def _in_order(aside: tuple[str, ...], meetings: dict[str, SeatedMeeting], held: set[str]) -> tuple[str, ...]:
    """Meetings apart that may be held by then: those after which they come were held."""
    found: list[str] = []
    for key in aside:
        if set(meetings[key].after or ()) <= held | set(found):
            found.append(key)
    return tuple(found)
