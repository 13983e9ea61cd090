"""Whatever an extractor proposes, the draft stands its check; what no record can hold is left out."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.case import inspect
from goodoffices.extraction.batches import Inline
from goodoffices.extraction.begin import begin
from goodoffices.extraction.naming import as_words, sound
from goodoffices.record import Claim
from goodoffices.record.predicates import FAMILIES
from goodoffices.talks import Day

from ... import amount
from ..written_out import accounts

TEXT = "Ann Lee of North met Bo Moor of South in Millbridge. The lake — das große — dried up.\n"
NAMES = (
    "North", "South", "the North", "Ann Lee", "Lee", "Bo Moor", "Lakeland", "M1", "M2", "M3", "observers", "both sides",
    "narrator", "Ann Lee?", "?", "", " ", "North; South", "(unattributed)", "the U.S. delegation", "press", "press-1", "2031",
    "М1", "和平", "O'Brien", "A" * 300, "M23", "x\u202ey", "Millbridge 2031-05",
)  # fmt: skip
PREDICATES = (*(p for family in FAMILIES for p in family.predicates), "said", "sent", "sees", "", "odd one")
TYPES = (
    "meeting", "mediation", "attendance", "absence", "person_post", "delegation", "decision", "signature", "statement",
    "position", "outcome", "assessment", "context",
)  # fmt: skip
MODALITIES = ("asserted", "asserted", "negated", "future", "conditional", "possible", "aim", "presupposed", "hedged")
DAYS = ("2031-05-16", "2031-05", "about 2031", "not said", "2031-05-17", "no day")

names = st.sampled_from(NAMES)
values = st.one_of(
    names, names, st.sampled_from(DAYS), st.lists(names, max_size=4).map(tuple), st.text(max_size=12), st.integers(), st.booleans(),
    st.decimals(allow_nan=True, places=2), st.sampled_from(("a truce", "no truce", "a 30-day truce", "x only if y", "\ud800")),
)  # fmt: skip


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, len(TEXT)))
    return Claim(
        id="P1", source="", type=draw(st.sampled_from(TYPES)),
        subject=draw(names), predicate=draw(st.sampled_from(PREDICATES)), value=draw(values),
        meeting=draw(st.none() | names), for_party=draw(st.none() | names), issue=draw(st.none() | names),
        option=draw(st.none() | names), attributed_to=tuple(draw(st.lists(names, max_size=3))),
        qualifiers=draw(st.dictionaries(st.sampled_from(("when", "issue", "next_step")), st.sampled_from((True, "2031-06", "x")))),
        modality=draw(st.sampled_from(MODALITIES)),
        hedge=draw(st.none() | names), words=TEXT[start:end], start=start, end=end, entered_by="x",
        confidence=draw(st.none() | st.decimals(min_value=-1, max_value=2, allow_nan=True)), status="accepted",
    )  # fmt: skip


class Says:
    """Proposes what the test has drawn, by the report's first word."""

    name, version = "says", "0"
    claims: dict[str, list[Claim]]

    def __init__(self, drawn: dict[str, list[Claim]]) -> None:
        self.claims = drawn

    def propose(self, text: Any) -> list[Claim]:
        first = text.text.split()[0]
        return [replace(c, start=c.start + len(first) + 1, end=c.end + len(first) + 1) for c in self.claims[first]]  # type: ignore[operator]


class MakeSays:
    def __init__(self, extractor: Says) -> None:
        self.extractor = extractor

    def __call__(self) -> Says:
        return self.extractor


@settings(max_examples=amount.cases(15, 1000))
@given(st.lists(st.lists(claims(), max_size=14), min_size=1, max_size=3))
def test_the_draft_of_any_proposals_is_sound(drawn: list[list[Claim]]) -> None:
    with TemporaryDirectory() as folder:
        files = []
        for number in range(len(drawn)):
            files.append(Path(folder) / f"{number}.txt")
            # Different words, so that no two are one text; the proposals keep their places behind the first word.
            files[-1].write_text(f"r{number} {TEXT}", encoding="utf-8")
        make = MakeSays(Says({f"r{number}": its for number, its in enumerate(drawn)}))
        begin(Path(folder) / "case", files, make, Inline(), Day.parse("2031-06-01"))
        case, problems = inspect(Path(folder) / "case")
        assert [str(p) for p in problems if p.level == "error"] == []
        assert case is not None
        assert case.talks.draft
        assert {c.status for c in case.record.claims} <= {"proposed"}
        told = {p.found.split()[0:3][-1] for p in problems if "proposed claim" not in p.found}
        assert told == set(), "no other warning either"


@settings(max_examples=amount.cases(50, 1000))
@given(claims())
def test_words_stay_and_status_is_always_proposed(claim: Claim) -> None:
    for one in sound([claim], TEXT):
        assert one.status == "proposed"
        assert TEXT[one.start : one.end] == one.words
        assert one.confidence is None or 0 <= one.confidence <= 1


GOOD = Claim(
    id="P1", source="", type="meeting", subject="M1", predicate="date", value="2031-05-16", words="Ann Lee", start=0, end=7,
    entered_by="x",
)  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"words": "Ann lee"},
        {"start": None},
        {"start": 1},
        {"start": -85},
        {"words": "", "end": 0},
        {"words": " ", "start": 3, "end": 4},
        {"type": "rumour"},
        {"modality": "certain"},
        {"value": "the 16th"},
        {"subject": " "},
        {"predicate": ""},
        {"attributed_to": ()},
        {"subject": "\ud800"},
        {"predicate": "size", "value": Decimal("NaN")},
        {"predicate": "size", "value": 10**400},
        {"predicate": "size", "value": 1.5},
        {"qualifiers": {"a": None}},
    ],
)
def test_what_no_record_can_hold_is_left_out(change: dict[str, Any]) -> None:
    assert len(list(sound([GOOD], TEXT))) == 1
    assert list(sound([replace(GOOD, **change)], TEXT)) == []


@pytest.mark.parametrize("confidence", [Decimal("2"), Decimal("-0.1"), Decimal("NaN"), Decimal("1e-30")])
def test_a_confidence_that_is_none_is_taken_away(confidence: Decimal) -> None:
    (one,) = sound([replace(GOOD, confidence=confidence)], TEXT)
    assert one.confidence is None


@pytest.mark.parametrize("word", ["observers", "x", "1999", "a.b", "30-day"])
def test_no_word_is_taken_for_an_id(word: str) -> None:
    assert " " in as_words(word) or any(c.isupper() for c in as_words(word))


def test_the_double_makes_accounts() -> None:
    (one,) = accounts("meeting | M1 | parties | North; South")
    assert (one.source, one.claims[0].id, list(one.meetings)) == ("A", "A01", ["M1"])
