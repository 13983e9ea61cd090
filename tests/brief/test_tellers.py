"""What only others tell of a party reads `according to` wherever it is printed, also where the case does not say who tells it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.sections.stand_words import own
from goodoffices.brief.tellers import teller_of, with_tellers
from goodoffices.case import Case, changes, seen, state_of
from goodoffices.talks import Condition, Support

from ..case.cases import small_case
from .cases import black_sea, istanbul, labour, texts, two_valleys, whole

CASES = [istanbul, black_sea, two_valleys, labour]


def unsaid(case: Case) -> Case:
    """The case without the tellers of what is not a party's own word."""
    context = Context.of(case)
    told = tuple(p if own(context, p) else replace(p, told_by=None) for p in case.talks.positions)
    return replace(case, talks=replace(case.talks, positions=told))


@pytest.mark.parametrize("case", CASES)
def test_the_brief_has_the_reserve_where_the_case_leaves_the_teller_out(case: Callable[[], Case]) -> None:
    assert unsaid(case()) != case()
    assert with_tellers(unsaid(case())) == case()
    one, other = build_outline(case()), build_outline(unsaid(case()))
    for key in ("glance", "stands", "unknown"):
        assert texts(whole(one, key)) == texts(whole(other, key))


@pytest.mark.parametrize("case", CASES)
def test_a_case_that_says_its_tellers_stays_as_it_is(case: Callable[[], Case]) -> None:
    assert with_tellers(case()) is case()


SENTENCES: list[tuple[Callable[[], Case], str, str]] = [
    (istanbul, "stands", "demands negotiations on territorial concessions (as reported, apparently by Volodymyr Zelensky) *"),
    (labour, "stands", "demand a ban on outside firms at the quay, according to Lars Anders *"),
    (labour, "stands", "oppose outside firms at the quay, according to the United Steelworkers of Hask *"),
    (two_valleys, "stands", "opposes a lease of the mill, according to Pavo Lindrel *"),
    (black_sea, "stands", "demands access to SWIFT for the Russian Agricultural Bank, according to António Guterres *"),
    (black_sea, "stands", "How long does the initiative run on? Russia first accepted technical extension with terms and scope as "
     "they were (17 November 2022) and, after two more steps, supported extension for two months, according to Recep Tayyip "
     "Erdogan (17 May 2023); it now demands no renewal (17 July 2023)."),
    (labour, "glance", "No report quotes the Dockers themselves."),
]  # fmt: skip


@pytest.mark.parametrize(("case", "key", "sentence"), SENTENCES)
def test_a_sentence_with_its_reserve(case: Callable[[], Case], key: str, sentence: str) -> None:
    assert sentence in texts(whole(build_outline(unsaid(case())), key))


def test_what_changed_has_it_too() -> None:
    case = unsaid(black_sea())
    found = changes(state_of(seen(case, date(2023, 5, 17))), case, "2023-05-17")
    told = texts(whole(build_outline(case, found), "changed"))
    assert any(
        "until 17 May 2023 it supported extension for two months, according to Recep Tayyip Erdogan" in x for x in told
    )


@pytest.mark.parametrize(("claim", "words"), [
    ("B21", "the Dockers oppose: outside firms at the quay (as told by the other side, United Steelworkers of Hask; "
            "not the Dockers' own word)"),
    ("C09", "United Steelworkers of Hask demands: a rise of seven percent (as told by the other side, the Brightwater Works; "
            "not the United Steelworkers of Hask's own word)"),
    ("B20", "United Steelworkers of Hask demands: keeping the rolling mill open"),
    ("A17", "United Steelworkers of Hask demands: a rise of seven percent"),
])  # fmt: skip
def test_a_claim_in_a_partys_own_paper_on_another_is_not_the_others_word(claim: str, words: str) -> None:
    context = Context.of(labour())
    assert context.phrases.says(context.case.claims[claim]) == words


SPEAKERS: list[tuple[str, tuple[str, ...], str]] = [
    ("press", ("narrator",), ""),
    ("press", ("narrator", "ann"), ""),  # she speaks for North
    ("press", ("narrator", "south"), "south"),
    ("press", ("narrator", "south?"), "south?"),
    ("press", ("south", "ann"), ""),  # quoted by the other side: her own word all the same
    ("press", ("narrator", "board"), "board"),
    ("south", ("narrator",), "south"),
    ("north", ("narrator",), ""),
    ("north", ("narrator", "south"), "south"),
    ("mediator", ("narrator",), "The Paper"),
    ("board", ("narrator",), "board"),
]


def spoken(folder: Path, side: str, attributed: tuple[str, ...]) -> Case:
    """The small case, in which a source of this side tells what North demands."""
    case = small_case(folder)
    claims = tuple(replace(c, attributed_to=attributed) if c.id == "a5" else c for c in case.record.claims)
    sources = {**case.record.sources, "press": replace(case.record.sources["press"], side=side)}
    return replace(case, record=replace(case.record, claims=claims, sources=sources))


@pytest.mark.parametrize(("side", "attributed", "teller"), SPEAKERS)
def test_who_tells_it(tmp_path: Path, side: str, attributed: tuple[str, ...], teller: str) -> None:
    case = spoken(tmp_path, side, attributed)
    assert teller_of(Context.of(case).phrases, ["a5"], "north") == teller
    first = next(p for p in with_tellers(case).talks.positions if p.id == "p1")
    assert (first.told_by or "") == teller


def test_a_newspaper_beside_it_tells_it_for_itself(tmp_path: Path) -> None:
    case = spoken(tmp_path, "press", ("narrator", "south"))
    assert teller_of(Context.of(case).phrases, ["a5", "b2"], "north") == ""


def test_conditions_and_support_have_it(tmp_path: Path) -> None:
    case = spoken(tmp_path, "press", ("narrator", "south?"))
    talks = replace(
        case.talks,
        positions=tuple(p for p in case.talks.positions if p.id not in ("p1", "p3")),
        conditions=(Condition(id="c9", by="north", what="talks", only_if="no toll", claims=("a5",)),),
        support=(Support(by="board", text="the talks", claims=("a5",)),),
    )
    outline = build_outline(replace(case, talks=talks))
    assert "As reported, apparently by South, North makes talks depend on one condition: no toll." in texts(
        whole(outline, "stands")
    )
    assert "As reported, apparently by South, The Board supports the talks." in texts(whole(outline, "outside"))
