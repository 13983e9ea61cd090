"""The pages of a seat: where I am, a meeting, my side; the proposals stand in `proposals.py`.

Each function makes what its template shows, of the seat's own view alone; nothing where the seat has no such page. A page that
there is not, and one that is not this seat's, are the same nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from ... import proceedings as p
from ...proceedings import events as e
from ...proceedings.acts import CaucusKind, Passing
from ...proceedings.facts import ReferralFacts
from ...proceedings.state import letters
from ...talks.issues import STANCES
from .ask import Ask, Clock, Values
from .bounded import LETTERS, MEETINGS, first, meetings_of, recent, sheets_of
from .names import CAUCUSES, RULES, Names
from .phase import phase
from .place import place
from .proposals import answerable
from .sentences import adds, meeting_of, sentence
from .solo import solo

NAV = 6
"""Meetings beside those of the programme to which each page has a way."""
LATEST, WORDS = 12, 60
"""How much of what happened, and of what was said in a meeting, is on a page; what is older is on pages of its own."""
PAGE, PAGE_LETTERS = 200, 100_000
"""Lines of such a page, and its letters, whoever wrote them."""
Feed = tuple[tuple[int, p.SeenEvent], ...]


@dataclass(frozen=True)
class Line:
    """Something that happened, as it is shown."""

    number: int
    time: str
    text: str
    kind: str
    who: str = ""
    words: str = ""
    note: str = ""


def seat_frame(ask: Ask) -> Values:
    """What all pages of a seat show."""
    view = ask.view
    waiting = ask.waiting
    return {
        "view": view, "names": ask.names, "clock": Clock.of(view, ask.now), "number": view.number,
        "may": {kind.__name__ for kind in view.may}, "public": view.known.public, "waiting": waiting, "nav": _nav(ask),
        "outcome": view.outcome, "over": ask.over, "adds": adds, **solo(ask), **phase(ask),
    }  # fmt: skip


def _nav(ask: Ask) -> list[tuple[str, str, int]]:
    view, waiting = ask.view, ask.waiting
    found = [("/", "My seat", 0)]
    found += [
        (f"/meeting/{id_}", "Meeting" if len(ask.here) == 1 else ask.names.meeting(id_), 0)
        for id_ in meetings_of(view, ask.here, NAV)
    ]
    found += [("/proposals", "Proposals", len(_open(ask, waiting.proposals)))]
    found += [("/side", "My side", len(waiting.referrals))]
    if mediates(ask):
        found += [("/chair", "Chair", len(waiting.messages) + len(waiting.asked))]
    if view.facts.status in ("debriefing", "revealed"):
        found += [("/debriefing", "Debriefing", 0)]
    if view.facts.status == "revealed":
        found += [("/day", "What happened", 0)]
    return found


def mediates(ask: Ask) -> bool:
    """Whether the seat is of the mediation team."""
    return ask.seat in ask.view.known.public.mediation


def _open(ask: Ask, proposals: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for id_ in proposals if ask.view.facts.proposals[id_].open_at(ask.now))


def lines(names: Names, feed: Feed) -> list[Line]:
    """What happened, a line each."""
    return [line for number, seen in feed if (line := _line(names, number, seen))]


def last_lines(names: Names, feed: Feed, most: int) -> list[Line]:
    """The last of it: so many lines at most, and no more than a page takes; the latest is always among them."""
    found: list[Line] = []
    letters = 0
    for number, seen in reversed(feed):
        if line := _line(names, number, seen):
            found.append(line)
            letters += len(line.text) + len(line.words)
        if len(found) == most or letters > LETTERS:
            break
    return found[::-1]


def earlier(feed: Feed, shown: list[Line]) -> int:
    """How much of it is older than what is shown."""
    return sum(number < shown[0].number for number, _ in feed) if shown else len(feed)


def pages(names: Names, feed: Feed, number: str, base: str) -> Values | None:
    """One page of all that happened, the oldest first, with the way to the others; without a number the last."""
    sheets = sheets_of(feed, lambda pair: letters(pair[1].what), PAGE, PAGE_LETTERS)
    at = int(number) if number else len(sheets)
    if not 1 <= at <= len(sheets):
        return None
    return {"all": lines(names, sheets[at - 1]), "pages": len(sheets), "at": at, "base": base}


def _line(names: Names, number: int, seen: p.SeenEvent) -> Line | None:
    """A line; nothing of what was said with something before it."""
    what, kind = seen.what, type(seen.what).__name__
    if isinstance(what, e.Said):
        note = f"noted by {names.seat(what.noted_by)}" if what.noted_by else ""
        return Line(number, names.time(seen.at), "", kind, names.seat(what.by), what.words, note)
    if not (told := sentence(names, what)):
        return None
    return Line(number, names.time(seen.at), told, f"{kind} reached" if names.reached(what) else kind)


def my_seat(ask: Ask) -> Values:
    """Where I am, what waits for me, the programme, what happened last."""
    view, waits = ask.view, _waits(ask)
    here, away = (
        ask.here,
        [
            id_
            for id_, one in view.facts.meetings.items()
            if one.state == "open" and id_ not in ask.here and not ask.over
        ],
    )
    shown, elsewhere = meetings_of(view, here, MEETINGS), meetings_of(view, away, MEETINGS)
    return {
        **waits, "here": shown, "elsewhere": elsewhere, "more_meetings": len(here) + len(away) - len(shown) - len(elsewhere),
        "latest": (latest := last_lines(ask.names, view.feed, LATEST))[::-1], "older": earlier(view.feed, latest),
        "caucuses": caucuses(ask), **place(ask),
        "programme": [(id_, planned, state_of(ask, id_)) for id_, planned in view.known.public.programme.items()],
    }  # fmt: skip


def _waits(ask: Ask) -> Values:
    """What waits for the seat, the oldest first: the rest comes up as that is answered."""
    view, waiting = ask.view, ask.waiting
    facts = view.facts
    found: dict[str, tuple[list[Any], int]] = {
        "open_proposals": _shown(_open(ask, waiting.proposals), "", lambda id_: facts.proposals[id_].made.by),
        "points": _shown([(id_, facts.points[id_]) for id_ in waiting.points], "words", lambda one: one[1].meeting),
        "messages": _shown(waiting.messages, "", lambda id_: facts.messages[id_].handed.by),
        "referrals": _shown(waiting.referrals, "", lambda id_: facts.referrals[id_].referred.by),
        "asked": _shown(waiting.asked, "", lambda one: one.by),
    }  # fmt: skip
    return {**{name: some for name, (some, _) in found.items()}, "more_waits": sum(more for _, more in found.values())}


def _shown(all_: Sequence[Any], words: str, who: Callable[[Any], str]) -> tuple[list[Any], int]:
    """What is shown of what waits, and how many are not."""
    shown = first(all_, lambda one: one[1].read.words if words else "", who)
    return shown, len(all_) - len(shown)


def asked_of(ask: Ask) -> list[e.CaucusAsked]:
    """The caucuses that the mediation was asked for, as many as a page takes."""
    return first(ask.waiting.asked, lambda one: "", lambda one: one.by)


def state_of(ask: Ask, id_: str) -> str:
    """Whether a meeting of the programme is still planned, or what became of it."""
    there = ask.view.facts.meetings.get(id_)
    if ask.over:
        return "over" if there else "not held"
    return there.state if there else "planned"


def caucuses(ask: Ask) -> list[tuple[str, str, str]]:
    """The caucuses for which a seat may ask: kind, side, name."""
    public = ask.view.known.public
    kinds = [kind for kind in get_args(CaucusKind) if kind not in ("side", "chair and side")]
    plain = [(kind, "", CAUCUSES[kind]) for kind in kinds if _some(ask, kind)]
    own = public.side(ask.seat)
    sides = [side for side in public.parties if side == own or mediates(ask)]
    of = [
        (kind, side, f"{CAUCUSES[kind]}: {public.parties[side]}")
        for side in sides
        for kind in ("side", "chair and side")
    ]
    return of + plain


def _some(ask: Ask, kind: str) -> bool:
    public = ask.view.known.public
    return bool(public.of_part("supporter")) if kind == "supporters" else bool(public.of_part("head"))


def everything(ask: Ask, number: str = "") -> Values | None:
    """All that happened, as far as the seat saw it."""
    found = pages(ask.names, ask.view.feed, number, "/all")
    return found and {**found, "title": "What happened"}


def meeting(ask: Ask, id_: str) -> Values | None:
    """A meeting in which the seat sits or sat."""
    there = ask.view.facts.meetings.get(id_)
    if there is None or ask.seat not in there.opened.seats:
        return None
    names, facts = ask.names, ask.view.facts
    heard = tuple(pair for pair in ask.view.feed if meeting_of(names, pair[1].what) == id_)
    speakers = [seat for seat in there.opened.seats if ask.view.known.public.part(seat) not in ("observer", "press")]
    side = ask.view.known.public.side(ask.seat)
    return {
        "id": id_, "there": there, "heard": (shown := last_lines(names, heard, WORDS)), "more": earlier(heard, shown),
        "speakers": sorted(speakers, key=lambda seat: ask.view.known.public.side(seat) != side), "stances": STANCES,
        "points": [(key, one) for key, one in facts.points.items() if one.meeting == id_][-20:],
        "leads": mediates(ask) or ask.seat in speakers, "is_open": there.state == "open" and not ask.over,
    }  # fmt: skip


def meeting_whole(ask: Ask, id_: str, number: str = "") -> Values | None:
    """All that was heard in a meeting."""
    if meeting(ask, id_) is None:
        return None
    heard = tuple(pair for pair in ask.view.feed if meeting_of(ask.names, pair[1].what) == id_)
    found = pages(ask.names, heard, number, f"/meeting/{id_}/all")
    return found and {**found, "title": ask.names.meeting(id_)}


def side(ask: Ask) -> Values:
    """What only this side, or this seat, knows and does."""
    view, known = ask.view, ask.view.known
    facts = view.facts
    party = known.public.side(ask.seat)
    others = {id_: name for id_, name in known.public.parties.items() if id_ != party}
    return {
        "mandate": known.mandates.get(party or "", {}), "points": known.points.get(party or ""),
        "priorities": known.priorities.get(party or "", ()), "others": others, "rules": [(r, RULES[r]) for r in get_args(Passing)],
        "referrals": _referrals(ask),
        "principal": known.public.part(ask.seat) == "principal", "reasons": known.reasons.get(party or "", {}),
        "open_answerable": answerable(ask), "widened": _widened(ask, party), "party": party,
        "press": recent(facts.press, lambda one: one.words), "received": recent(facts.received, lambda one: one.words),
        "messages": recent(facts.messages.items(), lambda one: one[1].handed.words),
        "instructions": recent(facts.instructions, lambda one: one.words),
    }  # fmt: skip


def _referrals(ask: Ask) -> list[tuple[str, ReferralFacts]]:
    """What lies before a principal, then what was answered, the latest first."""
    all_ = [*ask.view.facts.referrals.items()]
    lying = first(
        [one for one in all_ if not one[1].answered], lambda one: one[1].referred.words, lambda one: one[1].referred.by
    )
    answered = recent([one for one in all_ if one[1].answered], lambda one: one[1].referred.words)
    return [*lying[::-1], *answered[::-1]]


def _widened(ask: Ask, party: str | None) -> dict[str, frozenset[str]]:
    issues = ask.view.known.public.issues
    return {id_: options for id_ in issues if party and (options := ask.view.facts.widened(party, id_))}
