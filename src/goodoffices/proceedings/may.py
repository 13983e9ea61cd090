"""The kinds of acts that are open to a seat, by what that seat itself knows."""

from collections.abc import Callable

from goodoffices.talks.exercise import TRAINER

from . import acts as a
from .facts import Facts
from .rules.parts import RIGHTS, why_not
from .setting import Public

Needs = Callable[[Public, str, Facts], bool]


def may(public: Public, seat: str, facts: Facts) -> frozenset[type[a.Act]]:
    """The kinds of acts that this seat can do now, where there is something on which to do them."""
    return frozenset(
        act
        for act in RIGHTS
        if why_not(public, seat, act, facts.status) is None and _NEEDS.get(act, _nothing)(public, seat, facts)
    )


def _nothing(public: Public, seat: str, facts: Facts) -> bool:
    return True


def _sits(public: Public, seat: str, facts: Facts) -> bool:
    return any(one.state == "open" and seat in one.opened.seats for one in facts.meetings.values())


def _can_close(public: Public, seat: str, facts: Facts) -> bool:
    leads = seat == TRAINER or seat in public.mediation
    return any(
        one.state != "closed" and (leads or seat == one.opener or _speaks_in(public, seat, one.opened.seats))
        for one in facts.meetings.values()
    )


def _speaks_in(public: Public, seat: str, seats: tuple[str, ...]) -> bool:
    return seat in seats and public.part(seat) not in {"observer", "press"}


def _can_answer(public: Public, seat: str, facts: Facts) -> bool:
    party = public.party(seat)
    return any(not one.withdrawn and one.made.side != party for one in facts.proposals.values())


def _has_own(public: Public, seat: str, facts: Facts) -> bool:
    side = public.side(seat)
    return any(
        not one.withdrawn and (one.made.by == seat or (side is not None and one.made.side == side))
        for one in facts.proposals.values()
    )


def _can_carry(public: Public, seat: str, facts: Facts) -> bool:
    return any(one.handed.rule != "keep" for one in facts.messages.values())


def _points(public: Public, seat: str, facts: Facts) -> bool:
    return bool(facts.points)


_NEEDS: dict[type[a.Act], Needs] = {
    a.Adjourn: _can_close,
    a.CloseMeeting: _can_close,
    a.Say: _sits,
    a.Note: _sits,
    a.TakePosition: _sits,
    a.Propose: _sits,
    a.ReadBack: _sits,
    a.Amend: _has_own,
    a.Withdraw: _has_own,
    a.Accept: _can_answer,
    a.Refuse: _can_answer,
    a.Counter: _can_answer,
    a.Carry: _can_carry,
    a.Confirm: _points,
    a.Object: _points,
}
