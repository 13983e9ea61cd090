"""The page of the mediation: meetings, caucuses, messages to carry, what is read back, what each side said that it wants."""

from collections.abc import Mapping
from typing import get_args

from ...proceedings.acts import Passing, PointKind
from .ask import Ask, Values
from .bounded import MEETINGS, MOST, first, meetings_of, recent
from .proposals import wanted
from .read_back import kept_open, rows
from .seat import asked_of, caucuses, mediates, state_of

HOW: Mapping[Passing, str] = {
    "word for word": "may be carried: word for word",
    "gist": "may be carried: its sense",
    "own idea": "may be carried: as your own idea",
    "keep": "to be kept: for you alone",
}
"""How a message may be passed on, on the badge that it bears."""


def chair(ask: Ask) -> Values | None:
    """What the mediation does."""
    if not mediates(ask):
        return None
    facts, public = ask.view.facts, ask.view.known.public
    over = {id_ for id_, there in facts.meetings.items() if there.state == "closed"}
    here = meetings_of(ask.view, ask.here, MEETINGS)
    stands = [(id_, one) for id_, one in facts.proposals.items() if not one.withdrawn]
    kept = [one for one in facts.messages.values() if one.handed.rule == "keep"]
    return {
        "how": HOW, "m_class": {"word for word": "good", "gist": "good", "own idea": "good"}, "kept": kept,
        "programme": [(id_, one, state_of(ask, id_), over.issuperset(one.after)) for id_, one in public.programme.items()],
        "others": [(id_, there) for id_, there in facts.meetings.items() if id_ not in public.programme][-MEETINGS:],
        "to_carry": (to_carry := first(
            [(id_, facts.messages[id_]) for id_ in ask.waiting.messages], lambda one: one[1].handed.words,
            lambda one: one[1].handed.side or one[1].handed.by,
        )),
        "more_to_carry": len(ask.waiting.messages) - len(to_carry), "asked": asked_of(ask),
        "carried": recent(
            [(id_, one) for id_, one in facts.messages.items() if id_ not in ask.waiting.messages],
            lambda one: one[1].handed.words,
        ),
        "caucuses": caucuses(ask), "here": [(id_, ask.names.meeting(id_)) for id_ in here[::-1]],
        "kinds": [(kind, kind) for kind in get_args(PointKind)], "wanted": wanted(ask),
        "rows": (points := rows(ask)), "more_open": kept_open(ask, points),
        "sitting": [seat for seat, one in public.seats.items() if one.part != "principal"],
        "twice": twice(ask), "points": [one for one in facts.points.items() if not one[1].objections][-20:],
        "objected": [one for one in facts.points.items() if one[1].objections][-20:], "shown": stands[-MOST:],
    }  # fmt: skip


def twice(ask: Ask) -> list[tuple[str, list[str]]]:
    """Each side of which somebody is to sit in several open meetings at once, and which: nobody is in two places."""
    public, facts = ask.view.known.public, ask.view.facts
    open_ = {id_: there.opened.seats for id_, there in facts.meetings.items() if there.state == "open" and not ask.over}
    found: dict[str, set[str]] = {}
    for seat in public.seats:
        there = [id_ for id_, seats in open_.items() if seat in seats]
        if (party := public.party(seat)) and len(there) > 1:
            found.setdefault(party, set()).update(there)
    return [(party, meetings_of(ask.view, [id_ for id_ in open_ if id_ in ids], 4)) for party, ids in found.items()]
