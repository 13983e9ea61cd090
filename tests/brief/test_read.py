"""Of a draft the reports' own sentences, each under its heading; the program's own only where nearly certain."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief import build_outline
from goodoffices.brief.chosen import LONGEST, _unbroken, chosen, fitting
from goodoffices.brief.english import words_of
from goodoffices.brief.outline import lines_of
from goodoffices.brief.sure import sure
from goodoffices.case import Case
from goodoffices.record import HEADINGS, Assumed, AssumedRoster, Heading, Reading, ReadPassage
from goodoffices.talks import Outcome

from ..case.cases import PRESS, WIRE, small_case
from .test_passages import DRAFT

HEADED: dict[str, Heading] = {
    "Ann, mayor of North, led for North.": "met", "The towns met on 1 March.": "met", "They met again the next day.": "met",
    "North wants a half.": "stands", "South wants no toll.": "stands", "No deal came.": "outcome",
    "The towns met on 3 March.": "met", "In April North wanted most of it.": "stands",
}  # fmt: skip


def passage(words: str, confidence: float = 0.9, speaker: str | None = None) -> ReadPassage:
    source, text = ("press", PRESS) if words in PRESS else ("wire", WIRE)
    start = text.index(words)
    return ReadPassage(
        source=source, start=start, end=start + len(words), heading=HEADED[words], speaker=speaker,
        confidence=Decimal(str(confidence)),
    )  # fmt: skip


NOBODY = AssumedRoster()


def read(case: Case, passages: Iterable[ReadPassage], roster: AssumedRoster = NOBODY) -> Case:
    return replace(case, reading=Reading(format="reading/1", by="plain", roster=roster, passages=tuple(passages)))


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The case of two towns before anybody has accepted a claim; nothing in the talks but who met."""
    case = small_case(tmp_path_factory.mktemp("draft"), DRAFT)
    proposed = tuple(replace(claim, status="proposed") for claim in case.record.claims)
    talks = replace(
        case.talks, positions=(), conditions=(), support=(), statements=(), outcome=Outcome(), links=(), instruments={}
    )
    return replace(case, talks=talks, record=replace(case.record, claims=proposed, findings=()))


def under(case: Case, section: str) -> list[str]:
    found = [s for s in build_outline(case).sections if s.id == section]
    return [line.text for s in found for line in lines_of(s) if line.words == "report"]


def test_every_sentence_stands_under_its_heading(draft: Case) -> None:
    case = read(draft, map(passage, HEADED))
    whole = replace(case, texts={**case.texts, "wire": case.texts["wire"] + "Nothing else is told here. " * 40})
    assert under(whole, "stands") == [
        "The Paper: “North wants a half. South wants no toll.”", "The Wire, restated: In April North wanted most of it.",
    ]  # fmt: skip
    assert under(whole, "outcome") == ["The Paper: “No deal came.”"]
    assert under(whole, "glance")[0].startswith(
        "The Paper: “Ann, mayor of North, led for North. The towns met on 1 March."
    )


def test_the_surest_come_first_and_no_more_than_three_quarters(draft: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodoffices.brief.chosen.LEAST", 0)  # a few words are shown whole
    many = [passage(words, 0.5 + n / 100) for n, words in enumerate(HEADED)]
    case = read(draft, many)
    told = sum(words_of(text) for text in case.texts.values())
    shown = sum(words_of(case.texts[s.source][s.start : s.end]) for s in chosen(case))
    assert shown <= 0.75 * told
    left = {words for words in HEADED if not any(words in case.texts[s.source][s.start : s.end] for s in chosen(case))}
    assert left
    assert left == {*[*HEADED][: len(left)]}


@given(st.lists(st.tuples(st.integers(), st.floats(0, 1), st.integers(1, 60)), unique=True), st.integers(0, 300))
def test_what_is_worth_most_is_taken_as_long_as_there_is_room(sized: list[tuple[int, float, int]], room: int) -> None:
    kept = list(fitting(((one, one[1], one[2]) for one in sized), room))
    assert sum(words for _, _, words in kept) <= room
    assert all(words > room - sum(w for _, _, w in kept) for _, _, words in {*sized} - {*kept})
    best = max(sized, key=lambda one: one[1] / one[2] ** 0.4, default=None)
    assert best is None or best[2] > room or best[1] / best[2] ** 0.4 == kept[0][1] / kept[0][2] ** 0.4


@given(st.lists(st.sampled_from([*HEADED]), unique=True), st.data())
def test_what_is_shown_are_whole_sentences_each_once(draft: Case, words: list[str], data: st.DataObject) -> None:
    passages = [passage(one, data.draw(st.floats(0, 1))) for one in words]
    case = read(draft, passages)
    places = {(p.source, place) for p in passages for place in range(p.start, p.end)}
    shown = [(s.source, place) for s in chosen(case) for place in range(s.start, s.end)]
    assert len(shown) == len({*shown})
    for source, place in {*shown} - places:
        assert case.texts[source][place].isspace()
    assert all(s.end - s.start <= LONGEST for s in chosen(case))


def test_what_a_person_has_accepted_is_told_and_no_longer_quoted(draft: Case) -> None:
    claims = tuple(replace(c, status="accepted") if c.id == "a9" else c for c in draft.record.claims)
    case = read(replace(draft, record=replace(draft.record, claims=claims)), [passage("No deal came.")])
    assert under(case, "outcome") == []


def test_a_sentence_of_which_a_person_took_a_part_is_still_quoted(draft: Case) -> None:
    claims = tuple(replace(c, status="accepted") if c.id == "a3" else c for c in draft.record.claims)
    case = read(replace(draft, record=replace(draft.record, claims=claims)), [passage("The towns met on 1 March.")])
    assert under(case, "glance") == ["The Paper: “The towns met on 1 March.”"]


def test_a_copy_is_not_quoted_beside_its_origin(draft: Case) -> None:
    sources = {**draft.record.sources, "wire": replace(draft.record.sources["wire"], derived_from="press")}
    case = replace(draft, record=replace(draft.record, sources=sources))
    assert under(read(case, [passage("In April North wanted most of it.")]), "stands") == []


def test_who_speaks_is_said_where_the_words_do_not_name_him(draft: Case) -> None:
    case = read(draft, [passage("No deal came.", speaker="Ann"), passage("South wants no toll.", speaker="South")])
    assert under(case, "outcome") == ["The Paper (Ann): “No deal came.”"]
    assert under(case, "stands") == ["The Paper: “South wants no toll.”"]


def test_a_case_that_is_no_draft_is_told_without_them(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    assert chosen(read(case, map(passage, HEADED))) == ()


def test_who_was_taken_to_talk_and_what_was_not_read_is_said(draft: Case) -> None:
    roster = AssumedRoster(
        parties=(Assumed(name="North"), Assumed(name="South")),
        third_parties=(Assumed(name="The Board", role="chairs"),),
    )
    told = " ".join(build_outline(read(draft, [passage("No deal came.")], roster)).notices)
    assert "these talk: North and South; third parties: The Board." in told
    assert "Under no heading, for it was not read: The Wire." in told


def test_a_case_that_is_no_draft_stays_as_it_is(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    assert sure(case, {claim.id for claim in case.record.claims}) is case


def test_where_nobody_met_for_certain_it_is_said_what_to_do(draft: Case) -> None:
    case = replace(draft, talks=replace(draft.talks, meetings={}))
    (first, *_) = [line.text for s in build_outline(case).sections if s.id == "glance" for line in lines_of(s)]
    assert first == "Not recognised in these reports: who met (name them with --party)."


def test_the_headings_are_those_of_the_brief() -> None:
    from goodoffices.brief.sections.read import _ORDER, SECTION

    assert {SECTION.get(heading, heading) for heading in HEADINGS} <= {*_ORDER}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('Ann denied it. "We did not leave. They did," she said.', '"We did not leave. They did," she said.'),
        ('"It is a text," he said. "It is no deal. My members decide."', '"It is no deal. My members decide."'),
        (
            "“We asked. We waited. We got letters,” the union said.",
            "“We asked. We waited. We got letters,” the union said.",
        ),
        ('North said: "We want half. South wants all. No." Nobody moved.', '"We want half. South wants all. No."'),
        ("The towns met. “Is it over? It is not,” Ann told us.", "“Is it over? It is not,” Ann told us."),
        ('He wrote: "No toll. No ferry', '"No toll. No ferry'),
    ],
)
def test_no_quotation_is_cut_in_two(draft: Case, text: str, whole: str) -> None:
    case = in_sentences(draft, text)
    (told,) = [s for s in chosen(case) if case.texts["press"][s.start : s.end].find(whole) >= 0]
    assert told.start <= text.index(whole)


@pytest.mark.parametrize(
    "text",
    ["“We asked. We waited.”\n“They did not answer,” he said.", 'A 12" pipe broke.\nThe towns met. They parted.',
     "One met. Two left.", '"So it is." "No, it is not."', f'"{"We asked again and again. " * 40}"'],
)  # fmt: skip
def test_sentences_of_no_one_quotation_stay_apart(draft: Case, text: str) -> None:
    case = in_sentences(draft, text)
    assert case.reading is not None
    assert len(list(_unbroken(case, case.reading.passages))) > 1
    assert all(one.end - one.start <= LONGEST for one in _unbroken(case, case.reading.passages))


def in_sentences(case: Case, text: str) -> Case:
    """A draft of one report, each sentence under a heading of its own."""
    parts = [m.span() for m in re.finditer(r'\S[^.?\n]*(?:[.?][”"]?|$)', text) if m.group().strip()]
    passages = [
        ReadPassage(
            source="press", start=start, end=end, heading=HEADINGS[n % len(HEADINGS)], confidence=Decimal("0.9")
        )
        for n, (start, end) in enumerate(parts)
    ]
    return read(replace(case, texts={**case.texts, "press": text}), passages)
