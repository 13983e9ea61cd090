"""Passages under headings: how many facts lie in what is shown, how many under their own heading.

    python -m benchmarks.passages [--fit] [--cross] [FOLDER]

FOLDER holds reports whose facts were marked with their headings by hand; without it: tests/data/headings and tests/data/reports.
Sentences are taken by their worth until three quarters of a report's words are shown. `--fit` writes `weights.tsv` anew, from the
marked reports and from the facts of tests/data/planted. `--cross` leaves out in turn the reports that were written at one sitting,
fits on all others, and scores those left out, by register and heading.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from goodoffices.brief.chosen import SHARE, fitting
from goodoffices.extraction.passages import HEADINGS, Passage, passages
from goodoffices.extraction.passages.reading import headed, seen
from goodoffices.extraction.passages.weights import Table
from goodoffices.extraction.roster.reading import read_roster

from .marked import Fact, Marked, marked_reports, planted_reports
from .passages_fit import fitted, rows, write

Reader = Callable[[str], Sequence[Passage]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact of a report, and the headings under which it is shown: none where it is not."""

    report: Marked
    fact: Fact
    under: tuple[str, ...]


def as_shipped(text: str) -> Sequence[Passage]:
    """By the weights in the package."""
    return passages(text, "en", read_roster(text))


def by(table: Table) -> Reader:
    """By other weights."""
    return lambda text: headed(seen(text, read_roster(text)), table)


def placed(report: Marked, reader: Reader = as_shipped) -> Iterator[Placed]:
    """Where the facts of a report stand."""
    read = [one for one in reader(report.text) if one.heading]
    sized = ((one, one.confidence, len(report.text[one.start : one.end].split())) for one in read)
    kept = list(fitting(sized, int(SHARE * len(report.text.split()))))
    for fact in report.facts:
        under = {p.heading for p in kept if p.heading and p.start < fact.end and fact.start < p.end}
        yield Placed(report, fact, tuple(sorted(under)))


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson (1927): where the share lies with 95 %."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, right / of
    middle, half = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


def crossed(reports: Sequence[Marked]) -> Iterator[Placed]:
    """Each report by weights for which none of its sitting was used."""
    read = {report.name: rows(report) for report in reports}
    for part in sorted({report.part for report in reports}):
        reader = by(fitted([read[report.name] for report in reports if report.part != part]))
        yield from (one for report in reports if report.part == part for one in placed(report, reader))


def shares(found: Sequence[Placed]) -> tuple[float, float]:
    """Of facts those shown, and those under their own heading."""
    shown, right = (
        sum(map(bool, some)) for some in ([p.under for p in found], [p.fact.heading in p.under for p in found])
    )
    return shown / max(1, len(found)), right / max(1, len(found))


def told(found: Sequence[Placed], by_part: bool = False) -> Iterator[str]:
    """The figures of all, of each register, and what was shown under which heading."""
    yield _line("all", found)
    groups = {**_by(found, lambda p: p.report.part)} if by_part else {}
    for name, some in {**groups, **_by(found, lambda p: p.report.register)}.items():
        yield _line(name, some)
    for wanted, some in _by(found, lambda p: p.fact.heading).items():
        got = Counter(wanted if wanted in p.under else p.under[0] if p.under else "-" for p in some)
        yield _line(wanted, some) + "   " + " ".join(f"{name}:{got[name]}" for name in (*HEADINGS, "-") if got[name])


def _by(found: Sequence[Placed], key: Callable[[Placed], str]) -> dict[str, list[Placed]]:
    groups: dict[str, list[Placed]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return dict(sorted(groups.items()))


def _line(name: str, found: Sequence[Placed]) -> str:
    ranges = [interval(round(share * len(found)), len(found)) for share in shares(found)]
    figures = [f"{x:.3f} ({low:.2f} to {high:.2f})" for x, (low, high) in zip(shares(found), ranges, strict=True)]
    return f"{name:14}{len(found):5} facts   shown {figures[0]}   right {figures[1]}"


def main(arguments: Sequence[str]) -> None:
    """What the module's docstring says."""
    reports = [*marked_reports(), *planted_reports()]
    if "--fit" in arguments:
        write(fitted([rows(report) for report in reports]))
    if "--cross" in arguments:
        found = list(crossed(reports))
    else:
        folders = [Path(one) for one in arguments if not one.startswith("-")]
        found = [one for report in marked_reports(*folders) for one in placed(report)]
    sys.stdout.write("\n".join(told(found, "--cross" in arguments)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
