"""The room as a server: who gets which page, what is refused and kept, what is deleted."""

import asyncio
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from goodoffices.case.held import HELD
from goodoffices.proceedings import SeatView
from goodoffices.room.admission import holder
from goodoffices.room.hall import Way
from goodoffices.room.server import NOT_STORED
from goodoffices.room.views import paths

from ..proceedings.valley_talks import SETTING
from .rooms import Browser, Room

SEATS = tuple(SETTING.public.seats)
PROPOSAL = {"package.mill": "leased", "only_if.water": "half", "words": "A lease, for a fair split."}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "case", groups=2)
    yield made
    made.close()


def begun(room: Room) -> tuple[Browser, Browser, Browser]:
    """The session is open: chair, and the heads of both sides."""
    assert room.trainer.act("Begin", table="all").status_code == 303
    assert room.trainer.act("OpenMeeting", table="1", meeting="session").status_code == 303
    return room.seat("chair"), room.seat("upper-head"), room.seat("lower-head")


def view(room: Room, seat: str, table: int = 1) -> SeatView:
    return room.hall.tables[table].views[seat]


def full(room: Room) -> dict[str, str]:
    """A day in which something of every kind stands on the pages; the ids of it."""
    chair, upper, lower = begun(room)
    assert upper.act("Note", meeting="session", whose="upper-head", words="السلام عليكم").status_code == 303
    assert upper.act("TakePosition", meeting="session", pair="mill:leased", stance="demands").status_code == 303
    assert lower.act("Propose", meeting="session", **PROPOSAL).status_code == 303
    proposal = next(iter(view(room, "upper-head").facts.proposals))
    assert upper.act("Accept", proposal=proposal).status_code == 303
    assert lower.act("HandOver", to="upper", words="between us", rule="gist").status_code == 303
    assert upper.act("PressLine", words="It goes on.").status_code == 303
    read = {"point.1.kind": "agreed", "point.1.words": "A lease.", "point.1.about": "issue:mill:leased"}
    assert chair.act("ReadBack", meeting="session", **read).status_code == 303
    point = next(iter(view(room, "upper-head").facts.points))
    assert lower.act("Object", point=point, words="Not so.").status_code == 303
    return {"proposal": proposal, "point": point, "message": next(iter(view(room, "chair").facts.messages))}


@pytest.mark.parametrize(
    "path", ["/", "/all", "/meeting/session", "/meeting/session/all", "/proposals", "/side", "/chair"]
)
def test_every_page_of_a_seat_says_that_it_is_an_exercise(room: Room, path: str) -> None:
    full(room)
    answer = room.seat("chair").get(path)
    assert answer.status_code == 200
    assert "<strong>EXERCISE</strong> Confidential talks do not belong here." in answer.text
    assert "<title>EXERCISE: " in answer.text


@pytest.mark.parametrize("path", ["/", "/table/1", "/table/2", "/table/1/all", "/table/2/links", "/delete"])
def test_every_page_of_the_trainer_says_so(room: Room, path: str) -> None:
    full(room)
    answer = room.trainer.get(path)
    assert answer.status_code == 200
    assert "<strong>EXERCISE</strong> Confidential talks do not belong here." in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/chair", "/table/1", "/table/1/links", "/delete", "/do", "/act", "/meeting/upper-alone", "/meeting/nonsense", "/nonsense",
        "/debriefing", "/proposal/nonsense", "/meeting/session/all/more", "/static/nonsense.js", "/static/../room.css", "/%2e%2e/",
    ],
)  # fmt: skip
def test_what_is_not_a_seats_own_is_answered_as_what_there_is_not(room: Room, path: str) -> None:
    full(room)
    observer = room.seat("press")
    first, other = observer.get("/no-such-page"), observer.get(path)
    assert (other.status_code, other.content, dict(other.headers)) == (404, first.content, dict(first.headers))
    assert b"EXERCISE" in other.content


def test_an_act_on_what_may_not_be_seen_is_answered_as_one_on_nothing(room: Room) -> None:
    ids = full(room)
    elsewhere = room.seat("union")
    for act, field, there in (
        ("Accept", "proposal", ids["proposal"]),
        ("Say", "meeting", "session"),
        ("Carry", "message", ids["message"]),
    ):
        for seat in (elsewhere, room.seat("lower-adviser")):
            one = seat.act(act, **{field: there, "words": "x"})
            other = seat.act(act, **{field: "x" * len(there), "words": "x"})
            assert one.status_code == other.status_code == 422
            assert one.text == other.text


def test_every_seat_has_its_pages_and_the_arabic_words_find_their_own_direction(room: Room) -> None:
    full(room)
    for seat in SEATS:
        for path in ("/", "/all", "/proposals", "/side"):
            assert room.seat(seat).get(path).status_code == 200, (seat, path)
    assert '<span class="said" dir="auto">السلام عليكم</span>' in room.seat("lower-head").get("/meeting/session").text


def test_of_a_refused_act_the_typed_words_stay_on_the_page(room: Room) -> None:
    _, upper, _ = begun(room)
    room.trainer.act("Freeze", table="1")
    answer = upper.act(
        "Note", page="/meeting/session", form="note", meeting="session", whose="lower-head", words="kept <words>"
    )
    assert answer.status_code == 422
    assert "Everything stands still until the trainer lets it go on." in answer.text
    room.trainer.act("Resume", table="1")
    answer = upper.act(
        "Note", page="/meeting/session", form="note", meeting="session", whose="nobody", words="kept <words>"
    )
    assert answer.status_code == 422
    assert "\nkept &lt;words&gt;</textarea>" in answer.text


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS])
def test_of_what_could_not_be_stored_the_words_stay_and_nobody_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    _, upper, lower = begun(room)
    before = lower.get("/meeting/session").text

    def full_disk(*_: Any) -> int:
        raise OSError(fault, os.strerror(fault))

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full_disk)
        answer = upper.act(
            "Note", page="/meeting/session", form="note", meeting="session", whose="upper-head", words="kept"
        )
    assert answer.status_code == 503
    assert "Not saved." in answer.text
    assert "\nkept</textarea>" in answer.text
    assert lower.get("/meeting/session").text == before
    assert upper.act("Note", meeting="session", whose="upper-head", words="again").status_code == 303
    assert "again" in lower.get("/meeting/session").text


def test_what_is_sent_several_times_at_once_is_done_once(room: Room) -> None:
    _, upper, _ = begun(room)

    async def all_at_once() -> list[int]:
        said = [upper.acting("Note", meeting="session", whose="upper-head", words="six", once="b2") for _ in range(6)]
        return [answer.status_code for answer in await asyncio.gather(*said)]

    assert room.run(all_at_once()) == [303] * 6
    assert [one.words for one in view(room, "chair").words["session"]] == ["six"]


def test_what_is_sent_again_since_its_answer_was_lost_is_done_once(room: Room) -> None:
    _, upper, lower = begun(room)
    for _ in range(3):
        assert upper.act("Note", meeting="session", whose="upper-head", words="once", once="a1").status_code == 303
    assert lower.act("Note", meeting="session", whose="lower-head", words="another's", once="a1").status_code == 303
    assert [one.words for one in view(room, "chair").words["session"]] == ["once", "another's"]


def test_what_is_sent_again_after_a_new_start_is_done_once(room: Room) -> None:
    _, upper, lower = begun(room)
    fields = {"meeting": "session", "whose": "upper-head", "words": "once", "once": "a1"}
    assert upper.act("Note", **fields).status_code == 303
    assert room.trainer.act("Freeze", table="all", once="b2").status_code == 303
    room.close()
    again = Room(room.folder, groups=2)
    try:
        upper.room = lower.room = again
        for _ in range(2):
            assert upper.act("Note", **fields).status_code == 303
        assert again.trainer.act("Freeze", table="all", once="b2").status_code == 303
        assert [one.words for one in view(again, "chair").words["session"]] == ["once"]
        assert again.trainer.act("Resume", table="1").status_code == 303
        # What is sent under the same name and is something else is something else; so is another seat's.
        assert upper.act("Note", **{**fields, "words": "twice"}).status_code == 303
        assert lower.act("Note", **{**fields, "whose": "lower-head"}).status_code == 303
        assert [one.words for one in view(again, "chair").words["session"]] == ["once", "twice", "once"]
    finally:
        room.hall.tables = again.hall.tables
        room.app, room.thread, room.loop = again.app, again.thread, again.loop


def test_words_that_were_changed_after_their_answer_was_lost_are_not_lost(room: Room) -> None:
    """The page sends them under the name of the first try: told as saved, they would stand nowhere."""
    _, upper, _ = begun(room)
    for words in ("We accept half.", "We accept half, of the summer only."):
        answer = upper.act("Note", meeting="session", whose="upper-head", words=words, once="a1")
        assert answer.status_code == 303
    assert len(view(room, "chair").words["session"]) == 2


def test_a_form_that_was_refused_or_not_stored_may_be_sent_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    _, upper, _ = begun(room)
    fields = {"meeting": "session", "whose": "upper-head", "words": "again", "once": "a1"}
    room.trainer.act("Freeze", table="1")
    assert upper.act("Note", **fields).status_code == 422
    room.trainer.act("Resume", table="1")

    def full_disk(*_: Any) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full_disk)
        assert upper.act("Note", **fields).status_code == 503
    for _ in range(2):
        assert upper.act("Note", **fields).status_code == 303
    assert [one.words for one in view(room, "chair").words["session"]] == ["again"]


@pytest.mark.parametrize("once", ["x" * 200_000, "\ud800", "../../etc", "a\nb", "0"])
def test_a_form_may_have_any_name(room: Room, once: str) -> None:
    _, upper, _ = begun(room)
    data = {"meeting": "session", "whose": "upper-head", "words": "x", "once": once.encode("utf-8", "replace").decode()}
    for _ in range(2):
        assert upper.act("Note", **data).status_code == 303
    assert len(view(room, "chair").words["session"]) == 1


@pytest.mark.parametrize("fault", ["full", "read-only", "changed", "closed", "too long"])
def test_a_seat_is_not_told_where_the_ledger_lies_nor_how_long_it_is(
    room: Room, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """Its length tells what others do, its path whose machine it is; the trainer is told."""
    _, upper, _ = begun(room)
    table = room.hall.tables[1]

    def broken(*_: Any) -> int:
        raise OSError(errno.ENOSPC if fault == "full" else errno.EROFS, "no")

    if fault in ("full", "read-only"):
        monkeypatch.setattr(os, "write", broken)
    elif fault == "changed":
        with (room.folder / HELD / "table-1.jsonl").open("a") as file:
            file.write("x" * 17)
    elif fault == "closed":
        table.close()
    else:
        monkeypatch.setattr(table._file, "_limit", 10)
    fields = {"meeting": "session", "whose": "upper-head", "words": "kept"}
    answer = upper.act("Note", page="/meeting/session", form="note", **fields)
    assert answer.status_code == 503
    assert NOT_STORED in answer.text
    assert "\nkept</textarea>" in answer.text
    for told in (str(room.folder), "jsonl", "bytes", "thread", "executor"):
        assert told not in answer.text
    if fault not in ("closed",):
        assert "table-1.jsonl" in room.trainer.act("Freeze", table="1").text


@pytest.mark.parametrize(
    "page",
    ["//evil.example/", "/\\evil.example", "https://evil.example/", "/a//b", "javascript:x", "/x\r\nSet-Cookie: a=b"],
)
def test_the_way_back_never_leads_elsewhere(room: Room, page: str) -> None:
    _, upper, _ = begun(room)
    answer = upper.act("Note", page=page, meeting="session", whose="upper-head", words="x")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_form_without_the_seats_own_secret_does_nothing(room: Room) -> None:
    _, upper, lower = begun(room)
    fields = {"act": "Note", "meeting": "session", "whose": "upper-head", "words": "x", "page": "/"}
    for csrf in ("", lower.csrf):
        answer = room.run(
            upper.ask("POST", "/act", data={"csrf": csrf, **fields}, headers={"Origin": "http://127.0.0.1:5252"})
        )
        assert answer.status_code == 403
    assert "session" not in view(room, "chair").words


def test_an_act_is_the_seats_own_whoever_it_names(room: Room) -> None:
    _, upper, _ = begun(room)
    upper.act("Note", meeting="session", whose="upper-head", words="mine", by="lower-head", table="2")
    (said,) = view(room, "chair").words["session"]
    assert (said.by, said.noted_by) == ("upper-head", None)
    assert room.hall.tables[2].state.acts == 1


@pytest.mark.parametrize("act", ["Begin", "End", "Inject", "Reveal", "Event", "Act", "__class__", ""])
def test_a_seat_cannot_do_what_is_the_trainers_or_nothing(room: Room, act: str) -> None:
    _, upper, _ = begun(room)
    acts = room.hall.tables[1].state.acts
    assert upper.act(act, injection="flood", table="1").status_code == 422
    assert room.hall.tables[1].state.acts == acts


def test_the_trainer_acts_at_one_table_or_at_all(room: Room) -> None:
    room.trainer.act("Begin", table="2")
    assert [table.state.facts.status for table in room.hall.tables.values()] == ["before", "running"]
    room.trainer.act("Begin", table="all")
    assert [table.state.facts.status for table in room.hall.tables.values()] == ["running", "running"]
    assert room.trainer.act("Begin", table="all").status_code == 422
    assert room.trainer.act("Begin", table="3").status_code == 422


def test_the_trainer_sends_edits_and_holds_news_back(room: Room) -> None:
    _, upper, _ = begun(room)
    assert room.trainer.act("EditInjection", table="1", injection="flood", text="The weir holds.").status_code == 303
    assert room.trainer.act("HoldBack", table="1", injection="flood", held="yes").status_code == 303
    assert room.trainer.act("Inject", table="1", injection="flood").status_code == 422
    assert room.trainer.act("HoldBack", table="1", injection="flood", held="no").status_code == 303
    assert room.trainer.act("Inject", table="1", injection="flood").status_code == 303
    assert "The weir holds." in upper.get("/").text
    assert "The weir holds." not in room.seat("upper-head", 2).get("/").text


def test_news_is_shown_as_due_when_its_moment_has_come(room: Room) -> None:
    begun(room)
    room.trainer.act("Advance", table="1")
    assert "news due" not in room.trainer.get("/").text
    room.clock.later(minutes=6)
    assert "news due" in room.trainer.get("/").text
    assert view(room, "upper-head").facts.news == ()  # the trainer sends it


def test_the_phases_end_is_shown_and_nothing_ends_by_itself(room: Room) -> None:
    _, upper, _ = begun(room)
    assert "20 min left" in upper.get("/").text
    room.clock.later(minutes=25)
    assert "5 min over" in upper.get("/").text
    assert view(room, "upper-head").facts.clock.phase == "opening"


def test_a_link_that_was_taken_back_is_dead_also_after_a_new_start(room: Room, tmp_path: Path) -> None:
    _, upper, _ = begun(room)
    token = room.hall.admission.links.of(upper.name)[0].token
    assert room.trainer.do("take back", table="1", seat="upper-head").status_code == 303
    assert upper.get("/").status_code == 403
    assert token not in (room.folder / HELD / "links.json").read_text()
    assert room.trainer.do("give", table="1", seat="upper-head").status_code == 303
    assert upper.get(f"/enter?token={token}").status_code == 403
    assert room.seat("upper-head").get("/").status_code == 200


def test_the_links_stay_true_when_the_room_is_opened_again(room: Room) -> None:
    _, upper, _ = begun(room)
    room.trainer.do("take back", table="1", seat="union")
    room.close()
    again = Room(room.folder, groups=2)
    try:
        upper.room = again
        assert upper.get("/").status_code == 200
        assert upper.act("Note", meeting="session", whose="upper-head", words="I am back.").status_code == 303
        assert again.hall.admission.seat(1, "union") is None
        assert room.trainer.name == again.trainer.name
        assert room.trainer.cookies != again.trainer.cookies
    finally:
        room.hall.tables = again.hall.tables
        room.app, room.thread, room.loop = again.app, again.thread, again.loop


def test_a_seat_does_what_is_the_trainers_as_little_as_a_stranger(room: Room) -> None:
    _, upper, _ = begun(room)
    nothing = upper.get("/no-such-page")
    for what in ("delete", "take back", "give", "program", "news", "next", "end"):
        answer = upper.do(what, table="1", seat="upper-head", yes="yes")
        assert (answer.status_code, answer.content) == (404, nothing.content)
    assert (room.folder / HELD / "table-1.jsonl").exists()


def test_everything_is_deleted_after_a_yes(room: Room) -> None:
    _, upper, _ = begun(room)
    ended: list[bool] = []
    room.hall.end = lambda: ended.append(True)
    assert room.trainer.do("delete").status_code == 422
    assert (room.folder / HELD / "table-1.jsonl").exists()
    answer = room.trainer.do("delete", yes="yes")
    assert answer.status_code == 200
    assert "deleted" in answer.text
    assert not (room.folder / HELD).exists()
    assert ended == [True]
    assert upper.get("/").status_code == 403
    assert [*room.folder.iterdir()] == []


def test_nothing_of_a_deleted_day_is_written_again(room: Room) -> None:
    begun(room)
    room.trainer.do("delete", yes="yes")
    assert room.trainer.act("Freeze", table="1").status_code == 503
    assert not (room.folder / HELD).exists()


def test_who_plays_alone_moves_the_clock_and_nothing_else(tmp_path: Path) -> None:
    room = Room(tmp_path / "case", way=Way("chat", "chair"))
    try:
        room.trainer.act("Begin", table="1")
        chair = room.seat("chair")
        assert chair.do("next").status_code == 303
        assert view(room, "chair").facts.clock.phase == "talks"
        assert chair.do("delete", yes="yes").status_code == 422
        assert chair.do("end").status_code == 303
        assert view(room, "chair").facts.status == "ended"
    finally:
        room.close()


def test_what_happened_is_on_no_screen_before_it_is_shown_to_all(room: Room) -> None:
    _, upper, _ = begun(room)
    for browser in (upper, room.trainer):
        answer, nothing = browser.get("/day"), browser.get("/no-such-page")
        assert (answer.status_code, answer.text) == (404, nothing.text)


def test_the_debriefing_is_answered_by_each_for_itself(room: Room) -> None:
    _, upper, lower = begun(room)
    assert upper.get("/debriefing").status_code == 404
    for act in ("End", "OpenDebriefing"):
        room.trainer.act(act, table="1")
    answers = {"answer.mattered to us": "the water", "answer.result": "6", "answer.question 1": "Ask earlier."}
    assert upper.act("Reflect", page="/debriefing", **answers).status_code == 303
    assert "the water" in upper.get("/debriefing").text
    assert "the water" not in lower.get("/debriefing").text
    assert view(room, "upper-head").facts.reflections["upper-head"]["question 1"] == "Ask earlier."


def test_every_path_of_the_tables_of_pages_is_asked_above() -> None:
    """A page that is added is added to these tests."""
    assert {template for _, template, _ in paths.SEATS} == {
        "seat",
        "all",
        "meeting",
        "proposals",
        "proposal",
        "side",
        "chair",
        "debriefing",
        "day",
    }
    assert {template for _, template, _ in paths.TRAINERS} == {"board", "table", "all", "links", "delete", "day"}


def test_what_is_long_stands_on_several_pages(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodoffices.room.views.seat.PAGE", 3)
    monkeypatch.setattr("goodoffices.room.views.seat.LETTERS", 3000)
    _, upper, _ = begun(room)
    for number in range(6):
        upper.act("Note", meeting="session", whose="upper-head", words=f"{number} " + "x" * 1000)
    assert "Page 3 of 3" in upper.get("/all").text
    assert "Page 1 of 3" in upper.get("/meeting/session/all/1").text
    assert upper.get("/all/4").content == upper.get("/all/0").content == upper.get("/nonsense").content
    assert "3 x" in upper.get("/meeting/session").text  # the last three, which is as much as a page takes
    assert "2 x" not in upper.get("/meeting/session").text
    assert "Page 3 of 3" in room.trainer.get("/table/1/all/3").text


def test_a_printed_link_leads_to_its_seat_and_stands_as_a_picture_of_our_own(room: Room) -> None:
    page = room.trainer.get("/table/2/links").text
    link = room.hall.admission.links.of(holder(2, "press"))[0]
    assert f"/enter?token={link.token}" in page
    assert page.count("<svg ") == len(SEATS)
    assert "<script" not in page.replace('<script src="/static/room.js" defer></script>', "")


def test_a_page_takes_so_much_whoever_wrote_it(room: Room) -> None:
    """Press lines reach every seat: one that writes without end must not make everybody's page as long."""
    _, upper, lower = begun(room)
    assert room.trainer.act("End", table="1").status_code == 303
    for number in range(60):
        assert upper.act("PressLine", words=f"{number}. " + "w" * 3_900).status_code == 303
        assert upper.act("HandOver", to="lower", rule="gist", words="m" * 3_900).status_code in (303, 422)
    page = lower.get("/side").text
    assert len(page) < 100_000
    assert "59. w" in page
    assert ">0. w" not in page
    assert 'href="/all"' in page
