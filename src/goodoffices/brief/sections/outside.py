"""Outside the room: who supports what, who consulted whom, on what others make their part depend."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ...talks import Meeting, Position, Support
from ..context import Context
from ..english import listed, on, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Bullets, Line, Section, lines_of
from ..passages import passages
from ..tellers import leading, teller_of
from .glance import before_it, main_meeting
from .meeting_words import absent, third_parties
from .said import statement_lines
from .stand_words import act, led_in, own, teller
from .stands import condition_lines
from .wanted import wanted

_WITH = re.compile(r"(?!.* and .* with )(.+?) with (.+)")
"""A title that says who met whom: `The envoy with the ministers`."""


def outside(context: Context, above: Iterable[Section] = ()) -> Section | None:
    """The fourth section; nothing where nobody outside is told of. What the sections above have no room for is told here."""
    above = tuple(above)
    beside = tuple(_beside(context, above))
    lines = (
        *beside,
        *_before(context, above),
        *_support(context),
        *_positions(context),
        *_consultations(context),
        *_conditions(context),
        *_statements(context),
    )
    title = "Outside the room, and third parties" if beside or _inside_too(context) else "Outside the room"
    return Section("outside", title, (Bullets(tuple(dict.fromkeys(lines))),)) if lines else None


def _beside(context: Context, above: Sequence[Section]) -> Iterator[Line]:
    """Who helped at the meeting, and who was absent, where the first section had no room for it."""
    told = {claim for section in above if section.id == "glance" for line in lines_of(section) for claim in line.claims}
    key = main_meeting(context)
    if key is None or not told:
        return
    meeting = context.case.talks.meetings[key]
    for line in (*third_parties(context, meeting, people="none"), *absent(context, meeting)):
        if told.isdisjoint(line.claims):
            yield line


def _before(context: Context, above: Iterable[Section]) -> Iterator[Line]:
    """The meetings just before, with who met in them, where the first section does not tell of them."""
    told = [set(line.claims) for section in above if section.id == "glance" for line in lines_of(section)]
    key = main_meeting(context)
    lines = before_it(context, context.case.talks.meetings[key], who=True) if key is not None and told else ()
    yield from (line for line in lines if not any({*line.claims} <= one for one in told))


def _inside_too(context: Context) -> bool:
    """Whether somebody who is told of here had a part in the meetings: then `outside` alone would deny it."""
    talks = context.case.talks
    told = {x.by for x in talks.support} | {p.party for p in talks.positions} | {s.by for s in talks.statements}
    sides = {context.phrases.side_of(one) or one for one in told} - set(talks.parties)
    return any(side in talks.third_parties and not context.is_outside(side) for side in sides)


def _support(context: Context) -> Iterator[Line]:
    """What others back, each option once with all who back it."""
    backed: dict[tuple[str, str], list[Support]] = {}
    unread = [s for s in context.case.talks.support if context.unread(s.claims)]
    for support in context.case.talks.support:
        if support not in unread:
            teller = teller_of(context.phrases, support.claims, support.by)
            backed.setdefault((leading(context.phrases, teller), _backed(context, support)), []).append(support)
    for (told, what), by in backed.items():
        keys = context.by_name(dict.fromkeys(s.by for s in by))
        many = len(keys) > 1 or context.phrases.plural(keys[0])
        text = f"{told}{context.phrases.the_names(keys)} {'support' if many else 'supports'}{what}"
        yield context.lines.line(sentence(text), by)
    yield from passages(context, [c for s in unread for c in s.claims])


def _backed(context: Context, support: Support) -> str:
    """What is supported, as it stands after the verb: an option alone may say little (`for 120 days`)."""
    text = support.text or ""
    if support.issue and support.option:
        text = wanted(context, support)
        if kind_of(text) not in (Kind.NOUN, Kind.NONE):
            return f" this on the issue “{context.phrases.issue(support.issue)}”: {inside(text, context.proper)}"
    text = text or (context.phrases.issue(support.issue) if support.issue else "the talks")
    words = inside(text, context.proper)
    return f" {words}" if kind_of(text) in (Kind.NOUN, Kind.NONE) else f": {words}"


def _positions(context: Context) -> Iterator[Line]:
    """Positions of those who are no party, all that is told of one actor in the same way in one sentence."""
    by_actor: dict[tuple[str, str], list[Position]] = {}
    for position in context.standing:
        if position.party in context.case.talks.parties:
            continue
        if context.unread(position.claims):
            yield from passages(context, position.claims)
            continue
        by_actor.setdefault((position.party, led_in(context, position)), []).append(position)
    for (actor, told), held in by_actor.items():
        acts = [act(context, p) + (teller(context, p) if own(context, p) else "") for p in held]
        text = f"{told}{context.phrases.the(actor)} {listed(_once(acts))}"
        yield context.lines.line(sentence(text), held)


def _once(acts: list[str]) -> list[str]:
    """The acts, the verb of one not said again with the next."""
    verb = acts[0].split(" ", 1)[0] + " "
    if all(act.startswith(verb) and ":" not in act for act in acts):
        return [acts[0], *(act.removeprefix(verb) for act in acts[1:])]
    return acts


def _consultations(context: Context) -> Iterator[Line]:
    """Meetings in which no party sat: `France, Germany and the United States consulted in Paris on 3 May 2031.`"""
    for key in context.meetings:
        meeting = context.case.talks.meetings[key]
        who = context.phrases.participants(meeting)
        if who and not context.sides(meeting):
            yield _consultation(context, meeting, who)


def _consultation(context: Context, meeting: Meeting, who: list[str]) -> Line:
    where = f" in {meeting.place}" if meeting.place else ""
    when = f" {on(meeting.date)}" if meeting.date.said else ""
    kind = meeting.format == "consultation"
    with_ = _WITH.fullmatch(meeting.title or "")
    if with_:
        first = inside(_known_as(context, with_[1]), context.proper)
        text = f"{first} {'consulted' if kind else 'met'} {inside(with_[2], context.proper)}{where}{when}"
    elif meeting.title:
        text = f"there was a {'consultation' if kind else 'meeting'}{where}{when}: {meeting.title}"
    else:
        text = f"{context.phrases.the_names(context.by_name(who))} {'consulted' if kind else 'met'}{where}{when}"
    return context.lines.line(sentence(text), meeting)


def _known_as(context: Context, name: str) -> str:
    """A person at first sight, where the name is that of one."""
    key = context.case.names.id(name)
    return context.phrases.titled(key) if key in context.case.talks.people else name


def _statements(context: Context) -> Iterator[Line]:
    for statement in context.case.talks.statements:
        if context.is_outside(statement.by):
            yield from statement_lines(context, statement)


def _conditions(context: Context) -> Iterator[Line]:
    for condition in context.case.talks.conditions:
        if context.phrases.side_of(condition.by) not in context.case.talks.parties:
            yield from condition_lines(context, condition)
