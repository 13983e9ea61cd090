"""What nobody has accepted is told in the report's own sentence, with its publisher; a restatement without quotation marks."""

from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.brief import brief_data, build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Line
from goodoffices.brief.passages import passages
from goodoffices.case import Case

from ..case.cases import PRESS, WIRE, small_case
from .cases import forms, lines_of

DRAFT = ("title: Talks of two towns", "title: Talks\ndraft: true")


@pytest.fixture
def draft(tmp_path: Path) -> Case:
    """The case of two towns before anybody has accepted a claim."""
    case = small_case(tmp_path, DRAFT)
    proposed = tuple(replace(claim, status="proposed") for claim in case.record.claims)
    return replace(case, record=replace(case.record, claims=proposed, findings=()))


def told(case: Case, *claims: str) -> list[Line]:
    return list(passages(Context.of(case), claims))


def test_the_whole_sentence_stands_in_quotation_marks_with_its_publisher(draft: Case) -> None:
    (line,) = told(draft, "a9")
    assert (line.text, line.claims, line.marks) == ("The Paper: “No deal came.”", ("a9",), ("proposed",))
    assert line.words == "report"
    (place,) = line.passages
    assert place == ("press", PRESS.index("No deal"), PRESS.index("No deal came.") + len("No deal came."))


def test_a_restatement_has_no_quotation_marks(draft: Case) -> None:
    (line,) = told(draft, "b2")
    assert line.text == "The Wire, restated: In April North wanted most of it."
    assert line.passages == (("wire", WIRE.index("In April"), len(WIRE.rstrip())),)


def test_claims_of_one_sentence_are_one_passage(draft: Case) -> None:
    (line,) = told(draft, "a2", "a1")
    assert set(line.claims) == {"a1", "a2"}


def test_passages_stand_in_the_order_of_the_sources_and_their_texts(draft: Case) -> None:
    assert [line.claims[0] for line in told(draft, "b2", "a9", "b1", "a5")] == ["a5", "a9", "b1", "b2"]


def test_what_is_rejected_or_unknown_is_not_told(draft: Case) -> None:
    claims = tuple(replace(c, status="rejected") if c.id == "a9" else c for c in draft.record.claims)
    case = replace(draft, record=replace(draft.record, claims=claims))
    assert told(case, "a9", "nobody") == []


@pytest.mark.parametrize("limit", [1, 4, 12, 13, 400])
def test_no_more_is_quoted_than_the_source_allows(draft: Case, limit: int) -> None:
    sources = {**draft.record.sources, "press": replace(draft.record.sources["press"], quote_limit=limit)}
    (line,) = told(replace(draft, record=replace(draft.record, sources=sources)), "a9")
    quoted = line.text.split("“")[1].removesuffix("”")
    assert quoted.removesuffix("…") == "No deal came."[:limit]
    assert quoted.endswith("…") is (limit < len("No deal came."))


def test_the_limit_does_not_cut_words_of_our_own(draft: Case) -> None:
    sources = {**draft.record.sources, "wire": replace(draft.record.sources["wire"], quote_limit=3)}
    (line,) = told(replace(draft, record=replace(draft.record, sources=sources)), "b2")
    assert line.text.endswith("In April North wanted most of it.")


# the brief of a draft


def test_a_draft_tells_nothing_of_its_own_that_nobody_accepted_but_who_met(draft: Case) -> None:
    outline = build_outline(draft)
    lines = [line for s in (*outline.sections, *outline.annex) if s.id in WRITTEN for line in lines_of(s)]
    ours = [line for line in lines if line.words == "program" and line.claims]
    assert all(line.text.startswith("North and South met") for line in ours), ours
    assert all("proposed" in line.marks for line in lines if line.claims)


WRITTEN = [f"{key}{end}" for key in ("glance", "stands", "said", "outside", "outcome", "next", "rest")
           for end in ("", "-whole")]  # fmt: skip


def test_each_claim_of_a_draft_is_told_and_each_sentence_once(draft: Case) -> None:
    outline = build_outline(draft)
    cut = {s.id.removesuffix("-whole") for s in outline.annex}
    kept = [s for s in (*outline.sections, *outline.annex) if s.id not in cut and s.id in WRITTEN]
    told_of = {claim for s in kept for line in lines_of(s) for claim in line.claims}
    places = {place for s in outline.sections if s.id == "differs" for line in lines_of(s) for place in line.passages}
    at = {c.id: (c.source, draft.anchors[c.id].start) for c in draft.record.claims}
    told_of |= {c for c, (source, start) in at.items() if any(source == s and a <= start < b for s, a, b in places)}
    assert told_of >= {claim.id for claim in draft.record.claims if claim.type != "person_post"}
    quoted = [line.passages for s in kept if s.id not in ("glance", "differs") for line in lines_of(s) if line.passages]
    assert len(quoted) == len(set(quoted))


def test_of_a_draft_nobody_says_what_is_not_known(draft: Case) -> None:
    outline = build_outline(draft)
    told = " ".join(line.text for s in outline.sections for line in lines_of(s))
    assert "No report tells" not in told
    assert brief_data(draft)["unknown"] == []
    assert [s.id for s in outline.sections if s.id in ("judged", "background")] == []


def test_the_json_says_whose_words_they_are(draft: Case) -> None:
    statements = brief_data(draft)["statements"]
    quoted = [s for s in statements if s["words"] == "report" and s["section"] != "differs"]
    assert quoted
    for statement in quoted:
        assert statement["proposed"]
        assert statement["claims"]
        (place,) = statement["passages"]
        assert draft.texts[place["source"]][place["start"] : place["end"]] in statement["text"]
        assert ("“" in statement["text"]) == (place["source"] == "press")


def test_a_claim_accepted_ends_the_quotation(draft: Case) -> None:
    claims = tuple(replace(c, status="accepted") if c.id == "a9" else c for c in draft.record.claims)
    case = replace(draft, record=replace(draft.record, claims=claims))
    told = [line for s in build_outline(case).sections for line in lines_of(s) if "a9" in line.claims]
    assert told
    assert all(line.words == "program" and "proposed" not in line.marks for line in told)


def test_every_form_marks_what_is_proposed(draft: Case) -> None:
    told = forms(draft)
    assert "[proposed]" in told["html"]
    assert "\\[proposed\\]" in told["md"]
    assert "[proposed]" in told["docx"]
    assert "[proposed]" in told["pipe"]
    assert "A draft" in told["pipe"]
