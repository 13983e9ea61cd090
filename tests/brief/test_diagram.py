"""The drawing of the meetings: what stands beside each table, and which of them a line leads to."""

import re
from pathlib import Path

import pytest

from goodoffices.brief.context import Context
from goodoffices.brief.diagram import MOST, meetings_figure
from goodoffices.case import read_case

from ..case.cases import TALKS, make, small_case, swap
from .cases import black_sea, istanbul

AFTER = "after: [first], "
DATES = ("    date: 2025-03-01\n", ""), ("date: 2025-03-02, ", "")


def drawn(context: Context) -> str:
    figure = meetings_figure(context)
    assert figure is not None
    return figure.svg


def rows(context: Context) -> list[str]:
    return re.findall(r"<g>.*?</g>", drawn(context))


def ways(context: Context) -> list[bool]:
    """For each meeting whether a line leads down from it."""
    return ['class="way"' in row for row in rows(context)]


def words(row: str) -> list[str]:
    return re.findall(r'class="(?:what|where)">([^<]*)<', row)


def test_a_line_leads_from_each_meeting_to_the_one_known_to_be_later() -> None:
    assert ways(Context.of(istanbul())) == [True, True, False, False]  # the last one has no place in the order
    assert ways(Context.of(black_sea())) == [True] * 6 + [False]


@pytest.mark.parametrize(
    ("swaps", "leads"),
    [
        ((), True),
        (((AFTER, ""), ("2025-03-02", "2025-03-01")), False),  # on one day: nobody says which was first
        (((AFTER, ""), *DATES), False),
        (DATES, True),
    ],
)
def test_no_line_where_no_order_is_known(tmp_path: Path, swaps: tuple[tuple[str, str], ...], leads: bool) -> None:
    assert ways(Context.of(small_case(tmp_path, *swaps))) == [leads, False]


def test_of_many_meetings_the_last_one_drawn_leads_nowhere(tmp_path: Path) -> None:
    more = "".join(f"  m{n}: {{date: 2025-04-{n % 30 + 1:02}, unsourced: seen}}\n" for n in range(MOST))
    context = Context.of(read_case(make(tmp_path, swap(TALKS, "issues:\n", f"{more}issues:\n"))))
    assert len(context.meetings) == MOST + 2
    assert ways(context) == [True] * (MOST - 1) + [False]


def test_a_title_goes_on_in_its_second_line_as_it_is_written() -> None:
    shown = words(rows(Context.of(black_sea()))[0])
    assert shown[:2] == ["Talks of the military", "delegations"]


@pytest.mark.parametrize("case", [istanbul, black_sea])
def test_format_and_seats_are_never_cut(case) -> None:
    last = [words(row)[-1] for row in rows(Context.of(case()))]
    assert all(re.fullmatch(r"[A-Z][a-z ]+, [0-9]+ seats", text) for text in last), last
