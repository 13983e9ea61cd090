"""A third account comes in: it contradicts a result, and in the brief nothing changes but the lines that this concerns."""

import difflib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.html import html_text
from goodoffices.case import Case, changes, read_case, seen, state_of
from goodoffices.documents import sha256_of

from ..case.cases import swap
from .cases import ISTANBUL, ROOT, forms, istanbul, lines_of, section, terminal, whole

THIRD = ROOT / "tests" / "data" / "third" / "sources" / "third.txt"
RESULT = "An exchange of prisoners, 1,000 for 1,000"
SOURCE = """  C:
    publisher: Strait News Agency (invented)
    printed: 2025-05-16
    written: after
    entered_on: 2025-05-21
    text: {{kind: restatement, file: sources/third.txt, sha256: {sha256}}}

"""
CLAIMS = """
  # Source C, written for a test
  - {id: C01, source: C, type: meeting, subject: direct, predicate: date, value: 2025-05-16, words: on 16 May 2025,
     entered_by: a test, entered_on: 2025-05-21}
  - {id: C02, source: C, type: outcome, subject: direct, predicate: result, value: "an exchange of prisoners, 1,000 for 1,000",
     issue: prisoners, words: "an exchange of 1,000 for 1,000 was agreed", entered_by: a test, entered_on: 2025-05-21}
"""


def with_third(folder: Path, originals: Path | None = None) -> Case:
    """The example with the third account, as somebody would enter it: one source, two claims, one result."""
    case = folder / "istanbul-2025"
    copytree(ISTANBUL, case)
    (case / "sources" / "third.txt").write_bytes(THIRD.read_bytes())
    record, talks = case / "record.yaml", case / "talks.yaml"
    text = record.read_text(encoding="utf-8")
    marker = "# A claim is what ONE source asserts"
    text = swap(text, marker, SOURCE.format(sha256=sha256_of(THIRD.read_bytes())) + marker)
    record.write_text(swap(text, "\nfindings:", CLAIMS + "\nfindings:"), encoding="utf-8", newline="\n")
    entry = f'{{text: "{RESULT}", meeting: direct, between: [ukraine, russia], issue: prisoners, claims: [C02]}}'
    agreed = f"  agreed:\n    - {entry}\n"
    text = swap(talks.read_text(encoding="utf-8"), "outcome:\n", "outcome:\n" + agreed)
    talks.write_text(text, encoding="utf-8", newline="\n")
    return read_case(case, originals)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return with_third(tmp_path_factory.mktemp("third"))


def data(of: Case) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(forms(of)["json"])
    return told


def test_the_result_and_the_claim_against_it_contradict_each_other(case: Case) -> None:
    pairs = [p for slot in data(case)["accounts"]["slots"] for p in slot["pairs"] if {p["a"], p["b"]} == {"B38", "C02"}]
    assert pairs == [{"a": "B38", "b": "C02", "relation": "contradicts"}]


def test_nothing_else_is_contradicted(case: Case) -> None:
    slots = data(case)["accounts"]["slots"]
    against = {frozenset((p["a"], p["b"])) for s in slots for p in s["pairs"] if p["relation"] == "contradicts"}
    assert against == {frozenset(("B38", "C02"))}


def test_both_results_are_told_as_contradicted(case: Case) -> None:
    assert data(case)["outcome"]["contradicted"] == [RESULT, "No immediate agreement"]
    assert data(istanbul())["outcome"]["contradicted"] == []


@pytest.mark.parametrize("text", [RESULT, "No immediate agreement"])
def test_the_mark_stands_beside_the_result_wherever_it_is_read(case: Case, text: str) -> None:
    outline, words = build_outline(case), text[1:]
    for part in (section(outline, "glance"), section(outline, "outcome")):
        (line,) = (x for x in lines_of(part) if words in x.text)
        assert line.marks == ("contradicted",)
    (told,) = (x for x in terminal(outline).split("WHAT CAME OF IT")[1].split("\n\n")[0].splitlines() if words in x)
    assert "[contradicted]" in told
    html = html_text(outline).split('id="outcome"')[1].split("</section>")[0]
    (item,) = (x for x in html.split("<li") if words in x.split("<details")[0])
    assert '<span class="mark">[contradicted]</span>' in item
    assert "[contradicted]" not in terminal(build_outline(istanbul()))


def test_both_are_told_side_by_side_with_their_publishers(case: Case) -> None:
    (line,) = lines_of(section(build_outline(case), "differs"))
    assert set(line.claims) == set(line.differs) == {"B38", "C02"}
    assert "no immediate agreement (sodailynews.com)" in line.text
    assert "an exchange of prisoners, 1,000 for 1,000 (Strait News Agency (invented))" in line.text


def test_the_brief_asks_which_account_is_right(case: Case) -> None:
    assert data(case)["unknown"][0] == (
        "What came of the direct talks of Ukraine and Russia: no immediate agreement (sodailynews.com) or"
        " an exchange of prisoners, 1,000 for 1,000 (Strait News Agency (invented))?"
    )
    assert not any(text.startswith("What came of") for text in data(istanbul())["unknown"])


# A path of the JSON that may differ, and why; whatever else differs is a line that a reader has to read again for nothing.
CONCERNED = {
    "accounts/slots/date:direct": "the third account tells the day, too",
    "accounts/slots/result:direct": "what it tells of the result",
    "accounts/only/B": "B no longer tells of a result alone",
    "accounts/only/C": "a source more",
    "claims": "the new claims",
    "outcome/agreed": "the new result",
    "outcome/contradicted": "which contradicts another",
    "statements": "what is printed of these, and what had to make room",
    "unknown": "who is right",
}


def test_only_the_keys_concerned_differ(case: Case) -> None:
    before, after = data(istanbul()), data(case)
    different = {path for path in _paths(before, after) if path}
    assert different == set(CONCERNED)
    assert after["claims"] == [*before["claims"], "C01", "C02"]
    assert set(before["accounts"]["only"]["B"]) - set(after["accounts"]["only"]["B"]) == {"B38"}


def _paths(before: Any, after: Any, path: str = "") -> Iterator[str]:
    """The paths at which two values differ; slots are named by their question."""
    if path.endswith("slots"):
        before, after = ({s["slot"]: s["pairs"] for s in slots} for slots in (before, after))
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before.keys() | after.keys():
            yield from _paths(before.get(key), after.get(key), f"{path}/{key}".lstrip("/"))
    elif before != after:
        yield path


# Beginnings of the statements that may differ, before anything is cut: the result and what comes next, which stood with it.
GONE = (
    "There was no immediate agreement; both sides are to continue", "There was no immediate agreement (sodailynews.com).",
    "Both sides are to continue their dialogue in the coming weeks (sodailynews.com).",
    "International observers are cautiously optimistic (sodailynews.com).", "The world watches",
)  # fmt: skip
"""What only one of two reports told that could: with a third that could tell it, too, it is told by one alone."""
NEW = (
    "There was no immediate agreement (only", "There was no immediate agreement (only", f"Agreement was reached on a{RESULT[1:]}",
    "Both sides are to continue their dialogue in the coming weeks (only sodailynews.com).",
    "What came of the direct talks of Ukraine and Russia: no immediate agreement",
    "International observers are cautiously optimistic (only", "The world watches",
)  # fmt: skip


def test_only_the_lines_concerned_differ_in_the_main_part(case: Case) -> None:
    before, after = (_main(c) for c in (istanbul(), case))
    differences = [*difflib.ndiff(before, after)]
    gone = [line[2:] for line in differences if line.startswith("- ")]
    new = [line[2:] for line in differences if line.startswith("+ ")]
    assert [_known(line, GONE) for line in gone] == list(GONE)
    assert [_known(line, NEW) for line in new] == list(NEW)


def _main(case: Case) -> list[str]:
    """The statements of the main part before it is cut, but for those that stand at a glance or not as there is room."""
    outline = build_outline(case)
    ids = [key for key in MAIN if key in {s.id.removesuffix("-whole") for s in (*outline.sections, *outline.annex)}]
    glances = (section(made, "glance") for made in (build_outline(istanbul()), outline))
    kept = {line.text for glance in glances for line in lines_of(glance)}
    lines = [(key, line.text) for key in ids for line in lines_of(whole(outline, key))]
    return [text for key, text in lines if key != "glance" or text not in kept or "no immediate agreement" in text]


MAIN = ("glance", "stands", "said", "outside", "outcome", "next", "differs", "judged", "background", "unknown")


def _known(line: str, beginnings: tuple[str, ...]) -> str:
    return next((b for b in beginnings if line.startswith(b)), line)


def test_since_the_state_before_the_contradiction_comes_first(case: Case) -> None:
    found = changes(state_of(istanbul()), case, "before")
    assert found.claims == ("C01", "C02")
    assert [(t.slot, t.before, t.now) for t in found.turns] == [("result:direct", None, "contradicts")]
    assert [t.where for t in found.touched if t.contradicted] == ["outcome/not_agreed/0"]
    first, *others = lines_of(build_outline(case, found).sections[0])
    assert first.text == (
        "On what came of the direct talks of Ukraine and Russia, the accounts now contradict each other: "
        "no immediate agreement (sodailynews.com) or an exchange of prisoners, 1,000 for 1,000 (Strait News Agency (invented)); "
        "until the earlier brief only one told it."
    )
    assert set(first.claims) == {"B38", "C02"}
    assert not [line.text for line in others if "was reached" in line.text or "No immediate agreement" in line.text]


def test_on_the_day_of_the_talks_only_the_third_account_was_known(case: Case) -> None:
    known = seen(case, date(2025, 5, 16))  # the prints of the others are not dated, and they were entered later
    assert set(known.record.sources) == {"C"}
    outcome = data(known)["outcome"]
    assert [r["text"] for r in outcome["agreed"]] == [RESULT]
    assert outcome["not_agreed"] == outcome["contradicted"] == []


@pytest.mark.shared
def test_with_the_originals_the_same_is_found_and_the_originals_are_shown(
    tmp_path: Path, shared_folder: Path, case: Case
) -> None:
    proved = with_third(tmp_path, shared_folder / "seeds")
    assert set(proved.originals) == {"A", "B"}  # the third has none: it is a restatement of nothing
    assert data(proved) == data(case)
    cards = build_outline(proved).cards
    assert all(cards[c].original for c in cards if c[0] in "AB")
    assert not any(cards[c].original for c in cards if c[0] == "C")
