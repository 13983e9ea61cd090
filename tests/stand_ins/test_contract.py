"""The contract finds what it is there for: each of these programs breaks one point of it, and that test fails."""

from collections.abc import Iterator

import pytest

from goodoffices.proceedings import Act, OpenMeeting, PressLine, Say
from goodoffices.stand_ins.program import Stages
from goodoffices.stand_ins.registered import PROGRAMS
from goodoffices.stand_ins.worth import Worth

from . import mixed
from .contract import Contract


class Bad(Stages):
    """Does what one of them does."""

    source = "nobody ever wrote this"

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.said: list[int] = []

    def next_act(self, view, rng, now=None) -> Act | None:
        here, status = list(view.here), view.facts.status
        if self.kind == "stands not still":
            return PressLine(by=view.seat, words="On.") if status in ("frozen", "running") else None
        if status != "running" or not here:
            return None
        return self._does(view, here[-1])

    def _does(self, view, meeting: str) -> Act | None:
        self.said.append(1)
        match self.kind:
            case "refused":
                return OpenMeeting(by=view.seat, meeting=meeting)
            case "endless":
                return Say(by=view.seat, meeting=meeting, words="Again.")
            case "another's seat":
                return Say(by="chair", meeting=meeting, words="Again.")
            case "remembers":
                return Say(by=view.seat, meeting=meeting, words=f"{'Once more' * len(self.said)}.")
        return Say(by=view.seat, meeting=meeting, words=" not a sentence")


class Supporters(Contract):
    part = "supporter"
    many = 2


class Heads(Contract):
    part = "head"
    many = 3


@pytest.fixture(autouse=True)
def tables_of_its_own() -> Iterator[None]:
    mixed.table.cache_clear()
    yield
    mixed.table.cache_clear()


@pytest.mark.parametrize(
    ("kind", "test"),
    [
        ("refused", Supporters.test_no_act_of_it_is_refused),
        ("endless", Supporters.test_it_ends),
        ("another's seat", Supporters.test_it_acts_for_its_own_seat_alone),
        ("remembers", Supporters.test_the_same_seed_gives_the_same_act_and_another_moment_before_changes_nothing),
        ("stands not still", Supporters.test_it_never_acts_while_everything_stands_still_nor_before_the_day),
        ("speaks badly", Supporters.test_its_words_are_plain_sentences),
    ],
)
def test_it_finds_a_program_that(kind, test, monkeypatch):
    def bad(rng: object) -> Bad:
        return Bad(kind)

    monkeypatch.setitem(PROGRAMS, "supporter", bad)
    assert any(one.act for one in Supporters().asked())
    with pytest.raises(AssertionError):
        test(Supporters())


def test_it_finds_a_delegation_that_takes_a_red_line(monkeypatch):
    monkeypatch.setattr(Worth, "crosses", lambda self, package: False)
    with pytest.raises(AssertionError):
        Heads().test_it_never_takes_what_is_beyond_its_red_lines()
