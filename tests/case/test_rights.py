"""Who may read what: readers that are none, passages that are nowhere, and the two places of what is kept from some."""

from pathlib import Path

import pytest

from goodoffices.case import inspect
from goodoffices.case.rights import Rights, is_kept_from_nobody

from .cases import make, small_case, swapped

ON_TALKS, ON_RECORD = "title: Talks of two towns", "format: record/1"
A9 = ("words: No deal came,", "words: No deal came, readers: [%s],")
PASSAGES = "\npassages:\n  - {source: press, %s}\n"


def told(folder: Path, *swaps: tuple[str, str]) -> list[tuple[str, str]]:
    problems = inspect(make(folder, **swapped(swaps)))[1]
    return [
        (problem.level, f"{problem.file.rsplit('/', 1)[-1]}:{problem.line}: {problem.found}") for problem in problems
    ]


def with_passage(text: str) -> tuple[str, str]:
    return ("reason: the two differ}\n", "reason: the two differ}\n" + PASSAGES % text)


WRONG = {
    "a reader of the case": ((ON_TALKS, f"readers: [nort]\n{ON_TALKS}"), "talks.yaml:3: 'nort'"),
    "a reader of a claim": (("words: No deal came,", "words: No deal came, readers: [ann],"), "record.yaml:36: 'ann'"),
    "a passage that is nowhere": (with_passage("words: nowhere, readers: [team]"),
                                  "record.yaml:45: the passage 'nowhere' of press"),
    "a passage that is twice": (with_passage("words: o toll, readers: [team]"), "record.yaml:45: the passage 'o toll' of press"),
    "a passage without an end": (with_passage("start: 3, readers: [team]"), "record.yaml:45: the passage 3 to None of press"),
    "a passage beyond the text": (with_passage("start: 3, end: 9999"), "record.yaml:45: the passage 3 to 9999 of press"),
    "a party called as everybody": (("  south: {name: South, kind: town}",
                                    "  south: {name: South, kind: town}\n  public: {name: P, kind: x}"),
                                    "talks.yaml:7: the id 'public'"),
}  # fmt: skip


@pytest.mark.parametrize(("swap", "found"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, swap: tuple[str, str], found: str) -> None:
    errors = [text for level, text in told(tmp_path, swap) if level == "error"]
    assert any(text.startswith(found) for text in errors), errors


def test_what_rests_also_on_a_hidden_claim_is_told_at_both_places(tmp_path: Path) -> None:
    swaps = (("  second: {date: 2025-03-02, after: [first], delegations: [team], claims: [a4]}",
              "  second: {date: 2025-03-02, after: [first], delegations: [team], claims: [a4, a9]}"),
             (A9[0], A9[1] % "team, north"))  # fmt: skip
    found = [text for _, text in told(tmp_path, *swaps)]
    assert "talks.yaml:22: an entry that rests also on a9, kept from public, south, board" in found
    assert (
        "record.yaml:35: claim a9, kept from public, south, board, on which meetings.second rests, which they see"
        in found
    )
    widened = (swaps[0][0], swaps[0][1].replace("{date", "{readers: [public], date"))
    shown = [text for _, text in told(tmp_path, widened, swaps[1])]
    assert not [text for text in shown if "rests also" in text]
    assert "talks.yaml:22: an entry for public by `readers`, with what rests on a9, kept from it" in shown


def test_a_claim_that_fewer_may_read_than_its_words_is_told(tmp_path: Path) -> None:
    swap = (A9[0], A9[1] % "north")
    left = "record.yaml:36: claim a9 for north, and its words for whoever reads press"
    assert left in [text for _, text in told(tmp_path, swap)]
    covered = with_passage("words: No deal came, readers: [north]")
    assert left not in [text for _, text in told(tmp_path, swap, covered)]


def test_a_passage_that_tears_a_sentence_is_told(tmp_path: Path) -> None:
    def torn(text: str) -> list[str]:
        return [found for _, found in told(tmp_path, with_passage(text)) if "a part of a sentence" in found]

    assert torn("words: No deal, readers: [north]") == [
        "record.yaml:45: a passage of press that is a part of a sentence: 'No deal'"
    ]
    assert torn("words: No deal came., readers: [north]") == []
    assert torn("words: No deal, attribution: none") == []


def test_the_strictest_bound_holds(tmp_path: Path) -> None:
    swaps = ((A9[0], A9[1] % "north, south"), with_passage("words: No deal, readers: [south, board], attribution: none"),
             ("    publisher: The Paper\n", "    publisher: The Paper\n    attribution: role\n"))  # fmt: skip
    case = small_case(tmp_path, *swaps)
    rights = Rights.of(case.record, case.texts, case.anchors)
    who = ("team", "public", "north", "south", "board")
    assert [reader for reader in who if rights.reads(case.claims["a9"], reader)] == ["team", "south"]
    assert (rights.attribution(case.claims["a9"]), rights.attribution(case.claims["a8"])) == ("none", "role")


@pytest.mark.parametrize(
    ("swap", "public"),
    [
        ((ON_TALKS, ON_TALKS), True),
        ((ON_TALKS, f"readers: [public]\n{ON_TALKS}"), True),
        ((ON_TALKS, f"readers: [north]\n{ON_TALKS}"), False),
        (("    publisher: The Wire\n", "    publisher: The Wire\n    side: team\n"), False),
        (("    publisher: The Wire\n", "    publisher: The Wire\n    attribution: none\n"), False),
        (("town}\nthird", "town, readers: [south]}\nthird"), False),
    ],
)
def test_a_case_is_public_as_long_as_nothing_is_kept_back(tmp_path: Path, swap: tuple[str, str], public: bool) -> None:
    assert is_kept_from_nobody(small_case(tmp_path, swap)) is public
