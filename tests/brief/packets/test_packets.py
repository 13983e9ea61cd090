"""What a seat gets on paper holds what it may know, and nothing of what others alone know, in any form."""

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from goodoffices.brief.packets import ENDINGS, Packet, packet_bytes, packets
from goodoffices.brief.packets.print_pdf import pages
from goodoffices.case import Case, seats
from goodoffices.case.seats import known_to
from goodoffices.talks import Exercise

from ...amount import Cases
from .exercises import SECRET, Drawn, held, only_what


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return held(tmp_path_factory.mktemp("exercise") / "towns")


def made(case: Case, exercise: Exercise) -> dict[str, Packet]:
    return {packet.key: packet for packet in packets(replace(case, exercise=exercise))}


def pairs(number: int) -> tuple[Exercise, Exercise]:
    """Two exercises that all would take for the same: what is common is, what is secret is drawn anew."""
    return Drawn(number, 2 * number).exercise(), Drawn(number, 2 * number + 1).exercise()


def text(packet: Packet) -> str:
    return packet_bytes(".html", packet).decode()


def test_nothing_that_others_alone_know_is_in_a_packet(case: Case, cases: Cases) -> None:
    """A packet equals, byte for byte, that of an exercise in which all that its seat may not know is other, more or less."""
    for number in range(cases(40, 400)):
        full, other = pairs(number)
        for seat in ("", *full.seats):
            key = f"seat-{seat}" if seat else "for-all"
            told, made_anew = made(case, full)[key], made(case, only_what(seat, full, other))[key]
            assert told == made_anew, (number, seat)
            for ending in ENDINGS if number % 20 == 0 else (".html",):
                assert packet_bytes(ending, told) == packet_bytes(ending, made_anew)


def test_the_files_are_the_same_whatever_is_secret(case: Case, cases: Cases) -> None:
    for number in range(cases(40, 400)):
        full, other = pairs(number)
        assert (
            [*made(case, full)]
            == [*made(case, other)]
            == ["for-all", *(f"seat-{key}" for key in full.seats), "trainer"]
        )


def test_all_that_a_seat_may_know_is_in_its_packet(case: Case) -> None:
    for number in range(20):
        full = Drawn(number, number).exercise()
        told = made(case, full)
        for key, seat in full.seats.items():
            page = text(told[f"seat-{key}"])
            assert all(words in page for words in (seat.who, *seat.wants, *seat.knows))
            side = seat.of if seat.part in ("head", "adviser", "note-taker", "principal") else None
            if (worth := full.points.get(side or "")) is not None:
                assert all(f"{p}  " in page for given in worth.points.values() for p in given.values())
                assert f"has {worth.no_deal} points" in page
        trainer = text(told["trainer"])
        assert all(hint in trainer for hint in full.hints)
        assert all(
            i.text in trainer and i.source in trainer and i.expected in trainer for i in full.injections.values()
        )
        assert all(words in trainer for seat in full.seats.values() for words in seat.knows)


def test_what_only_the_trainer_reads_stands_above_what_is_cut_out(case: Case) -> None:
    full = next(e for n in range(50) if (e := Drawn(n, n).exercise()).injections)
    page = text(made(case, full)["trainer"])
    slips = re.findall(r'<section class="blank cut">.*?</section>', page, re.S)
    assert len(slips) >= len(full.injections)
    assert not [
        i.expected for i in full.injections.values() if any(i.expected.split()[0] + "<" in slip for slip in slips)
    ]
    assert not [slip for slip in slips if "Give " in slip]


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


PRINTED = ("who", "wants", "knows", "mandates", "points", "priorities")


@pytest.mark.parametrize("name", PRINTED)
def test_a_rule_that_is_missing_shows_in_no_packet_of_another_seat(
    name: str, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A role sheet looks up what its own seat, or side, has: a second wall behind the first."""
    monkeypatch.setitem(seats.RULES, name, lambda exercise, seat: exercise)
    for number in range(15):
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
        own = " ".join((seat.who, *seat.wants, *seat.knows)) if seat else ""
        assert set(re.findall(rf"{SECRET}\d+", words)) == set(re.findall(rf"{SECRET}\d+", own))
        assert all("EXERCISE" in page.extract_text() for page in PdfReader(file).pages)
        assert all("Confidential talks do not belong" in page.extract_text() for page in PdfReader(file).pages)


def test_a_role_sheet_has_two_pages_at_most(case: Case) -> None:
    """Also a long one: smaller letters keep it there. Beyond any measure the command warns."""
    full = Drawn(5, 5).exercise()
    head = replace(full.seats["n-head"], wants=("What we want is long. " * 12,) * 10)
    told = made(case, replace(full, seats={**full.seats, "n-head": head}))
    assert pages(told["seat-n-head"])[0] == 2
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


@pytest.mark.parametrize("words", NASTY)
def test_what_an_author_writes_is_shown_and_never_obeyed(case: Case, words: str) -> None:
    full = Drawn(1, 1).exercise()
    head = replace(full.seats["n-head"], role=words, who=words, wants=(words,), knows=(words,))
    told = made(case, replace(full, title=words, briefing=words, seats={**full.seats, "n-head": head}))
    for key in ("for-all", "seat-n-head", "trainer"):
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
