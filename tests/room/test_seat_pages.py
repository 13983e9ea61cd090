"""What the pages of a seat say to somebody who sits there for the first time."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.proceedings import Setting
from goodoffices.room.hall import Way
from goodoffices.room.views.phase import NO_MEETING
from goodoffices.talks import Link
from goodoffices.talks.exercise import Phase

from ..proceedings.valley_talks import SETTING
from .rooms import Room
from .test_server import begun, view


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "case")
    yield made
    made.close()


def test_a_message_for_the_mediation_alone_is_not_for_the_other_side(room: Room) -> None:
    """Each page says of each message how it may be passed on, and of one that may not that it stays."""
    chair, _, lower = begun(room)
    assert lower.act("HandOver", to="upper", words="we would take less", rule="keep").status_code == 303
    assert lower.act("HandOver", to="upper", words="we want to talk", rule="own idea").status_code == 303
    for page in (chair.get("/side").text, chair.get("/all").text):
        assert "Lower Tavnis</bdi> told the mediation alone" in page or "tells the mediation alone" in page
        assert "not at all" not in page
    page = chair.get("/side").text
    assert 'refused">not to be passed on</b>' in page
    assert "to be passed on: own idea" in page
    assert "You told the mediation alone" in lower.get("/side").text
    assert "told the mediation alone" not in room.seat("upper-head").get("/side").text
    assert "to the mediation alone (not to be passed on): <q" in room.trainer.get("/table/1").text


def agree(room: Room, **package: str) -> None:
    """The lower valley proposes, the upper one accepts."""
    upper, lower = room.seat("upper-head"), room.seat("lower-head")
    named = {f"package__{issue}": option for issue, option in package.items()}
    assert lower.act("Propose", meeting="session", **named).status_code == 303
    (*_, proposal) = view(room, "upper-head").facts.proposals
    assert upper.act("Accept", proposal=proposal).status_code == 303


def test_an_agreement_is_told_wherever_one_looks(room: Room) -> None:
    """In part and whole it stands on every page, and in the line of the answer with which it was reached."""
    chair, upper, lower = begun(room)
    for page in ("/", "/proposals", "/chair"):
        assert 'class="reached' not in chair.get(page).text
    agree(room, water="half")
    for page in ("/", "/proposals", "/chair", "/meeting/session", "/side"):
        assert "Agreed on 1 of 2 issues" in chair.get(page).text
    assert "So it is agreed on Summer water." in lower.get("/meeting/session").text
    agree(room, mill="closed", water="half")
    for page in ("/", "/proposals", "/chair", "/meeting/session", "/side"):
        assert "Agreed on all issues" in chair.get(page).text
    assert "So it is agreed on all issues." in upper.get("/").text
    assert chair.get("/meeting/session").text.count("So it is agreed") == 2
    assert "reached" not in room.seat("press").get("/").text.replace('id="reached"', "")


def test_what_was_accepted_first_and_refused_then_is_not_told_as_agreed(room: Room) -> None:
    begun(room)
    agree(room, water="half")
    upper = room.seat("upper-head")
    (proposal,) = view(room, "upper-head").facts.proposals
    assert upper.act("Refuse", proposal=proposal).status_code == 303
    page = upper.get("/").text
    assert "So it is agreed" not in page
    assert 'class="reached' not in page


def tied(*ties: Link) -> Setting:
    return replace(SETTING, public=replace(SETTING.public, ties=ties))


TIES = (
    Link(if_={"mill": ("sold",)}, then={"water": ("two-thirds",)}),
    Link(if_={"mill": ("sold",), "water": ("half",)}, then={}),
)


def test_what_cannot_be_had_together_is_told_before_it_is_sent(tmp_path: Path) -> None:
    """Every tie that is broken is named, what is left open breaks none, and what was picked stays in the form."""
    room = Room(tmp_path / "case", setting=tied(*TIES))
    try:
        _, _, lower = begun(room)
        both = {"meeting": "session", "package__mill": "sold", "only_if__water": "half"}
        refused = lower.act("Propose", "/meeting/session", **both)
        assert refused.status_code == 422
        assert "Mill at Hask: sold, only with Summer water: two thirds. Not together: Mill at Hask" in refused.text
        assert not view(room, "lower-head").facts.proposals
        assert lower.act("Propose", meeting="session", package__mill="sold").status_code == 303
        (proposal,) = view(room, "lower-head").facts.proposals
        amended = {"proposal": proposal, "package__mill": "sold", "package__water": "half"}
        assert lower.act("Amend", **amended).status_code == 422
        assert lower.act("Amend", **{**amended, "package__water": "two-thirds"}).status_code == 303
        assert "only with" in lower.get("/meeting/session").text
    finally:
        room.close()


def test_a_meeting_is_offered_to_be_opened_only_where_it_can_be(tmp_path: Path) -> None:
    first, *_, last = SETTING.public.programme
    planned = {**SETTING.public.programme, last: replace(SETTING.public.programme[last], after=(first,))}
    room = Room(tmp_path / "case", setting=replace(SETTING, public=replace(SETTING.public, programme=planned)))
    try:
        assert room.trainer.act("Begin", table="all").status_code == 303
        chair = room.seat("chair")
        page = chair.get("/chair").text
        assert f'id="open-{first}"' in page
        assert f'id="open-{last}"' not in page
        assert "can be opened when this is closed" in page
        for act in ("OpenMeeting", "CloseMeeting"):
            assert chair.act(act, meeting=first).status_code == 303
        assert f'id="open-{last}"' in chair.get("/chair").text
        assert chair.act("OpenMeeting", meeting=last).status_code == 303
    finally:
        room.close()


def test_a_caucus_says_who_called_it_and_who_is_to_be_in_two_places(room: Room) -> None:
    chair, upper, _ = begun(room)
    assert "is asked to be in several places" not in chair.get("/chair").text
    assert upper.act("CallCaucus", caucus="chair and side").status_code == 303
    page = chair.get("/chair").text
    assert "called by <bdi>Head</bdi>" in page
    assert "<bdi>Upper Tavnis</bdi> is asked to be in several places at once" in page
    assert ", called by Head." in upper.get("/all").text
    (caucus,) = (id_ for id_ in view(room, "chair").here if id_ != "session")
    assert "called by <bdi>Head</bdi>" in chair.get(f"/meeting/{caucus}").text
    assert chair.act("Adjourn", meeting="session").status_code == 303
    assert "is asked to be in several places" not in chair.get("/chair").text


def form_of(page: str) -> dict[str, str]:
    """The points with which the form of the read-back is filled."""
    names = re.findall(r'<textarea[^>]* name="(point\.\d+\.words)"[^>]*>\s*([^<]*)</textarea>', page)
    picked = re.findall(r'name="(point\.\d+\.(?:kind|about))">(.*?)</select>', page, re.S)
    chosen = {name: (re.findall(r'value="([^"]*)" selected', options) or [""])[0] for name, options in picked}
    return {name.replace(".", "__"): value.strip() for name, value in [*names, *chosen.items()]}


def test_a_read_back_is_filled_with_what_is_agreed_and_not_read_yet(room: Room) -> None:
    """As it is sent it reads a package once, as a whole; what is read is offered no more, nor what is no longer agreed."""
    chair, upper, _ = begun(room)
    assert "agreed" not in form_of(chair.get("/chair").text).values()
    agree(room, mill="closed", water="half")
    (proposal,) = view(room, "chair").facts.proposals
    page = chair.get("/chair").text
    filled = form_of(page)
    assert abouts(filled) == [f"proposal:{proposal}"]
    assert "2 points, only together" in page
    assert sum(name.endswith("words") for name in filled) >= len(SETTING.public.issues) + 2
    assert "next" in filled.values()
    assert chair.act("ReadBack", "/chair", meeting="session", **filled).status_code == 303
    ((point, one),) = view(room, "chair").facts.points.items()
    assert (one.read.kind, one.read.words) == ("agreed", "Mill at Hask: closed; Summer water: half")
    assert "agreed" not in form_of(chair.get("/chair").text).values()
    assert upper.act("Object", point=point, words="Not half.", issues="water").status_code == 303
    page = chair.get("/chair").text
    assert abouts(form_of(page)) == []
    there = page.index('id="objected"')
    assert page.index(f'id="p-{point}"') > there > page.index('id="points"')


def abouts(filled: dict[str, str]) -> list[str]:
    return [value for name, value in filled.items() if name.endswith("about") and value]


def test_of_single_answers_the_form_reads_each_and_what_was_objected_to_is_agreed_no_more(room: Room) -> None:
    chair, upper, _ = begun(room)
    agree(room, mill="closed")
    agree(room, water="half")
    filled = form_of(chair.get("/chair").text)
    assert abouts(filled) == ["issue:mill:closed", "issue:water:half"]
    assert chair.act("ReadBack", "/chair", meeting="session", **filled).status_code == 303
    _, water = view(room, "chair").facts.points
    assert upper.act("Object", point=water, words="Not half.").status_code == 303
    page = chair.get("/chair").text
    assert "Agreed on 1 of 2 issues" in page
    assert abouts(form_of(page)) == []


def test_a_package_is_read_back_confirmed_and_objected_to_as_a_whole(room: Room) -> None:
    """Its points stand under one another; who objects ticks which, and then none of it is agreed, on any page."""
    chair, upper, lower = begun(room)
    agree(room, mill="closed", water="half")
    assert chair.act("ReadBack", meeting="session", **form_of(chair.get("/chair").text)).status_code == 303
    (point,) = view(room, "chair").facts.points
    assert "A package that was read back as a whole" in upper.get("/").text
    page = upper.get("/meeting/session").text
    assert "only together</b>" in page
    assert "Confirm the whole</button>" in page
    assert page.count('name="issues"') == len(SETTING.public.issues)
    assert lower.act("Confirm", point=point).status_code == 303
    refused = upper.act("Object", "/meeting/session", point=point, words="", issues="mill", form=f"object-{point}")
    assert refused.status_code == 422
    assert 'value="mill" checked' in refused.text
    assert upper.act("Object", point=point, words="Not closed.", issues="mill").status_code == 303
    page = lower.get("/meeting/session").text
    assert "objects to <bdi>Mill at Hask</bdi>" in page
    assert "none of them is agreed" in page
    assert "confirms the whole" in page
    for path in ("/", "/proposals", "/chair"):
        assert "Agreed on" not in chair.get(path).text
    assert 'badge objected to">objected to' in chair.get("/proposals").text
    assert 'badge objected to">objected to' in room.trainer.get("/table/1").text
    assert "objects to it as it was read back" in chair.get("/proposals").text
    told = lower.get("/all").text
    assert "(only together)" in told
    assert "objects to the whole “Mill at Hask: closed; Summer water: half” on Mill at Hask: “Not closed.”" in told
    assert upper.act("Confirm", point=point).status_code == 303
    assert "Agreed on all issues" in chair.get("/").text


def test_a_package_that_not_all_here_saw_is_read_issue_by_issue(room: Room) -> None:
    chair, upper, lower = begun(room)
    seats = "\n".join(("chair", "upper-head", "lower-head"))
    assert chair.act("OpenMeeting", seats=seats, title="Apart").status_code == 303
    apart = next(id_ for id_ in view(room, "chair").facts.meetings if id_ != "session")
    assert lower.act("Propose", meeting=apart, package__mill="closed", package__water="half").status_code == 303
    (proposal,) = view(room, "chair").facts.proposals
    assert upper.act("Accept", proposal=proposal).status_code == 303
    assert abouts(form_of(chair.get("/chair").text)) == ["issue:mill:closed", "issue:water:half"]
    assert chair.act("CloseMeeting", meeting="session").status_code == 303
    assert abouts(form_of(chair.get("/chair").text)) == [f"proposal:{proposal}"]


def test_one_answer_on_several_issues_is_one_line(room: Room) -> None:
    """Each issue has its position where what the sides want is listed, and what is older is counted as before."""
    _, upper, lower = begun(room)
    both = {
        "meeting": "session",
        "issue": "mill",
        "option": "closed",
        "stance": "supports",
        "also__water": "half",
        "words": "Both, then.",
    }
    before = len(room.hall.tables[1].events)
    assert lower.act("TakePosition", **both).status_code == 303
    assert len(room.hall.tables[1].events) == before + 2
    for page in (upper.get("/").text, upper.get("/meeting/session").text, upper.get("/all").text):
        assert page.count("Lower Tavnis supports") == 1
        assert "Lower Tavnis supports: Mill at Hask: closed; Summer water: half: “Both, then.”" in page
        assert "earlier ones" not in page
    assert upper.get("/proposals").text.partition('id="wanted"')[2].count("supports <bdi>") == 2


def test_after_the_end_nothing_waits(room: Room) -> None:
    chair, upper, lower = begun(room)
    assert lower.act("HandOver", to="upper", words="a word", rule="gist").status_code == 303
    assert lower.act("Propose", meeting="session", package__mill="sold").status_code == 303
    read = {"point__1__kind": "open", "point__1__words": "The mill."}
    assert chair.act("ReadBack", meeting="session", **read).status_code == 303
    assert "waiting</span>" in chair.get("/").text
    assert "A point that was read back" in upper.get("/").text
    assert room.trainer.act("End", table="all").status_code == 303
    for seat in (chair, upper, lower):
        for path in ("/", "/proposals", "/side"):
            page = seat.get(path).text
            assert "waiting</span>" not in page
            assert 'badge open">open' not in page
        assert "A point that was read back" not in seat.get("/").text
    page = chair.get("/chair").text
    assert "Not carried." in page
    assert "1 to carry" not in page
    assert "Carry it" not in page
    assert "lapsed" in chair.get("/proposals").text
    assert ">over</b>" in chair.get("/meeting/session").text
    assert "No meeting is open." in room.trainer.get("/").text


def test_nobody_is_asked_for_what_the_seat_had_no_part_in(tmp_path: Path) -> None:
    """The mediation takes no position, has no principal, and is not asked in the debriefing what mattered to its side."""
    public = replace(SETTING.public, questions=("What would you have signed?",))
    room = Room(tmp_path / "case", setting=replace(SETTING, public=public))
    try:
        chair, upper, _ = begun(room)
        assert "Take a position" in upper.get("/meeting/session").text
        assert "Take a position" not in chair.get("/meeting/session").text
        assert "With your principal" in upper.get("/side").text
        assert "With your principal" not in chair.get("/side").text
        assert "<h2>One by one</h2>" not in chair.get("/proposals").text
        for act in ("End", "OpenDebriefing"):
            assert room.trainer.act(act, table="all").status_code == 303
        ours, theirs = chair.get("/debriefing").text, upper.get("/debriefing").text
        assert "What mattered most to you?" in theirs
        assert "What mattered most to you?" not in ours
        assert "What mattered most to each side, as you understood it?" in ours
        folded = ours.index("More questions of the exercise")
        assert ours.index("What would you have signed?") > folded
        assert "More questions of the exercise" not in theirs
        assert (
            chair.act("Reflect", **{"answer__mattered to them": "Bread.", "answer__question 1": "All."}).status_code
            == 303
        )
        assert 'id="more-d" open' in chair.get("/debriefing").text
    finally:
        room.close()


def test_who_sits_together_does_not_run_together(room: Room) -> None:
    """Roles have commas in them."""
    chair, _, _ = begun(room)
    assert "<li><bdi>Chair</bdi></li>" in chair.get("/meeting/session").text  # many, so folded, one a line
    for page in (chair.get("/").text, room.trainer.get("/").text):
        assert "<bdi>Chair</bdi>; <bdi>" in page
        assert "<bdi>Chair</bdi>, " not in page


def test_proposals_are_numbered_as_each_seat_sees_them(room: Room) -> None:
    """From one on and without a gap, whatever was proposed elsewhere; and the page says on whom an acceptance waits."""
    chair, upper, lower = begun(room)
    assert upper.act("CallCaucus", caucus="chair and side").status_code == 303
    (apart,) = (id_ for id_ in view(room, "upper-head").here if id_ != "session")
    assert upper.act("Propose", meeting=apart, package__mill="leased").status_code == 303
    assert lower.act("Propose", meeting="session", package__mill="sold").status_code == 303
    assert "Proposal 2 of Lower Tavnis" in chair.get("/proposals").text
    page = lower.get("/proposals").text
    assert "Proposal 1 of Lower Tavnis" in page
    assert "Proposal 2" not in page + lower.get("/").text + lower.get("/all").text
    assert "accepted by <bdi>Lower Tavnis</bdi>; waits for <bdi>Upper Tavnis</bdi>." in page
    (*_, proposal) = view(room, "upper-head").facts.proposals
    assert upper.act("Refuse", proposal=proposal).status_code == 303
    refused = "accepted by <bdi>Lower Tavnis</bdi>; refused by <bdi>Upper Tavnis</bdi>, which may still accept."
    assert refused in lower.get("/proposals").text
    assert f"It is {refused}" in lower.get(f"/proposal/{proposal}").text
    assert "Upper Tavnis refuses proposal 1 of Lower Tavnis." in lower.get("/").text
    assert "Upper Tavnis refuses proposal 2 of Lower Tavnis." in upper.get("/").text
    assert lower.act("Withdraw", proposal=proposal).status_code == 303
    assert "Accepted, and waiting" not in lower.get("/proposals").text


def test_the_newest_proposal_stands_beside_the_issues(room: Room) -> None:
    """What runs out of the window are the oldest."""
    _, _, lower = begun(room)
    for mill in ("sold", "leased"):
        assert lower.act("Propose", meeting="session", package__mill=mill).status_code == 303
    table = lower.get("/proposals").text.split("<table>")[1].split("</table>")[0]
    assert table.index("Proposal 2 of") < table.index("Proposal 1 of")
    assert table.index("leased") < table.index("sold")


SOON = '<p id="soon" class="soon" role="status">'


def test_a_phase_says_what_it_is_for_and_warns_before_it_ends(tmp_path: Path) -> None:
    """Also one to which no meeting belongs; what happens then is told as it is: alone, the day goes on by itself."""
    first = Phase(kind="opening", minutes=5, title="Opening")
    phases = {"welcome": first, **SETTING.public.phases}
    room = Room(tmp_path / "case", setting=replace(SETTING, public=replace(SETTING.public, phases=phases)))
    try:
        upper = room.seat("upper-head")
        assert "Now: " not in upper.get("/").text
        assert room.trainer.act("Begin", table="all").status_code == 303
        page = upper.get("/").text
        assert "Now: <bdi>Opening</bdi>" in page
        assert NO_MEETING in page
        assert SOON not in page
        room.clock.later(minutes=4, seconds=30)
        assert SOON in upper.get("/proposals").text
        assert "It ends when the trainer says so." in upper.get("/proposals").text
        assert room.trainer.act("Freeze", table="all").status_code == 303
        assert SOON not in upper.get("/").text
        assert room.trainer.act("Resume", table="all").status_code == 303
        room.clock.later(seconds=31)
        assert SOON not in upper.get("/").text
    finally:
        room.close()


def test_who_plays_alone_is_told_that_a_phase_ends_by_itself(tmp_path: Path) -> None:
    phases = {"welcome": Phase(kind="opening", minutes=5), **SETTING.public.phases}
    setting = replace(SETTING, public=replace(SETTING.public, phases=phases))
    room = Room(tmp_path / "case", setting=setting, way=Way("chat", "chair"))
    try:
        chair = room.seat("chair")
        assert room.trainer.act("Begin", table="all").status_code == 303
        page = chair.get("/").text
        assert "begins by itself; meetings that are open go on" in page
        assert "This phase is for a welcome and the rules" in page
        while "Then the talks end by themselves" not in page:
            assert chair.do("next").status_code == 303
            page = chair.get("/").text
            assert "The talks are over" not in page
    finally:
        room.close()
