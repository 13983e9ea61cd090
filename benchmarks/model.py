"""How well a model's checked answers tell what two people marked, beside how far these two agree.

    python -m benchmarks.model prompts REPORTS ANSWERS            what to ask a model, a file for each answer
    python -m benchmarks.model passages REPORTS FOLDER            the reports for those who mark them, passages numbered
    python -m benchmarks.model score REPORTS ANSWERS FIRST SECOND [--misses]

REPORTS is a folder of texts (NAME.txt). `prompts` writes ANSWERS/NAME.prompt.txt; what a model answers to it, as it is, goes to
ANSWERS/NAME.json. FIRST and SECOND hold NAME.yaml (or .json) with what two people marked, each alone: `claims`, a list in the form
of an answer (type, subject, predicate, value and quote are needed), and `names`, which names mean one thing. Who answers or marks
has seen neither the other answers nor any marking.

`score` sends each report through the real client to a server on this machine that replays the answers. Agreement is the F1 of one
marking against the other; a claim fits as in `extraction_score`. Intervals: the middle 95 % over reports drawn with replacement,
1,000 times, from a fixed seed. Exit code 1 where the F1 is less than .9 of the agreement.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.extraction.llm import Llm
from goodoffices.extraction.llm import Report as Answered
from goodoffices.extraction.llm.form.answered_json import items
from goodoffices.record import Claim

from .extraction_score import Scored, figures, kind, score
from .model_files import (
    Marking,
    Report,
    answer_files,
    asked,
    marked,
    marking,
    names_of,
    read_marking,
    reports,
    write_passages,
    write_prompts,
)
from .replayed import replaying

GOAL = 0.9
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Measured:
    """One report: each of two tellings held against the other."""

    name: str
    agreement: tuple[Scored, Scored]
    checked: tuple[Scored, Scored]
    raw: tuple[Scored, Scored]


def main(arguments: Sequence[str]) -> int:
    """Do what the first word asks for."""
    folders = [Path(a) for a in arguments[1:] if not a.startswith("--")]
    match arguments[:1], len(folders):
        case ["prompts"], 2:
            folders[1].mkdir(parents=True, exist_ok=True)
            print(*(path for report in reports(folders[0]) for path in write_prompts(report, folders[1])), sep="\n")
            return 0
        case ["passages"], 2:
            folders[1].mkdir(parents=True, exist_ok=True)
            print(*(write_passages(report, folders[1]) for report in reports(folders[0])), sep="\n")
            return 0
        case ["score"], 4:
            return scored(folders[0], folders[1], (folders[2], folders[3]), "--misses" in arguments)
    print(__doc__)
    return 2


def scored(texts: Path, answers: Path, markings: tuple[Path, Path], misses: bool) -> int:
    """Measure and print; whether the goal is met."""
    found, thrown, dropped = [], Counter[str](), Counter[str]()
    for report in reports(texts):
        marks = [read_marking(report, folder) for folder in markings]
        read, words = answered(report, answers)
        thrown.update(read.thrown)
        dropped.update(read.dropped)
        told = [item for text in words for item in items(text) or ()]
        found.append(measured(report, marks, read.claims, marking(report, told)))
        for line in (*marks[0].unplaced, *marks[1].unplaced):
            print(f"  not in the report: {line}")
    if not found:
        raise SystemExit(f"{texts}: no report (*.txt)")
    return 0 if printed(found, thrown, dropped, misses) >= GOAL else 1


def answered(report: Report, folder: Path) -> tuple[Answered, list[str]]:
    """What the real client makes of the recorded answers, and the answers."""
    words = [path.read_text(encoding="utf-8") for path in answer_files(report, folder)]
    with replaying(dict(zip(asked(report), words, strict=True))) as address:
        return Llm(address, "recorded").read(report.given), words


def measured(report: Report, marks: Sequence[Marking], checked: Sequence[Claim], raw: Marking) -> Measured:
    """All comparisons of one report."""
    names = names_of(report, *marks)
    one, other = (marked(report, m, names) for m in marks)
    return Measured(
        report.name, (score(one, marks[1].claims), score(other, marks[0].claims)),
        (score(one, checked), score(other, checked)), (score(one, raw.claims), score(other, raw.claims)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: which comparisons, and how they are counted."""

    title: str
    pairs: Callable[[Measured], tuple[Scored, Scored]]
    strict: bool = False

    def f1(self, found: Sequence[Measured], types: Sequence[str] | None = None) -> float:
        """The mean of both F1: one marking against the other is the same either way round but for ties."""
        return sum(figures([self.pairs(one)[n] for one in found], types, self.strict).f1 for n in (0, 1)) / 2


AGREEMENT = Row("the two markings, one against the other", lambda one: one.agreement)
CHECKED = Row("the checked answers against each", lambda one: one.checked)
RAW = Row("the answers before the check", lambda one: one.raw)


def printed(found: Sequence[Measured], thrown: Counter[str], dropped: Counter[str], misses: bool) -> float:
    """Print the tables; the F1 of the checked answers as a share of the agreement."""
    first, second = (sum(len(one.agreement[n].facts) for one in found) for n in (0, 1))
    told = sum(len(one.checked[0].claims) for one in found)
    print(f"{len(found)} reports; {first} and {second} facts marked; {told} claims that stand")
    for counts, what in ((thrown, "thrown away"), (dropped, "details left out")):
        if counts:
            print(f"{counts.total()} {what}: {', '.join(f'{n} {key}' for key, n in counts.most_common())}")
    for row in (AGREEMENT, CHECKED, RAW):
        strict = Row(row.title, row.pairs, strict=True)
        each = " and ".join(f"{figures([row.pairs(one)[n] for one in found]).f1:.3f}" for n in (0, 1))
        print(f"F1 {row.f1(found):.3f} {_span(found, row.f1)} ({each}), strict {strict.f1(found):.3f}   {row.title}")
    share = _share(CHECKED)(found)
    print(
        f"of the agreement: {share:.3f} {_span(found, _share(CHECKED))}, before the check {_share(RAW)(found):.3f}; goal {GOAL}"
    )
    _by_type(found)
    if misses:
        _misses(found)
    return share


def _share(row: Row) -> Callable[[Sequence[Measured]], float]:
    def share(found: Sequence[Measured]) -> float:
        agreed = AGREEMENT.f1(found)
        return row.f1(found) / agreed if agreed else 0.0

    return share


def _span(found: Sequence[Measured], measure: Callable[[Sequence[Measured]], float]) -> str:
    rng = random.Random(20250516)
    values = sorted(measure(rng.choices(found, k=len(found))) for _ in range(DRAWS))
    return f"[{values[int(DRAWS * 0.025)]:.3f} {values[int(DRAWS * 0.975) - 1]:.3f}]"


def _by_type(found: Sequence[Measured]) -> None:
    kinds = sorted({kind(fact) for one in found for scored in one.agreement for fact in scored.facts})
    print(f"\n  {'':20} marked      agreement  checked  before")
    for name in kinds:
        counts = [sum(kind(f) == name for one in found for f in one.agreement[n].facts) for n in (0, 1)]
        agreed, checked, raw = (row.f1(found, [name]) for row in (AGREEMENT, CHECKED, RAW))
        print(f"  {name:20} {counts[0]:4} {counts[1]:4}     {agreed:.2f}      {checked:.2f}     {raw:.2f}")


def _misses(found: Sequence[Measured]) -> None:
    """What both marked and the checked answers have not; what these have and nobody marked."""
    for one in found:
        fits = [{fact.id for fact, _ in scored.lenient} for scored in one.checked]
        both = {fact.id for fact, _ in one.agreement[0].lenient}
        for fact in one.agreement[0].facts:
            if fact.id in both - fits[0]:
                print(f"    {one.name} missed {kind(fact)}: {fact.subject} {fact.predicate} {fact.value}")
        used = {claim.id for scored in one.checked for _, claim in scored.lenient}
        for claim in one.checked[0].claims:
            if claim.id not in used:
                print(f"    {one.name} nobody's {kind(claim)}: {claim.subject} {claim.predicate} {claim.value}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
