"""Names, days, claims and questions as sentences print them."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from goodoffices.brief.context import Context
from goodoffices.brief.phrases import Phrases, clean, value_tells
from goodoffices.brief.questions import question
from goodoffices.record.claim import Modality

from ..case.cases import small_case
from .cases import black_sea, istanbul


@pytest.mark.parametrize(("text", "told"), [(" a. ", "a"), ("a", "a"), ("U.S..", "U.S."), (".", ""), ("a?", "a?")])
def test_a_full_stop_at_the_end_goes(text: str, told: str) -> None:
    assert clean(text) == told


SAYS = {
    "A01": "Direct talks of Ukraine and Russia, day: 16 May 2025",
    "A03": "Direct talks of Ukraine and Russia, between: Ukraine and Russia",
    "A09": "Rustem Umerov, post: Defense Minister (Ukraine)",
    "A10": "Rustem Umerov heads the delegation of Ukraine",
    "A17": "Vladimir Medinsky represents Russia",
    "A36": "Vladimir Putin was absent from Direct talks of Ukraine and Russia",
    "A40": "Ukraine supports: 30-day ceasefire",
    "A41": "Russia demands: broader negotiations (as told by the other side, Volodymyr Zelensky (Ukraine), "
           "or by the source itself; not Russia's own word)",
    "B18": "Ukraine demands: full ceasefire",
    "B38": "Direct talks of Ukraine and Russia, result: no immediate agreement",
}  # fmt: skip


@pytest.mark.parametrize("claim", SAYS)
def test_claims_in_a_few_words(claim: str) -> None:
    assert Phrases(istanbul()).says(istanbul().claims[claim]).startswith(SAYS[claim])


def test_a_denial_is_said_where_the_value_does_not_say_it() -> None:
    denied = [c for c in black_sea().record.claims if c.modality == "negated"]
    assert denied
    for claim in denied:
        said = str(claim.value).lower().startswith(("no ", "not ", "without "))
        assert Phrases(black_sea()).says(claim).startswith("denied: ") != said


DENIED: dict[str, tuple[str, str, str, str]] = {
    "the one form": ("not_agreed", "pensions", "asserted", "{}, not agreed: pensions"),
    "told twice": ("not_agreed", "pensions", "negated", "{}, not agreed: pensions"),
    "by modality": ("agreed", "pensions", "negated", "denied: {}, agreed: pensions"),
    "no agreement at all": ("not_agreed", "an agreement", "asserted", "{}, result: no agreement"),
    "that twice": ("not_agreed", "no final deal", "negated", "{}, result: no final deal"),
    "words that deny": ("result", "ended without a date", "negated", "{}, result: ended without a date"),
    "words that do not": ("result", "a date", "negated", "denied: {}, result: a date"),
}


@pytest.mark.parametrize(("predicate", "value", "modality", "told"), DENIED.values(), ids=DENIED)
def test_a_denial_is_said_once(predicate: str, value: str, modality: str, told: str) -> None:
    claim = replace(istanbul().claims["B38"], predicate=predicate, value=value, modality=cast(Modality, modality))
    assert Phrases(istanbul()).says(claim) == told.format("Direct talks of Ukraine and Russia")
    assert not value_tells(claim) or "no " in value or "without" in value


def test_no_position_told_by_somebody_else_is_without_him() -> None:
    for case in (istanbul(), black_sea()):
        phrases = Phrases(case)
        for claim in case.record.claims:
            quoted = [s.removesuffix("?") for s in claim.attributed_to if s != "narrator"]
            side = phrases.side_of(claim.subject)
            foreign = claim.type == "position" and quoted != [] and phrases.side_of(quoted[-1]) != side
            assert ("own word" in phrases.says(claim)) == foreign, claim.id


@pytest.mark.parametrize(
    ("claim", "speakers"),
    [
        ("A01", ("open4business.com.ua",)),
        ("A41", ("open4business.com.ua", "Volodymyr Zelensky (or the source itself)")),
        ("B17", ("sodailynews.com", "Rustem Umerov")),
    ],
)
def test_who_speaks(claim: str, speakers: tuple[str, ...]) -> None:
    assert Phrases(istanbul()).speakers(istanbul().claims[claim]) == speakers


def test_a_publisher_of_several_sources_is_told_with_the_source() -> None:
    phrases = Phrases(black_sea())
    assert phrases.publisher("tass-may") == "TASS, 17 May 2023"
    assert phrases.publisher("rtbf-razoni") == "RTBF"


def test_meetings_without_a_title_are_told_by_who_met(tmp_path: Path) -> None:
    phrases = Phrases(small_case(tmp_path))
    assert phrases.meeting("first") == "meeting of North and South"
    assert phrases.meeting("second") == "meeting of North"
    assert phrases.meeting("elsewhere") == "elsewhere"
    assert Phrases(istanbul()).meeting("us-tr-ua") == "trilateral meeting of Turkey, the United States and Ukraine"


QUESTIONS = {
    "place:direct": "the place of the direct talks of Ukraine and Russia",
    "position:ukraine:ceasefire": "where Ukraine stands on ceasefire",
    "gone:long:ago": "gone:long:ago",
}


@pytest.mark.parametrize("slot", QUESTIONS)
def test_questions(slot: str) -> None:
    assert question(Context.of(istanbul()), slot) == QUESTIONS[slot]


def test_no_question_is_told_by_its_bare_slot() -> None:
    for case in (istanbul(), black_sea()):
        assert not [slot for slot in case.comparison.slots if question(Context.of(case), slot) == slot]
