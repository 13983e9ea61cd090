"""The measurement by recorded answers: prompts out, answers and markings in, the figures by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("httpx")

from benchmarks import model
from benchmarks.model_files import Report, asked, marking, read_marking, reports

from ..extraction.llm.texts import GOLD, TEXT, item

ONE = (
    "Delegations from Arvenia and Bostan met in Halden on 3 March 2031. Bostan demands a toll of 8 crowns. "
    "Arvenia refuses a toll."
)
FACTS: list[dict[str, Any]] = [
    item("meeting", "M1", "place", "Halden", "met in Halden"),
    item("meeting", "M1", "date", "2031-03-03", "on 3 March 2031"),
    item("position", "Bostan", "demands", "a toll of 8 crowns", "Bostan demands a toll of 8 crowns"),
    item("position", "Arvenia", "refuses", "a toll", "Arvenia refuses a toll"),
]


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """A report, the answer to it, and what two people marked."""
    made = {name: tmp_path / name for name in ("reports", "answers", "first", "second")}
    for folder in made.values():
        folder.mkdir()
    (made["reports"] / "one.txt").write_text(ONE, encoding="utf-8")
    answer = [*FACTS[:3], {**FACTS[3], "value": "a fishing ban"}, {**FACTS[0], "value": "Norvik"}]
    (made["answers"] / "one.json").write_text(json.dumps({"claims": answer}), encoding="utf-8")
    (made["first"] / "one.json").write_text(json.dumps({"claims": FACTS}), encoding="utf-8")
    keys = ("type", "subject", "predicate", "value", "quote")
    rows = "".join(f"  - {{{', '.join(f'{key}: {fact[key]}' for key in keys)}}}\n" for fact in FACTS[1:])
    (made["second"] / "one.yaml").write_text(f"claims:\n{rows}names:\n  Bostan: [Bostani]\n", encoding="utf-8")
    return [str(folder) for folder in made.values()]


def test_the_figures_are_those_that_one_counts_by_hand(folders: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    # Agreement: 3 of 4 and 3. Standing: 3 claims, of which the first marked all three and the second two.
    assert model.main(["score", *folders, "--misses"]) == 1
    told = capsys.readouterr().out
    assert "1 reports; 4 and 3 facts marked; 3 claims that stand" in told
    assert "2 thrown away: 1 value not in the words, 1 name not in the words" in told
    assert f"F1 {6 / 7:.3f} [0.857 0.857] (0.857 and 0.857), strict 0.857" in told
    assert f"F1 {(6 / 7 + 4 / 6) / 2:.3f}" in told
    assert f"of the agreement: {(6 / 7 + 4 / 6) / 2 / (6 / 7):.3f}" in told
    assert "one missed position: Arvenia refuses a toll" in told


def test_a_perfect_answer_meets_the_goal(folders: list[str]) -> None:
    Path(folders[1], "one.json").write_text(json.dumps({"claims": FACTS[1:]}), encoding="utf-8")
    assert model.main(["score", *folders]) == 0


def test_a_day_and_a_country_stay_words_in_yaml(folders: list[str]) -> None:
    report = reports(Path(folders[0]))[0]
    path = Path(folders[3], "one.yaml")
    path.write_text(
        "claims: [{type: meeting, subject: M1, predicate: date, value: 2031-03-03, quote: on 3 March 2031}]",
        encoding="utf-8",
    )
    assert read_marking(report, path.parent).claims[0].value == "2031-03-03"


def test_prompts_and_passages_are_written_for_each_report(folders: list[str], tmp_path: Path) -> None:
    assert model.main(["prompts", folders[0], str(tmp_path / "out")]) == 0
    written = (tmp_path / "out" / "one.prompt.txt").read_text(encoding="utf-8")
    assert asked(Report("one", ONE))[0] in written
    assert written.startswith("You read a report about talks")
    assert model.main(["passages", folders[0], str(tmp_path / "out")]) == 0
    shown = (tmp_path / "out" / "one.passages.txt").read_text(encoding="utf-8")
    assert shown.splitlines()[1] == "[2] Bostan demands a toll of 8 crowns."
    assert "READ BY A PROGRAM" not in shown


def test_what_is_lacking_is_told_with_its_file(folders: list[str]) -> None:
    Path(folders[2], "one.json").write_text(json.dumps({"claims": [{"type": "meeting"}]}), encoding="utf-8")
    with pytest.raises(SystemExit, match="claim 1 has no subject, predicate, value, quote"):
        model.main(["score", *folders])
    Path(folders[2], "one.json").unlink()
    with pytest.raises(SystemExit, match=r"no one\.yaml and no one\.json"):
        model.main(["score", *folders])
    assert model.main(["score"]) == 2


def test_a_quote_that_is_not_there_is_told_and_not_counted() -> None:
    told = marking(Report("one", ONE), [{**FACTS[0], "quote": "met in Norvik"}, FACTS[1]])
    assert len(told.claims) == 1
    assert told.unplaced == ("one, claim 1: 'met in Norvik'",)


def test_all_that_a_careful_reader_enters_can_be_marked() -> None:
    assert len(marking(Report("lenn", TEXT), GOLD).claims) == len(GOLD)
