"""What changed since a day: events in sentences first, the gravest of each kind; numbers in one sentence at the end."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.outline import Line
from goodoffices.case import Case, changes, seen, state_of

from .cases import black_sea, labour, lines_of, two_valleys, whole


@cache
def lines(case: Callable[[], Case], day: str) -> tuple[Line, ...]:
    """The whole section, none of it cut."""
    found = changes(state_of(seen(case(), date.fromisoformat(day))), case(), day)
    return tuple(lines_of(whole(build_outline(case(), found), "changed")))


def told(case: Callable[[], Case], day: str) -> list[str]:
    return [line.text for line in lines(case, day)]


FIRST: list[tuple[Callable[[], Case], str, list[str]]] = [
    (black_sea, "2023-05-17", [
        "On 17 July 2023, there was no further renewal (only the Ministry of Foreign Affairs of the Russian Federation).",
        "Russia now demands no renewal; until 17 May 2023 it supported extension for two months, according to Recep Tayyip "
        "Erdogan.",
    ]),
    (black_sea, "2023-03-12", [
        "On 17 July 2023, there was no further renewal (only the Ministry of Foreign Affairs of the Russian Federation).",
        "Russia and Ukraine met with Turkey and the United Nations in Istanbul on 10 May 2023.",
        "Russia now demands no renewal; until 12 March 2023 it accepted technical extension with terms and scope as they were, "
        "then accepted renewal for 60 days (Sergei Vershinin), then demanded no renewal, then supported extension for two months, "
        "according to Recep Tayyip Erdogan.",
        "On how long the second renewal runs, the accounts now contradict each other: 60 days (The Kyiv Independent) or 120 days "
        "(Ukrainska Pravda, 17 May 2023); until 12 March 2023 no report told it.",
    ]),
    (two_valleys, "2031-05-15", [
        "On how long the session of the two valleys lasted, the accounts now contradict each other: five hours (Kelmarsk Courier) "
        "or nearly four hours (Tavnis Post); until 15 May 2031 only one told it.",
        "The two sides are to meet again: on 2 June 2031 according to the Kelmarsk Courier, on 9 June 2031 according to the "
        "Tavnis Post.",
    ]),
    (labour, "2031-03-20", [
        "A session on shifts in Hask, planned for 14 March 2031, was called off by the Brightwater Works (Hask Evening Ledger and "
        "The Ladle).",
    ]),
]  # fmt: skip
AMONG: list[tuple[Callable[[], Case], str, str]] = [
    (black_sea, "2022-10-01", "Russia said that it suspends its part in the deal."),
    (black_sea, "2022-10-01", "Third renewal, 17 May 2023, is between Russia, Turkey, Ukraine and the United Nations, for 2 "
     "months (60 days)."),
    (black_sea, "2023-05-17", "According to António Guterres, Russia now demands access to SWIFT for the Russian Agricultural "
     "Bank; until 17 May 2023 no report told its position on this."),
    (black_sea, "2023-03-12", "Oleksandr Kubrakov is now told as Infrastructure Minister, later Deputy Prime Minister for "
     "Restoration."),
    (two_valleys, "2031-05-15", "Upper Tavnis now also demands all of the summer water in a dry year (Joren Tash)."),
    (labour, "2031-03-20", "According to the United Steelworkers of Hask, the Dockers now also oppose outside firms at the quay."),
    (labour, "2031-03-20", "On who led the Brightwater Works's delegation, the accounts now contradict each other: Lars Anders "
     "(Hask Evening Ledger) or Odile Karsten (The Ladle); until 20 March 2031 only one told it."),
    (labour, "2031-03-20", "In numbers: 24 new claims, from The Ladle; 9 entries rest on more claims than before."),
]  # fmt: skip
SINCE = [(case, day) for case, day, _ in FIRST]


@pytest.mark.parametrize(("case", "day", "first"), FIRST)
def test_it_begins_with_the_gravest_events(case: Callable[[], Case], day: str, first: list[str]) -> None:
    assert told(case, day)[: len(first)] == first


@pytest.mark.parametrize(("case", "day", "sentence"), AMONG)
def test_a_sentence_on_what_changed(case: Callable[[], Case], day: str, sentence: str) -> None:
    assert sentence in told(case, day)


@pytest.mark.parametrize(("case", "day"), SINCE)
def test_numbers_stand_in_the_last_sentence_alone(case: Callable[[], Case], day: str) -> None:
    *events, last = told(case, day)
    assert last.startswith("In numbers: ")
    assert not [
        text for text in events if re.search(r"\d+ (?:new |more )?(?:claims?|entries|questions?)\b|the record", text)
    ]


@pytest.mark.parametrize(("case", "day"), SINCE)
def test_each_is_told_once(case: Callable[[], Case], day: str) -> None:
    assert len(set(told(case, day))) == len(told(case, day))
    differing = [line.differs for line in lines(case, day) if line.differs]
    assert not [one for one in differing for other in differing if one is not other and set(one) <= set(other)]


def test_what_was_called_off_is_told_as_that_alone() -> None:
    assert len([text for text in told(labour, "2031-03-20") if "called off" in text]) == 1
    assert not [text for text in told(labour, "2031-03-20") if "session" in text and "is planned" in text]


@pytest.mark.parametrize(
    ("case", "day"), [(two_valleys, "2031-05-01"), (labour, "2031-03-01"), (black_sea, "2022-01-01")]
)
def test_where_nothing_was_known_before_nothing_is_told_of_before(case: Callable[[], Case], day: str) -> None:
    assert not [text for text in told(case, day) if "; until" in text]


def test_of_an_earlier_brief_its_name_stands_in_the_title_only() -> None:
    found = changes(state_of(seen(black_sea(), date(2023, 5, 17))), black_sea(), "sent.json")
    section = whole(build_outline(black_sea(), found), "changed")
    assert "sent.json" in section.title
    texts = [line.text for line in lines_of(section)]
    assert not [text for text in texts if "sent.json" in text]
    assert any("; until the earlier brief it supported" in text for text in texts)


def test_what_is_gone_is_counted_at_the_end() -> None:
    old = replace(state_of(two_valleys()), claims=state_of(two_valleys()).claims | {"Z1", "Z2"})
    found = changes(old, two_valleys(), "2031-06-01")
    texts = [line.text for line in lines_of(whole(build_outline(two_valleys(), found), "changed"))]
    assert texts == ["In numbers: 2 claims of before are gone."]
