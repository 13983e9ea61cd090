"""Two reports side by side as a model reads them: planted differences among the first ten pairs of sentences.

    python -m benchmarks.beside_model prompts PAIRS ANSWERS     what to ask a model, a file for each answer
    python -m benchmarks.beside_model score PAIRS ANSWERS [--misses]

PAIRS is a folder of pairs as in `side_by_side` (NAME.json, NAME-a.txt, NAME-b.txt). `prompts` writes ANSWERS/NAME.prompt.txt; what
a model answers to it, as it is, goes to ANSWERS/NAME.json. Who answers has seen no planted difference. `score` sends each pair
through the real client to a server on this machine that replays the answers, and counts as `side_by_side` does.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from goodoffices.accounts import side_by_side
from goodoffices.accounts.align import Aligned
from goodoffices.extraction.llm import Llm
from goodoffices.extraction.llm.beside import Beside
from goodoffices.extraction.llm.beside.question import question, task

from .replayed import replaying
from .side_by_side import Case, Score, count, lines, read


def named(folder: Path) -> Iterator[tuple[str, Case]]:
    """Each pair of a folder under its name."""
    for file in sorted(folder.glob("*.json")):
        yield from ((file.stem, case) for case in read(file))


def asked(case: Case) -> str:
    """The question about a pair."""
    found: list[str] = []

    def told(aligned: Aligned) -> tuple[()]:
        found.append(question(aligned))
        return ()

    side_by_side({"a": case.a, "b": case.b}, told=told)
    return found[0]


def write_prompts(pairs: Mapping[str, Case], answers: Path) -> None:
    """A file for each pair: what the model is told, and the question."""
    answers.mkdir(parents=True, exist_ok=True)
    for name, case in pairs.items():
        (answers / f"{name}.prompt.txt").write_text(f"{task().told}\n\n{asked(case)}\n", encoding="utf-8")


@contextmanager
def replayed(folder: Path, answers: Path) -> Iterator[Beside]:
    """A reader that asks, through the real client, a server on this machine that replays the answers."""
    recorded = {asked(case): (answers / f"{name}.json").read_text(encoding="utf-8") for name, case in named(folder)}
    with replaying(recorded) as address:
        yield Llm(address, "recorded").beside()


def scored(folder: Path, answers: Path) -> tuple[Score, str]:
    """What comes of the recorded answers, and what was thrown away of them."""
    total = Score()
    with replayed(folder, answers) as reader:
        for _, case in named(folder):
            count(total, case, side_by_side({"a": case.a, "b": case.b}, told=reader).pairs)
    return total, reader.told()


def main(arguments: list[str]) -> int:
    """Do what the first word asks for."""
    folders = [Path(a) for a in arguments[1:] if not a.startswith("--")]
    if len(folders) != 2 or arguments[0] not in ("prompts", "score"):
        print(__doc__)
        return 2
    if arguments[0] == "prompts":
        write_prompts(dict(named(folders[0])), folders[1])
        return 0
    total, told = scored(*folders)
    print(*lines(folders[0].name, total), told, sep="\n")
    if "--misses" in arguments:
        print(*("\nmissed " + m for m in total.missed), *("\nfalse " + w for w in total.wrong), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
