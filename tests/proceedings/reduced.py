"""A day without what one seat may not know, and that this seat cannot tell it from the whole one.

An act stays if the oracle lets the seat see anything of it. What it cannot see of such an act (words for the principal, words
that were handed over) is taken out of it. What else is left are bare bones on which something hangs that the seat does see,
their words taken out: a proposal of which the principal sees that it was accepted, a message of which it was brought the gist,
and what a party's principal allowed, since that shows in what stands ad referendum, as it should.
"""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from goodoffices.proceedings import Act, Event, Refusal, State, decide, feed, fold, seat_view, view
from goodoffices.proceedings import acts as a

from .oracle import MEDIATION, Oracle, party, side_of
from .random_days import Done, RandomDay
from .valley_talks import SEATS, SETTING

BINDING = (a.Propose, a.Amend, a.Accept, a.Counter, a.Confirm)
"""Acts that stand ad referendum where the mandate does not reach."""
SHOWN_IN = {a.Refer: {"Referred"}, a.Instruct: {"Instructed"}, a.Counter: {"Proposed"}, a.Reflect: {"Reflected"}}
"""Where the words of an act are shown, if that is not every kind of event that comes of it."""
NO_WORDS = {"Warned", "Referred", "Settled"}


def require_no_leak(day: RandomDay) -> None:
    """For every seat the whole day and the reduced one are the same."""
    for number, seat in enumerate(SEATS):
        events, state = replay(reduced(day, seat))
        assert feed(day.day.events, seat) == feed(events, seat), seat
        whole, part = seat_view(SETTING, day.day.events, seat), seat_view(SETTING, events, seat)
        assert whole == part
        assert (whole.may, whole.waiting, whole.outcome) == (part.may, part.waiting, part.outcome)
        _require_equal_answers(day, seat, state, Random(number))


def replay(acts: list[tuple[Act, Any]]) -> tuple[list[Event], State]:
    """The events of some acts."""
    state = fold(SETTING, ())
    events: list[Event] = []
    for act, at in acts:
        made = decide(state, act, at)
        assert not isinstance(made, Refusal), (made, act)
        state = state.after_all(made)
        events += made
    return events, state


def reduced(day: RandomDay, seat: str) -> list[tuple[Act, Any]]:
    """The acts of the day without what the seat may not know."""
    needed: set[str] = set()
    kept: list[tuple[Act, Any]] = []
    for done in reversed(day.done):
        act = _part(day.oracle, done, seat, needed)
        if act is not None:
            needed |= _needs(act)
            kept.append((act, done.at))
    return kept[::-1]


def _part(oracle: Oracle, done: Done, seat: str, needed: set[str]) -> Act | None:
    act = done.act
    if any(seat in seats for seats in done.sights.values()):
        if isinstance(act, a.Carry) and seat not in MEDIATION:
            return _brought(oracle, act)
        return act if _words_seen(done, seat) else _bare(act)
    if done.made & needed or _changes(oracle, act) & needed:
        return act if isinstance(act, a.EditInjection) or f"exact {_made(done)}" in needed else _bare(act)
    return None


def _made(done: Done) -> str:
    return next(iter(done.made), "")


def _brought(oracle: Oracle, act: a.Carry) -> Act:
    """What came as the mediator's own idea is not to be told from what is."""
    handed = oracle.messages[act.message]
    return a.HandOver(by=act.by, to=handed.to, words=act.words) if handed.rule == "own idea" else act


def _words_seen(done: Done, seat: str) -> bool:
    kinds = SHOWN_IN.get(type(done.act), done.sights.keys() - NO_WORDS)
    return any(seat in done.sights[kind] for kind in kinds)


def _bare(act: Any) -> Act:
    """The act with nothing that anybody wrote in it."""
    if isinstance(act, a.ReadBack):
        return replace(act, points=tuple(replace(point, words="x") for point in act.points))
    if isinstance(act, a.OpenMeeting):
        return replace(act, title="x")
    if getattr(act, "words", ""):
        act = replace(act, words="x")
    assert isinstance(act, Act)
    return act


def _needs(act: Any) -> set[str]:
    """What has to be there for an act to be possible, or to stand as it does."""
    named = {getattr(act, one, None) for one in ("meeting", "proposal", "point", "referral", "message", "injection")}
    if isinstance(act, a.ReadBack):
        named |= {point.proposal for point in act.points}
    if isinstance(act, BINDING) and (who := party(act.by)):
        named.add(f"mandate of {who}")
    if isinstance(act, a.Carry):
        named.add(f"exact {act.message}" if not act.words else None)
    return {one for one in named if one}


def _changes(oracle: Oracle, act: Any) -> set[str]:
    """What an act changes that was there before."""
    named = {getattr(act, one, None) for one in ("proposal", "point", "injection", "referral")}
    if isinstance(act, a.OpenMeeting | a.Adjourn | a.CloseMeeting):
        named.add(act.meeting)
    if isinstance(act, a.Instruct):
        who = side_of(act.by) or act.party
        named |= {f"mandate of {who}", oracle.referrals[act.referral][2] if act.referral else None}
    return {one for one in named if one}


def _require_equal_answers(day: RandomDay, seat: str, state: State, random: Random) -> None:
    """Whatever the seat tries on anything that there is, what it is answered is the same; what it may not know does not exist."""
    at = day.day.at + timedelta(seconds=5)
    tries = _tries(day, seat)
    # The day is over by now: what would have been answered before is what tells something.
    for act in random.sample(tries, min(25, len(tries))):
        whole, part = (decide(_running(one), act, at) for one in (day.day.state, state))
        assert _answer(whole, seat) == _answer(part, seat), act


def _running(state: State) -> State:
    facts = {seat: replace(one, status="running") for seat, one in state.seats.items()}
    return replace(state, facts=replace(state.facts, status="running"), seats=facts)


def _answer(made: tuple[Event, ...] | Refusal, seat: str) -> object:
    return made if isinstance(made, Refusal) else [seen for event in made if (seen := view(event, seat))]


def _tries(day: RandomDay, seat: str) -> list[Act]:
    facts, package = day.day.state.facts, {"mill": "closed"}
    tries: list[Act] = []
    for id_ in (*facts.meetings, "nothing"):
        tries += [
            a.Say(by=seat, meeting=id_, words="x"), a.Note(by=seat, meeting=id_, whose="chair", words="x"),
            a.OpenMeeting(by=seat, meeting=id_), a.Adjourn(by=seat, meeting=id_), a.CloseMeeting(by=seat, meeting=id_),
            a.Propose(by=seat, meeting=id_, package=package),
            a.ReadBack(by=seat, meeting=id_, points=(a.PointToRead(kind="open", words="x"),)),
        ]  # fmt: skip
    for id_ in (*facts.proposals, "nothing"):
        tries += [
            a.Accept(by=seat, proposal=id_), a.Refuse(by=seat, proposal=id_), a.Refer(by=seat, proposal=id_),
            a.Withdraw(by=seat, proposal=id_), a.Amend(by=seat, proposal=id_, package=package),
            a.Counter(by=seat, proposal=id_, package=package),
        ]  # fmt: skip
    tries += [a.Carry(by=seat, message=id_, words="x") for id_ in (*facts.messages, "nothing")]
    tries += [a.Confirm(by=seat, point=id_) for id_ in (*facts.points, "nothing")]
    tries += [a.Object(by=seat, point=id_, words="x") for id_ in (*facts.points, "nothing")]
    return tries + [a.Instruct(by=seat, answer="confirm", referral=id_) for id_ in (*facts.referrals, "nothing")]
