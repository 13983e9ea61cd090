"""What is read back: the rules of `rules/read_back.py`."""

from goodoffices.proceedings import Confirm, Instruct, Object, OpenMeeting, PointToRead, Propose, ReadBack
from goodoffices.proceedings.rules import read_back as rules
from goodoffices.proceedings.rules.turn import NOT_HERE

from .valley_talks import Day

PARTIES = {"upper": "", "lower": ""}


def read(day: Day, *points: PointToRead) -> list[str]:
    """The ids of points that the chair reads."""
    day.do(ReadBack(by="chair", meeting="session", points=points))
    return list(day.state.facts.points)[-len(points) :]


def standing(day: Day, point: str) -> str:
    return day.state.facts.points[point].standing(PARTIES)


CLOSED = PointToRead(kind="agreed", words="The mill is closed.", issue="mill", option="closed")


def test_1_the_mediation_reads_points_to_a_meeting_in_which_it_sits() -> None:
    day = Day().session()
    points = read(day, CLOSED, PointToRead(kind="next", words="We meet on 20 May."))
    assert list(day.look("observer").facts.points) == points
    assert day.no(ReadBack(by="mediator", meeting="session", points=(CLOSED,))) == NOT_HERE
    assert day.no(ReadBack(by="chair", meeting="session", points=())) == rules.NO_POINTS
    nowhere = PointToRead(kind="agreed", words="x", issue="mill", option="burnt")
    assert day.no(ReadBack(by="chair", meeting="session", points=(nowhere,))) == NOT_HERE
    of_nothing = PointToRead(kind="open", words="x", option="sold")
    assert day.no(ReadBack(by="chair", meeting="session", points=(of_nothing,))) == NOT_HERE


def test_1_a_proposal_is_named_only_before_those_who_saw_it() -> None:
    day = Day()
    apart = day.do(OpenMeeting(by="chair", seats=("chair", "upper-head")))[0].what.meeting  # type: ignore[attr-defined]
    day.do(Propose(by="upper-head", meeting=apart, package={"mill": "closed"}))
    day.session()
    point = PointToRead(kind="open", words="x", proposal=next(iter(day.state.facts.proposals)))
    assert day.no(ReadBack(by="chair", meeting="session", points=(point,))) == rules.NOT_ALL
    day.do(ReadBack(by="chair", meeting=apart, points=(point,)))


def test_2_a_party_confirms_or_objects_in_words_and_the_later_counts() -> None:
    day = Day().session()
    (point,) = read(day, CLOSED)
    assert day.look("upper-adviser").waiting.points == (point,)
    day.do(Object(by="upper-head", point=point, words="Not before autumn."))
    assert standing(day, point) == "objected"
    assert day.look("lower-head").facts.points[point].objections == {"upper": "Not before autumn."}
    day.do(Confirm(by="upper-adviser", point=point))
    assert standing(day, point) == "open"
    assert day.no(Confirm(by="lower-adviser", point=point)) == NOT_HERE  # it was not read to it


def test_3_agreed_is_what_all_parties_confirmed() -> None:
    day = Day().session()
    closed, later = read(day, CLOSED, PointToRead(kind="next", words="We meet on 20 May."))
    for point in (closed, later):
        day.do(Confirm(by="upper-head", point=point))
    assert day.look("chair").outcome.points == ()
    for point in (closed, later):
        day.do(Confirm(by="lower-head", point=point))
    found = day.look("chair").outcome
    assert (found.points, found.settled, found.kind) == ((closed, later), {"mill": "closed"}, "partial")


def test_3_a_point_may_name_a_proposal() -> None:
    day = Day().session()
    proposal = day.proposal(mill="closed", water="half")
    (point,) = read(day, PointToRead(kind="agreed", words="As proposed.", proposal=proposal))
    for by in ("upper-head", "lower-head"):
        day.do(Confirm(by=by, point=point))
    assert day.look("chair").outcome.kind == "whole"


def test_4_a_confirmation_beyond_the_mandate_stands_ad_referendum() -> None:
    day = Day().session()
    leased, not_agreed = read(
        day,
        PointToRead(kind="agreed", words="The mill is leased.", issue="mill", option="leased"),
        PointToRead(kind="not agreed", words="The mill is sold.", issue="mill", option="sold"),
    )
    day.do(Confirm(by="lower-head", point=leased))
    assert len(day.do(Confirm(by="upper-head", point=not_agreed))) == 1  # it binds to nothing
    day.do(Confirm(by="upper-head", point=leased))
    assert day.saw("Warned") == {"upper-head"}
    assert standing(day, leased) == "ad referendum"
    day.do(Instruct(by="upper-council", answer="refuse", referral=next(iter(day.state.facts.referrals))))
    assert standing(day, leased) == "open"
