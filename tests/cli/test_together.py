"""Reports of a case read side by side by a model: kept under its name, told in the brief, asked once."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner, Result

from goodoffices.cli import app
from goodoffices.cli.together import together as read_beside
from goodoffices.documents import sha256_of
from goodoffices.extraction.apart import READERS
from goodoffices.extraction.extractors import extractor_of

from ..extraction.llm.server import Answer, Body, Served, always, claims, says, serving

LENN = """\
The herders of Ada and the farmers of Brun met in the town hall of Lenn on 3 May 2031. Both swallowed the fee of 40 crowns.
Ivo Maren put his name to the paper.
"""
POST = """\
The herders of Ada and the farmers of Brun came together in Lenn on 3 May 2031. Nobody took the fee.
It was signed by Dag Osk.
"""
COURIER = "The herders of Ada and the farmers of Brun met in Lenn. The fee was swallowed by nobody at all."
FEE = {"kind": "polarity", "a": 2, "a_words": "Both swallowed the fee", "b": 2, "b_words": "Nobody took the fee"}
ORDER = {"kind": "who", "a": 3, "a_words": "The mayor fled", "b": 3, "b_words": "Dag Osk"}


def reader(body: Body) -> Answer:
    """Proposes nothing, and tells of the first two reports that they differ in who took the fee."""
    if "FIRST REPORT" not in body["messages"][-1]["content"]:
        return claims()
    return says(json.dumps({"differences": [FEE, ORDER] if "Ivo Maren" in body["messages"][-1]["content"] else []}))


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.chdir(tmp_path)
    for name, text in (("lenn.txt", LENN), ("post.txt", POST), ("courier.txt", COURIER)):
        Path(name).write_text(text, "utf-8")
    with serving(reader) as served:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", served.address)
        monkeypatch.setenv("GOODOFFICES_LLM_MODEL", "reader-3")
        yield served


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def run_with(given: str, *arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], input=given)


def drafted() -> Result:
    """A draft by rules, whose two reports the model then reads together."""
    run("draft", "lenn.txt", "post.txt", "--to", "case")
    return run("compare", "case", "--extractor", "llm")


def together() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(Path("case/reading.yaml").read_text("utf-8")).get("together", [])
    return found


def asked(served: Served) -> int:
    return sum(b"FIRST REPORT" in body for body in served.bodies)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def fresh() -> Iterator[None]:
    """Processes that read for a draft, and the extractor of this one, know the address that was named when they were made."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    extractor_of.cache_clear()
    READERS.stop()
    READERS.resume()


def test_a_draft_by_a_model_tells_what_it_read_and_that_it_did(model: Served, fresh: None) -> None:
    result = run("draft", "lenn.txt", "post.txt", "--extractor", "llm", "--to", "case")
    assert result.exit_code == 0, result.output
    start, other = LENN.index("Both swallowed"), POST.index("Nobody took")
    assert together() == [
        {
            "a": "A", "b": "B", "by": "llm 0.1.0, reader-3",
            "texts": [sha256_of(LENN.encode()), sha256_of(POST.encode())],
            "differences": [{"kind": "polarity", "a": [start, start + 22], "b": [other, other + 19]}],
        }
    ]  # fmt: skip
    told = flat(result.stdout)
    assert "Whether it was so (“Both swallowed the fee” or “Nobody took the fee”)" in told
    assert "the judgement of a language model (llm 0.1.0, reader-3); the words are the reports’ own." in told
    assert "1 difference told by the model, 1 thrown away (1 quote not in the text)." in flat(result.stderr)
    assert run("check", "case").exit_code == 0


def test_a_model_on_this_machine_says_who_talks_before_a_person_is_asked(
    fresh: None, model: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, object]] = [
        {"part": "party", "name": name, "other": [], "role": None} for name in ("herders of Ada", "Brun")
    ]

    def sides(body: Body) -> Answer:
        asked = body["messages"][0]["content"]
        return says(json.dumps({"sides": told})) if "who talks and who helps" in asked else claims()

    monkeypatch.setattr("goodoffices.cli.draft.asks", lambda: True)
    with serving(sides) as local:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", local.address)
        result = run_with("\n" * 9, "draft", "lenn.txt", "courier.txt", "--extractor", "llm", "--to", "case")
    assert "These talk: herders of Ada, Brun." in flat(result.output)


def test_a_model_elsewhere_is_sent_nothing_before_a_person_is_asked(
    fresh: None, model: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodoffices.cli.draft.asks", lambda: True)
    monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", "https://model.example/v1")
    result = run_with("\n\nteam" + "\n" * 9, "draft", "lenn.txt", "post.txt", "--extractor", "llm", "--to", "case")
    assert "These talk: " in flat(result.output)
    assert result.exit_code == 2, result.output
    assert "found reports for team, which would be sent to" in flat(result.stderr)


def test_every_form_says_whose_judgement_it_is(model: Served) -> None:
    drafted()
    for form in ("html", "md", "json"):
        assert run("brief", "case", "-o", f"brief.{form}").exit_code == 0
        assert "reader-3" in Path(f"brief.{form}").read_text("utf-8")
    pairs = json.loads(run("compare", "case", "--json").stdout)["passages"]["pairs"]
    assert [pair["by"] for pair in pairs] == ["llm 0.1.0, reader-3"]
    assert "the judgement of a language model (llm 0.1.0, reader-3)" in flat(run("compare", "case").stdout)


def test_without_a_model_nobody_is_named(model: Served) -> None:
    run("draft", "lenn.txt", "post.txt", "--to", "case")
    assert together() == []
    assert "judgement of" not in run("brief", "case").stdout
    assert asked(model) == 0


def test_what_was_read_together_is_not_asked_again_and_what_came_since_is(model: Served) -> None:
    drafted()
    assert run("compare", "case", "--extractor", "llm").exit_code == 0
    assert asked(model) == 1
    assert run("add", "case", "courier.txt").exit_code == 0
    assert run("compare", "case", "--extractor", "llm").exit_code == 0
    assert asked(model) == 3
    assert [(one["a"], one["b"]) for one in together()] == [("A", "B"), ("A", "C"), ("B", "C")]


def test_a_model_that_fails_leaves_the_draft_and_what_it_answered(
    model: Served, fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter([says('{"differences": []}'), Answer(status=404)])
    with serving(lambda body: next(left) if "FIRST REPORT" in body["messages"][-1]["content"] else claims()) as broken:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", broken.address)
        result = run("draft", "lenn.txt", "post.txt", "courier.txt", "--extractor", "llm", "--to", "case")
    assert result.exit_code == 1
    assert "the same again goes on from there" in flat(result.stderr)
    assert "AT A GLANCE" in result.stdout.upper()  # the brief is there all the same
    assert len(together()) == 1
    monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", model.address)
    assert run("compare", "case", "--extractor", "llm").exit_code == 0
    assert (len(together()), asked(model)) == (3, 2)


def test_a_report_that_stands_alone_asks_nobody(model: Served) -> None:
    run("draft", "lenn.txt", "--to", "case")
    assert run("compare", "case", "--extractor", "llm").exit_code == 0
    assert asked(model) == 0


def test_of_many_reports_rules_tell_until_somebody_asks(model: Served, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"{number}.txt" for number in range(13)]
    for number, name in enumerate(names):
        Path(name).write_text(f"{LENN} The toll is {number} crowns.", "utf-8")
    run("draft", *names, "--to", "case")
    assert read_beside(Path("case"), few=True)
    assert "13 reports are set side by side by rules" in flat(capsys.readouterr().err)
    assert asked(model) == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (lambda one: one | {"a": "Z"}, "Z"),
        (lambda one: one | {"differences": [one["differences"][0] | {"a": [5, 5000]}]}, "a stretch of its text"),
        (lambda one: one | {"differences": [one["differences"][0] | {"b": [7, 7]}]}, "a stretch of its text"),
        (lambda one: one | {"differences": [one["differences"][0] | {"kind": "lie"}]}, "lie"),
        (lambda one: {k: v for k, v in one.items() if k != "by"}, "by"),
    ],
)
def test_what_a_hand_broke_is_told_by_check(
    model: Served, changed: Callable[[dict[str, object]], object], told: str
) -> None:
    drafted()
    file = Path("case/reading.yaml")
    held = yaml.safe_load(file.read_text("utf-8"))
    held["together"] = [changed(held["together"][0])]
    file.write_text(yaml.safe_dump(held), "utf-8")
    result = run("check", "case")
    assert result.exit_code == 1
    assert told in flat(result.output)


def test_what_is_forgotten_is_read_with_nothing(model: Served) -> None:
    drafted()
    assert run("forget", "case", "--source", "B", "--yes").exit_code == 0
    assert together() == []
    assert run("check", "case").exit_code == 0


def test_reports_that_not_everybody_may_read_go_to_no_other_machine(
    model: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("draft", "lenn.txt", "post.txt", "--to", "case", "--readers", "team")
    monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", "https://model.example/v1")
    refused = run("compare", "case", "--extractor", "llm")
    assert refused.exit_code == 2
    assert "expected one for everybody: name a model on this machine" in flat(refused.stderr)
    monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", model.address)
    assert run("compare", "case", "--extractor", "llm").exit_code == 0
    assert asked(model) == 1


def test_a_model_that_tells_of_other_words_tells_nothing(model: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(always(says(json.dumps({"differences": [ORDER]})))) as liar:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", liar.address)
        assert "The mayor fled" not in drafted().output
    assert together()[0].get("differences", []) == []


def test_each_answer_is_kept_at_once_and_nobody_else_writes_meanwhile(
    model: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("draft", "lenn.txt", "post.txt", "courier.txt", "--to", "case")
    held, refused = list[int](), list[Result]()

    def slow(body: Body) -> Answer:
        held.append(len(together()))
        refused.append(run("forget", "case", "--source", "B", "--yes"))
        return says(json.dumps({"differences": []}))

    with serving(slow) as served:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", served.address)
        assert run("compare", "case", "--extractor", "llm").exit_code == 0
    assert held == [0, 1, 2]
    assert {one.exit_code for one in refused} == {1}
    assert run("check", "case").exit_code == 0
    assert run("forget", "case", "--source", "B", "--yes").exit_code == 0


def test_what_was_added_meanwhile_stays(model: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    run("draft", "lenn.txt", "post.txt", "--to", "case")
    Path("third.txt").write_text(
        "The herders and the farmers met in the town hall. They signed an agreement on the well.", "utf-8"
    )

    def slow(body: Body) -> Answer:
        run("add", "case", "third.txt")
        return says(json.dumps({"differences": [FEE]}))

    with serving(slow) as served:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", served.address)
        run("compare", "case", "--extractor", "llm")
    found = yaml.safe_load(Path("case/reading.yaml").read_text("utf-8"))
    assert {one["source"] for one in found["passages"]} == {"A", "B", "C"}
    assert len(found["together"]) == 1


def test_of_a_text_that_changed_nothing_is_told_in_the_models_name(model: Served) -> None:
    drafted()
    changed = "After a long night they parted. " + POST
    Path("case/sources/post.txt").write_text(changed, "utf-8")
    record = Path("case/record.yaml")
    text = record.read_text("utf-8").replace(sha256_of(POST.encode()), sha256_of(changed.encode()))
    record.write_text(re.sub(r"\n    (start|end): \d+", "", text), "utf-8")
    assert run("check", "case").exit_code == 0
    assert "judgement of" not in run("compare", "case").stdout
    assert "judgement of" not in run("brief", "case").stdout
    assert run("compare", "case", "--extractor", "llm").exit_code == 0
    assert (asked(model), [one["texts"][1] for one in together()]) == (2, [sha256_of(changed.encode())])


def test_two_that_are_too_long_together_hold_nobody_up(model: Served) -> None:
    Path("long.txt").write_text(f"{LENN} {'It rained on the town of Lenn. ' * 2100}", "utf-8")
    run("draft", "long.txt", "post.txt", "courier.txt", "--to", "case")
    result = run("compare", "case", "--extractor", "llm")
    assert result.exit_code == 0
    assert "Too long to be read together, and told apart by rules: 2 of the pairs" in flat(result.stderr)
    assert [(one["a"], one["b"]) for one in together()] == [("B", "C")]


def test_what_rules_found_is_not_told_as_the_models(model: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    other = LENN.replace("40 crowns", "60 crowns").replace("3 May", "5 May")
    Path("other.txt").write_text(other, "utf-8")
    run("draft", "lenn.txt", "post.txt", "other.txt", "--to", "case")
    left = iter([reader, lambda body: Answer(status=404)])
    with serving(lambda body: next(left)(body)) as broken:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", broken.address)
        result = run("compare", "case", "--extractor", "llm")
    assert result.exit_code == 1
    told, pairs = flat(result.stdout), json.loads(run("compare", "case", "--json").stdout)["passages"]["pairs"]
    assert sorted({str(pair["by"]) for pair in pairs}) == ["None", "llm 0.1.0, reader-3"]
    assert f"That the passages of 1 of these {len(pairs)} pairs differ is the judgement of a language model" in told


@pytest.mark.parametrize("command", [("compare",), ("draft", "--to", "other")])
def test_texts_of_a_case_that_is_not_for_everybody_go_to_no_other_machine_by_their_path(
    fresh: None, model: Served, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    run("draft", "lenn.txt", "post.txt", "--to", "case", "--readers", "team")
    monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", "https://model.example/v1")
    files = ("case/sources/lenn.txt", "case/sources/post.txt")
    refused = run(*command, *files, "--extractor", "llm")
    assert refused.exit_code == 2
    assert "found texts of a case in which something is not for everybody" in flat(refused.stderr)
    assert not Path("other").exists()


def test_where_the_model_fails_at_who_talks_a_person_is_asked_all_the_same(
    fresh: None, model: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_sides(body: Body) -> Answer:
        return says("no JSON") if "who talks and who helps" in body["messages"][0]["content"] else claims()

    monkeypatch.setattr("goodoffices.cli.draft.asks", lambda: True)
    with serving(no_sides) as local:
        monkeypatch.setenv("GOODOFFICES_LLM_ADDRESS", local.address)
        told = flat(run_with("\n" * 9, "draft", "lenn.txt", "post.txt", "--extractor", "llm", "--to", "case").output)
    assert "These talk: Ada, farmers of Brun." in told
    assert told.count("Publisher:") == 2


def test_which_model_read_what_stays_is_not_forgotten(model: Served) -> None:
    run("draft", "lenn.txt", "post.txt", "courier.txt", "--to", "case")
    run("compare", "case", "--extractor", "llm")
    assert run("forget", "case", "--source", "B", "--yes").exit_code == 0
    assert [(one["a"], one["b"], one["by"]) for one in together()] == [("A", "C", "llm 0.1.0, reader-3")]


def test_where_everything_was_read_together_nothing_is_said_to_be_sent(model: Served) -> None:
    drafted()
    again = run("compare", "case", "--extractor", "llm")
    assert "No other two of its reports were to be read together: nothing was sent." in flat(again.stderr)
    assert "The texts are sent" not in again.stderr
