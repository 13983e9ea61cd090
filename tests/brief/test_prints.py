"""`also printed` is what the sources of the case print, told by claims; `spellings` only say which names are one."""

from datetime import date
from pathlib import Path

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.outline import Line
from goodoffices.case import Case, seen

from ..case.cases import small_case
from .cases import black_sea, forms, istanbul, lines_of

POST = 'value: mayor, for_party: north,\n     words: "Ann, mayor of North", entered_by: me}'
"""The end of the claim that gives Ann her post."""
SPELT = ("ann: {name: Ann, posts", "ann: {name: Ann, spellings: [Anne, Anna], posts")
WIRE = "{id: b3, source: wire, type: attendance, subject: ann, predicate: attends, value: first, words: The towns met"


def printed(text: str, more: str = "") -> tuple[str, str]:
    """Ann's post as printed in other letters."""
    return POST, POST.replace("entered_by", f"as_printed: {text}, {more}entered_by")


ROWS: dict[str, tuple[tuple[tuple[str, str], ...], str]] = {
    "a spelling that no claim prints": ((SPELT,), "Ann, mayor"),
    "a spelling, and another print": ((SPELT, printed("Hanna")), "Ann, mayor (also printed: Hanna)"),
    "a spelling that a claim prints": ((SPELT, printed("Anne")), "Ann, mayor (also printed: Anne)"),
    "a print that is no spelling": ((printed("Hanna"),), "Ann, mayor (also printed: Hanna)"),
    "the name itself": ((SPELT, printed("Ann")), "Ann, mayor"),
    "the name in capitals": ((printed("ANN"),), "Ann, mayor"),
    "an accent more": ((printed("Änn"),), "Ann, mayor (also printed: Änn)"),
    "a print of a rejected claim": (
        (SPELT, printed("Anne", "status: rejected, "), ("posts: [{title: mayor, of: north, claims: [a1]}]", "posts: []")), "Ann"),
    "a print of a proposed claim": (
        (SPELT, printed("Anne", "status: proposed, "), ("posts: [{title: mayor, of: north, claims: [a1]}]", "posts: []")), "Ann"),
    "in a draft": (
        (SPELT, printed("Anne", "status: proposed, "), ("title: Talks of two towns", "title: Talks of two towns\ndraft: true")),
        "Ann, mayor (also printed: Anne)"),
}  # fmt: skip


@pytest.mark.parametrize(("swaps", "text"), ROWS.values(), ids=ROWS)
def test_a_name_is_told_as_the_sources_print_it(tmp_path: Path, swaps: tuple[tuple[str, str], ...], text: str) -> None:
    (line,) = (x for x in table(small_case(tmp_path, *swaps)) if x.text.startswith("Ann"))
    assert line.text == text
    assert ("a1" in line.claims) is ("printed" in text)


def test_what_was_printed_later_is_not_told_before(tmp_path: Path) -> None:
    case = small_case(tmp_path, SPELT, ("findings:\n", f"  - {WIRE}, as_printed: Anna, entered_by: me}}\nfindings:\n"))
    assert "Anna" in " ".join(x.text for x in table(case))
    assert "Anna" not in " ".join(x.text for x in table(seen(case, date(2025, 4, 1))))


def test_no_spelling_of_the_examples_is_told_that_no_claim_prints() -> None:
    for case in (istanbul(), black_sea()):
        told = "\n".join(forms(case).values())
        # The sources' texts stand in the brief around the words of each claim.
        texts = [path.read_text(encoding="utf-8") for path in sorted((case.folder / "sources").iterdir())]
        prints = "\n".join([*(c.as_printed or "" for c in case.record.claims), *texts])
        for spelling in (s for person in case.talks.people.values() for s in person.spellings):
            assert spelling in prints or spelling not in told, spelling
    assert "Poklad" not in "\n".join(forms(istanbul()).values())


def table(case: Case) -> list[Line]:
    (section,) = (s for s in build_outline(case).annex if s.id == "table")
    return list(lines_of(section))
