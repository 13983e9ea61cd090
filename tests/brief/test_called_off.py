"""A planned meeting that was called off is told so, with who says so; never as still planned, and never as held."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.pictures.sentences import step_line
from goodoffices.case import Case
from goodoffices.talks import UNSAID, Day, NextStep

from ..case.cases import small_case
from .cases import lines_of, section, texts, whole

Account = tuple[str, str, dict[str, Any]]
"""The predicate of a claim, the day on which its source was printed, and what else the claim has."""
PLAN: Account = (
    "next",
    "2025-04-28",
    {"type": "outcome", "subject": "second", "modality": "future", "value": "a session on tolls in Weir"},
)
OFF: Account = ("called_off", "2025-05-02", {})
NOUN, CLAUSE, TALKS = "A session on tolls", "Both towns meet again", "Talks on tolls"


def planned(folder: Path, *accounts: Account, text: str = NOUN, when: str = "2025-05-03", listed: bool = True) -> Case:
    """The small case with a next step that each source tells in a claim of its own."""
    case = small_case(folder)
    claims, sources, first = [], dict(case.record.sources), case.claims["a4"]
    for number, (predicate, printed, more) in enumerate(accounts):
        key = f"s{number}"
        sources[key] = replace(sources["press"], publisher=f"Paper {number}", printed=Day.parse(printed))
        told = {"type": "decision", "subject": "north", "value": "the session on tolls of 3 May", **more}
        claims.append(replace(first, id=f"x{number}", source=key, predicate=predicate, words=told["value"], **told))
    plans = tuple(c.id for c in claims if listed or c.predicate == "next")
    step = NextStep(text=text, date=Day.parse(when) if when else UNSAID, place="Weir", claims=plans)
    outcome = replace(case.talks.outcome, next=(step,))
    record = replace(case.record, sources=sources, claims=(*case.record.claims, *claims))
    return replace(case, record=record, talks=replace(case.talks, outcome=outcome))


def next_of(case: Case) -> list[str]:
    return texts(whole(build_outline(case), "next"))


SENTENCES: Mapping[str, tuple[tuple[Account, ...], dict[str, Any], str]] = {
    "by a party": (
        (PLAN, OFF), {},
        "A session on tolls in Weir, planned for 3 May 2025, was called off by North (Paper 1)."),
    "two papers say so": (
        (PLAN, OFF, ("cancelled", "2025-05-04", {})), {},
        "A session on tolls in Weir, planned for 3 May 2025, was called off by North (Paper 1 and Paper 2)."),
    "nobody is named": (
        (PLAN, ("called_off", "2025-05-02", {"type": "meeting", "subject": "the session on tolls"})), {},
        "A session on tolls in Weir, planned for 3 May 2025, was called off (Paper 1)."),
    "postponed": (
        (PLAN, ("postponed", "2025-05-02", {"subject": "board"})), {},
        "A session on tolls in Weir, planned for 3 May 2025, was postponed by The Board (Paper 1)."),
    "fallen through": (
        (PLAN, ("fell_through", "2025-05-02", {"type": "meeting", "subject": "the session on tolls"})), {"text": TALKS},
        "Talks on tolls in Weir, planned for 3 May 2025, fell through (Paper 1)."),
    "more than one": (
        (PLAN, OFF), {"text": TALKS},
        "Talks on tolls in Weir, planned for 3 May 2025, were called off by North (Paper 1)."),
    "a clause": (
        (PLAN, OFF), {"text": CLAUSE},
        "Planned for 3 May 2025, but called off by North (Paper 1): both towns meet again in Weir."),
    "no day": (
        (PLAN, OFF), {"when": ""},
        "A session on tolls in Weir, planned, was called off by North (Paper 1)."),
    "a reserve": (
        (PLAN, ("called_off", "2025-05-02", {"modality": "hedged"})), {},
        "A session on tolls in Weir, planned for 3 May 2025, was reportedly called off by North (Paper 1)."),
    "two who called it off": (
        (PLAN, OFF, ("called_off", "2025-05-02", {"subject": "south"})), {},
        "Planned for 3 May 2025, called off by North (Paper 1) or called off by South (Paper 2): a session on tolls in Weir."),
    "the other paper of that day has it planned": (
        (("next", "2025-05-02", PLAN[2]), OFF), {},
        "Planned for 3 May 2025, called off by North (Paper 1) or still planned (Paper 0): a session on tolls in Weir."),
    "another had it held": (
        (PLAN, OFF, ("date", "2025-05-04", {"type": "meeting", "subject": "second", "value": "2025-05-03"})), {},
        "Planned for 3 May 2025, called off by North (Paper 1) or held (Paper 2): a session on tolls in Weir."),
    "the entry does not list it": (
        (PLAN, OFF), {"listed": False},
        "A session on tolls in Weir, planned for 3 May 2025, was called off by North (Paper 1)."),
}  # fmt: skip


@pytest.mark.parametrize("name", SENTENCES)
def test_a_called_off_meeting_is_told_so(tmp_path: Path, name: str) -> None:
    accounts, more, told = SENTENCES[name]
    assert next_of(planned(tmp_path, *accounts, **more)) == [told]


NOT_OFF: Mapping[str, tuple[Account, ...]] = {
    "denied": (PLAN, ("called_off", "2025-05-02", {"modality": "negated"})),
    "only feared": (PLAN, ("called_off", "2025-05-02", {"modality": "possible"})),
    "only threatened": (PLAN, ("called_off", "2025-05-02", {"modality": "conditional"})),
    "a strike": (PLAN, ("called_off", "2025-05-02", {"value": "the strike of 3 May"})),
    "not counted": (PLAN, ("called_off", "2025-05-02", {"status": "rejected"})),
}


@pytest.mark.parametrize("name", NOT_OFF)
def test_what_was_not_called_off_is_still_planned(tmp_path: Path, name: str) -> None:
    (told,) = next_of(planned(tmp_path, *NOT_OFF[name]))
    assert told.startswith("A session on tolls in Weir is planned for 3 May 2025")


@pytest.mark.parametrize("value", ["the session on tolls of 9 May", "the session of 3 May"])
def test_a_claim_that_is_not_listed_must_have_all_words_and_the_day(tmp_path: Path, value: str) -> None:
    case = planned(tmp_path, PLAN, ("called_off", "2025-05-02", {"value": value}), listed=False)
    assert next_of(case)[0].startswith("A session on tolls in Weir is planned for ")


def glance(case: Case) -> str:
    return " ".join(texts(section(build_outline(case), "glance")))


def test_it_is_told_at_a_glance_while_nobody_has_met_since(tmp_path: Path) -> None:
    assert "planned for 3 May, was called off by North" in glance(planned(tmp_path, PLAN, OFF))


def test_it_is_told_at_a_glance_beside_another_that_is_planned(tmp_path: Path) -> None:
    case = planned(tmp_path, PLAN, OFF)
    other = NextStep(text="A hearing on fees", date=Day.parse("2025-06-01"), claims=("x0",))
    outcome = replace(case.talks.outcome, next=(other, *case.talks.outcome.next))
    case = replace(case, talks=replace(case.talks, outcome=outcome))
    assert "A hearing on fees is planned for 1 June" in glance(case)
    assert "A session on tolls in Weir, planned for 3 May, was called off by North (Paper 1)." in glance(case)
    first, second = next_of(case)
    assert first.startswith("A hearing on fees is planned for 1 June")
    assert "was called off" in second


def test_a_new_day_is_what_comes_next(tmp_path: Path) -> None:
    case = planned(tmp_path, PLAN, OFF)
    (old,) = case.talks.outcome.next
    new = replace(old, date=Day.parse("2025-05-10"), claims=("x0",))
    case = replace(case, talks=replace(case.talks, outcome=replace(case.talks.outcome, next=(old, new))))
    first, second = next_of(case)
    assert first.startswith("A session on tolls in Weir is planned for ")
    assert "10 May" in first
    assert "was called off" in second
    assert "called off" not in glance(case)


def test_a_plan_of_before_is_no_difference_and_one_of_that_day_is(tmp_path: Path) -> None:
    before = whole(build_outline(planned(tmp_path / "a", PLAN, OFF)), "next")
    that_day = whole(build_outline(planned(tmp_path / "b", ("next", "2025-05-02", PLAN[2]), OFF)), "next")
    assert [line.differs for line in lines_of(before)] == [()]
    assert [line.differs for line in lines_of(that_day)] == [("x1", "x0")]


def test_the_timeline_says_it_too(tmp_path: Path) -> None:
    case = planned(tmp_path, PLAN, OFF)
    context = Context.of(case)
    told = step_line(context, case.talks.outcome.next[0]).text
    assert told.startswith("Announced for 3 May 2025: A session on tolls")
    assert told.endswith(" It was called off.")
