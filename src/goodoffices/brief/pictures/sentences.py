"""The drawings in sentences: they say all that is drawn, and name everybody and everything whole."""

from collections.abc import Iterable

from ...case.called_off import calling_off
from ...talks import Day, Meeting, NextStep
from ..context import Context
from ..english import capital, day, listed
from ..outline import Line
from ..phrases import clean
from .measure import backwards
from .seats import side

SAME = {"certain": "the same meeting", "probable": "probably the same meeting", "possible": "possibly the same meeting"}
_KINDS = {"not said": "format not said", "proximity": "proximity talks"}
_ARTICLE = frozenset({"United", "European"})
"""Names that begin so and end on a noun need an article, even where the case has no spelling with one."""
_NOUNS = frozenset({"States", "Nations", "Kingdom", "Emirates", "Union"})


def the(context: Context, key: str) -> str:
    """A name as a sentence has it: `the United States`, where the case spells it so or English always does."""
    name = context.phrases.name(key)
    party = context.case.talks.parties.get(key) or context.case.talks.third_parties.get(key)
    words = name.split()
    english = len(words) > 1 and words[0] in _ARTICLE and words[-1] in _NOUNS
    spelled = party is not None and f"the {name}".casefold() in {one.casefold() for one in party.spellings}
    return f"the {name}" if english or spelled else name


def everybody(context: Context, keys: Iterable[str]) -> str:
    """Some names as a sentence has them, in the order of the alphabet."""
    return listed(the(context, key) for key in sorted(keys, key=lambda key: context.phrases.name(key).casefold()))


def on(when: Day) -> str:
    """A day after a verb: `on 16 May 2025`, `in May 2025`, `about 16 May 2025`; empty where it is not said."""
    words = day(when)
    if not when.said or words.startswith("about "):
        return f" {words}" if when.said else ""
    return f" on {words}" if words[0].isdigit() and " " in words else f" in {words}"


def where(place: str | None, venue: str | None = None) -> str:
    """House and town, as far as they are said."""
    return ", ".join(clean(x) for x in (venue, place) if x)


def _placed(meeting: Meeting) -> str:
    """` in Istanbul (Dolmabahçe Palace)`."""
    if not meeting.place:
        return f" at {clean(meeting.venue)}" if meeting.venue else ""
    return f" in {clean(meeting.place)}" + (f" ({clean(meeting.venue)})" if meeting.venue else "")


def reserve(line: Line) -> str:
    """What a drawing says of what is not certain: its marks in words."""
    words = {"contradicted": "accounts differ", "proposed": "proposed, reviewed by nobody"}
    return "; ".join(words[mark] for mark in line.marks if mark in words)


def kind(meeting: Meeting) -> str:
    """The format in words."""
    return _KINDS.get(meeting.format, meeting.format)


def meeting_line(context: Context, key: str) -> Line:
    """One meeting with everybody who had a part in it."""
    meeting, order = context.case.talks.meetings[key], context.order[key]
    number = "Order not known. " if order is None else f"{order}. "
    if backwards(number + (meeting.title or "")):  # a sentence of ours begins with a word that runs as it does
        number = f"Number {number}"
    about = f"{capital(clean(meeting.title))}: " if meeting.title else ""
    doubt = _same(context, meeting)
    sentences = [f"{about}{_met(context, meeting)}.", *_parts(context, meeting), *([doubt] if doubt else [])]
    claims = [*meeting.claims, *(claim for role in meeting.roles for claim in role.claims)]
    # The words for what rests on no claim come last, so that they stand with the meeting and not with a role.
    line = context.lines.line(number + " ".join(sentences), meeting)
    marks = tuple(dict.fromkeys([*context.lines.marks(claims), *line.marks]))
    return Line(line.text, tuple(dict.fromkeys(claims)), line.lead, marks, line.signed)


def _met(context: Context, meeting: Meeting) -> str:
    """`Turkey, Ukraine and the United States met (trilateral) on 16 May 2025 in Istanbul`; in proximity talks nobody meets."""
    seats = context.phrases.participants(meeting)
    together = len(seats) > 1 and meeting.format != "proximity"
    verb = "who sat at the table is not said"
    if seats:
        verb = f"{everybody(context, seats)} {'met' if together else 'took part'}"
    place = _placed(meeting)
    known = f"{on(meeting.date)}{place}"
    lacks = [word for word, said in (("day", meeting.date.said), ("place", place)) if not said]
    unknown = f"; {listed(lacks)} not said" if lacks else ""
    first = verb if meeting.title else capital(verb)
    return f"{first} ({kind(meeting)}){known}{unknown}"


def _parts(context: Context, meeting: Meeting) -> list[str]:
    """`Turkey took part as host and mediator.`"""
    roles: dict[str, list[str]] = {}
    for role in meeting.roles:
        of = side(context, role)
        who = the(context, role.who) + (f" ({context.phrases.name(of)})" if of != role.who else "")
        roles.setdefault(who, []).append(role.role)
    (first, parts), *others = roles.items() if roles else [("", [])]
    told = [f"{first} took part as {listed(dict.fromkeys(parts))}"]
    told += [f"{who} as {listed(dict.fromkeys(parts))}" for who, parts in others]
    return [f"{capital('; '.join(told))}."] if roles else []


def _same(context: Context, meeting: Meeting) -> str:
    """`It is possibly the same meeting as 2 (trilateral meeting of ...).`"""
    if meeting.same_as is None:
        return ""
    other = meeting.same_as.meeting
    order = context.order.get(other)
    number = f"{order} (" if order is not None else "("
    return f"This is {SAME[meeting.same_as.certainty]} as {number}{clean(context.phrases.meeting(other))})."


def step_line(context: Context, step: NextStep) -> Line:
    """A next step: what was announced, for when, where, between whom, and whether others have met since."""
    forwhen = f" for {day(step.date)}" if step.date.said else ""
    besides = [] if step.date.said else ["day not said"]
    besides += [f"in {clean(step.place)}"] if step.place else []
    besides += [f"between {everybody(context, step.between)}"] if step.between else []
    besides += [f"announced in: {clean(context.phrases.meeting(step.meeting))}"] if step.meeting else []
    since = " It was called off." if calling_off(context.case, step) else _since(context, step)
    bracket = f" ({'; '.join(besides)})" if besides else ""
    return context.lines.line(f"Announced{forwhen}: {capital(clean(step.text))}{bracket}.{since}", step)


def _since(context: Context, step: NextStep) -> str:
    return " Others have met since." if context.met_since(step) else ""


def in_round(context: Context, key: str | None) -> str:
    """`round: Second renewal`; empty where none is told."""
    return f"round: {clean(context.case.talks.rounds[key].title)}" if key in context.case.talks.rounds else ""


def held_line(context: Context, key: str) -> Line:
    """A meeting on the timeline: when, where, in which round."""
    meeting = context.case.talks.meetings[key]
    place = where(meeting.place, meeting.venue)
    about = capital(clean(context.phrases.meeting(key)))
    words = "; ".join(filter(None, ("held", place, in_round(context, meeting.round))))
    return context.lines.line(f"{capital(day(meeting.date))}: {about} ({words}).", meeting)
