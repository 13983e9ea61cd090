"""All that a model is asked on the way from two reports to the brief of their draft, for its answers to be recorded.

    python -m benchmarks.asked PAIRS ANSWERS [KIND ...]

PAIRS is a folder as for `journey`. For each pair it writes ANSWERS/NAME-a.claims.prompt.txt (and .headings, .sides; the same for b)
and NAME.beside.prompt.txt, or only the kinds that are named. What a model answers to a prompt, as it is, goes to the same name
with .json instead of .prompt.txt; who answers has seen no marking. `journey --answers` counts what comes of it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from goodoffices.extraction.llm import Reading, beside, headings, prompt, sides
from goodoffices.extraction.llm.passages import Passages
from goodoffices.extraction.llm.pieces import pieces
from goodoffices.extraction.llm.task import Task
from goodoffices.extraction.proposal import Text

from .beside_model import asked as asked_of_two
from .side_by_side import Case
from .written import Pair, pairs_of


class Asked(NamedTuple):
    """One question."""

    name: str
    task: Task
    question: str


def asked(pair: Pair) -> Iterator[Asked]:
    """The questions about a pair of reports of one piece each."""
    for key, content in pair.texts.items():
        text, name = Text("", content, "en"), f"{pair.name}-{key}"
        yield from (Asked(f"{name}.claims", prompt.task(), told) for _, told in prompt.questions(text, Reading()))
        spans = pieces(content, Reading().piece, 0)
        yield from (
            Asked(f"{name}.headings", headings.task(), told) for told in headings.question(Passages(text), spans)
        )
        yield Asked(f"{name}.sides", sides.task(), sides.question(content))
    two = asked_of_two(Case(pair.name, "en", pair.texts["a"], pair.texts["b"], ()))
    yield Asked(f"{pair.name}.beside", beside.task(), two)


def recorded(pairs: Path, answers: Path) -> dict[str, str]:
    """The answers that there are, each to its question."""
    found = ((answers / f"{one.name}.json", one) for pair in pairs_of(pairs) for one in asked(pair))
    return {one.question: file.read_text(encoding="utf-8") for file, one in found if file.is_file()}


def main(pairs: Path, answers: Path, *kinds: str) -> None:
    """Write the prompts."""
    answers.mkdir(parents=True, exist_ok=True)
    for pair in pairs_of(pairs):
        for one in asked(pair):
            if not kinds or one.name.rsplit(".", 1)[1] in kinds:
                file = answers / f"{one.name}.prompt.txt"
                file.write_text(f"{one.task.told}\n\n{one.question}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
