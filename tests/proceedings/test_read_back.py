"""What is read back: the rules of `rules/read_back.py`."""

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.proceedings import (
    Accept,
    Amend,
    Confirm,
    Instruct,
    Object,
    OpenMeeting,
    PointToRead,
    Propose,
    ReadBack,
)
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


def whole(day: Day, kind: str = "agreed") -> tuple[str, str]:
    """An accepted package of both issues, and the point that reads it."""
    proposal = day.proposal(mill="closed", water="half")
    day.do(Accept(by="upper-head", proposal=proposal))
    (point,) = read(day, PointToRead(kind=kind, words="As proposed.", proposal=proposal))  # type: ignore[arg-type]
    return proposal, point


def result(day: Day) -> tuple[dict[str, str], str]:
    found = day.look("chair").outcome
    return dict(found.settled), found.kind


def test_5_a_package_is_confirmed_as_a_whole_as_it_was_read() -> None:
    day = Day().session()
    proposal = day.proposal(mill="closed", water="half")
    (point,) = read(day, PointToRead(kind="agreed", words="As proposed.", proposal=proposal))
    day.do(Amend(by="lower-head", proposal=proposal, package={"mill": "sold", "water": "two-thirds"}))
    for by in ("upper-head", "lower-head"):
        day.do(Confirm(by=by, point=point))
    assert day.look("upper-head").facts.points[point].tied
    assert result(day) == ({"mill": "closed", "water": "half"}, "whole")


def test_5_who_objects_to_one_of_its_points_objects_to_the_whole() -> None:
    day = Day().session()
    _, point = whole(day)
    day.do(Confirm(by="lower-head", point=point))
    day.do(Object(by="upper-head", point=point, words="Not closed.", issues=("mill", "mill")))
    there = day.look("lower-head").facts.points[point]
    assert (there.objections, there.contested) == ({"upper": "Not closed."}, {"upper": ("mill",)})
    assert standing(day, point) == "objected"
    assert result(day) == ({}, "nothing")
    day.do(Confirm(by="upper-adviser", point=point))
    assert day.look("lower-head").facts.points[point].contested == {}
    assert result(day)[1] == "whole"


def test_5_it_names_issues_of_what_was_read_alone() -> None:
    day = Day().session()
    (point,) = read(day, CLOSED)
    for issues in (("water",), ("mill", "water"), ("nowhere",)):
        assert day.no(Object(by="upper-head", point=point, words="x", issues=issues)) == NOT_HERE
    day.do(Object(by="upper-head", point=point, words="x", issues=("mill",)))


def test_5_a_point_of_one_answer_or_of_another_kind_ties_nothing() -> None:
    day = Day().session()
    _, still_open = whole(day, "open")
    (closed,) = read(day, CLOSED)
    facts = day.look("chair").facts
    assert [facts.points[one].tied for one in (still_open, closed)] == [False, False]
    assert (facts.points[still_open].binds, facts.points[still_open].package) == (
        {},
        {"mill": "closed", "water": "half"},
    )
    day.do(Object(by="upper-head", point=still_open, words="It was agreed."))
    assert result(day)[1] == "whole"


def test_6_what_is_accepted_as_a_whole_falls_as_a_whole() -> None:
    """Also where it was read answer by answer: half a package is not what anybody accepted."""
    day = Day().session()
    proposal, _ = whole(day, "open")
    closed, half = read(day, CLOSED, PointToRead(kind="agreed", words="Half.", issue="water", option="half"))
    day.do(Object(by="upper-adviser", point=closed, words="Not closed."))
    assert day.state.facts.proposals[proposal].standing(PARTIES) == "objected"
    assert result(day) == ({}, "nothing")
    day.do(Confirm(by="upper-head", point=half))
    assert result(day)[1] == "nothing"  # it confirmed another point
    day.do(Confirm(by="upper-head", point=closed))
    assert result(day)[1] == "whole"


def test_6_the_side_that_proposed_may_object_too_and_confirm_the_whole() -> None:
    day = Day().session()
    proposal, point = whole(day)
    (closed,) = read(day, CLOSED)
    day.do(Object(by="lower-head", point=closed, words="Leased, we meant."))
    assert result(day)[1] == "nothing"
    day.do(Confirm(by="lower-head", point=point))
    assert result(day)[1] == "whole"
    day.do(Object(by="lower-head", point=closed, words="Leased after all."))
    day.do(Amend(by="lower-head", proposal=proposal, package={"mill": "leased", "water": "half"}))
    assert not day.state.facts.proposals[proposal].objections
    day.do(Accept(by="upper-head", proposal=proposal))
    assert result(day)[1] == "whole"


def test_6_an_answer_after_the_objection_counts_and_another_content_does_not_fall() -> None:
    day = Day().session()
    proposal, point = whole(day)
    other = day.proposal(mill="closed", water="two-thirds")
    day.do(Object(by="upper-head", point=point, words="No."))
    assert day.state.facts.proposals[other].objections == {}
    day.do(Accept(by="upper-head", proposal=proposal))
    assert result(day)[1] == "whole"
    assert standing(day, point) == "objected"  # what was said to the reading stays said


CONTENT = {"whole": {"mill", "water"}, "mill": {"mill"}, "water": {"water"}}
SIDES, DOES = st.sampled_from(["upper", "lower"]), st.sampled_from(["confirm", "object", "accept"])
WORDS = st.tuples(SIDES, DOES, st.sampled_from([*CONTENT]))


@given(st.lists(WORDS, max_size=12))
def test_6_whatever_is_said_a_proposal_stands_as_the_last_words_leave_it(said: list[tuple[str, str, str]]) -> None:
    """Each side's last objection is taken back by its confirming at least as much, or by a new answer; else nothing stands."""
    day = Day().session()
    proposal, point = whole(day)
    half = PointToRead(kind="agreed", words="Half.", issue="water", option="half")
    points = dict(zip(CONTENT, [point, *read(day, CLOSED, half)], strict=True))
    objects: dict[str, set[str]] = {}
    for side, does, about in said:
        if does == "object":
            day.do(Object(by=f"{side}-head", point=points[about], words="No."))
            objects[side] = CONTENT[about]
        elif does == "confirm":
            day.do(Confirm(by=f"{side}-head", point=points[about]))
            objects = {key: what for key, what in objects.items() if key != side or not what <= CONTENT[about]}
        elif side == "upper":  # the lower valley made it
            day.do(Accept(by="upper-head", proposal=proposal))
            objects.pop("upper", None)
    assert day.state.facts.proposals[proposal].standing(PARTIES) == ("objected" if objects else "agreed")
    assert set(day.look("upper-head").facts.proposals[proposal].objections) == objects.keys()
