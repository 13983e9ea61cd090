"""The how-to names every variable and every reason; it is the promise of what is sent and believed."""

from pathlib import Path

import pytest

from goodoffices.extraction.llm import report, settings

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "how-to" / "use-a-model.md").read_text("utf-8")
REASONS = [value for name, value in vars(report).items() if name.isupper() and isinstance(value, str)]


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_explained_as_in_the_code(reason: str) -> None:
    assert f"| {reason} | {report.REASONS[reason]} |" in PAGE


def test_no_other_reason_is_explained() -> None:
    rows = PAGE.split("| thrown away |")[1].split("\n\n")[0].splitlines()[2:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == list(report.REASONS)
    assert sorted(REASONS) == sorted(report.REASONS)


def test_every_variable_is_explained() -> None:
    named = [v for v in vars(settings).values() if isinstance(v, str) and v.startswith("GOODOFFICES_LLM_")]
    assert len(named) == 5
    assert all(f"| `{name}` |" in PAGE for name in named)
