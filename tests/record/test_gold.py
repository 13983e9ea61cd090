"""The comparison of the two Istanbul reports against the alignment made by hand; the same under invented names."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.renamed import EXAMPLE, INVENTED, Alignment, alignment, renamed, write_renamed
from goodoffices.case import Case, inspect, read_case

# Words whose old form is also a word of its own, or part of one.
SHORT = {
    "us",
    "tr",
    "ru",
    "uk",
    "ua",
    "DE",
    "FR",
    "TR",
    "RU",
    "UA",
    "CN",
    "GB",
    "US",
    "U.S.",
    "Western",
    "western",
    "2022",
}


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return read_case(write_renamed(tmp_path_factory.mktemp("renamed") / "case"))


def gold(shared: Path) -> list[Mapping[str, str]]:
    rows: list[Mapping[str, str]] = json.loads((shared / "gold" / "istanbul-2025.json").read_text(encoding="utf-8"))[
        "alignment"
    ]
    return rows


@pytest.mark.shared
def test_the_comparison_of_istanbul_agrees_with_the_alignment_made_by_hand(shared_folder: Path) -> None:
    found = alignment(read_case(EXAMPLE), gold(shared_folder))
    print(found, f"F1 {found.f1:.3f}")
    assert found.gold == 23
    assert found.f1 >= 0.90, found
    assert found.relations >= 18, found
    assert found.contradictions == 0, found


@pytest.mark.shared
def test_under_invented_names_it_agrees_as_well(shared_folder: Path, invented: Case) -> None:
    plain = alignment(read_case(EXAMPLE), gold(shared_folder))
    found = alignment(invented, gold(shared_folder))
    print(found, f"F1 {found.f1:.3f}")
    for one, other in ((plain.found, found.found), (plain.both, found.both), (plain.relations, found.relations)):
        assert abs(one - other) <= 1, (plain, found)
    assert found.contradictions == plain.contradictions == 0


def test_the_renamed_case_is_sound_and_whole(invented: Case) -> None:
    plain = read_case(EXAMPLE)
    assert inspect(invented.folder)[1] == []
    assert [c.id for c in invented.record.claims] == [c.id for c in plain.record.claims]
    assert [c.predicate for c in invented.record.claims] == [c.predicate for c in plain.record.claims]
    assert len(invented.anchors) == len(plain.anchors) == len(plain.record.claims)
    assert all(source.original is None for source in invented.record.sources.values())


def test_no_old_name_is_left(invented: Case) -> None:
    files = [path for path in invented.folder.rglob("*") if path.is_file()]
    assert len(files) == 4
    for path in files:
        text = path.read_text(encoding="utf-8")
        left = {old for old in INVENTED if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text)}
        left |= {old for old in INVENTED.keys() - SHORT if old.casefold() in text.casefold()}
        assert left == set(), path


def test_two_names_are_never_made_one() -> None:
    assert len(set(INVENTED.values())) == len(INVENTED) - 1  # the two spellings of one country in Cyrillic letters
    assert not INVENTED.keys() & set(INVENTED.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin's absence", "Zhukin's absence"),
        ("zelensky?", "marovsky?"),
        ("us-tr-ua", "fu-lm-vk"),
        ("ukraine-may", "velmark-team"),
        ("on May 16, 2025", "on September 3, 2031"),
        ("Ukrainians may go on", "Ukrainians may go on"),
        ("Zelenskyy and Zelensky", "Marovskyy and Marovsky"),
    ],
)
def test_whole_words_are_replaced(text: str, expected: str) -> None:
    assert renamed(text) == expected


def test_an_alignment_is_counted_by_hand() -> None:
    assert Alignment(gold=4, found=6, both=3, relations=2, contradictions=0).f1 == pytest.approx(0.6)
    assert alignment(read_case(EXAMPLE), []).both == 0
