"""Who talks by the opening of a report, as a model reads it.

    python -m benchmarks.sides_model prompts FILE ANSWERS     what to ask a model, a file for each opening
    python -m benchmarks.sides_model score FILE ANSWERS

FILE holds openings as for `openings`. `prompts` writes ANSWERS/N.prompt.txt; what a model answers to it, as it is, goes to
ANSWERS/N.json; who answers has seen no marking. `score` sends each opening through the real client to a server on this machine
that replays the answers, and counts as `openings` does what the roster makes of them.
"""

import sys
from pathlib import Path

from goodoffices.extraction.llm import Llm
from goodoffices.extraction.llm.sides import question, task
from goodoffices.extraction.proposal import Text

from .openings import count, line, openings
from .replayed import replaying


def main(what: str, file: Path, answers: Path) -> None:
    """Do what the first word asks for."""
    some = list(openings(file))
    if what == "prompts":
        answers.mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(some):
            path = answers / f"{number}.prompt.txt"
            path.write_text(f"{task().told}\n\n{question(one.text)}\n", encoding="utf-8")
        return
    recorded = {question(one.text): (answers / f"{n}.json").read_text("utf-8") for n, one in enumerate(some)}
    with replaying(recorded) as address:
        model = Llm(address, "recorded")
        print(line(file.name, count(some, lambda text: model.sides(Text("", text)))))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
