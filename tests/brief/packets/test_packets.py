"""What a seat gets on paper holds what it may know, and nothing of what others alone know, in any form."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from goodoffices.brief.packets import ENDINGS, Blank, Held, Packet, packet_bytes, packets
from goodoffices.brief.packets.print_pdf import pages
from goodoffices.case import Case, seats
from goodoffices.case.seats import known_to
from goodoffices.talks import (
    Exercise,
    Injection,
    Moment,
    PartyPoints,
    Phase,
    Preferences,
    Seat,
    SeatedMeeting,
    Trigger,
)

from ...amount import Cases, few
from .exercises import SECRET, Drawn, held, only_what


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return held(tmp_path_factory.mktemp("exercise") / "towns")


def made(case: Case, exercise: Exercise) -> dict[str, Packet]:
    return {packet.key: packet for packet in packets(replace(case, exercise=exercise))}


def pairs(number: int) -> tuple[Exercise, Exercise]:
    """Two exercises that all would take for the same: what is common is, what is secret is drawn anew."""
    return Drawn(number, 2 * number).exercise(), Drawn(number, 2 * number + 1).exercise()


COMMON = ("for-all", "wall", "forms", "debriefing")
"""Packets that anybody may see."""


def text(packet: Packet) -> str:
    return packet_bytes(".html", packet).decode()


def test_nothing_that_others_alone_know_is_in_a_packet(case: Case, cases: Cases) -> None:
    """A packet equals that of an exercise in which all that its seat may not know is other, more or less.

    What is printed is a function of the packet: each fortieth is compared byte for byte as well.
    """
    for number in range(cases(6, 240)):
        full, other = pairs(number)
        ours = made(case, full)
        for seat in ("", *full.seats):
            others = made(case, only_what(seat, full, other))
            for key in (f"seat-{seat}",) if seat else COMMON:
                same(ours[key], others[key], number, seat, ENDINGS if number % 40 == 0 else ())


def same(told: Packet, made_anew: Packet, number: int, seat: str, endings: tuple[str, ...]) -> None:
    assert told == made_anew, (number, seat)
    for ending in endings:
        assert packet_bytes(ending, told) == packet_bytes(ending, made_anew)


def test_the_files_are_the_same_whatever_is_secret(case: Case, cases: Cases) -> None:
    for number in range(cases(6, 400)):
        full, other = pairs(number)
        assert (
            [*made(case, full)]
            == [*made(case, other)]
            == [
                "for-all",
                "wall",
                "forms",
                "debriefing",
                *(f"seat-{key}" for key in full.seats),
                "trainer",
                "trainer-to-cut-out",
            ]
        )


def test_all_that_a_seat_may_know_is_in_its_packet(case: Case) -> None:
    for number in range(4):
        full = Drawn(number, number).exercise()
        told = made(case, full)
        for key, seat in full.seats.items():
            page = text(told[f"seat-{key}"])
            assert all(words in page for words in (seat.who, *seat.wants, *seat.knows, *seat.places.values()))
            side = seat.of if seat.part in ("head", "adviser", "note-taker", "principal") else None
            if (worth := full.points.get(side or "")) is not None:
                assert all(f"{p}  " in page for given in worth.points.values() for p in given.values())
                assert f"has {worth.no_deal} points" in page
                assert worth.why_no_deal in page
                assert "you accept no agreement with" in page
        trainer = text(told["trainer"])
        assert all(hint in trainer for hint in full.hints)
        slips = text(told["trainer-to-cut-out"])
        assert all(i.source in trainer and i.expected in trainer for i in full.injections.values())
        assert all(i.text in slips and i.source in slips for i in full.injections.values())
        assert all(one in slips for one in left_behind(full))
        assert all(worth.why_no_deal in trainer for worth in full.points.values())
        assert all(words in trainer for seat in full.seats.values() for words in seat.knows)


def left_behind(exercise: Exercise) -> list[str]:
    """What empty seats leave to the seat that leads them: advisers and note-takers to their head, mediators to the chair."""
    led = {"adviser": "head", "note-taker": "head", "mediator": "chair"}
    parts = {(seat.part, seat.of) for seat in exercise.seats.values()}
    return [
        words for seat in exercise.seats.values() if (led.get(seat.part), seat.of) in parts for words in seat.if_empty
    ]


def slips(packet: Packet) -> list[Blank]:
    return [blank for sheet in packet.sheets for blank in sheet.blanks if blank.cut]


def test_a_slip_of_news_says_when(case: Case) -> None:
    full = Drawn(1, 1).exercise()
    keys = [*full.seats][:2]
    news = {
        "a": Injection(text="One", source="S", to=tuple(keys), at=Moment(phase="b", minute=3)),
        "b": Injection(text="Two", source="S", when=Trigger(act="refer", issue="water", by="north")),
    }
    packet = made(case, replace(full, injections=news))["trainer-to-cut-out"]
    heads = [slip.head for slip in slips(packet) if slip.head.startswith("News")]
    assert heads == [
        *(f"News 1 · For: {full.seats[key].role} · at 0:13" for key in keys),
        "News 2 · For: everybody, read aloud · as soon as North refers to its principal (on water)",
    ]


def test_a_proposal_has_a_column_an_answer_and_the_last_for_what_is_no_part_of_it(case: Case) -> None:
    full = Drawn(1, 1).exercise()
    form = next(b for sheet in made(case, full)["forms"].sheets for b in sheet.blanks if b.title == "Proposal")
    columns = [field for field in form.fields if field.columns]
    issues = case.talks.issues
    assert [field.label for field in columns] == [Held(case, full).phrases.issue(key) for key in issues]
    assert {field.columns for field in columns} == {max(len(i.options) for i in issues.values()) + 1}
    assert {field.choices[-1] for field in columns} == {"not part of this"}


def test_what_is_read_back_says_with_what_it_stands_and_is_confirmed_as_a_whole(case: Case) -> None:
    full = Drawn(1, 1).exercise()
    packet = made(case, full)["seat-chair" if "chair" in full.seats else "trainer"]
    fields = [field for sheet in packet.sheets for blank in sheet.blanks for field in blank.fields if field.beside]
    assert [field.tied for field in fields] == ["Only together with points"] * 8 + [""]
    assert fields[-1].label.startswith("The whole")
    assert {field.beside for field in fields} == {("North confirms", "South confirms")}


RULES = ("Packages", "Truth", "Mandate", "Referral")


@pytest.mark.parametrize("lead", RULES)
def test_the_rules_that_players_ask_for_stand_where_all_read_them(case: Case, lead: str) -> None:
    full = Drawn(1, 1).exercise()
    full = replace(
        full, seats={**full.seats, "n-principal": Seat(role="P", part="principal", of="north", people=(0, 1))}
    )
    lines = [
        line
        for s in made(case, full)["for-all"].sheets[0].outline.sections
        for b in s.blocks
        for line in getattr(b, "lines", ())
    ]
    assert [line.lead for line in lines].count(lead) == 1
    alone = {key: seat for key, seat in full.seats.items() if seat.part != "principal"}
    without = [
        line.lead
        for s in made(case, replace(full, seats=alone, injections={}))["for-all"].sheets[0].outline.sections
        for b in s.blocks for line in getattr(b, "lines", ())
    ]  # fmt: skip
    assert (lead in without) is (lead in ("Packages", "Truth"))


def test_sheets_with_points_say_that_points_count_answers_alone(case: Case) -> None:
    points = {"water": {"half": Fraction(20), "most": Fraction(0)}, "tolls": {"free": Fraction(10), "fee": Fraction(0)}}
    full = replace(Drawn(1, 1).exercise(), points={"north": PartyPoints(points=points, no_deal=Fraction(21))})
    told = made(case, full)
    assert "Points count answers alone" in text(told["seat-n-head"])
    assert "never so much that you take a whole of less than 21" in text(told["seat-n-head"])
    assert "Points count answers alone" not in text(told["seat-s-head"])
    if "seat-n-principal" in told:
        assert "never to a whole of less than 21 points" in text(told["seat-n-principal"])


def test_what_only_the_trainer_reads_is_on_no_page_that_is_cut(case: Case) -> None:
    """A slip has for whom it is and when, what it says, and nothing of what it is meant to do."""
    for number in range(5):
        full = Drawn(number, number).exercise()
        packet = made(case, full)["trainer-to-cut-out"]
        page = text(packet)
        for one in full.injections.values():
            mine = [slip for slip in slips(packet) if slip.note == one.text]
            assert [slip.head.split("For: ")[1].split(" · ")[0] for slip in mine] == [
                full.seats[key].role for key in one.to
            ] or (not one.to and mine[0].head.split("For: ")[1].startswith("everybody"))
            assert f"{one.expected}<" not in page
            assert one.at is None or all(f"at 0:{10 + one.at.minute}" in slip.head for slip in mine)
        assert not [
            words for seat in full.seats.values() for words in (seat.who, *seat.knows) if f">{words}<" in page and words
        ]
        principals = [words for s in full.seats.values() if s.part == "principal" for words in s.if_empty]
        assert not [words for words in principals if f"{words}<" in page]


def test_the_debriefing_is_in_no_seats_packet_and_asks_little(case: Case) -> None:
    """It tells what the day was made for: so it is a packet of its own, of three questions and four scales."""
    full = replace(Drawn(1, 1).exercise(), debriefing=("Which mandate did you break?",))
    told = made(case, full)
    for key, packet in told.items():
        if key.startswith("seat-") or key in ("for-all", "wall", "forms"):
            assert "Content with the result" not in text(packet)
            assert "Which mandate did you break?" not in text(packet)
    for sheet in told["debriefing"].sheets:
        fields = [field for blank in sheet.blanks for field in blank.fields]
        assert sum(bool(field.choices) for field in fields) == 4
        assert sum(not field.choices for field in fields) == 1 + 3  # the seat, and three questions
    assert "Which mandate did you break?" in text(told["trainer"])


def test_only_a_head_is_told_what_it_may_accept_itself(case: Case) -> None:
    full = next(
        e
        for n in range(50)
        if len((e := Drawn(n, n).exercise()).mandates.get("north", {})) == 2 and "n-notes" in e.seats
    )
    told = made(case, full)
    assert "By yourself" in text(told["seat-n-head"])
    for key in ("n-adviser", "n-notes", "n-principal"):
        if key in full.seats:
            assert "By yourself" not in text(told[f"seat-{key}"])
            assert "What your delegation may accept" in text(told[f"seat-{key}"])
    senders = [
        f.given for sheet in told["seat-n-notes"].sheets for b in sheet.blanks for f in b.fields if f.label == "From"
    ]
    assert set(senders) == {"North"}


STATUS_QUO = {"water": "half", "tolls": "free"}


@pytest.mark.parametrize(
    ("no_deal", "words"),
    [
        (30, "has 30 points: the answers that hold today come to that"),
        (
            48,
            "has 48 points: 30 that the answers of today come to, and 18 besides, which any agreement takes from you, also one",
        ),
        (25, "has 25 points: the answers that hold today come to 30, and if nothing is agreed 5 of that are lost"),
    ],
)
def test_what_a_side_has_without_an_agreement_is_told_beside_what_holds_today(
    case: Case, no_deal: int, words: str
) -> None:
    points = {"water": {"half": Fraction(20), "most": Fraction(0)}, "tolls": {"free": Fraction(10), "fee": Fraction(0)}}
    full = replace(Drawn(1, 1).exercise(), points={"north": PartyPoints(points=points, no_deal=Fraction(no_deal))})
    preferences = Preferences(format="preferences/1", status_quo=STATUS_QUO)
    assert words in text(made(replace(case, preferences=preferences), full)["seat-n-head"])
    secret = replace(preferences, readers=("team",))
    page = text(made(replace(case, preferences=secret), full)["seat-n-head"])
    assert f"has {no_deal} points." in page
    assert "(today)" not in page


def test_meetings_that_share_a_seat_come_one_after_the_other(case: Case) -> None:
    """Nobody is printed into two meetings at the same minute; those who share nobody sit at the same time."""
    full = Drawn(1, 1).exercise()
    meetings = {
        "one": SeatedMeeting(seats=("chair", "n-head")),
        "two": SeatedMeeting(seats=("chair", "s-head")),
        "three": SeatedMeeting(seats=("friend",)),
    }
    phases = {
        "a": Phase(kind="opening", minutes=5),
        "b": Phase(kind="meeting", minutes=21, meetings=("one", "two", "three")),
    }
    exercise = replace(full, meetings=meetings, phases=phases, injections={})
    assert Held(case, exercise).held_at() == {"one": (5, 15), "two": (15, 26), "three": (5, 15)} or Held(
        case, exercise
    ).held_at() == {"one": (5, 16), "two": (16, 26), "three": (5, 16)}


def test_the_last_referral_leaves_time_for_an_answer(case: Case) -> None:
    full = Drawn(1, 1).exercise()
    phases = {
        "a": Phase(kind="meeting", minutes=40, meetings=("first",)),
        "b": Phase(kind="deadline", minutes=10),
        "c": Phase(kind="debriefing", minutes=10),
    }
    assert Held(case, replace(full, phases=phases)).last_referral == 35
    assert Held(case, replace(full, phases={"a": phases["a"], "c": phases["c"]})).last_referral == 35
    assert Held(case, replace(full, phases={})).last_referral == 0


@pytest.mark.parametrize("name", seats.RULES)
def test_each_rule_is_needed(name: str, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the packets of some seat differ."""
    monkeypatch.setitem(seats.RULES, name, lambda exercise, seat: exercise)
    for number in range(60):
        full, other = pairs(number)
        for seat in ("", *full.seats):
            if known_to(full, seat) != known_to(only_what(seat, full, other), seat):
                return
    pytest.fail(f"nothing tells that the rule {name!r} is missing")


PRINTED = ("who", "wants", "knows", "places", "prices", "mandates", "points", "priorities")


@pytest.mark.parametrize("name", PRINTED)
def test_a_rule_that_is_missing_shows_in_no_packet_of_another_seat(
    name: str, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A role sheet looks up what its own seat, or side, has: a second wall behind the first."""
    monkeypatch.setitem(seats.RULES, name, lambda exercise, seat: exercise)
    for number in range(3):
        full, other = pairs(number)
        for seat in full.seats:
            key = f"seat-{seat}"
            assert made(case, full)[key] == made(case, only_what(seat, full, other))[key]


def test_no_secret_is_in_the_letters_of_a_pdf(case: Case, tmp_path: Path) -> None:
    full = Drawn(3, 3).exercise()
    told = made(case, full)
    for key in ("for-all", "seat-chair", "seat-n-head"):
        if key not in told:
            continue
        file = tmp_path / f"{key}.pdf"
        file.write_bytes(packet_bytes(".pdf", told[key]))
        words = " ".join(page.extract_text() for page in PdfReader(file).pages)
        seat = full.seats.get(key.removeprefix("seat-"))
        own = " ".join((seat.who, *seat.wants, *seat.knows, *seat.places.values())) if seat else ""
        if key == "seat-n-head" and "north" in full.points:
            own += full.points["north"].why_no_deal
        assert set(re.findall(rf"{SECRET}\d+", words)) == set(re.findall(rf"{SECRET}\d+", own))
        assert all("EXERCISE" in page.extract_text() for page in PdfReader(file).pages)
        assert all("Confidential talks do not belong" in page.extract_text() for page in PdfReader(file).pages)


def test_a_role_sheet_has_two_pages_at_most(case: Case) -> None:
    """Also a long one: smaller letters keep it there. Beyond any measure the command warns."""
    full = Drawn(5, 5).exercise()
    head = replace(full.seats["n-head"], wants=("What we want is long. " * 12,) * 10)
    told = made(case, replace(full, seats={**full.seats, "n-head": head}))
    assert pages(told["seat-n-head"])[0] == 2
    assert pages(told["forms"])[0] == 1  # two proposals on a page
    endless = replace(head, wants=("What we want is long. " * 40,) * 20)
    assert pages(made(case, replace(full, seats={**full.seats, "n-head": endless}))["seat-n-head"])[0] > 2


NASTY = (
    "<script>alert(1)</script>",
    "a\u202eb",
    "#panic() [*x*] $1$",
    "שלום (א)",
    "مرحبا",
    "x" * 300,
    "{{ 7 * 7 }}",
    "line\nline",
)


@pytest.mark.parametrize("words", few(2, NASTY))
def test_what_an_author_writes_is_shown_and_never_obeyed(case: Case, words: str) -> None:
    full = Drawn(1, 1).exercise()
    head = replace(full.seats["n-head"], role=words, who=words, wants=(words,), knows=(words,))
    told = made(case, replace(full, title=words, briefing=words, seats={**full.seats, "n-head": head}))
    for key in ("for-all", "wall", "forms", "debriefing", "seat-n-head", "trainer", "trainer-to-cut-out"):
        page = text(told[key])
        assert "<script>" not in page
        assert "\u202e" not in page
        assert packet_bytes(".pdf", told[key]).startswith(b"%PDF")


def test_a_seat_alone_at_the_table_has_its_forms(case: Case) -> None:
    """Nobody chairs, nobody instructs: no slip goes to a seat that there is not."""
    full = Drawn(1, 1).exercise()
    bare = {key: seat for key, seat in full.seats.items() if seat.part in ("head", "press")}
    told = made(
        case, replace(full, seats=bare, meetings={}, phases={}, injections={}, mandates={}, points={}, priorities={})
    )
    page = text(told["seat-n-head"])
    assert "Message to the chair" not in page
    assert "Referral" not in page
    assert "Read-back" in text(told["trainer"])


def test_the_same_exercise_gives_the_same_bytes(case: Case) -> None:
    full = Drawn(2, 2).exercise()
    key = Random(1).choice([f"seat-{k}" for k in full.seats])
    for ending in ENDINGS:
        assert packet_bytes(ending, made(case, full)[key]) == packet_bytes(ending, made(case, full)[key])
