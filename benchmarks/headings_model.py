"""What is asked of a model about the headings of reports, for its answers to be recorded.

    python -m benchmarks.headings_model PAIRS ANSWERS     writes ANSWERS/NAME-a.prompt.txt and NAME-b.prompt.txt of each pair

What a model answers to a prompt, as it is, goes to NAME-a.json beside it; who answers has seen no marking. `journey` counts what
comes of it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from goodoffices.extraction.llm import Reading
from goodoffices.extraction.llm.headings import question, task
from goodoffices.extraction.llm.passages import Passages
from goodoffices.extraction.llm.pieces import pieces
from goodoffices.extraction.proposal import Text

from .written import pairs_of


def asked(text: str) -> str:
    """The question about a report of one piece."""
    (only,) = question(Passages(Text("", text, "en")), pieces(text, Reading().piece, 0))
    return only


def questions(pairs: Path) -> Iterator[tuple[str, str]]:
    """The question about each report, under its name."""
    for pair in pairs_of(pairs):
        yield from ((f"{pair.name}-{key}", asked(text)) for key, text in pair.texts.items())


def recorded(pairs: Path, answers: Path) -> dict[str, str]:
    """The answer to each question."""
    return {told: (answers / f"{name}.json").read_text(encoding="utf-8") for name, told in questions(pairs)}


if __name__ == "__main__":
    folder, to = map(Path, sys.argv[1:3])
    to.mkdir(parents=True, exist_ok=True)
    for name, told in questions(folder):
        (to / f"{name}.prompt.txt").write_text(f"{task().told}\n\n{told}\n", encoding="utf-8")
