"""Fit what the signs of a main meeting's day, place and heads weigh (`extraction/plain/likely/weights.tsv`).

    python -m benchmarks.likely FOLDER... [--write]

From reports marked by hand (`benchmarks.typed` tells the form) and from the planted ones. Prints, by leaving out a tenth of
the reports at a time, how many answers are told from a probability of .9 on, how many of these are right, and how many
there are to tell.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from goodoffices.extraction.plain.extractor import by_rules
from goodoffices.extraction.plain.likely.asked import Asked, asked
from goodoffices.extraction.plain.story import read

from .journey import _alike, _same
from .typed import KEY, alone
from .written import DATA, Pair, Told

WEIGHTS = Path("src/goodoffices/extraction/plain/likely/weights.tsv")
PENALTY = 0.5
LEAST = 3
"""Reports at least in which a sign must be found."""
FOLDS = 10
Weights = dict[str, float]


class Case(NamedTuple):
    """A question of a report with its answers, and which of them are right."""

    report: str
    question: str
    answers: Sequence[tuple[str, Collection[str]]]
    right: frozenset[str]
    told: bool
    """Whether the report tells an answer at all."""


def cases(report: Pair) -> list[Case]:
    """The questions of a report."""
    story = read(report.texts[KEY])
    found = [_case(report, one) for one in asked(story, by_rules(story))]
    return [case for case in found if case is not None]


def _case(report: Pair, one: Asked) -> Case | None:
    what = {"town": "where", "house": "where"}.get(one.question, one.question)
    gold = [told for told in report.told if told.what == what]
    right = frozenset(
        answer for answer in {s.answer for s in one.seen} if any(_right(one, answer, told) for told in gold)
    )
    if not right and report.name.startswith("set"):
        return None  # of the planted pairs not every head, town and house is marked
    return Case(report.name, one.question, [(seen.answer, seen.signs) for seen in one.seen], right, bool(gold))


def _right(one: Asked, answer: str, told: Told) -> bool:
    if one.question == "who":
        return _same(Told("who", tuple(answer.split("\n"))), told)
    if one.question == "when":
        return answer == told.names[0].removeprefix("about ")
    if one.question != "led":
        return any(_alike(answer, name) for name in told.names)
    party, person = told.sets
    return any(_alike(one.party, name) for name in party) and any(_alike(answer, name) for name in person)


def fit(found: Sequence[Case], penalty: float = PENALTY) -> Weights:
    """The weights by which the right answers are likeliest."""
    seen = Counter(sign for case in found for sign in {s for _, signs in case.answers for s in signs})
    names = [sign for sign, count in seen.items() if count >= LEAST]
    column = {name: n for n, name in enumerate(names)}
    rows, group, good, none = [], [], [], []
    for number, case in enumerate(found):
        for answer, signs in case.answers:
            rows.append([column[s] for s in signs if s in column])
            group.append(number)
            good.append(answer in case.right)
        none.append(not case.right)
    matrix = np.zeros((len(rows), len(names)))
    for n, row in enumerate(rows):
        matrix[n, row] = 1
    groups, rights, nones = np.array(group, dtype=int), np.array(good, dtype=bool), np.array(none, dtype=bool)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        sums = matrix @ w
        most = np.zeros(len(found))
        np.maximum.at(most, groups, sums)
        power = np.exp(sums - most[groups])
        total = np.exp(-most)
        all_ = total.copy()
        np.add.at(all_, groups, power)
        ok = np.where(nones, total, 0.0)
        np.add.at(ok, groups[rights], power[rights])
        ok = np.maximum(ok, 1e-300)
        value = -np.log(ok / all_).sum() + penalty / 2 * (w @ w)
        pull = power / all_[groups] - np.where(rights, power / ok[groups], 0.0)
        return float(value), matrix.T @ pull + penalty * w

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {name: round(float(w), 2) for name, w in zip(names, best, strict=True) if abs(w) >= 0.02}


def chances(weights: Weights, answers: Sequence[tuple[str, Collection[str]]]) -> dict[str, float]:
    """As the package reckons them."""
    sums = [sum(weights.get(s, 0.0) for s in signs) for _, signs in answers]
    most = max((0.0, *sums))
    total = np.exp(-most) + sum(np.exp(s - most) for s in sums)
    found: dict[str, float] = {}
    for (answer, _), one in zip(answers, sums, strict=True):
        found[answer] = found.get(answer, 0.0) + float(np.exp(one - most) / total)
    return found


def weighed(found: Sequence[Case], penalty: float) -> Iterator[tuple[Case, Weights]]:
    """Each question with weights from other reports."""
    reports = list(dict.fromkeys(case.report for case in found))
    fold = {report: n % FOLDS for n, report in enumerate(reports)}
    for part in range(FOLDS):
        weights = fit([case for case in found if fold[case.report] != part], penalty)
        yield from ((case, weights) for case in found if fold[case.report] == part)


def left_out(found: Sequence[Case], penalty: float = PENALTY, by: float = 1.0) -> list[tuple[Case, str, float]]:
    """The likeliest answer of each question, by weights from other reports."""
    told = []
    for case, weights in weighed(found, penalty):
        chance = chances({sign: by * weight for sign, weight in weights.items()}, case.answers)
        best = max(chance, key=lambda a: chance[a], default="")
        told.append((case, best, chance.get(best, 0.0)))
    return told


def sharpness(found: Sequence[Case], penalty: float = PENALTY) -> float:
    """By how much the weights of reports that are left out must be taken for their chances to be as often right as they say.

    A penalty draws all weights towards nothing, and with them all chances towards the middle (Platt 1999).
    """
    left = list(weighed(found, penalty))

    def loss(by: float) -> float:
        return -sum(float(np.log(max(1e-9, _of_right(case, weights, by)))) for case, weights in left)

    return float(min(np.arange(0.8, 2.05, 0.1), key=loss))


def _of_right(case: Case, weights: Weights, by: float) -> float:
    chance = chances({sign: by * weight for sign, weight in weights.items()}, case.answers)
    return sum(chance[a] for a in case.right) if case.right else 1 - sum(chance.values())


def main(arguments: Sequence[str]) -> None:
    """Fit, and say how it does on reports that are left out."""
    folders = [Path(one) for one in arguments if not one.startswith("-")]
    by: dict[str, list[Case]] = defaultdict(list)
    for report in (one for folder in [*folders, DATA / "planted"] for one in alone(folder)):
        for case in cases(report):
            by[case.question].append(case)
    lines = []
    for question, found in by.items():
        sharp = sharpness(found)
        told = left_out(found, PENALTY, sharp)
        for least in (0.7, 0.8, 0.85, 0.9):
            sure = [(case, best) for case, best, chance in told if chance >= least]
            right = sum(best in case.right for case, best in sure)
            print(
                f"{question:6} from {least}: {right:4} right of {len(sure):4} told, {sum(c.told for c in found):4} asked, "
                f"{sum(bool(c.right) for c in found):4} can be found  (weights by {sharp:.1f})"
            )
        if "--each" in arguments:
            print("\n".join(_each(told)))
        weights = fit(found)
        lines += [f"{question}\t{sign}\t{sharp * weight:.2f}" for sign, weight in sorted(weights.items())]
    if "--write" in arguments:
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _each(told: Sequence[tuple[Case, str, float]]) -> Iterator[str]:
    for case, best, chance in told:
        if chance >= 0.7 and best not in case.right:
            yield f"WRONG {case.report} {case.question} {best!r} {chance:.2f} {[*case.right]}"
        elif case.right and not (chance >= 0.9 and best in case.right):
            yield f"missed {case.report} {case.question} {[*case.right]} best {best!r} {chance:.2f}"
        elif case.told and not case.right:
            yield f"not to be found: {case.report} {case.question}"


if __name__ == "__main__":
    main(sys.argv[1:])
