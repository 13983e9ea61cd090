"""What a page takes, whoever wrote it: one seat, or all of a kind, writing as much as a day has room for."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case.held import open_table
from goodoffices.proceedings import (
    Act,
    Begin,
    CallCaucus,
    HandOver,
    Instruct,
    Note,
    OpenMeeting,
    PointToRead,
    PressLine,
    Propose,
    ReadBack,
    Refer,
    Refusal,
    TakePosition,
    Withdraw,
    decide,
    encode,
    fold,
    moment,
)
from goodoffices.room.views.bounded import MOST, first, meetings_of, recent, sheets_of
from goodoffices.talks.exercise import TRAINER

from ..amount import some
from ..proceedings.valley_talks import SETTING
from .rooms import MORNING, Room

PUBLIC = SETTING.public
DELEGATES = [seat for seat in PUBLIC.seats if PUBLIC.party(seat)]
SITTING = tuple(seat for seat in PUBLIC.seats if PUBLIC.part(seat) != "principal")
PRINCIPAL = next(seat for seat in PUBLIC.seats if PUBLIC.part(seat) == "principal" and PUBLIC.side(seat) == "upper")
WORDS = "w" * 3_990
KB = 250
"""Kilobytes of a page; a page of a common day has 10 to 60."""


def other(seat: str) -> str:
    return next(party for party in PUBLIC.parties if party != PUBLIC.party(seat))


FLOODS: dict[str, tuple[list[str], Callable[[str], Act]]] = {
    "meetings": (["chair"], lambda by: OpenMeeting(by=by, seats=SITTING, title="t" * 199)),
    "caucuses": (DELEGATES, lambda by: CallCaucus(by=by, caucus="heads")),
    "caucuses asked for": (DELEGATES, lambda by: CallCaucus(by=by, caucus="supporters")),
    "notes": (DELEGATES, lambda by: Note(by=by, meeting="session", whose=by, words=WORDS)),
    "press lines": (DELEGATES, lambda by: PressLine(by=by, words=WORDS)),
    "messages": (DELEGATES, lambda by: HandOver(by=by, to=other(by), words=WORDS)),
    "the mediation's own": (["chair"], lambda by: HandOver(by=by, to="upper", words=WORDS)),
    "referrals": (DELEGATES, lambda by: Refer(by=by, words=WORDS)),
    "positions": (DELEGATES, lambda by: TakePosition(by=by, meeting="session", issue="mill", option="sold", stance="opposes",
                                                     words=WORDS)),
    "proposals": (DELEGATES, lambda by: Propose(by=by, meeting="session", package={"mill": "sold"}, words=WORDS)),
    "proposals withdrawn": (DELEGATES, lambda by: Propose(by=by, meeting="session", package={"mill": "sold"})),
    "points": (["chair"], lambda by: ReadBack(by=by, meeting="session", points=(PointToRead(kind="open", words=WORDS),) * 3)),
    "instructions": ([PRINCIPAL], lambda by: Instruct(by=by, answer="widen", issue="mill", options=("sold",), words=WORDS)),
}  # fmt: skip


def flooded(folder: Path, kind: str) -> Room:
    """A room at which some seats did one thing as often as they can."""
    state, now, lines = fold(SETTING, ()), MORNING, list[str]()
    seats, make = FLOODS[kind]

    def do(act: Act) -> bool:
        nonlocal state, now
        now += timedelta(seconds=2)
        made = decide(state, act, moment(state, now))
        if isinstance(made, Refusal):
            return False
        lines.append(encode(len(lines) + 1, made))
        state = state.after_all(made)
        return True

    assert do(Begin(by=TRAINER))
    assert do(OpenMeeting(by=TRAINER, meeting="session"))
    for _ in range(200):
        for by in seats:
            if do(make(by)) and kind == "proposals withdrawn":
                do(Withdraw(by=by, proposal=[*state.facts.proposals][-1], words=WORDS))
    assert len(lines) > 50
    folder.mkdir()
    file, _ = open_table(folder, 1)
    with file:
        file.append(*lines)
    return Room(folder)


@pytest.mark.parametrize("kind", some(FLOODS, "messages", "referrals", "points", "meetings"))
def test_no_page_of_anybody_is_as_long_as_others_write(tmp_path: Path, kind: str) -> None:
    room = flooded(tmp_path / "case", kind)
    paths = ("/", "/all", "/all/1", "/proposals", "/side", "/chair", "/meeting/session", "/meeting/session/all")
    try:
        long = {}
        for seat in PUBLIC.seats:
            browser = room.seat(seat)
            for path in paths:
                if (size := len(browser.get(path).content)) > KB * 1024:
                    long[seat, path] = size
        for path in ("/", "/table/1", "/table/1/all", "/table/1/all/1"):
            if (size := len(room.trainer.get(path).content)) > KB * 1024:
                long["trainer", path] = size
        assert long == {}
    finally:
        room.close()


def test_of_what_waits_the_oldest_is_shown_and_the_rest_comes_up(tmp_path: Path) -> None:
    """A flood buries nothing that was there before."""
    room = flooded(tmp_path / "case", "messages")
    try:
        chair, view = room.seat("chair"), room.hall.tables[1].views["chair"]
        waiting = view.waiting.messages
        page = chair.get("/chair").text
        shown = [id_ for id_ in waiting if f'id="carry-{id_}"' in page]
        assert shown
        senders = [view.facts.messages[id_].handed.side for id_ in waiting]
        oldest = {side: waiting[senders.index(side)] for side in senders}
        assert set(oldest.values()) <= set(shown)
        assert f"{len(waiting) - len(shown)} more to carry" in page
        assert chair.act("Carry", message=shown[0], words="Its sense.").status_code == 303
        mine = [id_ for id_, side in zip(waiting, senders, strict=True) if side == senders[waiting.index(shown[0])]]
        assert f'id="carry-{next(id_ for id_ in mine if id_ not in shown)}"' in chair.get("/chair").text
    finally:
        room.close()


def test_a_meeting_of_the_programme_is_always_among_those_to_which_a_page_leads(tmp_path: Path) -> None:
    room = flooded(tmp_path / "case", "meetings")
    try:
        page = room.seat("lower-head").get("/proposals").text
        assert 'href="/meeting/session"' in page
        assert page.count('href="/meeting/') == 7
        assert "more meetings are open" in room.seat("lower-head").get("/").text
        view = room.hall.tables[1].views["lower-head"]
        assert meetings_of(view, view.here, 2) == ["session", *[*view.here][-2:]]
        assert meetings_of(view, view.here, 10**6) == [*view.here]
    finally:
        room.close()


SIZES = st.lists(st.integers(0, 30), max_size=60)


@given(SIZES, st.integers(1, 9), st.integers(1, 50))
def test_sheets_hold_everything_once_and_what_is_full_stays_as_it_is(sizes: list[int], most: int, letters: int) -> None:
    entries = [*enumerate(sizes)]
    found = sheets_of(entries, lambda one: one[1], most, letters)
    assert [one for sheet in found for one in sheet] == entries
    assert all(len(sheet) <= most and (len(sheet) == 1 or sum(n for _, n in sheet) <= letters) for sheet in found)
    assert all(found) or not entries
    more = sheets_of([*entries, (-1, 5)], lambda one: one[1], most, letters)
    assert more[: len(found) - 1] == found[:-1]


@given(SIZES)
def test_of_a_list_the_first_or_the_last_are_shown_in_their_order(sizes: list[int]) -> None:
    entries = [str(n) + "x" * 400 * size for n, size in enumerate(sizes)]
    head, tail = first(entries, str, lambda one: "all"), recent(entries, str)
    assert head == entries[: len(head)]
    assert tail == entries[len(entries) - len(tail) :]
    assert len(head) <= MOST
    assert bool(head) == bool(tail) == bool(entries)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 4_000)), max_size=80))
def test_nobody_buries_what_waits_from_another(sent: list[tuple[str, int]]) -> None:
    """Neither by writing last nor by having written first: each has his oldest there, and as many as the others."""
    entries = [(who, size, n) for n, (who, size) in enumerate(sent)]
    shown = first(entries, lambda one: "x" * one[1], lambda one: one[0])
    assert shown == sorted(shown, key=lambda one: one[2])
    for who in {who for who, _ in sent}:
        mine = [one for one in entries if one[0] == who]
        there = [one for one in shown if one[0] == who]
        assert there == mine[: len(there)]
        if len(there) < len(mine):
            assert all(sum(one[0] == other for one in shown) <= len(there) + 1 for other in "abc")


def test_a_message_of_one_side_is_seen_however_much_the_other_sent_before(tmp_path: Path) -> None:
    room = flooded(tmp_path / "case", "caucuses asked for")
    try:
        upper, lower, chair = room.seat("upper-head"), room.seat("lower-head"), room.seat("chair")
        for _ in range(15):
            assert upper.act("HandOver", to="lower", rule="gist", words=WORDS).status_code == 303
        assert lower.act("HandOver", to="upper", rule="gist", words="Hear us, too.").status_code == 303
        assert "Hear us, too." in chair.get("/chair").text
    finally:
        room.close()
