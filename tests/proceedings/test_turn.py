"""What a seat may not see and what does not exist: the rule of `rules/turn.py`."""

import pytest

from goodoffices.proceedings import (
    Accept,
    Act,
    Carry,
    CloseMeeting,
    Confirm,
    HandOver,
    Instruct,
    OpenMeeting,
    PointToRead,
    Propose,
    ReadBack,
    Refer,
    Say,
    Withdraw,
)
from goodoffices.proceedings.rules.turn import NOT_HERE

from .valley_talks import Day


@pytest.fixture(scope="module")
def hidden() -> tuple[Day, dict[str, str]]:
    """A day with a thing of every kind, all of them hidden from somebody."""
    day = Day()
    meeting = day.do(OpenMeeting(by="chair", seats=("chair", "upper-head", "lower-head"), secret=True))[0].what.meeting  # type: ignore[attr-defined]
    day.do(Propose(by="lower-head", meeting=meeting, package={"mill": "leased"}))
    day.do(Refer(by="upper-head", words="May we?"))
    day.do(HandOver(by="upper-head", to="lower", words="Lease it."))
    day.do(ReadBack(by="chair", meeting=meeting, points=(PointToRead(kind="open", words="Water."),)))
    facts = day.state.facts
    ids = {"meeting": meeting}
    for kind, found in (("proposal", facts.proposals), ("referral", facts.referrals), ("point", facts.points)):
        ids[kind] = next(iter(found))
    return day, ids | {"message": next(iter(facts.messages))}


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("meeting", lambda id_: Say(by="upper-adviser", meeting=id_, words="x")),
        ("meeting", lambda id_: CloseMeeting(by="mediator", meeting=id_)),
        ("meeting", lambda id_: OpenMeeting(by="mediator", meeting=id_)),
        ("meeting", lambda id_: Propose(by="union", meeting=id_, package={"mill": "leased"})),
        ("proposal", lambda id_: Accept(by="upper-adviser", proposal=id_)),
        ("proposal", lambda id_: Withdraw(by="lower-adviser", proposal=id_)),
        ("proposal", lambda id_: Refer(by="lower-adviser", proposal=id_)),
        ("referral", lambda id_: Instruct(by="lower-council", answer="confirm", referral=id_)),
        ("message", lambda id_: Carry(by="mediator", message=id_ + "0", words="x")),
        ("point", lambda id_: Confirm(by="upper-adviser", point=id_)),
    ],
)
def test_1_forbidden_and_non_existing_are_one_answer(
    hidden: tuple[Day, dict[str, str]], kind: str, act: object
) -> None:
    day, ids = hidden
    assert callable(act)
    there, nowhere = act(ids[kind]), act("nothing")
    assert isinstance(there, Act)
    assert isinstance(nowhere, Act)
    assert day.no(there) == day.no(nowhere) == NOT_HERE


def test_1_a_public_meeting_of_others_is_no_better_than_none() -> None:
    day = Day().session()
    assert day.no(Say(by="union", meeting="session", words="x")) == day.no(Say(by="union", meeting="none", words="x"))
