"""The publishers' own texts: recognised by their SHA-256, and the claims proved against them."""

import os
import shutil
from pathlib import Path

import pytest

from goodoffices.case import inspect, read_case
from goodoffices.documents import sha256_of
from goodoffices.errors import DataError

from .cases import ISTANBUL, RECORD, errors, make, swap

ORIGINAL = "Bericht: Die Städte trafen sich am 3. März. 😀 Der Norden will das meiste.\n"
WORDS = "am 3. März"
START = ORIGINAL.index(WORDS)


def with_original(start: int = START, end: int = START + len(WORDS), words: str = WORDS, text: str = ORIGINAL) -> str:
    record = swap(
        RECORD, "publisher: The Wire\n", f"publisher: The Wire\n    original: {{sha256: {sha256_of(text.encode())}}}\n"
    )
    anchor = f"original: {{start: {start}, end: {end}, sha256: {sha256_of(words.encode())}}}, words: on 3 March"
    return swap(record, "words: on 3 March", anchor)


def folders(tmp_path: Path, record: str, *texts: bytes) -> tuple[Path, Path]:
    originals = tmp_path / "originals"
    originals.mkdir()
    for number, text in enumerate(texts):
        (originals / f"{number}.txt").write_bytes(text)
    return make(tmp_path / "case", record=record), originals


def test_an_original_is_recognised_by_its_digest(tmp_path: Path) -> None:
    folder, originals = folders(tmp_path, with_original(), b"something else", ORIGINAL.encode())
    case = read_case(folder, originals)
    assert dict(case.originals) == {"wire": ORIGINAL}


def test_without_the_folder_no_original_is_asked_for(tmp_path: Path) -> None:
    folder, _ = folders(tmp_path, with_original())
    assert read_case(folder).originals == {}


def test_a_changed_original_is_an_error(tmp_path: Path) -> None:
    folder, originals = folders(tmp_path, with_original(), ORIGINAL.replace("3", "4").encode())
    problems = inspect(folder, originals)[1]
    assert [(p.found, p.level) for p in problems] == [(f"no file with this SHA-256 in {originals}", "error")]
    line = next(n for n, text in enumerate(with_original().splitlines(), 1) if "original: {sha256" in text)
    assert problems[0].line == line
    with pytest.raises(DataError, match="the original in that folder"):
        read_case(folder, originals)


ANCHORS = [
    (START, START + len(WORDS), WORDS, None),
    (START, START + len(WORDS), "am 4. März", "other words"),
    (START + 1, START + len(WORDS), WORDS, "other words"),
    (START, START + len(WORDS) - 1, WORDS, "other words"),
    (len(ORIGINAL) - 8, len(ORIGINAL) + 50, ORIGINAL[-8:], "other words"),
]


@pytest.mark.parametrize(("start", "end", "words", "found"), ANCHORS)
def test_the_words_are_proved_against_the_original(
    tmp_path: Path, start: int, end: int, words: str, found: str | None
) -> None:
    folder, originals = folders(tmp_path, with_original(start, end, words), ORIGINAL.encode())
    problems = errors(inspect(folder, originals)[1])
    assert [p.found for p in problems] == ([f"{found} at {start} to {end} of the original of wire"] if found else [])


def test_other_files_beside_the_originals_do_no_harm(tmp_path: Path) -> None:
    folder, originals = folders(tmp_path, with_original(), b"", b"\xff\xfe\x00", b"\x80", ORIGINAL.encode())
    (originals / "folder").mkdir()
    (originals / "nowhere").symlink_to("none")
    if hasattr(os, "mkfifo"):
        os.mkfifo(originals / "pipe")
    assert dict(read_case(folder, originals).originals) == {"wire": ORIGINAL}


@pytest.mark.parametrize("kind", ["none", "a file"])
def test_a_folder_of_originals_that_is_none(tmp_path: Path, kind: str) -> None:
    folder, originals = folders(tmp_path, swap(with_original(), "value: mayor", "value: mayor, option: half"))
    originals.rmdir()
    if kind == "a file":
        originals.touch()
    found = [p.found for p in inspect(folder, originals)[1]]
    # The other mistakes are told with it.
    assert sorted(found) == ["no such folder", "the option 'half' of no issue"]


@pytest.mark.shared
def test_the_claims_of_the_example_are_proved_against_the_reports(shared_folder: Path) -> None:
    case = read_case(ISTANBUL, shared_folder / "seeds")
    assert set(case.originals) == {"A", "B"}
    proved = [claim for claim in case.record.claims if claim.original is not None]
    assert len(proved) > 90
    assert all(claim.source in case.originals for claim in proved)


@pytest.mark.shared
def test_one_changed_letter_of_a_report_is_an_error(shared_folder: Path, tmp_path: Path) -> None:
    originals = Path(shutil.copytree(shared_folder / "seeds", tmp_path / "seeds"))
    report = sorted(originals.iterdir())[0]
    os.chmod(report, 0o600)
    report.write_text(report.read_text(encoding="utf-8").replace("Istanbul", "istanbul", 1), encoding="utf-8")
    problems = inspect(ISTANBUL, originals)[1]
    assert [(p.found, p.level) for p in problems] == [(f"no file with this SHA-256 in {originals}", "error")]


@pytest.mark.shared
def test_one_changed_anchor_of_the_example_is_an_error(shared_folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ISTANBUL, tmp_path / "case"))
    path = copy / "record.yaml"
    text = path.read_text(encoding="utf-8")
    assert "{start: 109, end: 126," in text
    path.write_text(text.replace("{start: 109, end: 126,", "{start: 110, end: 126,"), encoding="utf-8")
    problems = inspect(copy, shared_folder / "seeds")[1]
    assert [p.found for p in problems] == ["other words at 110 to 126 of the original of A"]
